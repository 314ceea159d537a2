using NodaTime;
using ProjectFinance.Deals;
using ProjectFinance.Facilities;
using ProjectFinance.Results;
using ProjectFinance.Time;
using static ProjectFinance.Tests.Deals.TwoKindsOfLoan;

namespace ProjectFinance.Tests.Deals.Amending;

/// <summary>
/// What is newly agreed of a loan by its own schedule on 31 March 2001, in the deal of <see cref="TwoKindsOfLoan"/>: 400,000 at 3 % a quarter, of which 100,000 fall due that day. Each figure by hand.
/// </summary>
public sealed class ScheduledLoanAmendmentTests
{
    // Sums of a few products below a million.
    const double Exact = 1e-6;

    const string L = Equipment;

    [Fact]
    public void Rate_FromTheDay_IsThatOfLaterInterest()
    {
        var run = Amended(new() { Rate = 0.16 });

        Falls(run, "Interest", 12_000, 12_000, 8_000, 4_000);
        Falls(run, "Principal", 100_000, 100_000, 100_000, 100_000);
    }

    // LIBOR 6 % + 2 % from June on, and from September within a cap of 7 %: 300,000 x 3 % until June, 200,000 x 2 %, 100,000 x 1.75 %.
    [Fact]
    public void ResetsAndLimits_FromADay_HoldAfterIt()
    {
        var resets = new RateReset(new OnDates([Second, Third])) { Index = "LIBOR", Spread = 0.02 };
        var first = new Amendment { Name = "First", Effective = First, Changes = [new ScheduledLoanAmendment(L, new() { Resets = [resets] })] };
        var second = new Amendment { Name = "Second", Effective = Second, Changes = [new ScheduledLoanAmendment(L, new() { Limits = new() { Cap = 0.07 } })] };
        var run = Run(Deal.Parse(Json) with { Amendments = [first, second] });

        Falls(run, "Interest", 12_000, 9_000, 4_000, 1_750);
    }

    // 300,000 left: 50,000 in June and in September, 200,000 at maturity.
    [Fact]
    public void Amortisation_FromTheDay_RepaysWhatIsOutstanding()
    {
        var run = Amended(new() { Amortisation = new LevelPrincipal(new OnDates([Second, Third])) { Amount = 50_000 * Units.Usd } });

        Falls(run, "Principal", 100_000, 50_000, 50_000, 200_000);
        Falls(run, "Interest", 12_000, 9_000, 7_500, 6_000);
    }

    // 300,000 at 3 % a quarter in three payments: 300,000 x 0.03 / (1 - 1.03^-3) = 106,059.11 each; interest 9,000.00, then 3 % of 202,940.89 and of 102,970.01.
    [Fact]
    public void Annuity_FromTheDay_RepaysWhatIsOutstandingByMaturity()
    {
        var run = Amended(new() { Amortisation = new AnnuityInstalments(new OnDates([Second, Third])) });
        double payment = 300_000 * 0.03 / (1 - 1 / (1.03 * 1.03 * 1.03));

        Assert.Equal([payment, payment, payment], new[] { Second, Third, Fourth }.Select(date => Math.Round(run.On($"{L} / Debt service", date), 6)), (a, b) => Math.Abs(a - b) < Exact);
        Assert.Equal(0, run.On($"{L} / Closing balance", Fourth), Exact);
    }

    // Level principal without an amount: 300,000 over June and the new maturity in September.
    [Fact]
    public void Maturity_Earlier_SpreadsPrincipalAnew()
    {
        var (deal, run) = RunBoth(new() { Maturity = Third });

        Falls(run, "Principal", 100_000, 150_000, 150_000, 0);
        Falls(run, "Interest", 12_000, 9_000, 4_500, 0);
        Assert.Equal((Third, Third), (Headline.Of(deal, run).Loans[1].Maturity, Headline.Of(deal, run).Loans[1].RepaidBy));
    }

    // To March 2002, beyond the end of the deal: 300,000 over June, September and maturity.
    [Fact]
    public void Maturity_Later_LeavesMoreForIt()
    {
        var (deal, run) = RunBoth(new() { Maturity = new(2002, 3, 31) });

        Falls(run, "Principal", 100_000, 100_000, 100_000, 0);
        Falls(run, "Interest", 12_000, 9_000, 6_000, 3_000);
        Assert.Equal(100_000, run.On($"{L} / Closing balance", Fourth), Exact);
        Assert.True(Headline.Of(deal, run).Loans[1].IsRepaidInTime);
    }

