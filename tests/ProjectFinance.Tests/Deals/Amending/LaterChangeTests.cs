using System.Collections.Immutable;
using NodaTime;
using ProjectFinance.Amounts;
using ProjectFinance.Covenants;
using ProjectFinance.Deals;
using ProjectFinance.Equity;
using ProjectFinance.Facilities;
using ProjectFinance.Hedges;
using ProjectFinance.Operations;
using ProjectFinance.Rates;
using ProjectFinance.Reporting;
using ProjectFinance.Results;
using ProjectFinance.Time;
using static ProjectFinance.Tests.Deals.Amending.AmendedDeal;

namespace ProjectFinance.Tests.Deals.Amending;

/// <summary>Changes of the later life of a deal, by hand.</summary>
public class LaterChangeTests
{
    const double Cent = 0.005;

    static readonly Unit UsdPerShare = Units.Usd / Units.Share;

    static ImmutableArray<ProjectFinance.Accounts.Payment> Waterfall => Terms.Accounts[0].Waterfall;

    // "approximately $4,500,000 would be transferred back to Rothschild and available to be advanced", 8-K 1996-11-12. 10 - 4.5 = 5.5 are outstanding;
    // of the 15 wanted at the year's end 14 may be drawn, or 9.5 where what was repaid is cancelled.
    [Theory]
    [InlineData(true, 14_000_000, 19_500_000)]
    [InlineData(false, 9_500_000, 15_000_000)]
    public void Prepayment_OnTheDate_IsAvailableAgainOrCancelled(bool reinstates, double drawn, double outstanding)
    {
        var prepayment = new Prepayment { Name = "Transfer back", Payments = [new(Effective, 4_500_000 * Units.Usd)], Reinstates = reinstates };
        var run = Run(Terms.With(Amendment(new PrepaymentChange(L, prepayment), new AccountAmendment(A) { Waterfall = [.. Waterfall, new($"{L} / Transfer back") { DrawsMayFund = false }] })));
        Assert.Equal(4_500_000, run.On($"{L} / Transfer back paid", Effective), Cent);
        Assert.Equal(5_500_000, run.On($"{L} / Closing balance", Effective), Cent);
        Assert.Equal(drawn, run.On($"{L} / Draw", YearEnd), Cent);
        Assert.Equal(outstanding, run.On($"{L} / Closing balance", YearEnd), Cent);
    }

    // A prepayment of a stated amount in each column begins with the column that ends on the date.
    [Fact]
    public void Prepayment_OfAnAmount_BeginsOnTheDate()
    {
        var prepayment = new Prepayment { Amount = new StatedAmount(100_000 * Units.Usd) };
        var run = Run(Terms.With(Amendment(new PrepaymentChange(L, prepayment), new AccountAmendment(A) { Waterfall = [.. Waterfall, new($"{L} / Prepayment") { DrawsMayFund = false }] })));
        Assert.Equal(0, run.On($"{L} / Prepayment", new(1996, 9, 30)), Cent);
        Assert.Equal(100_000, run.On($"{L} / Prepayment", Effective), Cent);
        Assert.Equal(100_000, run.On($"{L} / Prepayment", YearEnd), Cent);
    }

    // 65 % and 35 % of the 19.5 million outstanding at the end of 1996.
    [Fact]
    public void Rescheduling_FromTheDate_RepaysTheBalanceThenOutstanding()
    {
        var table = new PercentageTable([new(new(1997, 12, 31), 0.65), new(new(1998, 12, 31), 0.35)]);
        var run = Run(Terms.With(Amendment(new ReschedulingChange(L, table))));
        Assert.Equal(0, run.On($"{L} / Principal scheduled", new(1997, 9, 30)), Cent);
        Assert.Equal(12_675_000, run.On($"{L} / Principal scheduled", new(1997, 12, 31)), Cent);
        Assert.Equal(6_825_000, run.On($"{L} / Principal scheduled", new(1998, 12, 31)), Cent);
    }

    [Fact]
    public void Sweep_Agreed_BeginsOnTheDateAtTheEarliest()
    {
        Change[] Sweeping(Occasion? from) =>
            [new SweepChange(L, new() { Account = A, Share = 0.6667, From = from }), new AccountAmendment(A) { Waterfall = [.. Waterfall, new($"{L} / Sweep") { DrawsMayFund = false }] }];
        var run = Run(Terms.With(Amendment(Sweeping(null))));
        Assert.Equal(0, run.On($"{L} / Sweep paid", new(1996, 9, 30)), Cent);
        Assert.True(run.On($"{L} / Sweep paid", YearEnd) > 0);
        Assert.Equal(new OnDate(Effective), Terms.With(Amendment(Sweeping(new OnDate(new(1996, 8, 1))))).UnderstoodOn().Facilities[0].Sweep!.From);
        Assert.Equal(new OnDate(YearEnd), Terms.With(Amendment(Sweeping(new OnDate(YearEnd)))).UnderstoodOn().Facilities[0].Sweep!.From);
    }

