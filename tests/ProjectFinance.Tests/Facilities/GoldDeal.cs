using System.Collections.Immutable;
using NodaTime;
using ProjectFinance.Accounts;
using ProjectFinance.Amounts;
using ProjectFinance.Covenants;
using ProjectFinance.Deals;
using ProjectFinance.Facilities;
using ProjectFinance.Rates;
using ProjectFinance.Results;
using ProjectFinance.Time;

namespace ProjectFinance.Tests.Facilities;

/// <summary>
/// A dollar loan advanced at closing and a gold loan it may be converted into, served from contributions, so that each figure can be found with a pocket calculator.
/// Dates do not move to business days.
/// </summary>
sealed record GoldDeal
{
    public const string L = SmallDeal.L;
    public const string G = "Gold loan";
    public const string A = SmallDeal.A;

    public static LocalDate Closing => SmallDeal.Closing;

    public static LocalDate Maturity => SmallDeal.Maturity;

    public static Schedule QuarterEnds => SmallDeal.QuarterEnds;

    public static Schedule SeptemberAndDecember => SmallDeal.SeptemberAndDecember;

    public (LocalDate On, double Amount)[] Advances { get; init; } = [(Closing, 19_500_000)];

    /// <summary>What the sponsor pays in, by date. The default is more than everything that ever falls due.</summary>
    public (LocalDate On, double Amount)[] PaidIn { get; init; } = [(new(1996, 9, 30), 60_000_000)];

    public Quantity GoldCommitment { get; init; } = 19_500_000 * Units.Usd;

    public Quantity Commitment { get; init; } = 19_500_000 * Units.Usd;

    public ImmutableArray<Fee> Fees { get; init; } = [];

    /// <summary>What is prepaid on the dollar loan, by date. The default is nothing.</summary>
    public (LocalDate On, double Amount)[] Prepaid { get; init; } = [];

    /// <summary>The conversion as it differs from one of the whole loan on 31 December 1996.</summary>
    public Func<Redenomination, Redenomination> Terms { get; init; } = terms => terms;

    public Func<InterestTerms, InterestTerms> GoldInterest { get; init; } = terms => terms;

    /// <summary>Whether there is a gold loan at all.</summary>
    public bool HasGold { get; init; } = true;

    public double Index { get; init; } = 0.056875;

    public double LeaseRate { get; init; } = 0.01125;

    /// <summary>Gold on days; else the price.</summary>
    public (LocalDate On, double Price)[] Fixings { get; init; } = [];

    public (LocalDate On, double Price)[] Morning { get; init; } = [];

    public double Price { get; init; } = 382.70;

    public ImmutableArray<MilestoneTerms> Milestones { get; init; } = [];

    public CoverRatios? Ratios { get; init; }

    public Amount? Minimum { get; init; }

    public ImmutableArray<LineTerms> Lines { get; init; } = [];

    public Market Market => new()
    {
        Name = "Gold",
        Indices = ImmutableSortedDictionary<string, IndexSeries>.Empty.Add("LIBOR", Always(Index)).Add("lease rate", Always(LeaseRate)),
        Prices = ImmutableSortedDictionary<string, PriceSeries>.Empty.Add("gold", Series(Fixings, Price)).Add("gold AM", Series(Morning, null)),
    };

    public LaidOutDeal Lay() => DealLayout.Lay(Deal(), Market);

    public Run Run(params (string Milestone, LocalDate? Date)[] milestones)
    {
        var run = RunOf(Lay(), milestones);
        Assert.All(run.Checks, check => Assert.True(check.Passed, $"{check.Name} is off by {check.Largest} in {check.At}"));
        return run;
    }

    public static Run RunOf(LaidOutDeal laid, params (string Milestone, LocalDate? Date)[] milestones) => new Runner(laid.Model).Run(milestones
        .Select(m => (Milestone: laid.Model.FindMilestone(m.Milestone), m.Date)).ToDictionary(m => m.Milestone.Date!.Input, m => m.Milestone.DayNumber(m.Date)));

    public Deal Deal() => new()
    {
        Name = "Gold",
        Closing = Closing,
        End = Maturity,
        Milestones = Milestones,
        Contributions = [new() { Name = "Sponsor / Paid in", Currency = Units.Usd, Payments = [.. PaidIn.Select(p => new DatedAmount(p.On, p.Amount * Units.Usd))] }],
        Facilities = HasGold ? [Loan(), Gold()] : [Loan()],
        Accounts =
        [
            new()
            {
                Name = A, Currency = Units.Usd, Receipts = ["Sponsor / Paid in"], Draws = [$"{L} / Draw"], MinimumBalance = Minimum,
                Waterfall = [.. Fees.Select(fee => new Payment(fee is EstablishmentFee ? $"{L} / Establishment fee" : $"{L} / Commitment fee")), .. Pays(L), .. Prepaid.Length > 0 ? new Payment[] { new($"{L} / Prepayment") { DrawsMayFund = false } } : [], .. HasGold ? Pays(G) : [], .. Returns()],
            },
        ],
        Lines = Lines,
        Ratios = Ratios,
    };

    static ImmutableArray<Payment> Pays(string loan) => [new($"{loan} / Interest"), new($"{loan} / Principal")];

    ImmutableArray<Payment> Returns() => HasGold && ((Redenomination)Gold().Draws).Limit == ConversionLimit.MarkedToMarket ? [new($"{G} / Return of excess")] : [];

    TermLoan Loan() => new()
    {
        Name = L,
        Commitment = Commitment,
        Interest = new() { Index = "LIBOR", Margin = new(0.0225), Dates = QuarterEnds },
        Draws = new Advances([.. Advances.Select(a => new DatedAmount(a.On, a.Amount * Units.Usd))]),
        Fees = Fees,
        Repayment = new EqualPrincipal(SeptemberAndDecember),
        Prepayments = Prepaid.Length > 0 ? [new() { Payments = [.. Prepaid.Select(p => new DatedAmount(p.On, p.Amount * Units.Usd))] }] : [],
        BusinessDays = new() { AdjustInterest = false },
    };

    TermLoan Gold() => new()
    {
        Name = G,
        Commitment = GoldCommitment,
        Interest = GoldInterest(new() { Index = "lease rate", Margin = new(0.0225), Dates = QuarterEnds }),
        Draws = Terms(new() { Of = L, Into = Units.GoldOunce, Price = "gold", Election = new() { On = new LocalDate(1996, 12, 31) } }),
        Repayment = new EqualPrincipal(SeptemberAndDecember),
        BusinessDays = new() { AdjustInterest = false },
    };

    static IndexSeries Always(double rate) => new() { Forward = ImmutableSortedDictionary<LocalDate, Percentage>.Empty.Add(LocalDate.MinIsoValue, rate) };

    static PriceSeries Series((LocalDate On, double Price)[] fixings, double? afterwards) => new()
    {
        Unit = Units.Usd / Units.GoldOunce,
        Values = afterwards is { } price ? ImmutableSortedDictionary<string, double>.Empty.Add("1996-01-01/2010-12-31", price) : ImmutableSortedDictionary<string, double>.Empty,
        Fixings = fixings.ToImmutableSortedDictionary(f => f.On, f => f.Price),
        Afterwards = afterwards,
    };
}