    // 80,000 are prepaid on 15 May: 9,000 less 45 days of 3 % a quarter on 80,000 fall due in June.
    [Fact]
    public void Prepayment_Added_ReducesWhatIsLeft()
    {
        var run = Amended(new() { Prepayments = [new(new(2001, 5, 15), 80_000 * Units.Usd)] });

        Assert.Equal(80_000, run.On($"{L} / Principal due", new(2001, 5, 15)), Exact);
        Falls(run, "Principal", 100_000, 100_000, 100_000, 20_000);
        Assert.Equal(9_000 - 80_000 * 0.12 * 45 / 360, run.On($"{L} / Interest due", Second), Exact);
    }

    [Fact]
    public void Prepayment_TakenOut_FallsAway()
    {
        var loan = Deal.Parse(Json).ScheduledLoans[0] with { Prepayments = [new(First, 10_000 * Units.Usd), new(Second, 20_000 * Units.Usd)] };
        var amendment = new Amendment { Name = "A", Effective = Second, Changes = [new ScheduledLoanAmendment(L, new() { Prepayments = [] })] };
        var run = Run(Deal.Parse(Json) with { ScheduledLoans = [loan], Amendments = [amendment] });

        Falls(run, "Principal", 110_000, 100_000, 100_000, 90_000);
    }

    // June's payment in September: 300,000 bear interest for two quarters, 18,000, and 200,000 are repaid.
    [Fact]
    public void Deferral_ToAnotherPayment_JoinsIt()
    {
        var run = Amended(new() { Deferrals = [new(Second, Third)] });

        Falls(run, "Interest", 12_000, 0, 18_000, 3_000);
        Falls(run, "Principal", 100_000, 0, 200_000, 100_000);
    }

    // June's payment on 31 July: 300,000 bear interest for four months, 12,000, and 200,000 for two, 4,000.
    [Fact]
    public void Deferral_ToADayOfItsOwn_FallsDueThen()
    {
        var run = Amended(new() { Deferrals = [new(Second, new(2001, 7, 31))] });

        Assert.Equal(100_000, run.On($"{L} / Principal due", new(2001, 7, 31)), Exact);
        Assert.Equal(12_000, run.On($"{L} / Interest due", new(2001, 7, 31)), Exact);
        Falls(run, "Interest", 12_000, 0, 4_000, 3_000);
    }

    // June's payment first on 31 July, then, as agreed in July, in September: 300,000 bear interest for two quarters.
    [Fact]
    public void Deferral_DeferredAgain_FallsDueOnTheLastDay()
    {
        var july = new LocalDate(2001, 7, 31);
        Amendment On(LocalDate day, Deferral deferral) => new() { Name = $"{day}", Effective = day, Changes = [new ScheduledLoanAmendment(L, new() { Deferrals = [deferral] })] };
        var (deal, run) = Laid(Deal.Parse(Json) with { Amendments = [On(First, new(Second, july)), On(Second, new(july, Third))] });

        Falls(run, "Interest", 12_000, 0, 18_000, 3_000);
        Falls(run, "Principal", 100_000, 0, 200_000, 100_000);
        Assert.DoesNotContain(Second, deal.Loans[1].Settlements.Keys);
    }

    // What is agreed on a day changes nothing before it, not even a bit.
    [Fact]
    public void Change_OfAnyTerm_LeavesThePastAlone()
    {
        var plain = Run(Deal.Parse(Json) with { ColumnEnds = [new(2001, 5, 15)] });
        var amended = Run(With(Second, new() { Rate = 0.05, Maturity = Third, Amortisation = new AtMaturity(), Prepayments = [] }) with { ColumnEnds = [new(2001, 5, 15)] });

        foreach (var line in plain.Model.Lines.Where(line => line.Section == L && !line.Name.EndsWith(" afterwards", StringComparison.Ordinal)))
        foreach (var t in plain.Model.Periods.Where(t => t.End <= Second))
            Assert.Equal(plain[line, t], amended[line.Name, t]);
    }

