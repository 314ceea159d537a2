using static ProjectFinance.Tests.Deals.SampleFiles;

namespace ProjectFinance.Tests.Deals;

/// <summary>Bad terms of prepayments, sweeps, reschedulings and loans on demand; and that good ones read back as they were written.</summary>
public class LaterLifeValidationTests
{
    const string Loan = "Facility 'Project loan'", Where = "facilities[0]";

    [Theory]
    [InlineData("prepayments", """[{ "payments": [{ "date": "1996-11-12", "amount": "USD 20,000,000" }] }]""", "the prepayment of USD 20,000,000 is above the commitment USD 19,500,000", "no more", "prepayments[0].payments[0].amount")]
    [InlineData("prepayments", """[{ "payments": [{ "date": "1996-11-12", "amount": "CAD 20" }] }]""", "the prepayment is in 'CAD'", "it must be in 'USD'", "prepayments[0].payments[0].amount")]
    [InlineData("prepayments", """[{ "payments": [{ "date": "1990-11-12", "amount": "USD 20" }] }]""", "is before the closing", "on or after", "prepayments[0].payments[0].date")]
    [InlineData("prepayments", """[{}]""", "no payment or amount is given", "at least one", "prepayments[0].payments")]
    [InlineData("prepayments", """[{ "name": "Interest", "payments": [{ "date": "1996-11-12", "amount": "USD 20" }] }]""", "is called 'Interest' already", "of its own", "prepayments[0].name")]
    [InlineData("prepayments", """[{ "amount": { "lesserOf": [] } }]""", "no amount is given", "at least one", "prepayments[0].amount.lesserOf")]
    [InlineData("sweep", """{ "account": "Proceeds Account", "share": "101%" }""", "the sweep takes 101% of the excess", "at most 100%", "sweep.share")]
    [InlineData("sweep", """{ "account": "Proceeds Account", "share": "0%" }""", "the sweep takes 0% of the excess", "above 0%", "sweep.share")]
    [InlineData("sweep", """{ "account": "Proceed Account", "share": "50%" }""", "there is no account 'Proceed Account'", "did you mean 'Proceeds Account'", "sweep.account")]
    [InlineData("sweep", """{ "account": "Proceeds Account", "share": "50%", "from": "Completon" }""", "there is no milestone 'Completon'", "did you mean 'Completion'", "sweep.from")]
    [InlineData("sweep", """{ "account": "Proceeds Account", "share": "50%" }""", "has no place for the sweep", "add 'Project loan / Sweep'", "sweep.account")]
    [InlineData("reschedulings", """[{ "from": "1998-06-30", "repayment": { "bullet": { "date": "1999-12-31" } } }, { "from": "1998-03-31", "repayment": { "bullet": { "date": "1999-12-31" } } }]""", "the rescheduling from 1998-03-31 is written after the one from 1998-06-30", "one on a date", "reschedulings[1].from")]
    [InlineData("reschedulings", """[{ "from": "1998-06-30", "repayment": { "bullet": { "date": "1999-12-31" } } }, { "from": "1998-06-30", "repayment": { "bullet": { "date": "1999-12-31" } } }]""", "the rescheduling from 1998-06-30 is written after the one from 1998-06-30", "one on a date", "reschedulings[1].from")]
    [InlineData("reschedulings", """[{ "from": "1998-06-30", "repayment": { "bullet": { "date": "1998-06-30" } } }]""", "instalment 1 falls on 1998-06-30, not after the rescheduling on 1998-06-30", "new instalments", "reschedulings[0].repayment")]
    [InlineData("reschedulings", """[{ "from": "1998-06-30", "repayment": { "bullet": { "date": "2001-12-31" } } }]""", "after the last interest date 2000-12-31", "on or before", "reschedulings[0].repayment")]
    [InlineData("reschedulings", """[{ "from": "1998-06-30", "repayment": { "bullet": { "date": "1999-12-31" } }, "interestDates": { "onDates": ["1998-06-30", "1999-12-31"] } }]""", "the first interest date 1998-06-30 is not after the rescheduling", "after it", "reschedulings[0].interestDates")]
    [InlineData("reschedulings", """[{ "from": "1998-06-30", "repayment": { "percentageTable": { "instalments": [{ "date": "1998-12-31", "percent": "65%" }] } } }]""", "sum to 65%", "sum to 100%", "reschedulings[0].repayment.percentageTable.instalments")]
    [InlineData("repayment", """{ "onDemand": { "maturity": "1999-12-31", "demand": "2000-06-30" } }""", "the demand is expected on 2000-06-30, after the last day 1999-12-31", "on or before", "repayment.onDemand.demand")]
    [InlineData("repayment", """{ "onDemand": { "maturity": "1999-12-31", "demand": "Completon" } }""", "there is no milestone 'Completon'", "did you mean 'Completion'", "repayment.onDemand.demand")]
    [InlineData("draws", """{ "advances": [{ "date": "1996-08-01", "amount": "USD 20,000,000" }] }""", "the advance of USD 20,000,000 is above the commitment USD 19,500,000", "available", "draws.advances[0].amount")]
    [InlineData("draws", """{ "advances": [] }""", "no advance is given", "at least one", "draws.advances")]
    public void Parse_TermsThatMakeNoSense_SaysWhyAndWhere(string field, string json, string fact, string allowed, string where)
    {
        // What stands in no waterfall is another problem.
        var problems = ProblemsWith(($"{Where}.{field}", json)).Where(problem => problem.Where.StartsWith(Where, StringComparison.Ordinal)
            && (problem.Fact.Contains(fact, StringComparison.Ordinal) || !problem.Fact.Contains("no place for the sweep", StringComparison.Ordinal))).ToList();
        IsOnly(problems, Loan, fact, allowed, $"{Where}.{where}");
    }

