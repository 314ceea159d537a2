using NodaTime;
using ProjectFinance.Deals;
using ProjectFinance.Evaluation;
using ProjectFinance.Reporting;
using ProjectFinance.Results;
using ProjectFinance.Scenarios;
using ProjectFinance.Tests.Results;
using static ProjectFinance.Tests.Monitoring.Happened;

namespace ProjectFinance.Tests.Monitoring;

/// <summary>What follows from what happened, by hand on the short loan: USD 1,000,000 at 8 % ACT/360, interest 20,000.00, 20,222.22, 20,444.44, 20,444.44. Cents: sums of doubles are exact far below.</summary>
public class LockedHistoryTests
{
    const double Cent = 1e-6;

    [Fact]
    public void InterestPaidShort_IsOverdueAndDueAgain()
    {
        var run = Run((March, InterestPaid, "USD 19,500"));

        Assert.Equal(19_500, run.On(InterestPaid, March));
        Assert.Equal(500, run.On("Loan / Interest overdue", March), Cent);
        // Default interest is 2 % above the rate, for the 91 days of the second quarter.
        Assert.Equal(500 * 0.10 * 91 / 360, run.On("Loan / Default interest", June), Cent);
        Assert.Equal(20_222.222222 + 500 + 500 * 0.10 * 91 / 360, run.On(InterestPaid, June), 1e-5);
        Assert.True(run.Run.Passed);
    }

    [Fact]
    public void RepaidEarly_InterestFallsByAmountTimesRateTimesDays()
    {
        var (plan, run) = (ComparedRun.Of(Deal.Parse(ShortLoan.Json)), Run((March, PrincipalPaid, "100000")));

        Assert.Equal(900_000, run.On(Closing, March), Cent);
        Assert.Equal(100_000 * 0.08 * 91 / 360, plan.On(Interest, June) - run.On(Interest, June), Cent);
        Assert.Equal(0, run.On("Loan / Principal overdue", March));
        Assert.Equal(900_000, run.On(PrincipalPaid, new(2001, 12, 31)), Cent);
        Assert.True(run.Run.Passed);
    }

    [Fact]
    public void Flows_OnDaysOfAColumn_AddUp()
    {
        var run = Run((new(2001, 1, 15), PrincipalPaid, "40000"), (new(2001, 3, 20), PrincipalPaid, "60000"), (March, Closing, "900000"));

        Assert.Equal(100_000, run.On(PrincipalPaid, March));
        Assert.Equal("bank statement", Assert.Single(run.Deal.History!.Cells, cell => cell.Line.Name == PrincipalPaid).Source);
    }

    [Fact]
    public void InterestChargedOtherwise_IsWhatFellDue()
    {
        // The bank counts 91 days where the terms count 90; nothing is overdue, and nothing is owed back.
        var run = Run((March, InterestPaid, "20222.22"));

        Assert.Equal(0, run.On("Loan / Interest overdue", March));
        Assert.Equal(1_000_000 * 0.08 * 91 / 360, run.On(InterestPaid, June), Cent);
        Assert.Equal(20_222.22, run.On("Loan / Debt service", March), Cent);
        Assert.True(run.Run.Passed);
    }

    [Fact]
    public void LockedCell_IsAnInputThatStaysAsItIs()
    {
        var run = Run((March, InterestPaid, "19500"));
        var (model, line) = (run.Run.Model, run.Run.Model.Find(InterestPaid));
        var cell = line.Actual(model.Timeline.EndingOn(March))!;

        Assert.True(cell.IsActual);
        Assert.Equal((InterestPaid, 19_500.0, "bank statement"), (cell.Name, cell.Value, cell.Source));
        Assert.Contains(cell, model.Inputs);
        Assert.DoesNotContain(InputGroup.All(model.Inputs), group => group.Cells.Contains(cell));
        Assert.Null(line.Actual(model.Timeline.EndingOn(June)));
    }

    [Fact]
    public void Milestone_OnTheDayItHappened_IsReached()
    {
        var run = ComparedRun.Of(Deal.Parse(ShortLoan.With("\"2001-06-30\" }]", "\"2001-09-30\" }]")), actuals: Facts((June, "Milestones / Completion date", "2001-05-15")));

        Assert.Equal((0.0, 1.0), (run.On("Milestones / Completion", March), run.On("Milestones / Completion", June)));
        Assert.Equal(new LocalDate(2001, 5, 15), MilestoneDate.Of(run.Run, run.Run.Model.FindMilestone("Completion")));
    }

    [Fact]
    public void Fixing_OnItsDay_IsThatOfTheLoan()
    {
        // The rate of the second quarter is fixed two business days before it.
        var run = Run((new(2001, 3, 29), "Indices / LIBOR", "6.5%"), (March, InterestPaid, "20000"));

        Assert.Equal(1_000_000 * 0.085 * 91 / 360, run.On(Interest, June), Cent);
        Assert.Equal(1_000_000 * 0.08 * 92 / 360, run.On(Interest, new(2001, 9, 30)), Cent);
    }