    [Fact]
    public void Changes_WrittenInTheLoan_AreThoseOfAnAmendment()
    {
        const string Changes = "\"amortisation\": { \"levelPrincipal\": { \"dates\": { \"every\": { \"step\": \"P3M\", \"first\": \"2001-03-31\", \"last\": \"2001-09-30\" } } } },";
        var json = TwoKindsOfLoan.With((Changes, $$"""
            {{Changes}} "changes": [{ "from": "2001-03-31", "to": { "rate": "16%", "limits": { "cap": "20%" }, "resets": [{ "dates": { "onDates": ["2001-09-30"] }, "spread": "8%" }],
              "interestDates": { "onDates": ["2001-06-30", "2001-09-30"] }, "amortisation": { "atMaturity": {} }, "maturity": "2001-12-31", "prepayments": [{ "date": "2001-06-30", "amount": "USD 100,000" }],
              "deferrals": [{ "due": "2001-06-30", "to": "2001-07-31" }] }, "source": "First Amendment" }],
            """));
        var (_, run) = TwoKindsOfLoan.Run(json);

        // 300,000 at 4 % a quarter to June, 200,000 to July; 200,000 x 2/3 x 4 % to September; then 2 %.
        Assert.Equal(12_000 + 200_000 * 0.16 / 12, run.On($"{L} / Interest due", new(2001, 7, 31)), Exact);
        Falls(run, "Interest", 12_000, 0, 200_000 * 0.16 / 6, 4_000);
        Falls(run, "Principal", 100_000, 100_000, 0, 200_000);
        Assert.Equal(Deal.Parse(json).ToJson(), Deal.Parse(Deal.Parse(json).ToJson()).ToJson());
    }

    [Theory]
    [InlineData("{ \"margin\": { \"facility\": \"Equipment loan\", \"to\": \"3%\" } }", "there is no facility 'Equipment loan' on 2001-03-31", "'Equipment loan' is a scheduled loan, which 'scheduledLoan' changes", "margin.facility")]
    [InlineData("{ \"scheduledLoan\": { \"loan\": \"Bank loan\", \"to\": { \"rate\": \"3%\" } } }", "there is no scheduled loan 'Bank loan' on 2001-03-31", "'Bank loan' is a facility", "scheduledLoan.loan")]
    [InlineData("{ \"scheduledLoan\": { \"loan\": \"Equipment lone\", \"to\": { \"rate\": \"3%\" } } }", "there is no scheduled loan 'Equipment lone'", "did you mean 'Equipment loan'?", "scheduledLoan.loan")]
    [InlineData("{ \"scheduledLoan\": { \"loan\": \"Equipment loan\", \"to\": {} } }", "it changes nothing", "what is newly agreed", "scheduledLoan.to")]
    [InlineData("{ \"scheduledLoan\": { \"loan\": \"Equipment loan\", \"to\": { \"maturity\": \"2001-03-31\" } } }", "the new maturity 2001-03-31 is not after 2001-03-31", "later", "scheduledLoan.to.maturity")]
    [InlineData("{ \"scheduledLoan\": { \"loan\": \"Equipment loan\", \"to\": { \"prepayments\": [{ \"date\": \"2001-02-28\", \"amount\": \"USD 5\" }] } } }", "a prepayment on 2001-02-28 is before 2001-03-31", "that day or later", "scheduledLoan.to.prepayments[0].date")]
    [InlineData("{ \"scheduledLoan\": { \"loan\": \"Equipment loan\", \"to\": { \"prepayments\": [{ \"date\": \"2001-06-30\", \"amount\": \"CAD 5\" }] } } }", "the prepayment is in 'CAD'", "it must be in 'USD'", "scheduledLoan.to.prepayments[0].amount")]
    [InlineData("{ \"scheduledLoan\": { \"loan\": \"Equipment loan\", \"to\": { \"limits\": { \"floor\": \"5%\", \"cap\": \"4%\" } } } }", "the floor 5% is above the cap 4%", "at or below", "scheduledLoan.to.limits.floor")]
    [InlineData("{ \"scheduledLoan\": { \"loan\": \"Equipment loan\", \"to\": { \"deferrals\": [{ \"due\": \"2001-06-29\", \"to\": \"2001-07-31\" }] } } }", "no interest or instalment is to fall due then", "2001-03-31, 2001-06-30, 2001-09-30", "scheduledLoan.to.deferrals[0].due")]
    [InlineData("{ \"scheduledLoan\": { \"loan\": \"Equipment loan\", \"to\": { \"deferrals\": [{ \"due\": \"2001-06-30\", \"to\": \"2001-06-30\" }] } } }", "is deferred to 2001-06-30", "a later day", "scheduledLoan.to.deferrals[0].to")]
    [InlineData("{ \"scheduledLoan\": { \"loan\": \"Equipment loan\", \"to\": { \"deferrals\": [{ \"due\": \"2001-06-30\", \"to\": \"2002-06-30\" }] } } }", "after maturity 2001-12-31", "on or before", "scheduledLoan.to.deferrals[0].to")]
    public void Parse_ChangesThatMakeNoSense_SaysWhyAndWhere(string change, string fact, string allowed, string where)
    {
        var json = TwoKindsOfLoan.With((Defaults, $"{Defaults}, \"amendments\": [{{ \"name\": \"A\", \"effective\": \"2001-03-31\", \"changes\": [{change}] }}]"));
        var problem = Assert.Single(SampleFiles.Problems(() => Deal.Parse(json)));

        Assert.Contains(fact, problem.Fact, StringComparison.Ordinal);
        Assert.Contains(allowed, problem.Allowed, StringComparison.Ordinal);
        Assert.Equal($"amendments[0].changes[0].{where}", problem.Where);
    }