    [Fact]
    public void Parse_PrepaymentInNoWaterfall_IsPaidByNobody() =>
        IsOnly(ProblemsWith(($"{Where}.prepayments", """[{ "payments": [{ "date": "1996-11-12", "amount": "USD 4,500,000" }] }]""")),
            "Obligation 'Project loan / Prepayment'", "no waterfall", "add it to the waterfall", "accounts");

    [Theory]
    [InlineData("Sweep", "sweep", """{ "account": "Proceeds Account", "share": "50%" }""")]
    [InlineData("Prepayment", "prepayments", """[{ "payments": [{ "date": "1996-11-12", "amount": "USD 4,500,000" }] }]""")]
    public void Parse_DrawsThatFundARepaymentOfTheSameLoan_AreRefused(string title, string field, string json) =>
        IsOnly(ProblemsWith(($"{Where}.{field}", json), ("accounts[0].waterfall[0]", $$"""{ "pay": "Project loan / {{title}}" }"""))
                .Where(problem => problem.Where.EndsWith("drawsMayFund", StringComparison.Ordinal)).ToList(),
            "Account 'Proceeds Account'", $"draws may fund 'Project loan / {title}'", "set 'drawsMayFund' to false", "accounts[0].waterfall[0].drawsMayFund");

    [Fact]
    public void ToJson_LaterLife_ReadsBackTheSame()
    {
        var small = new Facilities.SmallDeal
        {
            Terms = loan => loan with
            {
                Prepayments =
                [
                    new() { Payments = [new(new(1996, 11, 12), 4_500_000 * Units.Usd)], Reinstates = true, Source = "8-K 1996-11-12" },
                    new() { Name = "Close-out", Amount = new ProjectFinance.Amounts.LineAmount("Hedges / Close-out proceeds") },
                ],
                PrepaymentOrder = ProjectFinance.Facilities.PrepaymentOrder.Chronological,
                Sweep = new() { Account = "Proceeds Account", Share = 0.6667, From = new ProjectFinance.Rates.OnMilestone("Completion"), On = ProjectFinance.Facilities.SweepDates.EveryColumn },
                Reschedulings =
                [
                    new() { From = new(1997, 10, 31), Repayment = new ProjectFinance.Facilities.Bullet(new(1998, 12, 31)), WithOverdue = false },
                    new() { From = new(1998, 1, 31), Repayment = new ProjectFinance.Facilities.OnDemand(new(1999, 12, 31)) { Demand = new ProjectFinance.Rates.OnDate(new(1998, 5, 31)) }, InterestDates = new ProjectFinance.Time.OnDates([new(1999, 12, 31)]) },
                ],
            },
        }.Deal();

        var json = small.ToJson();

        Assert.Equal(json, ReadShape(json).ToJson());
        Assert.Contains("\"onDemand\"", json, StringComparison.Ordinal);
        Assert.Equal(small.Facilities[0].Sweep, ReadShape(json).Facilities[0].Sweep);
    }
}
