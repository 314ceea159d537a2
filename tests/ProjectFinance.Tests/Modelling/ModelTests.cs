using static ProjectFinance.Formula;
using static ProjectFinance.Units;

namespace ProjectFinance.Tests.Modelling;

/// <summary>Lines on a timeline: declaring, looking back and ahead, and every problem reported at once.</summary>
public class ModelTests
{
    readonly Model model = Small.Quarters();

    // 100 a quarter after closing at 2 % a quarter, by hand: 0, 100, 202, 306.04, 412.1608.
    [Fact]
    public void DeclaredLine_ReferringToItselfAPeriodBefore_RollsForward()
    {
        var balance = model.Declare("Balance", Usd, LineKind.Level);
        var deposit = model.Line("Deposit", Usd, t => (t.IsFirst ? 0 : 100) * Usd);
        balance.Is(t => balance.Previous(t, 0) * 1.02 + deposit[t]);

        var values = model.Values(balance);

        double[] expected = [0, 100, 202, 306.04, 412.1608];
        Assert.All(expected.Zip(values), v => Assert.Equal(v.First, v.Second, 1e-9));
    }

    // Flows 1, 2, 3, 4 in quarters 1 to 4: what is still to come after each column is 10, 9, 7, 4, 0.
    [Fact]
    public void LookAhead_ToWhatIsStillToCome_SumsBackwards()
    {
        var flow = model.Line("Flow", Usd, t => t.Index * Usd);
        var toCome = model.Declare("To come", Usd, LineKind.Level);
        toCome.Is(t => toCome.Next(t, 0) + flow.Next(t, 0));
        var summed = model.Line("Summed", Usd, t => flow.Sum(t.Index + 1, model.Periods.Count - 1));

        Assert.Equal([10, 9, 7, 4, 0], model.Values(toCome));
        Assert.Equal([10, 9, 7, 4, 0], model.Values(summed));
    }

    [Fact]
    public void Previous_InTheFirstPeriod_IsTheAmountGiven()
    {
        var flow = model.Line("Flow", Usd, t => t.Index * Usd);
        var before = model.Line("Before", Usd, t => flow.Previous(t, 7 * Usd));
        var after = model.Line("After", Usd, t => flow.Next(t, 7 * Usd));

        Assert.Equal([7, 0, 1, 2, 3], model.Values(before));
        Assert.Equal([1, 2, 3, 4, 7], model.Values(after));
    }

    [Fact]
    public void Cell_OutsideTheTimeline_IsRefused()
    {
        var flow = model.Line("Flow", Usd, _ => 1 * Usd);

        Assert.Throws<ArgumentOutOfRangeException>(() => flow[-1]);
        Assert.Throws<ArgumentOutOfRangeException>(() => flow[5]);
        Assert.Throws<ArgumentOutOfRangeException>(() => model.Supplied("Input")[5]);
    }

    [Theory]
    [InlineData("Flow")]
    [InlineData("Commitment")]
    public void Name_UsedTwice_IsRefused(string name)
    {
        model.Line("Flow", Usd, _ => 1 * Usd);
        model.Parameter("Commitment", 1 * Usd);
        Action[] second =
        [
            () => model.Line(name, Usd, _ => 0), () => model.Declare(name, Usd), () => model.Supplied(name), () => model.Parameter(name, 1 * Usd),
            () => model.Flag(name, _ => true), () => model.Unknown(name, Usd), () => model.Check(name, Usd, _ => 0),
        ];

        Assert.All(second, write => Assert.Equal($"Line '{name}'", Small.Refused(write).Subject));
    }

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    public void Name_OfNothing_IsRefused(string name) => Assert.Throws<InvalidInputException>(() => model.Line(name, Usd, _ => 0));

