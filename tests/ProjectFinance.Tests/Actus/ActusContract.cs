using System.Collections.Immutable;
using NodaTime;
using ProjectFinance.Facilities;
using ProjectFinance.Time;

namespace ProjectFinance.Tests.Actus;

/// <summary>
/// A contract of the ACTUS dictionary resolved to dates: what its anchors and cycles mean, its maturity where none is stated, and how its days are counted. Dates are as written;
/// a time of 23:59:59 counts as the next midnight in day counts, but not in schedules.
/// </summary>
sealed class ActusContract
{
    readonly ActusCase terms;
    readonly bool atMonthEnds;

    public ActusContract(ActusCase terms)
    {
        this.terms = terms;
        if (terms.Number("feeRate") != 0) throw new FormatException($"{terms.Id}: fees (FP) are not mapped");
        if (terms.Word("penaltyType", "N") is not ("N" or "O") && terms.Number("penaltyRate") != 0) throw new FormatException($"{terms.Id}: penalties (PY) are not mapped");
        Type = terms.Word("contractType");
        Sign = terms.Word("contractRole") is "RPL" or "PFL" ? -1 : 1;
        atMonthEnds = terms.Word("endOfMonthConvention") == "EOM";
        Status = terms.Time("statusDate")!.Value;
        Drawn = terms.Time("initialExchangeDate")!.Value;
        Notional = Math.Abs(terms.Number("notionalPrincipal"));
        Rate = terms.Number("nominalInterestRate");
        DayCount = DayCountOf(terms.Word("dayCountConvention"));
        BusinessDays = BusinessDaysOf(terms.Word("businessDayConvention"), terms.Word("calendar"));
        Arrays = new(terms, atMonthEnds);
        RepaidBy = Type == "ANN" ? terms.Time("amortizationDate") : null;
        Maturity = terms.Time("maturityDate") ?? RepaidBy ?? MaturityWhenAbsent();
        // Without an end, dates run up to and including the last one wanted.
        Last = Maturity ?? terms.To?.PlusDays(1) ?? throw new FormatException($"{terms.Id} has no end");
        Principal = Type is "LAM" or "NAM" or "ANN" ? ActusSchedule.UpTo(Last, PrincipalAnchor, terms.Word("cycleOfPrincipalRedemption"), atMonthEnds) : [];
        Interest = InterestDates();
        Resets = terms.Has("marketObjectCodeOfRateReset") && (terms.Has("cycleOfRateReset") || terms.Has("cycleAnchorDateOfRateReset")) ? Cycle("RateReset") : [];
        Bases = terms.Word("interestCalculationBase") == "NTL" ? Cycle("InterestCalculationBase") : [];
        Scalings = terms.Word("scalingEffect", "OOO").Any(letter => letter is 'I' or 'N') ? Cycle("ScalingIndex") : [];
    }

    public string Type { get; }

    /// <summary>1 where the holder lends, -1 where it borrows.</summary>
    public int Sign { get; }

    public LocalDateTime Status { get; }

    public LocalDateTime Drawn { get; }

    public double Notional { get; }

    public double Rate { get; }

    public DayCount DayCount { get; }

    public BusinessDays BusinessDays { get; }

    public ActusArrays Arrays { get; }

    public LocalDateTime? Maturity { get; }

    public LocalDateTime? RepaidBy { get; }

    /// <summary>Maturity, or where there is none the last date wanted.</summary>
    public LocalDateTime Last { get; }

    public List<LocalDate> Principal { get; }

    public List<LocalDate> Interest { get; }

    public List<LocalDate> Resets { get; }

    public List<LocalDate> Bases { get; }

    public List<LocalDate> Scalings { get; }

    /// <summary>The dates over which an annuity is calculated: to the amortisation date, where there is one.</summary>
    public List<LocalDate> Annuity => RepaidBy is { } by ? ActusSchedule.UpTo(by, PrincipalAnchor, terms.Word("cycleOfPrincipalRedemption"), atMonthEnds) : Principal;

    /// <summary>The date in day counts.</summary>
    public static LocalDate Day(LocalDateTime time) => time.TimeOfDay >= new LocalTime(23, 59, 59) ? time.Date.PlusDays(1) : time.Date;

    /// <summary>The date to which interest is counted.</summary>
    public LocalDate Counted(LocalDate date) => BusinessDays.AdjustInterest ? Settled(date) : date;

    /// <summary>The date on which is paid.</summary>
    public LocalDate Settled(LocalDate date) => BusinessCalendar.Union(BusinessDays.Calendars.AsSpan()).Adjust(date, BusinessDays.Convention);