    // "adjust the price ... to the price of which the shares are sold", 8-K 1996-11-12.
    [Fact]
    public void ConversionPrice_Reset_HoldsFromTheDateOn()
    {
        var deal = Terms with { Facilities = [Terms.Facilities[0] with { Conversion = new() { Price = 3.40 * UsdPerShare }, Draws = new Advances([new(Terms.Closing, 10_000_000 * Units.Usd)]) }] };
        var run = Run(deal.With(Amendment(new ConversionPriceChange(L, 2.10 * UsdPerShare))));
        Assert.Equal(3.40, run.On($"{L} / Conversion price", new(1996, 9, 30)), 1e-12);
        Assert.Equal(2.10, run.On($"{L} / Conversion price", Effective), 1e-12);
    }

    // An ounce a day was approved: 1,507 are left on 15 November, whatever the new plan says.
    [Fact]
    public void Plan_OfTheProject_LeavesTheDevelopmentPlanAsApproved()
    {
        var deal = With(Terms, project => project with { DevelopmentPlan = new() { Price = 385 * (Units.Usd / Units.GoldOunce) } });
        var run = Run(deal.With(Amendment(new PlanChange("Project") { Production = new() { Unit = Units.GoldOunce, Amounts = ImmutableSortedDictionary<string, double>.Empty.Add("1997", 730) } })));
        Assert.Equal(730, run.On("Project / Reserves", Effective), 1e-6);
        Assert.Equal(1_507, run.On("Project / Reserves, development plan", Effective), 1e-6);
    }

    [Fact]
    public void Planning_Changed_LeavesThePriceOfTheDevelopmentPlan()
    {
        var price = ImmutableSortedDictionary<string, Quantity>.Empty.Add("gold", 385 * (Units.Usd / Units.GoldOunce));
        var deal = With(Terms, project => project with { DevelopmentPlan = new() }) with { Planning = new() { Prices = price } };
        var amended = deal.With(Amendment(new PlanningChange(new() { Prices = price.SetItem("gold", 350 * (Units.Usd / Units.GoldOunce)) }))).UnderstoodOn();
        Assert.Equal(385, amended.Projects[0].DevelopmentPlan!.Price!.Value.Value);
    }

    // Agreed for 30 September, paid on 30 November: missed in between, as it became known on 12 November.
    [Fact]
    public void Contribution_MissedAndPaidLater_IsShownOnceKnown()
    {
        var missed = new Amendment
        {
            Name = "Contribution missed", Effective = new(1996, 9, 30), Known = new(1996, 11, 12),
            Changes = [new ContributionChange("Sponsor / Paid in") { Paid = [new(new(1996, 11, 30), 40_000_000 * Units.Usd)] }],
        };
        var run = Run(Terms.With(missed));
        Assert.Equal(40_000_000, run.On("Sponsor / Paid in missed", new(1996, 9, 30)), Cent);
        Assert.Equal(40_000_000, run.On("Sponsor / Paid in", new(1996, 11, 30)), Cent);
        Assert.Equal(40_000_000, Run(Terms.With(missed), new(1996, 11, 11)).On("Sponsor / Paid in", new(1996, 9, 30)), Cent);
    }

    // A covenant agreed later is not tested before; the waiver of it covers what comes.
    [Fact]
    public void CovenantUndertakingAndWaiver_Added_CountFromTheDateOn()
    {
        var covenant = new FinancialCovenant { Name = "Cash", Unit = Units.Usd, Value = new LineAmount($"{A} / Closing balance"), AtLeast = new StatedAmount(1e9 * Units.Usd), TestDates = new OnDates([new(1996, 9, 30), YearEnd]) };
        var waiver = new Waiver { Name = "Waiver", Of = ["Breaches / Cash"], From = Effective, Until = new(1997, 3, 31) };
        var deal = Terms.With(Amendment(new UndertakingChange("Prospectus", ImmutableSortedDictionary<LocalDate, LocalDate?>.Empty.Add(new(1996, 11, 20), null))) with
        {
            Adds = new() { Covenants = [covenant], Waivers = [waiver], Undertakings = [new() { Name = "Prospectus", Kind = UndertakingKind.Action, Due = new OnDates([new(1996, 11, 20)]) }] },
        });
        var run = Run(deal);
        Assert.Equal(0, run.On("Breaches / Cash", new(1996, 9, 30)));
        Assert.Equal(1, run.On("Breaches / Cash", YearEnd));
        Assert.Equal(1, run.On("Waivers / Waiver in force", YearEnd));
        Assert.Equal(1, run.On("Breaches / Prospectus not done", YearEnd));
    }

