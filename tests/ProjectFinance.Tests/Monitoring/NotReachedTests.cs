using NodaTime;
using ProjectFinance.Deals;
using ProjectFinance.Monitoring;
using ProjectFinance.Reporting;
using ProjectFinance.Results;
using ProjectFinance.Tests.Results;
using static ProjectFinance.Tests.Monitoring.Happened;

namespace ProjectFinance.Tests.Monitoring;

/// <summary>
/// A milestone expected in history that nothing says was reached. By hand: USD 1,000,000 at 6 % and a margin of 2 % until Completion, 1 % after, which is expected on 2001-06-15; days on ACT/360. Reached then, the second
/// quarter has 76 days at 8 % and 15 at 7 %, the third 92 at 7 %. Not reached by 30 June and taken as reached on 1 July: 91 days at 8 %, then one day at 8 % and 91 at 7 %.
/// </summary>
public class NotReachedTests
{
    const double Cent = 1e-6;
    const double SecondIfReached = 1_000_000 * (0.08 * 76 + 0.07 * 15) / 360, SecondIfNot = 1_000_000 * 0.08 * 91 / 360;
    const double ThirdIfReached = 1_000_000 * 0.07 * 92 / 360, ThirdIfNot = 1_000_000 * (0.08 * 1 + 0.07 * 91) / 360;
    const string Completion = "Milestones / Completion", CompletionDate = "Milestones / Completion date";

    static readonly LocalDate September = new(2001, 9, 30);

    static Deal Terms => Deal.Parse(ShortLoan.With("\"2001-06-30\" }]", "\"2001-06-15\" }]").Replace(ShortLoan.Margin, "\"margin\": { \"initial\": \"2%\", \"changes\": [{ \"on\": \"Completion\", \"to\": \"1%\" }] }", StringComparison.Ordinal));

    static ComparedRun With(params ReadOnlySpan<(LocalDate Date, string Line, string Value)> facts) => ComparedRun.Of(Terms, actuals: Facts(facts));

    [Fact]
    public void WithoutActuals_ItIsReachedAsExpected()
    {
        var plan = ComparedRun.Of(Terms);

        Assert.Equal(SecondIfReached, plan.On(InterestPaid, June), Cent);
        Assert.Equal(ThirdIfReached, plan.On(InterestPaid, September), Cent);
    }

    [Fact]
    public void Silence_MeansNotReached_AndTheDayAfterHistoryAtTheEarliest()
    {
        var run = With((June, PrincipalPaid, "0"));

        Assert.Equal((0.0, 1.0), (run.On(Completion, June), run.On(Completion, September)));
        Assert.Equal(SecondIfNot, run.On(InterestPaid, June), Cent);
        Assert.Equal(ThirdIfNot, run.On(InterestPaid, September), Cent);
        Assert.Equal(new PostponedMilestone("Completion", new(2001, 6, 15), new(2001, 7, 1)), Assert.Single(run.Deal.History!.Postponed));
        Assert.True(run.Run.Passed);
    }

    [Fact]
    public void Told_InHeadlineAndExplanation()
    {
        var run = With((June, PrincipalPaid, "0"));

        var text = string.Join(' ', StatementText.Lines(run.Deal, run.Run).Select(line => line.Text));
        Assert.Contains("Completion was expected on 2001-06-15, and nothing says that it was reached by 2001-06-30: it is taken as reached on 2001-07-01, at the earliest.", text, StringComparison.Ordinal);
        var date = Assert.Single(run.Run.Explain(Completion, June).Parts);
        Assert.Equal(("2001-07-01", "expected 2001-06-15, and not reached by 2001-06-30: the day after at the earliest"), (date.Shown, date.Source));
        Assert.False(run.Run.Model.FindMilestone("Completion").Date!.Input.IsActual);
    }

    [Fact]
    public void DateGiven_IsWhenItWasReached()
    {
        var run = With((June, PrincipalPaid, "0"), (June, CompletionDate, "2001-06-15"));

        Assert.Equal(SecondIfReached, run.On(InterestPaid, June), Cent);
        Assert.Empty(run.Deal.History!.Postponed);
    }

    [Fact]
    public void FlagGiven_AgreesWithTheDateExpected_WhichStands()
    {
        var run = With((March, Completion, "no"), (June, Completion, "yes"));

        Assert.Equal(SecondIfReached, run.On(InterestPaid, June), Cent);
        Assert.Empty(run.Deal.History!.Postponed);
    }

    [Fact]
    public void FlagThatSaysNo_IsAsSilence() => Assert.Equal(ThirdIfNot, With((June, Completion, "no")).On(InterestPaid, September), Cent);

    [Fact]
    public void FlagThatSaysNo_BeforeTheEndOfHistory_DoesNotMakeItReachedAfter() => Assert.Equal(SecondIfNot, With((March, Completion, "no"), (June, PrincipalPaid, "0")).On(InterestPaid, June), Cent);

    [Fact]
    public void ExpectedAfterHistory_StaysAsExpected()
    {
        var run = With((March, PrincipalPaid, "0"));

        Assert.Equal(SecondIfReached, run.On(InterestPaid, June), Cent);
        Assert.Empty(run.Deal.History!.Postponed);
    }

    [Fact]
    public void LongstopPassed_IsABreachFromItsColumnOn()
    {
        var late = Deal.Parse(ShortLoan.With("\"expected\": \"2001-06-30\" }]", "\"expected\": \"2001-03-31\", \"longstop\": \"2001-03-31\" }]"));

        var breach = Assert.Single(ComparedRun.Of(late, actuals: Facts((June, PrincipalPaid, "0"))).Headline.Breaches);

        Assert.Equal(("Completion not reached by 2001-03-31", March), (breach.Title, breach.First));
    }

    [Fact]
    public void Attribution_GivesItAShareOfItsOwn()
    {
        // Sixteen days at one per cent more: from 15 June to 1 July.
        double more = 1_000_000 * 0.01 * 16 / 360;

        var shares = Attribution.Between(ComparedRun.Of(Terms), With((June, PrincipalPaid, "0"), (March, "Loan / Draw", "0")), ChosenOutput.Parse($"total {InterestPaid}")).Shares;

        Assert.Equal(more, shares.Single(share => share.Title == $"Actual, {Completion}").Share, Cent);
        Assert.All(shares.Where(share => share.Title != $"Actual, {Completion}"), share => Assert.Equal(0, share.Share, Cent));
    }
}