    [Fact]
    public void Line_NeverGivenAFormula_IsRefusedOnce()
    {
        var forgotten = model.Declare("Forgotten", Usd);
        model.Line("Reader", Usd, t => forgotten[t]);

        Assert.Equal("Line 'Forgotten'", Small.Refused(model.Complete).Subject);
    }

    [Fact]
    public void Unknown_NeverGivenAFormula_IsRefusedOnce()
    {
        model.Unknown("Forgotten draw", Usd);

        Assert.Equal("Line 'Forgotten draw'", Small.Refused(model.Complete).Subject);
    }

    [Fact]
    public void Line_GivenASecondFormula_IsRefused()
    {
        var line = model.Line("Flow", Usd, _ => 0);

        Assert.Throws<InvalidOperationException>(() => line.Is(_ => 1 * Usd));
    }

    [Fact]
    public void Complete_ReportsEveryProblem_EachLineByName()
    {
        var ounces = model.Supplied("Ounces", GoldOunce);
        model.Declare("Forgotten", Usd);
        model.Line("Wrong unit", Usd, t => ounces[t]);
        model.Line("First sum", Usd, t => ounces[t] + 1 * Usd);
        model.Line("Second sum", Usd, t => ounces[t] + 1 * Usd);
        model.Line("Quotient", Unit.None, t => 1 / (ounces[t] / (1 * GoldOunce)));

        var problems = Assert.Throws<InvalidInputException>(model.Complete).Problems;

        Assert.Equal(5, problems.Length);
        foreach (string name in (string[])["Forgotten", "Wrong unit", "First sum", "Second sum", "Quotient"])
            Assert.Single(problems, p => $"{p.Subject} {p.Where}".Contains($"ine '{name}'", StringComparison.Ordinal));
    }

    [Fact]
    public void Complete_AfterAMistakeWasMended_Works()
    {
        var line = model.Declare("Flow", Usd);
        Small.Refused(model.Complete);
        line.Is(_ => 3 * Usd);

        Assert.Equal([3, 3, 3, 3, 3], model.Values(line));
        var later = model.Line("Twice", Usd, t => 2 * line[t]);
        Assert.Equal([6, 6, 6, 6, 6], model.Values(later));
    }

    [Fact]
    public void Find_OfAnUnknownLine_NamesTheNearest()
    {
        model.Line("Project loan / Interest", Usd, _ => 0);

        var problem = Small.Refused(() => model.Find("Project loan / Intrest"));

        Assert.Contains("'Project loan / Interest'", problem.Allowed, StringComparison.Ordinal);
        Assert.Null(model.TryFind("Project loan / Intrest"));
        Small.Refused(() => model.FindMilestone("Completion"));
    }

    [Fact]
    public void Line_InsideItsOwnText_IsRefused()
    {
        Line? line = null;
        line = model.Line("Flow", Usd, t => model.Values(line!)[t.Index] * Usd);

        Assert.Throws<InvalidInputException>(model.Complete);
    }

    [Fact]
    public void InputLine_SuppliedInSomePeriodsOnly_IsZeroInTheOthers()
    {
        var fixing = model.Input("Fixing", Unit.None, t => t.Index == 2 ? 0.05 : null, when: t => t.Index == 2);

        Assert.Equal([0, 0, 0.05, 0, 0], model.Values(fixing));
    }

    [Fact]
    public void Obligation_PaidInPart_CarriesTheRest()
    {
        // Owed 10 a quarter, paid at most 8: due 0, 10, 12, 14, 16 and overdue 0, 2, 4, 6, 8.
        var owed = model.Obligation("Fee", Usd, t => (t.IsFirst ? 0 : 10) * Usd);
        owed.Paid.Is(t => Min(owed.Due[t], 8 * Usd));

        Assert.Equal([0, 10, 12, 14, 16], model.Values(owed.Due));
        Assert.Equal([0, 8, 8, 8, 8], model.Values(owed.Paid));
        Assert.Equal([0, 2, 4, 6, 8], model.Values(owed.Overdue));
    }
}