    [Fact]
    public void HedgesAndShares_AreMadeAndIssued()
    {
        var forward = new Forward(400 * (Units.Usd / Units.GoldOunce)) { Name = "Forward", Product = "gold", Deliveries = new DatedDeliveries([new(new(1997, 6, 30), 1_000 * Units.GoldOunce)]) };
        var deal = Terms with
        {
            Hedges = [new() { Currency = Units.Usd, Products = [new() { Price = "gold", Unit = Units.GoldOunce }] }],
            Shares = [new() { Name = "USMX", OutstandingAtClosing = 14_677_000 * Units.Share }],
        };
        var amended = deal.With(Amendment(
            new HedgeChange("Hedging") { Trades = [forward], CloseOuts = [new() { On = new OnDate(YearEnd) }] },
            new ShareChange("USMX", [new StatedIssue { Name = "Placement", Shares = 1_000_000 * Units.Share, On = new OnDate(YearEnd) }]),
            new AccountAmendment(A) { Receipts = ["Sponsor / Paid in", "Hedging / Received", "Hedging / Close-out proceeds"], Waterfall = [.. Waterfall, new("Hedging / Settlement"), new("Hedging / Close-out owed")] }));
        var understood = amended.UnderstoodOn();
        Assert.Equal(Effective, understood.Hedges[0].Trades[0].Traded);
        Assert.Equal("from 1996-11-15: First Amendment, 8-K 1996-11-12", understood.Hedges[0].CloseOuts[0].Source);
        Assert.Equal(15_677_000, Run(amended).On("USMX / Shares outstanding", YearEnd), Cent);
    }

    [Theory]
    [InlineData("close-out", "the close-out 'Close-out' on 1996-10-01 is before 1996-11-15", "amendments[0].changes[0].hedges.closeOuts[0].on")]
    [InlineData("issue", "the issue 'Placement' on 1996-10-01 is before 1996-11-15", "amendments[0].changes[0].shares.issues[0]")]
    [InlineData("conversion", "the facility 'Project loan' does not convert into shares", "amendments[0].changes[0].conversionPrice.facility")]
    [InlineData("sweep", "the facility 'Project loan' has a sweep already", "amendments[0].changes[1].sweep.facility")]
    [InlineData("prepayment", "a payment of 1996-10-01 is before 1996-11-15", "amendments[0].changes[0].prepayment.prepayment.payments[0].date")]
    [InlineData("instalment", "instalment 1 falls on 1996-11-01", "amendments[0].changes[0].rescheduling.repayment")]
    public void Change_OfThePastOrOfWhatIsNot_IsRefused(string what, string fact, string where)
    {
        var early = new LocalDate(1996, 10, 1);
        var deal = Terms with
        {
            Hedges = [new() { Currency = Units.Usd, Products = [new() { Price = "gold", Unit = Units.GoldOunce }] }],
            Shares = [new() { Name = "USMX", OutstandingAtClosing = 14_677_000 * Units.Share }],
        };
        Change[] changes = what switch
        {
            "close-out" => [new HedgeChange("Hedging") { CloseOuts = [new() { On = new OnDate(early) }] }],
            "issue" => [new ShareChange("USMX", [new StatedIssue { Name = "Placement", Shares = 1 * Units.Share, On = new OnDate(early) }])],
            "conversion" => [new ConversionPriceChange(L, 2 * UsdPerShare)],
            "sweep" => [new SweepChange(L, new() { Account = A, Share = 0.5 }), new SweepChange(L, new() { Account = A, Share = 0.6 })],
            "prepayment" => [new PrepaymentChange(L, new() { Payments = [new(early, 1 * Units.Usd)] })],
            _ => [new ReschedulingChange(L, new Bullet(new(1996, 11, 1)))],
        };
        var found = Assert.Throws<InvalidInputException>(() => Run(deal.With(Amendment(changes))));
        Assert.Contains(found.Problems, problem => problem.Fact.Contains(fact, StringComparison.Ordinal) && problem.Where == where);
    }

