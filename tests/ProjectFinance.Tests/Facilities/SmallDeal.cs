using System.Collections.Immutable;
using NodaTime;
using ProjectFinance.Accounts;
using ProjectFinance.Amounts;
using ProjectFinance.Covenants;
using ProjectFinance.Deals;
using ProjectFinance.Facilities;
using ProjectFinance.Operations;
using ProjectFinance.Rates;
using ProjectFinance.Results;
using ProjectFinance.Time;

namespace ProjectFinance.Tests.Facilities;

/// <summary>
/// The facility of July 1996 without its mine: drawn on stated dates, serviced from contributions, so that each figure can be found with a pocket
/// calculator. The rate is 5.6875 % + 2.25 % unless a test says otherwise.
/// </summary>
sealed record SmallDeal
{
    public const string L = "Project loan";
    public const string A = "Proceeds Account";

    public static LocalDate Closing { get; } = new(1996, 7, 11);

    public static LocalDate Maturity { get; } = new(2000, 12, 31);

    public static Schedule QuarterEnds { get; } = new Every(NodaTime.Period.FromMonths(3), new LocalDate(1996, 9, 30), Maturity);

    /// <summary>30 September and 31 December from 1997 to 2000: the eight instalments of 8-K 1996-07-11, Item 5(a).</summary>
    public static Schedule SeptemberAndDecember { get; } = new OnDatesOfYear([new(9, 30), new(12, 31)], new LocalDate(1997, 9, 30), Maturity);

    /// <summary>What is drawn, by date; as far as the loan is available.</summary>
    public (LocalDate On, double Amount)[] Wanted { get; init; } = [(Closing, 19_500_000)];

    /// <summary>What the sponsor pays in, by date. The default is more than everything that ever falls due.</summary>
    public (LocalDate On, double Amount)[] PaidIn { get; init; } = [(new(1996, 9, 30), 40_000_000)];

    /// <summary>Costs paid before the lender, by calendar. The default is nothing.</summary>
    public (string Span, double Amount)[] Costs { get; init; } = [("1996-Q4", 0)];

    public double Index { get; init; } = 0.056875;

    /// <summary>Fixings that differ from the index, by the date on which they are fixed.</summary>
    public (LocalDate On, double Rate)[] Fixings { get; init; } = [];

    public Quantity Commitment { get; init; } = 19_500_000 * Units.Usd;

    public ImmutableArray<Fee> Fees { get; init; } = [];

    public Repayment Repayment { get; init; } = new EqualPrincipal(SeptemberAndDecember);

    public Func<InterestTerms, InterestTerms> Interest { get; init; } = terms => terms;

    public LocalDate LastDraw { get; init; } = new(1997, 9, 30);

    /// <summary>Whether dates move to business days. The default is not, so that quarters have their calendar days.</summary>
    public bool Adjust { get; init; }

    public Amount? Minimum { get; init; }

    public DistributionTerms? Distribution { get; init; }

    public CoverRatios? Ratios { get; init; }

    public LocalDate End { get; init; } = Maturity;

    public ImmutableArray<LineTerms> Lines { get; init; } = [];

    /// <summary>What differs in the loan's terms. Its prepayments and its sweep stand last in the waterfall.</summary>
    public Func<TermLoan, TermLoan> Terms { get; init; } = loan => loan;

    public LaidOutDeal Lay() => DealLayout.Lay(Deal(), Market());

    public Market Market() => new()
    {
        Name = "Small",
        Indices = ImmutableSortedDictionary<string, IndexSeries>.Empty.Add("LIBOR", new()
        {
            Fixings = Fixings.ToImmutableSortedDictionary(f => f.On, f => (Percentage)f.Rate),
            Forward = ImmutableSortedDictionary<LocalDate, Percentage>.Empty.Add(LocalDate.MinIsoValue, Index),
        }),
        Prices = ImmutableSortedDictionary<string, PriceSeries>.Empty.Add("gold", new() { Unit = Units.Usd / Units.GoldOunce, Values = ImmutableSortedDictionary<string, double>.Empty, Afterwards = 385 }),
    };

