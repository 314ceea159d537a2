using NodaTime;

namespace ProjectFinance.Tests.Oracle;

/// <summary>
/// Four courses of a plan like Illinois Creek's of autumn 1996: facility terms from the 8-K of July 1996, production and costs from the plan's
/// round figures, the rest assumed. They are for trying the oracle; no figure of theirs is a statement about the mine.
/// </summary>
static class OracleScenarios
{
    static readonly LocalDate Closing = new(1996, 7, 11);
    static readonly LocalDate PlanEnd = new(2003, 12, 31);
    static readonly LocalDate ExpectedMechanicalCompletion = new(1997, 6, 15);
    static readonly LocalDate ExpectedCompletion = new(1997, 10, 15);

    /// <summary>Expected milestone dates are kept, and gold stays where it was when the loan was signed.</summary>
    public static OracleCase OnTime { get; } = new()
    {
        Closing = Closing,
        ColumnEnds = Columns(),
        Commitment = 19_500_000m,
        EstablishmentFee = 292_500m,
        CommitmentFeeRate = 0.005m,
        DefaultMargin = 0.02m,
        InterestDates = QuarterEnds(new(1996, 9, 30), new(2000, 12, 31)),
        InstalmentDates = [.. QuarterEnds(new(1997, 9, 30), new(2000, 12, 31)).Where(d => d.Month is 9 or 12)],
        Weights = [1m, 1m, 1m, 1m, 1m, 1m, 1m, 1m],
        IndexForPeriodStarting = Index,
        InitialMargin = 0.0225m,
        LaterMargin = 0.01875m,
        Completion = ExpectedCompletion,
        LastDraw = new(1997, 9, 30),
        MechanicalCompletion = ExpectedMechanicalCompletion,
        RoyaltyRate = 0.05m,
        RoyaltyDeductionPerOunce = 5m,
        UnitCost = 218m,
        Production = [.. Years(new(1997, 6, 30)).Select(year => (year.From, year.To, 60_000m * NodaTime.Period.DaysBetween(year.From, year.To) / 365m))],
        OperatingCosts = [(new LocalDate(1997, 3, 31), new LocalDate(1997, 6, 30), 400_000m)],
        CapitalCosts =
        [
            (Closing, new LocalDate(1996, 12, 31), 8_500_000m),
            (new LocalDate(1996, 12, 31), new LocalDate(1997, 6, 30), 8_250_000m),
            (new LocalDate(1997, 6, 30), new LocalDate(1997, 9, 30), 750_000m),
        ],
        Contributions = [(new LocalDate(1996, 9, 30), 1_500_000m)],
        GoldPrice = (_, _) => 385m,
        RatiosFrom = new(1997, 9, 30),
    };

    /// <summary>Both milestones come late, on days inside columns; the mine starts nine months late and carries its costs meanwhile.</summary>
    public static OracleCase LateCompletion { get; } = OnTime with
    {
        MechanicalCompletion = new(1997, 12, 8),
        Completion = new(1998, 8, 17),
        Production = [.. Years(new(1998, 3, 31)).Select(year => (year.From, year.To, 60_000m * NodaTime.Period.DaysBetween(year.From, year.To) / 365m))],
        OperatingCosts = [(new LocalDate(1997, 3, 31), new LocalDate(1998, 3, 31), 1_200_000m)],
    };

    /// <summary>Neither milestone is reached: half the ounces, no distribution, the first margin to the end.</summary>
    public static OracleCase NeverComplete { get; } = OnTime with
    {
        MechanicalCompletion = null,
        Completion = null,
        Production = [.. Years(new(1997, 6, 30)).Select(year => (year.From, year.To, 30_000m * NodaTime.Period.DaysBetween(year.From, year.To) / 365m))],
    };

    /// <summary>On time, but gold falls by 35 USD a year to 240 in 2001 and later.</summary>
    public static OracleCase PriceCrash { get; } = OnTime with
    {
        GoldPrice = (_, end) => Math.Max(240m, 385m - 35m * (end.Year - 1996)),
    };

    /// <summary>Each case with its name.</summary>
    public static IReadOnlyDictionary<string, OracleCase> All { get; } = new Dictionary<string, OracleCase>
    {
        ["on time"] = OnTime,
        ["late Completion"] = LateCompletion,
        ["never complete"] = NeverComplete,
        ["price crash"] = PriceCrash,
    };

    /// <summary>The dates from the first to the last that end a calendar quarter.</summary>
    public static LocalDate[] QuarterEnds(LocalDate first, LocalDate last) =>
        [.. OracleTimeline.DaysAfter(first.PlusDays(-1), last).Where(d => d.Month % 3 == 0 && d.PlusDays(1).Day == 1)];

    static LocalDate[] Columns()
    {
        LocalDate[] ends =
        [
            .. QuarterEnds(new(1996, 9, 30), PlanEnd),
            new(1997, 7, 31), new(1997, 11, 30), ExpectedMechanicalCompletion, ExpectedCompletion,
        ];
        return [.. ends.Distinct().Order()];
    }

    /// <summary>Spans of at most a calendar year from the start to the end of the plan.</summary>
    static IEnumerable<(LocalDate From, LocalDate To)> Years(LocalDate start)
    {
        while (start < PlanEnd)
        {
            var to = new LocalDate(start.PlusDays(1).Year, 12, 31);
            yield return (start, to);
            start = to;
        }
    }

    /// <summary>The first two fixings are those of the deal's own record; the rest are the H.15 three-month Eurodollar rate + 0.12, to a sixteenth.</summary>
    static decimal Index(LocalDate start) => start switch
    {
        { Year: 1996, Month: 7 } => 0.056875m,
        { Year: 1996, Month: 9 } => 0.0555078m,
        { Year: 1996 or 1997 } => 0.0575m,
        { Year: 1998, Month: < 9 } => 0.056875m,
        { Year: 1998 } => 0.053125m,
        { Year: 1999, Month: < 9 } => 0.05375m,
        { Year: 1999 } => 0.05875m,
        _ => 0.0675m,
    };
}
