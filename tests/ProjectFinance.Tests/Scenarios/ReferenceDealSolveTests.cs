using ProjectFinance.Deals;
using ProjectFinance.Evaluation;
using ProjectFinance.Results;
using ProjectFinance.Scenarios;

namespace ProjectFinance.Tests.Scenarios;

/// <summary>Solutions on the term sheets of the reference deal, against runs on a grid one by one.</summary>
public class ReferenceDealSolveTests
{
    static readonly Market Rates = Market.Read(Repository.PathOf("seeds", "market-1996-2001.json"));

    static Model Lay(string sheet) => DealLayout.Lay(Deal.Read(Repository.PathOf("seeds", sheet)), Rates).Model;

    [Theory]
    [InlineData("illinois-creek-1996-07.json", "gold", VariedBy.Level, "lowest Ratios / DSCR >= 1.20", 100, 900, true)]
    [InlineData("illinois-creek-1996-07.json", "gold", VariedBy.Factor, "Project loan / Closing balance@2000-12-31 <= 0", 0.5, 2, true)]
    [InlineData("illinois-creek-1996-07.json", "Project / Operating costs: Mining, processing and site, each unit", VariedBy.Level, "lowest Ratios / LLCR >= 0.5", 50, 400, true)]
    [InlineData("illinois-creek-1996-11.json", "Project / Production", VariedBy.Factor, "lowest Ratios / DSCR >= 1.0", 0.1, 4, false)]
    [InlineData("illinois-creek-1997-01.json", "USD LIBOR 3M", VariedBy.Addition, "total Project loan / Interest >= 7,000,000", -0.04, 0.2, true)]
    [InlineData("illinois-creek-afterwards.json", "gold", VariedBy.Level, "last Project loan / Closing balance <= 1,000,000", 50, 900, true)]
    public void Solution_OnATermSheet_AgreesWithRunsOnAGrid(string sheet, string vary, VariedBy by, string until, double from, double to, bool found)
    {
        var model = Lay(sheet);
        var solution = new BreakEven(model, vary, [Target.Parse(until)], new() { By = by, From = from, To = to }).Solve();
        var runner = new Runner(model);

        bool Holds(double number)
        {
            var run = runner.Run(solution.Varied.Inputs.ToDictionary(cell => cell, cell => by switch { VariedBy.Level => number, VariedBy.Factor => cell.Value * number, _ => cell.Value + number }));
            var target = solution.Targets[0];
            double value = target.Output.In(run)?.Value ?? double.PositiveInfinity;
            // Half a cent of an amount is nothing, and a rounding error of a ratio; written as there, or the last bits would decide.
            double slack = target.Output.UnitIn(model).IsCurrency ? 0.005 : 1e-12 * Math.Max(1, target.Value);
            return (target.Comparison == Comparison.AtLeast ? value - target.Value : target.Value - value) + slack >= 0;
        }

        // 97 shares no divisor with 1,024, so the grid's points are others than those first looked at.
        for (int i = 0; i <= 97; i++)
        {
            double number = from + (to - from) * i / 97;
            bool expected = solution.Crossings.Where(crossing => crossing.Value <= number || crossing.Neighbour <= number).Select(crossing => crossing.HoldsAbove).LastOrDefault(solution.HoldsAtFrom);
            Assert.Equal(expected, Holds(number));
        }
        Assert.Equal(found, solution.Answer is not null);
        if (solution.Answer is null) return;
        Assert.True(Holds(solution.Answer.Value));
        Assert.False(Holds(solution.Answer.Neighbour));
        Assert.All(solution.AtAnswer, value => Assert.True(value.Holds));
        Assert.Single(solution.Binding);
    }

    // On 30 November 1997, day 507 from 11 July 1996, Completion is still in time; a day later it is a breach.
    [Fact]
    public void Completion_MayComeOnTheLongstopAndNoLater()
    {
        var solution = Deal.Read(Repository.PathOf("seeds", "illinois-creek-1996-07.json")).Solve("Milestones / Completion date", "highest Breaches / Completion not reached by 1997-11-30 <= 0", market: Rates);

        Assert.Equal((507, 508), (solution.Answer!.Value, solution.Answer.Neighbour));
    }

