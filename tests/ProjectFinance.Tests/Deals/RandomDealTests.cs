using FsCheck;
using FsCheck.Fluent;
using ProjectFinance.Deals;
using ProjectFinance.Evaluation;
using ProjectFinance.Tests.Oracle;

namespace ProjectFinance.Tests.Deals;

/// <summary>What holds of every deal, whatever its terms.</summary>
public class RandomDealTests
{
    // A hundredth of a cent: rounding of sums of tens of millions stays far below.
    const double Rounding = 1e-4;

    static readonly Config Forty = Config.QuickThrowOnFailure.WithMaxTest(40);

    static void Holds(Action<OracleCase, Run> property) => Prop.ForAll(RandomDeals.Numbers, number =>
    {
        var oracle = RandomDeals.Case(number);
        property(oracle, OracleDeal.Run(oracle));
    }).Check(Forty);

    [Fact]
    public void Checks_OfAnyDeal_AreZero() => Holds((_, run) => Assert.All(run.Checks, check => Assert.True(check.Passed, $"{check.Name} is off by {check.Largest} in {check.At}")));

    // From the statement alone, not from the model's own checks.
    [Fact]
    public void Cash_OfAnyDeal_IsConserved() => Holds((oracle, run) =>
    {
        double balance = 0;
        foreach (var t in run.Model.Periods)
        {
            balance += run["Project / Revenue", t] + run["Sponsor / Equity contribution", t] + run["Project loan / Draw", t]
                - oracle.Waterfall.Sum(name => run[$"{name} paid", t]) - run["Proceeds Account / Distribution", t];
            Assert.Equal(balance, run["Proceeds Account / Closing balance", t], Rounding);
        }
    });

    [Fact]
    public void Debt_OfAnyDeal_IsDrawnLessRepaid() => Holds((_, run) =>
    {
        double debt = 0;
        foreach (var t in run.Model.Periods)
        {
            debt += run["Project loan / Draw", t] + run["Project loan / Interest capitalised", t] - run["Project loan / Principal paid", t];
            Assert.Equal(debt, run["Project loan / Closing balance", t], Rounding);
        }
    });

    [Fact]
    public void NothingIsPaid_ThatIsNotDueOrNotThere() => Holds((oracle, run) =>
    {
        foreach (var t in run.Model.Periods)
        {
            double there = run["Proceeds Account / Opening balance", t] + run["Proceeds Account / Receipts", t];
            foreach (string name in oracle.Waterfall)
            {
                double paid = run[$"{name} paid", t];
                Assert.InRange(paid, -Rounding, Math.Min(there, run[$"{name} due", t]) + Rounding);
                there -= paid;
            }
            Assert.InRange(run["Proceeds Account / Closing balance", t], -Rounding, double.MaxValue);
            Assert.InRange(run["Proceeds Account / Distribution", t], 0, double.MaxValue);
        }
    });

    [Fact]
    public void Balance_OfAnyDeal_StaysBetweenZeroAndTheCommitment() => Holds((oracle, run) =>
    {
        foreach (var t in run.Model.Periods)
        {
            Assert.InRange(run["Project loan / Closing balance", t], -Rounding, (double)oracle.Commitment + Rounding);
            Assert.InRange(run["Project loan / Draw", t], 0, run["Project loan / Available to draw", t] + Rounding);
        }
    });

    [Fact]
    public void Distribution_BeforeCompletionOrBelowTheMinimum_IsNothing() => Holds((oracle, run) =>
    {
        foreach (var t in run.Model.Periods.Where(t => run["Proceeds Account / Distribution", t] > 0))
        {
            Assert.True(oracle.Completion <= t.End);
            Assert.True(run["Proceeds Account / Closing balance", t] >= run["Proceeds Account / Minimum balance", t] - Rounding);
            Assert.All(oracle.Waterfall, name => Assert.Equal(0, run[$"{name} overdue", t]));
        }
    });

    // Prices, rates and milestone dates of one deal, in blocks of every width, alone, and with the others built in.
    [Fact]
    public void Results_OfADeal_DoNotDependOnBlocksNorOnWhatVaries() => Prop.ForAll(RandomDeals.Numbers, number =>
    {
        var oracle = RandomDeals.Case(number);
        var model = DealLayout.Lay(OracleDeal.Terms(oracle), OracleDeal.Market(oracle)).Model;
        Formula[] outputs = [.. model.Lines.SelectMany(line => model.Periods.Select(t => line[t]))];
        InputCell[] varying = [.. model.Find("Project / Gold price").Inputs.Skip(1), .. model.Milestones.Select(m => m.Date!.Input), model.Parameters.Single(p => p.Name == "Project loan / Commitment").Input];
        var program = model.Compile(outputs, varying);
        var random = new Random(number);
        var usual = varying.Select(input => input.Value).ToArray();
        double[][] scenarios = [usual, .. Enumerable.Range(0, 20).Select(_ => usual.Select(value => double.IsInfinity(value) ? value : value * (0.7 + random.Next(60) / 100.0)).ToArray())];

        var expected = scenarios.Select(scenario => program.Evaluate(scenario)).ToArray();

        foreach (int width in (int[])[1, 3, 8, 256])
        {
            double[][] inputs = [.. varying.Select((_, i) => scenarios.Select(s => s[i]).ToArray())], results = [.. outputs.Select(_ => new double[scenarios.Length])];
            program.Evaluate(inputs, results, width);
            for (int k = 0; k < scenarios.Length; k++)
                for (int o = 0; o < outputs.Length; o++)
                    Assert.Equal(BitConverter.DoubleToInt64Bits(expected[k][o]), BitConverter.DoubleToInt64Bits(results[o][k]));
        }
        Same(expected[0], model.Compile(outputs).Evaluate([]));
        var every = model.InputsOf(outputs);
        Same(expected[0], model.Compile(outputs, every).Evaluate([.. every.Select(input => input.Value)]));
    }).Check(Forty.WithMaxTest(6));

    // Folding may add in another order where a term is known to be zero, no more.
    static void Same(double[] expected, double[] actual)
    {
        for (int i = 0; i < expected.Length; i++)
            Assert.True(expected[i].Equals(actual[i]) || Math.Abs(expected[i] - actual[i]) <= 1e-12 * Math.Max(1, Math.Abs(expected[i])), $"output {i}: {actual[i]:R}, expected {expected[i]:R}");
    }
}
