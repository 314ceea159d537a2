using ProjectFinance.Deals.Validation;
using ProjectFinance.Deals;
using static ProjectFinance.Tests.Deals.SampleFiles;

namespace ProjectFinance.Tests.Deals;

public class DealValidationTests
{
    const string Sheet = "Term sheet", Loan = "Facility 'Project loan'", Project = "Project 'Project'", Royalty = "Royalty 'Upland lease'", Account = "Account 'Proceeds Account'", Equity = "Contribution 'Sponsor / Equity contribution'";

    [Fact]
    public void Problems_SampleDeal_AreNone() => Assert.Empty(DealValidation.Problems(SampleFiles.Deal));

    [Theory]
    // The loan.
    [InlineData("facilities[0].commitment", "\"USD -5\"", Loan, "the commitment is USD -5", "above zero", "facilities[0].commitment")]
    [InlineData("facilities[0].commitment", "\"USD 0\"", Loan, "the commitment is USD 0", "above zero", "facilities[0].commitment")]
    [InlineData("facilities[0].fees[0].establishmentFee.amount", "\"CAD 5\"", Loan, "the establishment fee is in 'CAD'", "it must be in 'USD', the currency of the commitment", "facilities[0].fees[0].establishmentFee.amount")]
    [InlineData("facilities[0].fees[0].establishmentFee.amount", "\"USD -5\"", Loan, "the establishment fee USD -5 is negative", "zero or more", "facilities[0].fees[0].establishmentFee.amount")]
    [InlineData("facilities[0].fees[1].commitmentFee.rate", "\"-0.5%\"", Loan, "the commitment fee -0.5% is negative", "zero or more", "facilities[0].fees[1].commitmentFee.rate")]
    [InlineData("facilities[0].fees[0]", """{ "commitmentFee": { "rate": "1%" } }""", Loan, "there are 2 fees of the kind commitment fee", "at most one", "facilities[0].fees")]
    [InlineData("facilities[0].interest.margin", "\"-1%\"", Loan, "the margin -1% is negative", "zero or more", "facilities[0].interest.margin")]
    [InlineData("facilities[0].interest.margin.changes[0].to", "\"-1%\"", Loan, "the margin -1% is negative", "zero or more", "facilities[0].interest.margin.changes[0].to")]
    [InlineData("facilities[0].interest.margin.changes[0].on", "\"Completon\"", Loan, "there is no milestone 'Completon'", "did you mean 'Completion'", "facilities[0].interest.margin.changes[0].on")]
    [InlineData("facilities[0].interest.margin.changes", """[{ "on": "1999-01-01", "to": 0 }, { "on": "1998-01-01", "to": 0 }]""", Loan, "changes on 1998-01-01, written after the change on 1999-01-01", "in the order", "facilities[0].interest.margin.changes[1].on")]
    [InlineData("facilities[0].interest.defaultMargin", "-0.01", Loan, "the default margin -1% is negative", "zero or more", "facilities[0].interest.defaultMargin")]
    [InlineData("facilities[0].interest.rounding.to", "0", Loan, "rounded to steps of 0%", "above zero", "facilities[0].interest.rounding.to")]
    [InlineData("facilities[0].interest.fixingDays", "-2", Loan, "the number of fixing days is -2", "0 or more", "facilities[0].interest.fixingDays")]
    [InlineData("facilities[0].interest.fixingCalendars", "[]", Loan, "no fixing calendar is given", "at least one", "facilities[0].interest.fixingCalendars")]
    [InlineData("facilities[0].businessDays.calendars", "[]", Loan, "no calendar is given", "at least one", "facilities[0].businessDays.calendars")]
    [InlineData("facilities[0].lookAheadMonths", "[3, 0]", Loan, "the number of months to look ahead is 0", "1 or more", "facilities[0].lookAheadMonths[1]")]
    [InlineData("facilities[0].lookAheadMonths", "[3, 3]", Loan, "the number of months '3' is given twice", "once", "facilities[0].lookAheadMonths[1]")]
    [InlineData("facilities[0].draws.asNeeded.lastDate", "\"1996-07-01\"", Loan, "the last draw date 1996-07-01 is before the closing 1996-07-11", "on or after", "facilities[0].draws.asNeeded.lastDate")]
    [InlineData("facilities[0].draws.asNeeded.lastDate", "\"2005-01-01\"", Loan, "the last draw date 2005-01-01 is after the end 2003-12-31", "on or before", "facilities[0].draws.asNeeded.lastDate")]
    [InlineData("facilities[0].draws.asNeeded.untilMilestone", "\"Mechanical\"", Loan, "there is no milestone 'Mechanical'", "did you mean 'Mechanical Completion'?", "facilities[0].draws.asNeeded.untilMilestone")]
    // Its dates.
    [InlineData("facilities[0].interest.dates.every.step", "\"P0M\"", Loan, "does not go forward", "at least a day", "facilities[0].interest.dates")]
    [InlineData("facilities[0].interest.dates.every.last", "\"2004-12-31\"", Loan, "the last interest date 2004-12-31 is after the end 2003-12-31", "on or before", "facilities[0].interest.dates")]
    [InlineData("facilities[0].interest.dates.every.first", "\"1996-06-30\"", Loan, "the first interest date 1996-06-30 is before the closing 1996-07-11", "on or after", "facilities[0].interest.dates")]
    [InlineData("facilities[0].repayment.equalPrincipal.dates.onDatesOfYear.dates", "[]", Loan, "no date of the year is given", "at least one", "facilities[0].repayment.equalPrincipal.dates")]
    [InlineData("facilities[0].repayment.equalPrincipal.dates", """{ "onDates": [] }""", Loan, "no date is given", "at least one", "facilities[0].repayment.equalPrincipal.dates")]
    [InlineData("facilities[0].repayment", """{ "bullet": { "date": "1996-07-11" } }""", Loan, "instalment 1 falls on 1996-07-11, not after the closing 1996-07-11", "after it", "facilities[0].repayment")]
    [InlineData("facilities[0].repayment", """{ "levelPayment": { "dates": { "onDates": ["1999-12-31"] }, "planningRate": "-8%" } }""", Loan, "the planning rate -8% is negative", "zero or more", "facilities[0].repayment.levelPayment.planningRate")]
    [InlineData("facilities[0].repayment", """{ "levelPayment": { "dates": { "onDates": ["1997-03-31"] }, "planningRate": "8%" } }""", Loan, "instalment 1 falls on 1997-03-31, before the last draw date 1997-09-30", "on or after", "facilities[0].repayment")]
    [InlineData("facilities[0].repayment", """{ "percentageTable": { "instalments": [{ "date": "1998-12-31", "percent": "45%" }, { "date": "1999-12-31", "percent": "50%" }] } }""", Loan, "sum to 95%", "sum to 100%", "facilities[0].repayment.percentageTable.instalments")]
    [InlineData("facilities[0].repayment", """{ "percentageTable": { "instalments": [{ "date": "1998-12-31", "percent": "110%" }, { "date": "1999-12-31", "percent": "-10%" }] } }""", Loan, "the percentage of instalment 2, -10% is negative", "zero or more", "facilities[0].repayment.percentageTable.instalments[1].percent")]
    [InlineData("facilities[0].repayment", """{ "percentageTable": { "instalments": [] } }""", Loan, "no instalment is given", "at least one", "facilities[0].repayment.percentageTable.instalments")]
    // The deal, its milestones and ratios.
    [InlineData("end", "\"1996-07-11\"", Sheet, "the end 1996-07-11 is not after the closing 1996-07-11", "later than the closing", "end")]
    [InlineData("milestones[1].longstop", "\"1995-11-30\"", "Milestone 'Completion'", "the longstop date 1995-11-30 is before the closing", "on or after", "milestones[1].longstop")]
    [InlineData("milestones[1].expected", "\"2010-11-30\"", "Milestone 'Completion'", "the expected date 2010-11-30 is after the end", "on or before", "milestones[1].expected")]
    [InlineData("ratios.facilities", "[\"Project lone\"]", Sheet, "there is no loan 'Project lone'", "did you mean 'Project loan'?", "ratios.facilities[0]")]
    [InlineData("ratios.facilities", "[]", Sheet, "no loan is given", "at least one", "ratios.facilities")]
    [InlineData("ratios.from", "\"1990-01-01\"", Sheet, "the date from which ratios count 1990-01-01 is before the closing", "on or after", "ratios.from")]
    [InlineData("ratios.lookBackMonths", "0", Sheet, "the number of months that DSCR looks back is 0", "1 or more", "ratios.lookBackMonths")]
    // The project and contributions.
    [InlineData("projects[0].production.amounts.1995", "5", Project, "the span 1995 ends on 1995-12-31, not after the closing 1996-07-11", "between the closing and the end", "projects[0].production.amounts['1995']")]
    [InlineData("projects[0].production.amounts.1996-Q3", "5", Project, "the span 1996-Q3 begins on 1996-06-30, before the closing 1996-07-11", "write '1996-07-11/1996-09-30'", "projects[0].production.amounts['1996-Q3']")]
    [InlineData("projects[0].production.amounts.2003-10-31/2004-01-31", "5", Project, "ends on 2004-01-31, after the end 2003-12-31", "write '2003-10-31/2003-12-31'", "projects[0].production.amounts['2003-10-31/2004-01-31']")]
    [InlineData("projects[0].production.amounts.1997-Q5", "5", Project, "the label '1997-Q5' is not a span of time", "1997-Q3", "projects[0].production.amounts['1997-Q5']")]
    [InlineData("projects[0].production.amounts.1997", "-5", Project, "the production of 1997, oz -5 is negative", "zero or more", "projects[0].production.amounts['1997']")]
    [InlineData("projects[0].royalties[0].rate", "\"105%\"", Royalty, "the rate is 105%", "from 0% to 100%", "projects[0].royalties[0].rate")]
    [InlineData("projects[0].royalties[0].deductionPerUnit", "\"USD 3\"", Royalty, "the deduction is in 'USD'", "it must be in 'USD/oz'", "projects[0].royalties[0].deductionPerUnit")]
    [InlineData("projects[0].operatingCosts[0].unitCost.perUnit", "\"CAD/oz 218\"", "Cost 'Mining and processing'", "the cost is in 'CAD/oz'", "it must be in 'USD/oz'", "projects[0].operatingCosts[0].unitCost.perUnit")]
    [InlineData("projects[0].capitalCosts[0].plannedCost.plan.unit", "\"CAD\"", "Cost 'Construction'", "the plan is in 'CAD'", "it must be in 'USD'", "projects[0].capitalCosts[0].plannedCost.plan.unit")]
    [InlineData("planning.prices.gold", "\"USD 385\"", Project, "the price of 'gold' is in 'USD'", "it must be in 'USD/oz'", "planning.prices.gold")]
    [InlineData("contributions[0].payments[0].date", "\"1996-07-10\"", Equity, "the payment date 1996-07-10 is before the closing", "on or after", "contributions[0].payments[0].date")]
    [InlineData("contributions[0].payments[0].amount", "\"USD -1,500,000\"", Equity, "the payment USD -1,500,000 is negative", "zero or more", "contributions[0].payments[0].amount")]
    [InlineData("contributions[0].payments[0].amount", "\"CAD 1,500,000\"", Equity, "the payment is in 'CAD'", "it must be in 'USD'", "contributions[0].payments[0].amount")]
    [InlineData("contributions[0].payments", "[]", Equity, "no payment is given", "at least one", "contributions[0].payments")]
    // The account and amounts.
    [InlineData("accounts[0].currency", "\"share\"", Account, "the account is in 'share'", "in a currency, such as 'USD', or in ounces", "accounts[0].currency")]
    [InlineData("accounts[0].receipts[1]", "\"Project / Revenue\"", Account, "the line 'Project / Revenue' is given twice", "once", "accounts[0].receipts[1]")]
    [InlineData("accounts[0].draws[0]", "\"Project / Revenue\"", Account, "among the receipts and among the draws", "one of them", "accounts[0].draws[0]")]
    [InlineData("accounts[0].distribution.afterMilestone", "\"Commercial Production\"", Account, "there is no milestone 'Commercial Production'", "known are 'Mechanical Completion', 'Completion'", "accounts[0].distribution.afterMilestone")]
    [InlineData("accounts[0].minimumBalance.sumOf[5].milestone.milestone", "\"Completed\"", Account, "there is no milestone 'Completed'", "'Completion'", "accounts[0].minimumBalance.sumOf[5].milestone.milestone")]
    [InlineData("accounts[0].minimumBalance.sumOf[2].nextMonthsOf.months", "0", Account, "the number of months is 0", "1 or more", "accounts[0].minimumBalance.sumOf[2].nextMonthsOf.months")]
    [InlineData("accounts[0].minimumBalance.sumOf[0].greaterOf[1].percentOf.percent", "\"-10%\"", Account, "the percentage -10% is negative", "zero or more", "accounts[0].minimumBalance.sumOf[0].greaterOf[1].percentOf.percent")]
    [InlineData("accounts[0].minimumBalance.sumOf[0].greaterOf[1].percentOf.of.presentValueOf.rate", "\"-100%\"", Account, "the discount rate is -100%", "above -100%", "accounts[0].minimumBalance.sumOf[0].greaterOf[1].percentOf.of.presentValueOf.rate")]
    [InlineData("accounts[0].minimumBalance.sumOf[1].lesserOf", "[]", Account, "no amount is given", "at least one", "accounts[0].minimumBalance.sumOf[1].lesserOf")]
    // Names.
    [InlineData("milestones[0].name", "\"\"", "Milestone", "the name is empty", "must be given", "milestones[0].name")]
    [InlineData("accounts[0].name", "\"Project loan\"", "Account 'Project loan'", "the name is already that of facilities[0].name", "a name of its own", "accounts[0].name")]
    [InlineData("lines[0].name", "\"Sponsor / Equity contribution\"", "Line 'Sponsor / Equity contribution'", "the name is already that of contributions[0].name", "a name of its own", "lines[0].name")]
    public void Parse_TermsThatMakeNoSense_SaysWhyAndWhere(string path, string json, string subject, string fact, string allowed, string where)
    {
        // A milestone renamed is missed where it was named; those problems are other facts here.
        var problems = ProblemsWith((path, json)).Where(problem => path != "milestones[0].name" || problem.Where == path).ToList();
        if (path == "end") problems = [.. problems.Where(problem => problem.Where == "end")];
        IsOnly(problems, subject, fact, allowed, where);
    }

