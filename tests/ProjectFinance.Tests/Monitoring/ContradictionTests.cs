using NodaTime;
using ProjectFinance.Deals;
using ProjectFinance.Tests.Results;
using static ProjectFinance.Tests.Monitoring.Happened;

namespace ProjectFinance.Tests.Monitoring;

/// <summary>What cannot have happened, or not so, is refused, everything at once.</summary>
public class ContradictionTests
{
    [Fact]
    public void EverythingThatCannotBePlaced_IsToldAtOnce()
    {
        var told = Wrong(
            (March, "Loan / Interst paid", "1"), (new(2001, 2, 15), Closing, "1000000"), (March, InterestPaid, "EUR 19,500"), (March, PrincipalPaid, "a lot"),
            (March, "Account / Distribution", "12%"), (March, "Loan / Commitment", "900000"), (March, "Checks / Account: never overdrawn", "5"), (March, "Milestones / Completion date", "2001-09-15"),
            (new(2000, 12, 30), InterestPaid, "1"), (March, "Indices / LIBOR", "6.5")).Select(problem => $"{problem.Subject}: {problem.Fact}; {problem.Allowed}").ToList();

        Assert.Equal(
        [
            "Actual of 'Indices / LIBOR', 2001-03-31: a rate of 6.5 is 650 %; write a percentage with its sign, '5.6875%', or a fraction, '0.056875'",
            "Actual of 'Loan / Closing balance', 2001-02-15: no column ends on 2001-02-15; the nearest columns end on 2000-12-31 and 2001-03-31",
            "Actual of 'Loan / Interest paid', 2001-03-31: it is stated in 'EUR'; the line is counted in 'USD'",
            "Actual of 'Loan / Principal paid', 2001-03-31: 'a lot' is not a number; write digits with a point, '4900000.00', or an amount with its unit, 'USD 4,900,000.00'",
            "Actual of 'Account / Distribution', 2001-03-31: it is stated as a percentage; the line is counted in 'USD'",
            "Actual of 'Checks / Account: never overdrawn', 2001-03-31: it is a check, which is computed and never happens; leave it out",
            "Actual of 'Milestones / Completion date', 2001-03-31: 2001-09-15 is not between 2000-12-31 and 2001-03-31; what happened lies in history; a later expectation is agreed by an amendment",
            "Actual of 'Loan / Interest paid', 2000-12-30: 2000-12-30 falls in no column; columns cover the days after 2000-12-31 up to 2001-12-31",
        ], told.Take(8));
        Assert.Contains("Actual of 'Loan / Interst paid', 2001-03-31: the model has no line of that name; did you mean 'Loan / Interest paid'", told[8], StringComparison.Ordinal);
        Assert.StartsWith("Actual of 'Loan / Commitment', 2001-03-31: it is a term of the deal", told[9], StringComparison.Ordinal);
        Assert.Equal(10, told.Count);
    }

    [Theory]
    [InlineData("Loan / Interst paid", "the model has no line of that name; did you mean 'Loan / Interest paid'")]
    [InlineData("Loan / Commitment", "it is a term of the deal, which is agreed and does not happen; change it by an amendment")]
    public void UnknownName_IsToldWithTheNearest(string line, string told) => Assert.Contains(told, Assert.Single(Wrong((March, line, "1"))).ToString(), StringComparison.Ordinal);

    [Fact]
    public void TwoValuesOfABalance_AreToldWithTheirDifference() =>
        Assert.Equal("Actual of 'Loan / Closing balance', 2001-03-31: it is 900000, and 1000000 before: they differ by 100,000; a balance, a level, a condition or a fixing has one value a day; only flows add up",
            Assert.Single(Wrong((March, Closing, "1000000"), (March, Closing, "900000"))).ToString());

    [Fact]
    public void BalanceThatItsFlowsDoNotMake_IsToldWithCheckAndAmount()
    {
        var told = Assert.Single(Wrong((March, PrincipalPaid, "100000"), (March, Closing, "950000")));

        Assert.Equal("Checks / Loan: drawn and capitalised = repaid + outstanding", told.Subject);
        Assert.Equal("what happened in the column ending 2001-03-31 does not add up, by USD -50,000.00; actuals in it: 'Loan / Closing balance' 950,000.00, 'Loan / Principal paid' 100,000.00; computed: none", told.Fact);
    }

    [Fact]
    public void OpeningBalance_IsTheClosingBalanceBefore() =>
        Assert.Equal("it opens with USD 950,000.00, and the column before closed with USD 1,000,000.00: they differ by USD 50,000.00",
            Wrong((March, Closing, "1000000"), (June, "Loan / Opening balance", "950000"), (June, Closing, "1000000")).Single(problem => problem.Subject.StartsWith("Actual", StringComparison.Ordinal)).Fact);

    [Fact]
    public void EndOfHistory_IsTheEndOfAColumn() =>
        Assert.Contains("no column ends on 2001-03-20; the nearest columns end on 2000-12-31 and 2001-03-31", Assert.Single(Wrong((new(2001, 3, 20), InterestPaid, "1"))).ToString(), StringComparison.Ordinal);

    [Fact]
    public void LaterFacts_AreLeftOut()
    {
        var facts = Facts((March, InterestPaid, "20000"), (June, InterestPaid, "1"));

        var deal = DealLayout.Lay(Deal.Parse(ShortLoan.Json), actuals: facts with { To = March });
        var asKnown = DealLayout.Lay(Deal.Parse(ShortLoan.Json), asOf: new(2001, 4, 1), actuals: facts);

        Assert.Equal((1, March, 1), (deal.History!.LeftOut, deal.History.To, deal.History.Cells.Length));
        Assert.Equal((1, March), (asKnown.History!.LeftOut, asKnown.History.To));
        Assert.Contains("lock it up to a day that is known", Assert.Throws<InvalidInputException>(() => DealLayout.Lay(Deal.Parse(ShortLoan.Json), asOf: new(2001, 4, 1), actuals: facts with { To = June })).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void FixingOnAnotherDay_IsToldAsUnobserved() =>
        Assert.Equal("Indices / LIBOR", Assert.Single(Run((new(2001, 3, 28), "Indices / LIBOR", "6%"), (March, InterestPaid, "20000")).Deal.History!.Unobserved).Line);

    [Fact]
    public void FlagOfAMilestone_AgreesWithItsDate() => Assert.Equal(
        "it is yes, and the date of the milestone makes it no", Assert.Single(Wrong((March, "Milestones / Completion", "yes"))).Fact);

    [Fact]
    public void Lock_RefusesChecksAndSecondLocks()
    {
        var model = DealLayout.Lay(Deal.Parse(ShortLoan.Json)).Model;
        model.Lock(model.Find(InterestPaid), model.Periods[1], 19_500);

        Assert.Throws<InvalidInputException>(() => model.Lock(model.Find(InterestPaid), model.Periods[1], 19_500));
        Assert.Throws<InvalidInputException>(() => model.Lock(model.Find("Checks / Account: never overdrawn"), model.Periods[1], 0));
        Assert.Throws<InvalidInputException>(() => model.Lock(model.Find(PrincipalPaid), model.Periods[1], double.NaN));
        model.Complete();
        Assert.Throws<InvalidOperationException>(() => model.Lock(model.Find(PrincipalPaid), model.Periods[1], 1));
    }
}