    // What each of two accounts pays of an obligation that moved from one to the other stands in its own section.
    [Fact]
    public void Statement_OfAccountsThatTookOver_ShowsWhatEachPaid()
    {
        var deal = With(Terms, project => project with { CapitalCosts = [new PlannedCost(new() { Unit = Units.Usd, Amounts = ImmutableSortedDictionary<string, double>.Empty.Add("1996-07-11/1996-12-31", 173_000) }) { Name = "Construction" }] })
            .With(Amendment(new AccountAmendment(A) { Waterfall = [.. Waterfall.Where(p => p.Pay != "Project / Capital costs")] }) with
            {
                Adds = new()
                {
                    Contributions = [new() { Name = "Company / Present cash", Currency = Units.Usd, Payments = [new(Effective, 1_000_000 * Units.Usd)] }],
                    Accounts = [new() { Name = "Second Proceeds Account", Currency = Units.Usd, Receipts = ["Company / Present cash"], Waterfall = [new("Project / Capital costs")] }],
                },
            });
        var laidOut = DealLayout.Lay(deal, Small.Market());
        var run = new Runner(laidOut.Model).Run();
        Assert.Equal(81_000, run.Values($"{A} / Project / Capital costs paid").ToArray().Sum(), Cent);
        Assert.Equal(92_000, run.Values("Second Proceeds Account / Project / Capital costs paid").ToArray().Sum(), Cent);
        var text = StatementText.Write(laidOut, run);
        Assert.Contains("Amended from 1996-11-15: First Amendment.", text, StringComparison.Ordinal);
        Assert.Contains("Second Proceeds Account", text, StringComparison.Ordinal);
    }

    // Two amendments of one day that each add a place agree, in whatever order they are given.
    [Fact]
    public void Waterfall_GivenPlaces_HasThemBeforeWhatTheyName()
    {
        ObligationTerms Owed(string name) => new() { Name = name, Currency = Units.Usd, Payments = [new(Effective, 1_000 * Units.Usd)] };
        var payables = Amendment(new AccountAmendment(A) { Pays = [new(new("Company / Payables")) { Before = "Project / Operating costs" }], PaysNoLonger = ["Project / Capital costs"], Receives = ["Company / Cash"] }) with
        {
            Adds = new()
            {
                Obligations = [Owed("Company / Payables")],
                Contributions = [new() { Name = "Company / Cash", Currency = Units.Usd, Payments = [new(Effective, 1_000 * Units.Usd)] }],
                Accounts = [new() { Name = "Second", Currency = Units.Usd, Receipts = ["Sponsor / Wanted"], Waterfall = [new("Project / Capital costs")] }],
            },
        };
        var fee = Amendment(new AccountAmendment(A) { Pays = [new(new("Lender / Fee") { DrawsMayFund = false })] }) with { Name = "Waiver", Adds = new() { Obligations = [Owed("Lender / Fee")] } };
        var account = Terms.With(fee).With(payables).UnderstoodOn().Accounts[0];
        Assert.Equal(
            ["Project / Royalty", "Company / Payables", "Project / Operating costs", $"{L} / Commitment fee", $"{L} / Interest", $"{L} / Principal", "Lender / Fee"],
            Assert.Single(account.Changes).Waterfall!.Value.Select(payment => payment.Pay));
        Assert.Equal(Terms.With(fee).With(payables).UnderstoodOn().ToJson(), Terms.With(payables).With(fee).UnderstoodOn().ToJson());
        var run = Run(Terms.With(fee).With(payables));
        Assert.Equal(1_000, run.On("Company / Payables paid", Effective), Cent);
        Assert.Equal(1_000, run.On("Lender / Fee paid", Effective), Cent);
        Assert.Equal(1_000, run.On($"{A} / Company / Cash received", Effective), Cent);
    }

    [Fact]
    public void Waterfall_GivenPlacesThatAreNone_SaysWhatIsMeant()
    {
        var found = Assert.Throws<InvalidInputException>(() => Terms.With(Amendment(new AccountAmendment(A)
        {
            Pays = [new(new("Company / Payables")) { Before = $"{L} / Intrest" }], PaysNoLonger = ["Project / Roylty"], ReceivesNoLonger = ["Sponsor / Payed in"],
        })).UnderstoodOn());
        Assert.Equal(["paysNoLonger[0]", "pays[0].before", "receivesNoLonger[0]"], found.Problems.Select(problem => problem.Where["amendments[0].changes[0].account.".Length..]));
        Assert.Contains($"'{L} / Interest'", found.Problems[1].Allowed, StringComparison.Ordinal);
    }
}
