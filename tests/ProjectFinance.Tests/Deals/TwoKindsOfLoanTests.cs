using NodaTime;
using ProjectFinance.Deals;
using ProjectFinance.Reporting;
using ProjectFinance.Results;
using static ProjectFinance.Tests.Deals.TwoKindsOfLoan;

namespace ProjectFinance.Tests.Deals;

/// <summary>A loan by its own schedule beside a term loan: in ratios, security, headline, calendar, defaults and reports, each figure by hand.</summary>
public sealed class TwoKindsOfLoanTests
{
    // Sums and quotients of a few amounts below ten million: rounding is under a millionth.
    const double Exact = 1e-6;

    [Fact]
    public void Dscr_OfBoth_IsCashOverTheDebtServiceOfBoth()
    {
        var (_, run) = Run(Json);

        Assert.Equal(132_000, run.On("Ratios / Debt service", First), Exact);
        Assert.Equal(1_123_000, run.On("Ratios / Debt service", Fourth), Exact);
        Assert.Equal([2.0, 2.0, 1.0, 2.0], new[] { First, Second, Third, Fourth }.Select(date => Math.Round(run.On("Ratios / DSCR", date), 9)));
        Assert.Equal([1_400_000.0, 1_300_000, 1_200_000, 1_100_000, 0], run.Values("Ratios / Debt outstanding").ToArray());
    }

    // The rate is that of the loan named first: 3 % a quarter on the equipment, 2 % at the bank. Outstanding are 1,200,000 in June and 1,100,000 in September.
    [Theory]
    [InlineData(RatioLoans, 1.03)]
    [InlineData("[\"Bank loan\", \"Equipment loan\"]", 1.02)]
    public void LlcrAndPlcr_OfBoth_DiscountAtTheRateOfTheFirstLoan(string loans, double factor)
    {
        var (_, run) = Run(With((RatioLoans, loans)));

        Assert.Equal(2_246_000 / factor / 1_100_000, run.On("Ratios / LLCR", Third), Exact);
        Assert.Equal((126_000 + 2_246_000 / factor) / factor / 1_200_000, run.On("Ratios / LLCR", Second), Exact);
        Assert.Equal((126_000 + 2_246_000 / factor) / factor / 1_200_000, run.On("Ratios / PLCR", Second), Exact);
    }

    [Fact]
    public void Ratios_OfTheScheduledLoanAlone_CountNothingElse()
    {
        var (_, run) = Run(With((RatioLoans, "[\"Equipment loan\"]")));

        Assert.Equal(264_000.0 / 112_000, run.On("Ratios / DSCR", First), Exact);
        Assert.Equal(2_246_000 / 1.03 / 100_000, run.On("Ratios / LLCR", Third), Exact);
    }

    // A bank loan's interest is paid on the same days, so that DSCR is tested on them; at the end 300,000 are still outstanding, and LLCR and PLCR look at the same cash flow.
    [Fact]
    public void Llcr_OfALoanWithoutMaturity_CountsToTheEnd()
    {
        var (deal, run) = Run(With((RatioLoans, "[\"Equipment loan\"]"), ("\"drawn\": \"2000-12-31\", \"maturity\": \"2001-12-31\"", "\"drawn\": \"2000-12-31\""),
            ("\"last\": \"2001-09-30\" } } }", "\"last\": \"2001-09-30\" } }, \"amount\": \"USD 50,000\" }")));

        Assert.Equal(2_246_000 / 1.03 / 250_000, run.On("Ratios / LLCR", Third), Exact);
        Assert.Equal(run.On("Ratios / LLCR", Third), run.On("Ratios / PLCR", Third));
        var loan = Headline.Of(deal, run).Loans[1];
        Assert.Equal((null, null, 250_000 * Units.Usd, true), (loan.Maturity, loan.RepaidBy, loan.Outstanding, loan.IsRepaidInTime));
        Assert.Contains("250,000 outstanding at the end of the timeline; no final maturity", Text(deal, run), StringComparison.Ordinal);
    }