    // From 1998-09-30 the dates are 30 September and 31 December of 1998, 1999 and 2000; the seventh follows the last interest date, 2000-12-31.
    [Fact]
    public void Parse_InstalmentAfterTheLastInterestDate_IsNamedByNumber()
    {
        var problem = Assert.Single(ProblemsWith(
            ("facilities[0].repayment.equalPrincipal.dates.onDatesOfYear.first", "\"1998-09-30\""),
            ("facilities[0].repayment.equalPrincipal.dates.onDatesOfYear.last", "\"2001-12-30\"")));
        Assert.Equal("Facility 'Project loan': instalment 7 falls on 2001-09-30, after the last interest date 2000-12-31; instalments must fall on or before it (facilities[0].repayment)", problem.ToString());
    }

    [Theory]
    [InlineData("milestones[1].name", "Mechanical Completion", "Milestone 'Mechanical Completion'")]
    public void Parse_DuplicateMilestone_IsAProblem(string path, string name, string subject)
    {
        var problem = Assert.Single(ProblemsWith((path, $"\"{name}\"")), p => p.Where == path);
        Assert.Equal((subject, "the name is already that of milestones[0].name"), (problem.Subject, problem.Fact));
    }

    [Theory]
    [InlineData("facilities", "Facility")]
    [InlineData("accounts", "Account")]
    [InlineData("projects", "Project")]
    [InlineData("contributions", "Contribution")]
    [InlineData("lines", "Line")]
    public void Problems_SameThingTwice_HasTheNameTwice(string list, string kind)
    {
        var deal = SampleFiles.Deal;
        var twice = list switch
        {
            "facilities" => deal with { Facilities = deal.Facilities.Add(deal.Facilities[0]) },
            "accounts" => deal with { Accounts = deal.Accounts.Add(deal.Accounts[0]) },
            "projects" => deal with { Projects = deal.Projects.Add(deal.Projects[0]) },
            "contributions" => deal with { Contributions = deal.Contributions.Add(deal.Contributions[0]) },
            _ => deal with { Lines = deal.Lines.Add(deal.Lines[0]) },
        };
        Assert.Contains(DealValidation.Problems(twice), p => p.Subject.StartsWith(kind, StringComparison.Ordinal) && p.Where == $"{list}[1].name" && p.Fact.Contains($"{list}[0].name", StringComparison.Ordinal));
    }