    LocalDateTime? PrincipalAnchor => terms.Time("cycleAnchorDateOfPrincipalRedemption")
        ?? (terms.Has("cycleOfPrincipalRedemption") ? ActusSchedule.At(Drawn.Date, terms.Word("cycleOfPrincipalRedemption"), 1, atMonthEnds).AtMidnight() : null);

    // A demand loan and an open one pay at the end; on the dates of the cycle interest is capitalised.
    List<LocalDate> InterestDates()
    {
        if (Type == "LAX") return Arrays.Interest(Last);
        var cycle = terms.Word("cycleOfInterestPayment");
        var anchor = terms.Time("cycleAnchorDateOfInterestPayment") ?? (cycle.Length > 0 ? ActusSchedule.At(Drawn.Date, cycle, 1, atMonthEnds).AtMidnight() : null);
        return ActusSchedule.UpTo(Last, anchor, cycle, atMonthEnds);
    }

    List<LocalDate> Cycle(string of)
    {
        var cycle = terms.Word($"cycleOf{of}");
        var anchor = terms.Time($"cycleAnchorDateOf{of}") ?? (cycle.Length > 0 ? ActusSchedule.At(Drawn.Date, cycle, 1, atMonthEnds).AtMidnight() : null);
        return ActusSchedule.Before(Last, anchor, cycle, atMonthEnds);
    }

    // The specification: as many cycles as the payments need, counted from the last principal date before the status date, or from one cycle before the anchor.
    LocalDateTime? MaturityWhenAbsent()
    {
        if (Type == "LAX") return Arrays.Maturity(Notional);
        if (Type is "CLM" or "UMP") return terms.Events.Where(e => e.Type is "XD" or "MD" or "STD" or "TD").Select(e => (LocalDateTime?)e.Time).FirstOrDefault();
        var cycle = terms.Word("cycleOfPrincipalRedemption");
        if (PrincipalAnchor is not { } anchor || cycle.Length == 0) return null;
        int before = -1;
        while (ActusSchedule.At(anchor.Date, cycle, before + 1, atMonthEnds).AtMidnight() < Status) before++;
        LocalDate from = ActusSchedule.At(anchor.Date, cycle, before, atMonthEnds), next = ActusSchedule.At(anchor.Date, cycle, before + 1, atMonthEnds);
        double payment = Math.Abs(terms.Number("nextPrincipalRedemptionPayment"));
        double principal = Type == "LAM" ? payment : payment - Notional * DayCount.YearFraction(from, next) * Rate;
        return ActusSchedule.At(anchor.Date, cycle, before + (int)Math.Ceiling(Notional / principal), atMonthEnds).AtMidnight();
    }

    static DayCount DayCountOf(string code) => code switch
    {
        "A360" => DayCounts.Actual360,
        "A365" => DayCounts.Actual365Fixed,
        "AA" => DayCounts.ActualActualIsda,
        "30E360" => DayCounts.ThirtyE360,
        "30E360ISDA" => DayCounts.ThirtyE360Isda,
        "28E336" => new TwentyEight336(),
        _ => throw new FormatException($"'{code}' is not a day count of the ACTUS dictionary"),
    };

    static BusinessDays BusinessDaysOf(string code, string calendar) => new()
    {
        Calendars = [calendar == "MF" ? BusinessCalendars.Weekends : BusinessCalendars.None],
        AdjustInterest = !code.StartsWith("CS", StringComparison.Ordinal),
        Convention = code.Length < 3 ? BusinessDayConvention.None : code[2..] switch
        {
            "F" => BusinessDayConvention.Following,
            "MF" => BusinessDayConvention.ModifiedFollowing,
            "P" => BusinessDayConvention.Preceding,
            "MP" => BusinessDayConvention.ModifiedPreceding,
            _ => BusinessDayConvention.None,
        },
    };

    /// <summary>28E/336 of the ACTUS dictionary: twelve months of 28 days; only its tests use it.</summary>
    sealed class TwentyEight336() : DayCount("28E/336")
    {
        protected override int CountDays(LocalDate start, LocalDate end, AccrualContext? context) =>
            336 * (end.Year - start.Year) + 28 * (end.Month - start.Month) + Math.Min(end.Day, 28) - Math.Min(start.Day, 28);

        protected override double CountYears(LocalDate start, LocalDate end, AccrualContext? context) => CountDays(start, end, context) / 336.0;
    }
}