    [Fact]
    public void Scenarios_MoveNothingThatHappened()
    {
        var terms = ScenarioTerms.Parse("""{ "name": "All of it", "seed": 7, "factors": [{ "name": "Rate", "targets": ["LIBOR"], "process": { "lognormalMultiple": { "deviation": "50%" } } }] }""");
        var plan = DealLayout.Lay(Deal.Parse(ShortLoan.Json)).Model;
        var model = Run((new(2001, 3, 29), "Indices / LIBOR", "6%"), (March, InterestPaid, "20000")).Run.Model;

        var (before, after) = (new DrawnScenarios(plan, terms), new DrawnScenarios(model, terms));

        Assert.DoesNotContain(after.Inputs, cell => cell.IsActual);
        Assert.Equal(before.Inputs.Length - 1, after.Inputs.Length);
        Formula[] wanted = [model.Find(InterestPaid)[model.Timeline.EndingOn(March)], model.Find(InterestPaid)[model.Timeline.EndingOn(June)], model.Find(InterestPaid)[model.Timeline.EndingOn(new(2001, 9, 30))]];
        var evaluator = model.Compile(wanted, after.Inputs).CreateEvaluator(64);
        after.CreateFiller().Fill(0, 64, evaluator);
        evaluator.Run(64);
        Assert.All(evaluator.Output(0)[..64].ToArray(), value => Assert.Equal(20_000, value));
        Assert.All(evaluator.Output(1)[..64].ToArray(), value => Assert.Equal(1_000_000 * 0.08 * 91 / 360, value, Cent));
        Assert.Equal(64, evaluator.Output(2)[..64].ToArray().Distinct().Count());
    }

    [Fact]
    public void Explanation_TellsTheActualAndTheFormula()
    {
        var run = Run((March, InterestPaid, "USD 19,500.00"));

        var told = run.Run.Explain(InterestPaid, March);

        Assert.Equal(("USD 19,500.00", 19_500.0), (told.Shown, told.Value));
        Assert.StartsWith("actual (bank statement); the formula gives USD 20,000.00: lesser of ", told.Text, StringComparison.Ordinal);
        Assert.Contains(told.Parts, part => part.Name == "Loan / Interest due" && part.Value.Equals(20_000.0));
    }

    [Fact]
    public void Page_OfARunWithHistory_TellsTheActualAndTheFormula()
    {
        var side = Run((March, InterestPaid, "USD 19,500.00"));

        Assert.Contains("actual (bank statement); the formula gives USD 20,000.00: lesser of", RunHtml.Write(side.Deal, side.Run), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("illinois-creek-1996-07.json", 1997, 12)]
    [InlineData("illinois-creek-1997-01.json", 1996, 12)]
    public void OwnValues_FedBack_ChangeNothing(string deal, int year, int month)
    {
        var market = Market.Read(Repository.PathOf("seeds", "market-1996-2001.json"));
        var terms = Deal.Read(Repository.PathOf("seeds", deal));
        var plan = terms.Run(market);
        var to = new LocalDate(year, month, 31);

        var again = terms.Run(market, actuals: Actuals.Parse(new StringReader(RunCsv.Write(plan)), "run.csv") with { To = to });

        foreach (var line in plan.Model.Lines) Assert.True(plan.Values(line).SequenceEqual(again.Values(line.Name)), line.Name);
        Assert.Contains(again.Model.Lines, line => line.Name.EndsWith(" / Draw", StringComparison.Ordinal) && line.Actual(again.Model.Periods[1]) is not null);
    }

    [Fact]
    public void RepaidMore_InterestOfTheReferenceDeal_FallsByTheAmountOfDays()
    {
        var market = Market.Read(Repository.PathOf("seeds", "market-1996-2001.json"));
        var terms = Deal.Read(Repository.PathOf("seeds", "illinois-creek-1996-07.json"));
        var (paid, interest) = ("Project loan / Principal paid", "Project loan / Interest");
        var plan = terms.Run(market);
        var timeline = plan.Model.Timeline;
        var (day, next) = (timeline.EndingOn(new(1997, 9, 30)), timeline.EndingOn(new(1997, 12, 31)));

        var run = terms.Run(market, actuals: new([new(day.End, paid, plan[paid, day] + 100_000, "agent"), new(day.End, "Milestones / Mechanical Completion date", "1996-12-31"), new(day.End, "Milestones / Completion date", "1997-06-30")]));

        // ACT/360 at the rate of the quarter, which does not turn on the balance.
        Assert.Equal(100_000 * plan["Project loan / Rate", next] * next.Days / 360, plan[interest, next] - run[interest, next], 1e-6);
        Assert.True(run.Passed);
    }
}