    // 1 January 2001 was a bank holiday: following 2000-12-31, a Sunday, comes 2001-01-02.
    [Fact]
    public void Parse_LastInterestDateMovedBeyondTheEnd_IsAProblem()
    {
        var problems = ProblemsWith(("end", "\"2000-12-31\""), ("facilities[0].businessDays.convention", "\"following\""));
        Assert.Contains(problems, p => p.Fact == "the last interest date 2000-12-31 moved to 2001-01-02, after the end 2000-12-31" && p.Where == "facilities[0].interest.dates");
    }

    [Fact]
    public void Parse_InterestDatesOutsideTheCalendar_SaysSo()
    {
        var problems = ProblemsWith(("end", "\"2110-12-31\""), ("facilities[0].interest.dates.every.last", "\"2105-12-31\""));
        var problem = Assert.Single(problems);
        Assert.Equal((Loan, "facilities[0].interest.dates"), (problem.Subject, problem.Where));
        Assert.Contains("2100", problem.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Parse_SeveralMistakes_ReportsAll()
    {
        var problems = ProblemsWith(
            ("facilities[0].commitment", "\"USD -1\""),
            ("facilities[0].draws.asNeeded.untilMilestone", "\"Nowhere\""),
            ("projects[0].royalties[0].rate", "\"-5%\""),
            ("ratios.lookBackMonths", "0"));
        Assert.Equal(["projects[0].royalties[0].rate", "facilities[0].commitment", "facilities[0].draws.asNeeded.untilMilestone", "ratios.lookBackMonths"], problems.Select(p => p.Where));
    }

    [Fact]
    public void Problems_NotANumber_IsNotAboveZero()
    {
        var loan = SampleFiles.Deal.Facilities[0];
        var deal = SampleFiles.Deal with { Facilities = [loan with { Commitment = double.NaN * Units.Usd, Interest = loan.Interest with { DefaultMargin = double.NaN } }] };
        Assert.Equal(["facilities[0].commitment", "facilities[0].interest.defaultMargin"], DealValidation.Problems(deal).Select(p => p.Where));
    }

    [Fact]
    public void Problems_PriceInAnotherUnitThanTheProject_IsAProblem()
    {
        var market = Market.Parse(File.ReadAllText(MarketPath).Replace("\"USD/oz\"", "\"CAD/oz\"", StringComparison.Ordinal));
        IsOnly([.. DealValidation.Problems(SampleFiles.Deal, market)], Project, "the price of 'gold' is in 'CAD/oz'", "it must be in 'USD/oz'", "prices.gold.unit");
    }

    // A term that makes no sense and names that do not exist are different mistakes: all are said at once.
    [Fact]
    public void Parse_BadTermAndNamesThatDoNotExist_ReportsAll()
    {
        var found = SampleFiles.ProblemsWith(
            ("facilities[0].commitment", "\"USD -1\""), ("accounts[0].waterfall[0].pay", "\"Project / Royalti\""), ("accounts[0].receipts[0]", "\"Project / Revenu\""), ("facilities[0].draws.asNeeded.fund", "\"Proceeds Account / Funding neat\""));

        Assert.Equal(
            ["accounts[0].receipts[0]", "accounts[0].waterfall[0].pay", "facilities[0].commitment", "facilities[0].draws.asNeeded.fund"],
            found.Select(p => p.Where).Order(StringComparer.Ordinal));
        Assert.Contains(found, p => p.Allowed.Contains("did you mean 'Project / Royalty'", StringComparison.Ordinal));
    }

    [Fact]
    public void Parse_ObligationPaidInPlaceOfAnother_IsPaidTwiceAndTheOtherByNobody()
    {
        var found = SampleFiles.ProblemsWith(("accounts[0].waterfall[1].pay", "\"Project / Royalty\""));

        Assert.Equal(["accounts[0].waterfall[1].pay", "accounts"], found.Select(p => p.Where));
        Assert.Contains("'Project / Royalty' is paid twice", found[0].Fact, StringComparison.Ordinal);
        Assert.Equal("Obligation 'Upland lease / Advance royalty'", found[1].Subject);
    }

    // A field nobody knows does not keep the rest from being read and looked at.
    [Fact]
    public void Parse_UnknownFieldAndTermsThatMakeNoSense_ReportsBoth()
    {
        var found = SampleFiles.ProblemsWith(("facilities[0].comment", "\"x\""), ("facilities[0].commitment", "\"USD -1\""), ("accounts[0].waterfall[0].pay", "\"Project / Royalti\""));

        Assert.Equal(["accounts[0].waterfall[0].pay", "facilities[0].comment", "facilities[0].commitment"], found.Select(p => p.Where).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Parse_DrawsThatNoAccountReceives_AreLostCash() =>
        IsOnly(SampleFiles.ProblemsWith(("accounts[0].draws", "[]")), Loan, "no account receives what is drawn", "'Project loan / Draw' among the draws", "facilities[0].draws");

    [Fact]
    public void Problems_LineReceivedByTwoAccounts_IsRefused()
    {
        var deal = SampleFiles.Deal;
        var second = deal.Accounts[0] with { Name = "Second account", Draws = [], Waterfall = [] };

        IsOnly([.. DealValidation.Problems(deal with { Accounts = [deal.Accounts[0], second with { Receipts = [deal.Accounts[0].Receipts[0]] }] })],
            "Account 'Second account'", $"'{deal.Accounts[0].Receipts[0]}' is received by the account 'Proceeds Account' already", "one account", "accounts[1].receipts[0]");
    }
}