    [Fact]
    public void Sizing_BySeveralTests_IsTheLargestThatHoldsAndNamesWhatBinds()
    {
        var deal = Deal.Read(Repository.PathOf("seeds", "illinois-creek-1996-07.json"));
        var model = DealLayout.Lay(deal).Model;
        var sizing = new DebtSizing { Loan = "Project loan", Dscr = 1.5, Llcr = 1.2, ReserveTail = 0.25, Others = [Target.Parse("Ratios / Gearing@1997-06-30 <= 80%")], To = 30_000_000 };

        var sized = deal.Size(sizing);
        var runner = new Runner(model);

        bool Hold(double commitment)
        {
            var run = runner.Run(new Dictionary<InputCell, double> { [InputGroup.Find(model, "Project loan / Commitment").Cells[0]] = commitment });
            return Lowest(run, "Ratios / DSCR") >= 1.5 - 2e-12 && Lowest(run, "Ratios / LLCR") >= 1.2 - 2e-12 && Lowest(run, "Ratios / Reserve tail") >= 0.25
                && run["Ratios / Gearing", model.Timeline.EndingOn(new(1997, 6, 30))] <= 0.8 + 2e-12;
        }

        double size = sized.Commitment!.Value.Value;
        Assert.True(sized.IsLimited);
        Assert.True(Hold(size));
        Assert.False(Hold(Math.Round(size + 0.01, 2)));
        for (int i = 1; i <= 40; i++) Assert.False(Hold(size + (30_000_000 - size) * i / 40));
        Assert.NotEmpty(sized.Binding);
        Assert.Equal(4, sized.Solution.AtAnswer.Length);
        Assert.Equal(size, Math.Round(size, 2));
    }

    [Fact]
    public void Sizing_WhereTheReserveTailIsTooShort_FindsNone()
    {
        var sized = Deal.Read(Repository.PathOf("seeds", "illinois-creek-1996-07.json")).Size(new() { Loan = "Project loan", ReserveTail = 0.9, Dscr = 0.1 });

        Assert.Null(sized.Commitment);
        Assert.Equal("Ratios / Reserve tail", Assert.Single(sized.Solution.AtClosest, value => !value.Holds).Target.Output.Line);
    }

    [Fact]
    public void Sizing_OfAnUnknownLoan_NamesTheNearest() =>
        Assert.Contains("'Project loan'", Assert.Throws<InvalidInputException>(() => Deal.Read(Repository.PathOf("seeds", "illinois-creek-1996-07.json")).Size(new() { Loan = "Project lone", Dscr = 1 })).Message, StringComparison.Ordinal);

    // 60 x 60 directions over the sphere of three factors, each with its own first breach by steps of 0.02 deviations: none may be nearer than the answer by more than a step.
    [Fact]
    public void Stress_OnTheReferenceDeal_IsNoFartherThanAnyDirectionOfASphere()
    {
        var model = DealLayout.Lay(Deal.Read(Repository.PathOf("seeds", "illinois-creek-1996-07.json"))).Model;
        string[] names = ["gold", "Project / Operating costs: Mining, processing and site, each unit", "USD LIBOR 3M"];
        double[] deviations = [0.15, 0.10, 0.01];
        var stress = new ReverseStress
        {
            Factors = [new(names[0], deviations[0], VariedBy.Factor), new(names[1], deviations[1], VariedBy.Factor), new(names[2], deviations[2], VariedBy.Addition)],
            Until = Target.Parse("lowest Ratios / DSCR <= 1.10"), Within = 4,
        }.Solve(model);
        Assert.Equal(StressOutcome.Found, stress.Outcome);
        Assert.True(stress.Outside!.Holds);
        Assert.False(stress.Inside!.Holds);

        var output = stress.Terms.Until.Output.Find(model);
        var cells = names.Select(name => InputGroup.Find(model, name, model.InputsOf([output])).Cells).ToArray();
        var evaluator = model.Compile([output], cells.SelectMany(group => group)).CreateEvaluator(1024);
        const double Step = 0.02;
        double nearest = double.PositiveInfinity;
        for (int i = 0; i < 60; i++)
            for (int j = 0; j < 60; j++)
            {
                double angle = 2 * Math.PI * i / 60, height = (2 * j + 1) / 60.0 - 1, ring = Math.Sqrt(1 - height * height);
                double[] way = [ring * Math.Cos(angle), ring * Math.Sin(angle), height];
                int steps = (int)(stress.Terms.Within / Step);
                for (int f = 0, row = 0; f < 3; f++)
                    foreach (var cell in cells[f])
                    {
                        var values = evaluator.Input(row++);
                        for (int k = 0; k < steps; k++) values[k] = f == 2 ? cell.Value + deviations[f] * way[f] * Step * (k + 1) : cell.Value * Math.Exp(deviations[f] * way[f] * Step * (k + 1));
                    }
                evaluator.Run(steps);
                int first = evaluator.Output(0)[..steps].IndexOfAnyInRange(double.NegativeInfinity, 1.10);
                if (first >= 0) nearest = Math.Min(nearest, Step * (first + 1));
            }
        Assert.InRange(nearest, stress.Distance, stress.Distance + 2 * Step);
    }

    static double Lowest(Run run, string line) => run.Values(line).ToArray().Where(double.IsFinite).Min();
}
