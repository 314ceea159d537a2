using System.Collections.Immutable;
using NodaTime;
using ProjectFinance.Amounts;
using ProjectFinance.Deals;
using ProjectFinance.Equity;
using ProjectFinance.Facilities;
using ProjectFinance.Hedges;
using ProjectFinance.Operations;
using ProjectFinance.Rates;
using ProjectFinance.Tests.Covenants;
using ProjectFinance.Tests.Deals;
using ProjectFinance.Tests.Equity;
using ProjectFinance.Tests.Facilities;
using ProjectFinance.Tests.Operations;
using ProjectFinance.Time;
using Book = ProjectFinance.Tests.Hedges.SmallBook;

namespace ProjectFinance.Tests.Excel;

/// <summary>Deals of every kind the library has, for their workbooks: those of other tests where they have one.</summary>
static class DealsOfManyKinds
{
    static readonly LocalDate June = new(1997, 6, 30);

    /// <summary>The deals by name.</summary>
    public static ImmutableSortedDictionary<string, Func<Model>> All { get; } = ImmutableSortedDictionary.CreateRange(StringComparer.Ordinal, new Dictionary<string, Func<Model>>(StringComparer.Ordinal)
    {
        ["a loan that becomes gold"] = () => new GoldDeal().Lay().Model,
        ["a loan in metal"] = () => Laid(new MetalDeal().Deal()),
        ["a loan in metal, settled in dollars"] = () => Laid(new MetalDeal { InMetal = false }.Deal()),
        ["a loan with a sweep"] = () => Swept.Lay().Model,
        ["a loan at an overnight rate in arrears"] = () => DealLayout.Lay(Overnight.Deal(), Overnight.Market() with { Indices = Sorted.Empty<IndexSeries>().Add("SOFR", new() { Forward = ImmutableSortedDictionary<LocalDate, Percentage>.Empty.Add(LocalDate.MinIsoValue, 0.05) }) }).Model,
        ["a convertible note, its price reset"] = () => Converted.Lay(),
        ["hedges of every kind"] = () => DealLayout.Lay(Hedged.Deal(), Hedged.Market()).Model,
        ["hedges closed out"] = () => DealLayout.Lay(ClosedOut.Deal(), ClosedOut.Market()).Model,
        ["shares and a merger"] = () => Laid(ShareDeal.Of(new StatedIssue { Name = "Lease", On = new OnDate(ShareDeal.Closing), Shares = 1_540_663 * Units.Share }) with { Mergers = [Merged] }),
        ["two kinds of loan, accelerated"] = () => Laid(Deal.Parse(TwoKindsOfLoan.With((TwoKindsOfLoan.FirstPayment, "{ \"date\": \"2001-03-31\", \"amount\": \"USD 100,000\" }"), (TwoKindsOfLoan.Defaults, "\"defaults\": { \"acceleration\": { \"on\": \"2001-04-30\" } }")))),
        ["covenants breached and cured"] = () => Laid(CovenantDeal.Of($$"""
            "covenants": [{{CovenantDeal.RatioCovenant}}], "defaults": { "cureDays": 30 }
            """, ("1996-11-15", 6000), ("1997-06-01", 4000))),
        ["a mine without a loan"] = () => Laid(SmallMine.Terms),
        ["a small mine, month by month, with lines that look ahead"] = () => Laid(Reporting.SmallDeal.Terms with { Step = TimelineStep.Month, Lines = OwnLines }),
        ["scheduled loans"] = () => DealLayout.Lay(ScheduledLoans.Deal, ScheduledLoans.Market).Model,
        ["lines of a user's own"] = () => SmallBook.Model(),
    });

    /// <summary>The same with 300 columns.</summary>
    public static Model Monthly() => Laid(Reporting.SmallDeal.Terms with { Step = TimelineStep.Month, End = new(2025, 12, 31), Lines = OwnLines });

    static SmallDeal Swept => new()
    {
        Costs = [("1996-07-11/1996-09-30", 19_500_000)], PaidIn = [(new(1996, 9, 30), 3_400_000), (new(1997, 3, 31), 40_000_000)], Minimum = new StatedAmount(600_000 * Units.Usd),
        Terms = loan => loan with { Sweep = new Sweep { Account = SmallDeal.A, Share = 2.0 / 3 } },
    };

    static SmallDeal Overnight => new()
    {
        Interest = terms => terms with { Index = "SOFR", Setting = new OvernightInArrears(new() { Calendars = [BusinessCalendars.London], LookbackDays = 5 }), FixingCalendars = [BusinessCalendars.London] },
    };

    static NoteDeal Converted => new()
    {
        Conversion = new() { Shares = "USMX", Price = new Stepped<Quantity>(3.40 * NoteDeal.UsdPerShare).Then(new OnMilestone("Offering"), 1.80 * NoteDeal.UsdPerShare), ByLender = new(new OnOrAfter(new(1996, 12, 31))) },
    };

    static Book Hedged => new()
    {
        Trades =
        [
            Book.Forward(10_000, 320, June), Book.Forward(5_000, 402.50, Book.December, "Late forward"),
            new SpotDeferred(369.25 * Book.UsdPerOunce) { Name = "Spot deferred", Product = "gold", Deliveries = Book.On(8_000 * Units.GoldOunce, June), RolledTo = Book.December },
            new Put(360 * Book.UsdPerOunce) { Name = "Put", Product = "gold", Deliveries = Book.Quarterly(12_000, new(1997, 3, 31), Book.December), Premium = new(50_000 * Units.Usd, Book.Closing) },
            new Collar(300 * Book.UsdPerOunce, 350 * Book.UsdPerOunce) { Name = "Collar", Product = "gold", Deliveries = Book.Quarterly(12_000, new(1997, 3, 31), new(1998, 12, 31)) },
        ],
    };

    static Book ClosedOut => Hedged with { Book = book => book with { CloseOuts = [new() { On = new OnMilestone("Sale") }] } };

    static Merger Merged => new() { Name = "Merger", Target = "USMX", Acquirer = "Dakota", AcquirerOutstanding = 30_000_000 * Units.Share, OldSharesForOne = 1.10, On = new OnDate(new(1997, 5, 29)) };

    static ImmutableArray<LineTerms> OwnLines =>
    [
        new() { Name = "Own / Value of what comes", Unit = Units.Usd, Kind = LineKind.Level, Amount = new PresentValueOf("Project / Net cash flow", 0.08) },
        new() { Name = "Own / Reserve", Unit = Units.Usd, Kind = LineKind.Level, Amount = new GreaterOf([new StatedAmount(10_000 * Units.Usd), new PercentOf(0.25, new NextMonthsOf(12, "Project / Operating costs"))]) },
    ];

    static Model Laid(Deal deal) => DealLayout.Lay(deal).Model;
}