    [Theory]
    [InlineData("2000-11-30", "before it is drawn on 2000-12-31")]
    [InlineData("2001-12-31", "not before maturity 2001-12-31")]
    public void Parse_AChangeOutsideTheLoansLife_SaysWhyAndWhere(string from, string fact)
    {
        var json = TwoKindsOfLoan.With(("\"drawn\": \"2000-12-31\",", $"\"drawn\": \"2000-12-31\", \"changes\": [{{ \"from\": \"{from}\", \"to\": {{ \"rate\": \"3%\" }} }}],"));

        Assert.Contains(SampleFiles.Problems(() => Deal.Parse(json)), problem => problem.Where == "scheduledLoans[0].changes[0].from" && problem.Fact.Contains(fact, StringComparison.Ordinal));
    }

    // An equipment loan agreed and drawn on 31 March 2001; one drawn before it was agreed is refused.
    [Theory]
    [InlineData("2001-03-31", null)]
    [InlineData("2001-02-28", "before 2001-03-31, when 'A' takes hold")]
    public void Addition_OfALoan_IsDrawnNotBeforeItIsAgreed(string drawn, string? fact)
    {
        var added = Deal.Parse(Json).ScheduledLoans[0] with { Name = "Second loan", Drawn = NodaTime.Text.LocalDatePattern.Iso.Parse(drawn).Value, Amortisation = new AtMaturity() };
        var pays = new AccountAmendment("Account") { Pays = [new(new("Second loan / Interest")), new(new("Second loan / Principal"))], Receives = ["Second loan / Draw"] };
        var deal = Deal.Parse(Json) with { Amendments = [new() { Name = "A", Effective = First, Adds = new() { ScheduledLoans = [added] }, Changes = [pays] }] };

        if (fact is null) Assert.Equal(12_000, Run(deal).On("Second loan / Interest due", Second), Exact);
        else Assert.Contains(SampleFiles.Problems(() => DealLayout.Lay(deal)), problem => problem.Fact.Contains(fact, StringComparison.Ordinal));
    }

    static Deal With(LocalDate effective, RevisedTerms to) =>
        Deal.Parse(Json) with { Amendments = [new() { Name = "A", Effective = effective, Changes = [new ScheduledLoanAmendment(L, to)] }] };

    static Run Amended(RevisedTerms to) => Run(With(First, to));

    static (LaidOutDeal Deal, Run Run) RunBoth(RevisedTerms to) => Laid(With(First, to));

    static (LaidOutDeal Deal, Run Run) Laid(Deal terms)
    {
        var deal = DealLayout.Lay(terms);
        var run = new Runner(deal.Model).Run();
        Assert.All(run.Checks, check => Assert.True(check.Passed, $"{check.Name} is off by {check.Largest} in {check.At}"));
        return (deal, run);
    }

    static Run Run(Deal deal) => Laid(deal).Run;

    // What newly falls due at the end of each quarter.
    static void Falls(Run run, string what, params double[] amounts) =>
        Assert.Equal(amounts, new[] { First, Second, Third, Fourth }.Select(date => run.On($"{L} / {what} due", date)), (a, b) => Math.Abs(a - b) < Exact);
}