    [Fact]
    public void Security_OverBoth_SecuresWhatIsOutstandingOfBoth()
    {
        var (_, run) = Run(Json);

        Assert.Equal([1_400_000.0, 1_300_000, 1_200_000, 1_100_000, 0], run.Values("Security / Pledge, amount secured").ToArray());
    }

    [Fact]
    public void Headline_OfBoth_HasBothLoans()
    {
        var (deal, run) = Run(Json);
        var headline = Headline.Of(deal, run);

        Assert.Equal([Bank, Equipment], headline.Loans.Select(loan => loan.Loan));
        var loan = headline.Loans[1];
        Assert.Equal((400_000 * Units.Usd, 400_000 * Units.Usd, 0 * Units.Usd), (loan.Commitment, loan.Drawn, loan.Undrawn));
        Assert.Equal((deal.Deal.Closing, Fourth, Fourth), (loan.DrawnBy, loan.Maturity, loan.RepaidBy));
        Assert.Equal((400_000, 0), (loan.Largest.Value, loan.OutstandingAtMaturity.Value));
        Assert.Equal(1.0, headline.LowestDscr!.Value, Exact);
    }

    [Fact]
    public void Statement_OfBoth_HasAScheduleForEach()
    {
        var (deal, run) = Run(Json);
        var text = Text(deal, run);

        Assert.Contains("Equipment loan: schedule, USD", text, StringComparison.Ordinal);
        // Date, days, rate, opening balance, draw, interest, fees, principal, closing balance, DSCR, LLCR; the 91 days are actual ones.
        Assert.Equal(["2001-06-30", "ip", "91", "12.00000%", "300,000", "-", "9,000", "-", "100,000", "200,000", "2.00x"], Row(text, "2001-06-30")[..11]);
        Assert.Contains("plus Equipment loan / Draw", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Calendar_OfBoth_ListsThePaymentsOfBoth()
    {
        var (deal, run) = Run(Json);
        var payments = ComplianceCalendar.Of(deal, run).Where(entry => entry.Kind == ComplianceKind.Payment && entry.Name.StartsWith(Equipment, StringComparison.Ordinal));

        Assert.Equal(
            [
                (First, "Equipment loan / Interest", 12_000), (First, "Equipment loan / Principal", 100_000), (Second, "Equipment loan / Interest", 9_000), (Second, "Equipment loan / Principal", 100_000),
                (Third, "Equipment loan / Interest", 6_000), (Third, "Equipment loan / Principal", 100_000), (Fourth, "Equipment loan / Interest", 3_000), (Fourth, "Equipment loan / Principal", 100_000),
            ],
            payments.Select(entry => (entry.Date, entry.Name, Math.Round(entry.Value!.Value, 6))).OrderBy(entry => entry.Date).ThenBy(entry => entry.Name, StringComparer.Ordinal).Select(entry => (entry.Date, entry.Name, (int)entry.Item3)));
        Assert.All(payments, entry => Assert.Equal(ComplianceState.Met, entry.State));
    }

    // Of 100,000 the interest of both takes 32,000, so that of the instalment 68,000 are paid and 32,000 overdue; in June 258,000 are enough for 20,000, 9,000 and 132,000.
    [Fact]
    public void ShortPayment_OfTheScheduledLoan_IsOutstandingOverdueAndADefault()
    {
        var (deal, run) = Run(With((FirstPayment, "{ \"date\": \"2001-03-31\", \"amount\": \"USD 100,000\" }")));

        Assert.Equal(32_000, run.On("Equipment loan / Principal overdue", First), Exact);
        Assert.Equal(1_332_000, run.On("Ratios / Debt outstanding", First), Exact);
        Assert.Equal(1_332_000, run.On("Security / Pledge, amount secured", First), Exact);
        Assert.Equal(132_000, run.On("Equipment loan / Principal paid", Second), Exact);
        Assert.Equal(1, run.On("Breaches / Account: payments overdue", First));
        Assert.Equal(1, run.On("Defaults / Account: payments overdue", First));
        Assert.Equal(0, run.On("Breaches / Account: payments overdue", Second));
        var entry = ComplianceCalendar.Of(deal, run).Single(entry => entry.Name == "Equipment loan / Principal" && entry.Date == First);
        Assert.Equal((ComplianceState.Late, 100_000), (entry.State, entry.Value!.Value));
        // Opening balance, draw, interest, fees, principal due and paid, closing balance with what is overdue, overdue in all.
        Assert.Equal(["400,000", "-", "12,000", "-", "100,000", "68,000", "332,000", "32,000"], Row(Text(deal, run), "2001-03-31")[4..12]);
    }

    [Fact]
    public void ShortPayment_Waived_IsNoDefault()
    {
        var waiver = "\"waivers\": [{ \"name\": \"Spring\", \"of\": [\"Breaches / Account: payments overdue\"], \"from\": \"2001-03-31\", \"until\": \"2001-06-30\" }], \"defaults\": {}";
        var (deal, run) = Run(With((FirstPayment, "{ \"date\": \"2001-03-31\", \"amount\": \"USD 100,000\" }"), (Defaults, waiver)));

        Assert.Equal((1, 0), (run.On("Breaches / Account: payments overdue", First), run.On("Defaults / Account: payments overdue", First)));
        Assert.Equal(ComplianceState.Waived, ComplianceCalendar.Of(deal, run).Single(entry => entry.Name == "Equipment loan / Principal" && entry.Date == First).State);
    }

    // Notice is given on 30 April, so that in May's column, which ends with the quarter, all 300,000 of the equipment loan fall due with 9,000 of interest, and 12 % + 2 % on the 32,000 overdue for a quarter, 1,120.
    [Fact]
    public void Acceleration_OfADefault_MakesTheScheduledLoanFallDue()
    {
        var (_, run) = Run(With((FirstPayment, "{ \"date\": \"2001-03-31\", \"amount\": \"USD 100,000\" }"), (Defaults, "\"defaults\": { \"acceleration\": { \"on\": \"2001-04-30\" } }")));

        Assert.Equal(300_000 + 32_000, run.On("Equipment loan / Principal due", Second), Exact);
        Assert.Equal(10_120, run.On("Equipment loan / Interest due", Second), Exact);
        Assert.Equal(0, run.On("Equipment loan / Closing balance", Second), Exact);
        // The bank's million comes first, so that only 332,000 overdue bear interest.
        Assert.Equal(332_000 * 0.14 / 4, run.On("Equipment loan / Interest", Third) + run.On("Equipment loan / Default interest", Third), Exact);
    }

    [Theory]
    [InlineData("\"loans\": [\"Bank loan\", \"Equipment loan\"]", "\"loans\": [\"Equipment lone\"]", "there is no loan 'Equipment lone'", "did you mean 'Equipment loan'?", "security[0].loans[0]")]
    [InlineData("\"facilities\": [\"Equipment loan\", \"Bank loan\"]", "\"facilities\": [\"Equipment lone\"]", "there is no loan 'Equipment lone'", "did you mean 'Equipment loan'?", "ratios.facilities[0]")]
    [InlineData("\"pay\": \"Equipment loan / Principal\"", "\"pay\": \"Equipment loan / Sweep\"", "which 'Equipment loan' does not owe: a loan that runs by its own schedule has no sweep", "it owes 'Equipment loan / Interest', 'Equipment loan / Principal'", "accounts[0].waterfall[4].pay")]
    public void Parse_NamesThatDoNotFit_SaysWhyAndWhatMayBeNamed(string old, string with, string fact, string allowed, string where)
    {
        var problem = Assert.Single(SampleFiles.Problems(() => Deal.Parse(With((old, with)))), problem => problem.Where == where);

        Assert.Contains(fact, problem.Fact, StringComparison.Ordinal);
        Assert.Contains(allowed, problem.Allowed, StringComparison.Ordinal);
    }

    // The cells of a row of the equipment loan's schedule.
    static string[] Row(string text, string date) => text.Split('\n').SkipWhile(line => !line.StartsWith("Equipment loan: schedule", StringComparison.Ordinal))
        .First(line => line.StartsWith(date, StringComparison.Ordinal)).Split(' ', StringSplitOptions.RemoveEmptyEntries);

    static string Text(LaidOutDeal deal, Run run) => StatementText.Write(deal, run);
}
