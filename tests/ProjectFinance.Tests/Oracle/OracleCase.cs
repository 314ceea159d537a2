using NodaTime;

namespace ProjectFinance.Tests.Oracle;

/// <summary>
/// One deal with one scenario, as plain figures: what <see cref="Oracle"/> needs and nothing more. Rates are annual fractions (2.25 % is 0.0225),
/// amounts USD, production fine troy ounces. A span (From, To, Amount) means the days after From up to and including To.
/// </summary>
sealed record OracleCase
{
    /// <summary>The closing date: column 0, and d0 of the interest periods.</summary>
    public required LocalDate Closing { get; init; }

    /// <summary>The ends of columns 1..n, ascending; they must contain every interest, instalment and contribution date.</summary>
    public required LocalDate[] ColumnEnds { get; init; }

    /// <summary>The most that may be drawn, interest capitalised included.</summary>
    public required decimal Commitment { get; init; }

    /// <summary>Charged in column 0.</summary>
    public decimal EstablishmentFee { get; init; }

    /// <summary>A year, on commitment less opening balance, on days on which the loan is open for drawing.</summary>
    public decimal CommitmentFeeRate { get; init; }

    /// <summary>Added to the rate on overdue interest and fees; on overdue principal, which is still in the balance, charged alone.</summary>
    public decimal DefaultMargin { get; init; }

    /// <summary>How days become fractions of a year for interest and commitment fee. The default is ACT/360.</summary>
    public OracleDayCount DayCount { get; init; } = OracleDayCount.Actual360;

    /// <summary>d1, d2, ...: the ends of the interest periods.</summary>
    public required LocalDate[] InterestDates { get; init; }

    /// <summary>p(1..n): the days on which principal falls due; the last is final maturity.</summary>
    public required LocalDate[] InstalmentDates { get; init; }

    /// <summary>w(1..n): equal figures for equal principal, percentages for a percentage table, <see cref="OracleWeights"/> for a level payment.</summary>
    public required decimal[] Weights { get; init; }

    /// <summary>The index, rounded as agreed, of the interest period that starts on the date given.</summary>
    public required Func<LocalDate, decimal> IndexForPeriodStarting { get; init; }

    /// <summary>The margin up to and on the day of Completion.</summary>
    public required decimal InitialMargin { get; init; }

    /// <summary>The margin on days after Completion.</summary>
    public required decimal LaterMargin { get; init; }

    /// <summary>The scenario's date of Completion; null is never. It changes the margin and permits distributions.</summary>
    public LocalDate? Completion { get; init; }

    /// <summary>True where the later margin begins with the first interest period that starts on or after Completion, not the day after Completion.</summary>
    public bool MarginFromNextInterestPeriod { get; init; }

    /// <summary>The last day on which the loan may be drawn.</summary>
    public required LocalDate LastDraw { get; init; }

    /// <summary>The scenario's date of Mechanical Completion, which ends availability; null is never.</summary>
    public LocalDate? MechanicalCompletion { get; init; }

    /// <summary>True where interest that falls due while the loan is open for drawing is added to the balance.</summary>
    public bool Capitalise { get; init; }

    /// <summary>A fraction of revenue less the deduction.</summary>
    public decimal RoyaltyRate { get; init; }

    /// <summary>USD an ounce deducted before the royalty.</summary>
    public decimal RoyaltyDeductionPerOunce { get; init; }

    /// <summary>Operating cost, USD an ounce produced; added to <see cref="OperatingCosts"/>.</summary>
    public decimal UnitCost { get; init; }

    /// <summary>Ounces, by spans.</summary>
    public (LocalDate From, LocalDate To, decimal Amount)[] Production { get; init; } = [];

    /// <summary>Operating costs by spans; several items are simply more spans.</summary>
    public (LocalDate From, LocalDate To, decimal Amount)[] OperatingCosts { get; init; } = [];

    /// <summary>Capital costs by spans; several items are simply more spans.</summary>
    public (LocalDate From, LocalDate To, decimal Amount)[] CapitalCosts { get; init; } = [];

    /// <summary>Equity paid in on days that end a column.</summary>
    public (LocalDate On, decimal Amount)[] Contributions { get; init; } = [];

    /// <summary>USD an ounce for the column that starts and ends on the days given; column 0 is asked with the closing date twice.</summary>
    public required Func<LocalDate, LocalDate, decimal> GoldPrice { get; init; }

    /// <summary>Part (I) of the minimum balance is at least this.</summary>
    public decimal MinimumFloor { get; init; } = 1_500_000m;

    /// <summary>Part (I) of the minimum balance: this share of the present value of the project's net cash flow, where that is greater.</summary>
    public decimal PresentValueShare { get; init; } = 0.10m;

    /// <summary>Part (I) of the minimum balance: the discount rate, compounded yearly on 365 days.</summary>
    public decimal PresentValueRate { get; init; } = 0.10m;

    /// <summary>Part (II) of the minimum balance is at most this.</summary>
    public decimal InterestCap { get; init; } = 250_000m;

    /// <summary>The months that the minimum balance looks ahead.</summary>
    public int MonthsAhead { get; init; } = 3;

    /// <summary>Ratios are tested from this day; the look-back of the DSCR never goes behind it.</summary>
    public required LocalDate RatiosFrom { get; init; }

    /// <summary>The months that the DSCR looks back.</summary>
    public int DscrMonths { get; init; } = 12;

    /// <summary>Distributions leave in the account the principal of this many months, as far as the minimum balance does not hold it already; null for no more than the minimum.</summary>
    public int? MonthsKept { get; init; }

    /// <summary>The obligations in the order in which they are paid.</summary>
    public string[] Waterfall { get; init; } =
    [
        OracleNames.Royalty, OracleNames.OperatingCosts, OracleNames.CapitalCosts,
        OracleNames.EstablishmentFee, OracleNames.CommitmentFee, OracleNames.Interest, OracleNames.Principal,
    ];

    /// <summary>Obligations whose due amounts do not count towards the funding need. The default is none.</summary>
    public string[] NotFundedByDraws { get; init; } = [];
}