    /// <summary>Computes every line; milestones are never reached unless the test says when.</summary>
    /// <param name="completion">When Completion is reached.</param>
    /// <param name="mechanical">When Mechanical Completion is reached.</param>
    /// <param name="with">Lines written before the run, such as flags of default.</param>
    public Run Run(LocalDate? completion = null, LocalDate? mechanical = null, Action<Model>? with = null)
    {
        var model = Lay().Model;
        with?.Invoke(model);
        var (first, second) = (model.FindMilestone("Mechanical Completion"), model.FindMilestone("Completion"));
        var run = new Runner(model).Run(new (Milestone Milestone, LocalDate? Date)[] { (first, mechanical), (second, completion) }
            .Where(m => m.Date is not null).ToDictionary(m => m.Milestone.Date!.Input, m => m.Milestone.DayNumber(m.Date)));
        Assert.All(run.Checks, check => Assert.True(check.Passed, $"{check.Name} is off by {check.Largest} in {check.At}"));
        return run;
    }

    public Deal Deal() => new()
    {
        Name = "Small",
        Closing = Closing,
        End = End,
        Milestones = [new() { Name = "Mechanical Completion" }, new() { Name = "Completion" }],
        Projects =
        [
            new()
            {
                Name = "Project", Currency = Units.Usd, Price = "gold", Production = Table(Units.GoldOunce, ("1996-07-11/2000-12-31", 1_634)),
                OperatingCosts = [new PlannedCost(Table(Units.Usd, Costs)) { Name = "planned" }],
            },
        ],
        Contributions = [Dated("Sponsor / Paid in", PaidIn), Dated("Sponsor / Wanted", Wanted)],
        Facilities = [Loan()],
        Accounts =
        [
            new()
            {
                Name = A, Currency = Units.Usd, Receipts = ["Sponsor / Paid in"], Draws = [$"{L} / Draw"], MinimumBalance = Minimum, Distribution = Distribution,
                Waterfall =
                [
                    new("Project / Royalty"), new("Project / Operating costs"), new("Project / Capital costs"),
                    .. Fees.Select(fee => new Payment($"{L} / {(fee is EstablishmentFee ? "Establishment" : fee is CancellationFee ? "Cancellation" : "Commitment")} fee")), new($"{L} / Interest"), new($"{L} / Principal"),
                    .. Loan().Prepayments.Select(prepayment => new Payment($"{L} / {prepayment.Name}") { DrawsMayFund = false }),
                    .. Loan().Prepayments.Where(prepayment => prepayment.Fee is not null).Select(prepayment => new Payment($"{L} / {prepayment.Name} fee") { DrawsMayFund = false }),
                    .. Loan().Sweep is null ? Array.Empty<Payment>() : [new Payment($"{L} / Sweep") { DrawsMayFund = false }],
                ],
            },
        ],
        Lines = Lines,
        Ratios = Ratios,
    };

    TermLoan Loan() => Terms(new()
    {
        Name = L,
        Commitment = Commitment,
        Interest = Interest(new() { Index = "LIBOR", Margin = new(0.0225), Dates = QuarterEnds }),
        Draws = new DrawsAsNeeded { Fund = "Sponsor / Wanted", LastDate = LastDraw, UntilMilestone = "Mechanical Completion" },
        Fees = Fees,
        Repayment = Repayment,
        BusinessDays = new() { AdjustInterest = Adjust },
    });

    static Contribution Dated(string name, (LocalDate On, double Amount)[] payments) =>
        new() { Name = name, Currency = Units.Usd, Payments = [.. payments.DefaultIfEmpty((Closing, 0)).Select(p => new DatedAmount(p.On, p.Amount * Units.Usd))] };

    static Plan Table(Unit unit, params (string Span, double Amount)[] spans) =>
        new() { Unit = unit, Amounts = spans.ToImmutableSortedDictionary(s => s.Span, s => s.Amount) };
}

/// <summary>Reads a run by line and date.</summary>
static class SmallDealRun
{
    public static double At(this Run run, string line, LocalDate end) => run[line, run.Model.Timeline.EndingOn(end)];

    /// <summary>The dates on which a line is not zero, with the amounts to the cent.</summary>
    public static (LocalDate On, double Amount)[] Payments(this Run run, string line) =>
        [.. run.Model.Periods.Select(t => (t.End, Math.Round(run[line, t], 2))).Where(p => p.Item2 != 0)];
}
