using System.Collections.Frozen;

namespace ProjectFinance.Time;

/// <summary>The day counts a contract may name. Formulas, sources and where practice differs stand in docs/conventions.md.</summary>
public static class DayCounts
{
    const string Business = "BUS/252";

    /// <summary>"ACT/360": calendar days over 360. The money-market basis of LIBOR loans in dollars. Source: 2006 ISDA Definitions 4.16(e).</summary>
    public static DayCount Actual360 { get; } = new ActualDayCount("ACT/360", 360);

    /// <summary>"ACT/365F": calendar days over 365, in leap years too. Source: 2006 ISDA Definitions 4.16(d).</summary>
    public static DayCount Actual365Fixed { get; } = new ActualDayCount("ACT/365F", 365);

    /// <summary>"ACT/365.25": calendar days over the average Julian year. Not an accrual basis: for average lives and other spans of years.</summary>
    public static DayCount Actual365Quarter { get; } = new ActualDayCount("ACT/365.25", 365.25);

    /// <summary>"ACT/365L": calendar days over 366 where the interest period touches a leap year by its rule, otherwise over 365. Reads the period's end and the frequency. Source: ICMA Rule 251.1(i) part 2.</summary>
    public static DayCount Actual365Leap { get; } = new Actual365L();

    /// <summary>"ACT/ACT ISDA": days in a leap year over 366, others over 365. Source: 2006 ISDA Definitions 4.16(b).</summary>
    public static DayCount ActualActualIsda { get; } = new ActualActualIsda();

    /// <summary>"ACT/ACT ICMA": days over those of the regular interest period times the periods in a year. Needs the period or the frequency. Source: ICMA Rule 251.1(iii); 2006 ISDA Definitions 4.16(c).</summary>
    public static DayCount ActualActualIcma { get; } = new ActualActualIcma();

    /// <summary>"ACT/ACT AFB": whole years counted back from the end, the rest over 366 or 365. Source: Association Française des Banques, Technical Schedule (1994).</summary>
    public static DayCount ActualActualAfb { get; } = new ActualActualAfb();

    /// <summary>"ACT/ACT Excel": YEARFRAC of Microsoft Excel with basis 1, which is not the rule of ISDA.</summary>
    public static DayCount ActualActualExcel { get; } = new ActualActualExcel();

    /// <summary>"30/360", "30/360 US", bond basis: months of thirty days, without a rule for February. Source: 2006 ISDA Definitions 4.16(f); ISO 20022 A001, "30/360 (ISDA) or 30/360 (American Basic Rule)".</summary>
    public static DayCount Thirty360 { get; } = new ThirtyDayCount("30/360", ThirtyDayCount.BondBasis);

    /// <summary>
    /// "30U/360": as <see cref="Thirty360"/>, and where dates stay at month ends the last day of February counts as the 30th at the start, and at the end if the start is one too.
    /// Source: Mayle, Standard Securities Calculation Methods (Securities Industry Association); FIX 5.0, CouponDayCount 1.
    /// </summary>
    public static DayCount ThirtyU360 { get; } = new ThirtyDayCount("30U/360", ThirtyDayCount.UnitedStates);

    /// <summary>"30/360 Excel": YEARFRAC and DAYS360 of Microsoft Excel with basis 0, as <see cref="ThirtyU360"/> but for a 31st counted to from the end of February.</summary>
    public static DayCount Thirty360Excel { get; } = new ThirtyDayCount("30/360 Excel", ThirtyDayCount.Excel);

    /// <summary>"30E/360", Eurobond basis: months of thirty days, the 31st counting as the 30th at both ends. Source: 2006 ISDA Definitions 4.16(g).</summary>
    public static DayCount ThirtyE360 { get; } = new ThirtyDayCount("30E/360", ThirtyDayCount.Eurobond);

    /// <summary>"30E/360 ISDA": the last day of every month counts as the 30th, but for a maturity at the end of February. Reads the maturity. Source: 2006 ISDA Definitions 4.16(h).</summary>
    public static DayCount ThirtyE360Isda { get; } = new ThirtyDayCount("30E/360 ISDA", ThirtyDayCount.EurobondIsda);

    /// <summary>"NL/365": calendar days without the 29ths of February, over 365. Source: ISO 20022 A014.</summary>
    public static DayCount NoLeap365 { get; } = new NoLeap365();

    /// <summary>"BUS/252": business days over 252, by the calendar of the accrual's context. Source: 2021 ISDA Interest Rate Derivatives Definitions, "Calculation/252".</summary>
    public static DayCount Business252 { get; } = new Business252(null);

    /// <summary>"1/1": one for each interest period. Source: 2006 ISDA Definitions 4.16(a).</summary>
    public static DayCount OneOne { get; } = new OneOne();

    /// <summary>All day counts above.</summary>
    public static IReadOnlyList<DayCount> All { get; } =
    [
        Actual360, Actual365Fixed, Actual365Quarter, Actual365Leap, ActualActualIsda, ActualActualIcma, ActualActualAfb, ActualActualExcel,
        Thirty360, ThirtyU360, Thirty360Excel, ThirtyE360, ThirtyE360Isda, NoLeap365, Business252, OneOne,
    ];

    static readonly FrozenDictionary<string, DayCount> ByName = Names().ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    /// <summary>"BUS/252" by a calendar of its own: "BUS/252 New York".</summary>
    /// <param name="calendar">The business days.</param>
    public static DayCount Business252By(BusinessCalendar calendar)
    {
        ArgumentNullException.ThrowIfNull(calendar);
        return new Business252(calendar);
    }

    /// <summary>The day count of YEARFRAC of Microsoft Excel: 0 is 30/360 Excel, 1 ACT/ACT Excel, 2 ACT/360, 3 ACT/365F, 4 30E/360.</summary>
    /// <param name="basis">From 0 to 4.</param>
    /// <exception cref="InvalidInputException">It is another number.</exception>
    public static DayCount OfExcelBasis(int basis) => basis switch
    {
        0 => Thirty360Excel,
        1 => ActualActualExcel,
        2 => Actual360,
        3 => Actual365Fixed,
        4 => ThirtyE360,
        _ => throw InvalidInputException.Of("Day count", $"the basis is {basis}", "it must be 0 (30/360), 1 (ACT/ACT), 2 (ACT/360), 3 (ACT/365) or 4 (30E/360)"),
    };

    /// <summary>The day count of a name, in capitals or not.</summary>
    /// <param name="name">
    /// A <see cref="DayCount.Name"/> of <see cref="All"/>, or another usual name: "Actual/360", "Actual/365 (Fixed)", "30/360 US", "Bond Basis", "30US/360", "Eurobond Basis", "ACT/ACT ISMA";
    /// "BUS/252" may be followed by a calendar. "ACT/365" and "ACT/ACT" alone mean several things and are refused.
    /// </param>
    /// <exception cref="InvalidInputException">No day count has the name; the message says which ones come near.</exception>
    public static DayCount Parse(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        return Parse(name, OwnCalendars.None);
    }

    /// <summary>The day count of a name; a calendar in it may be a user's own.</summary>
    internal static DayCount Parse(string name, OwnCalendars own)
    {
        var written = name.Trim();
        if (ByName.TryGetValue(written, out var known)) return known;
        if (written.StartsWith(Business + " ", StringComparison.OrdinalIgnoreCase)) return Business252By(BusinessCalendars.Parse(written[(Business.Length + 1)..], own));
        throw InvalidInputException.Of($"Day count '{name}'", "no day count has this name", Nearest.Hint(name, All.Select(count => count.Name)));
    }

    static Dictionary<string, DayCount> Names()
    {
        var names = All.ToDictionary(count => count.Name, StringComparer.OrdinalIgnoreCase);
        void Also(DayCount count, params ReadOnlySpan<string> others)
        {
            foreach (var other in others) names.Add(other, count);
        }
        Also(Actual360, "ACTUAL/360", "A/360");
        Also(Actual365Fixed, "ACT/365 FIXED", "ACT/365 (FIXED)", "ACT/365.FIXED", "ACTUAL/365 FIXED", "ACTUAL/365 (FIXED)", "ACTUAL/365F", "A/365F");
        Also(Actual365Quarter, "ACTUAL/365.25");
        Also(Actual365Leap, "ACT/365.L", "ACT/365 L", "ACTUAL/365L");
        Also(ActualActualIsda, "ACT/ACT.ISDA", "ACT/ACT (ISDA)", "ACTUAL/ACTUAL ISDA", "ACTUAL/ACTUAL (ISDA)");
        Also(ActualActualIcma, "ACT/ACT.ICMA", "ACT/ACT (ICMA)", "ACTUAL/ACTUAL ICMA", "ACTUAL/ACTUAL (ICMA)", "ACT/ACT ISMA", "ACT/ACT.ISMA", "ACTUAL/ACTUAL (ISMA)");
        Also(ActualActualAfb, "ACT/ACT.AFB", "ACT/ACT (AFB)", "ACTUAL/ACTUAL AFB", "ACTUAL/ACTUAL (AFB)");
        Also(Thirty360, "30/360 US", "30/360 ISDA", "30/360 (ISDA)", "360/360", "BOND BASIS");
        Also(ThirtyU360, "30US/360", "30U/360 EOM");
        Also(ThirtyE360, "EUROBOND BASIS", "30/360 EU", "30S/360", "30/360.ISMA");
        Also(ThirtyE360Isda, "30E/360.ISDA", "30E/360 (ISDA)");
        Also(NoLeap365, "ACT/365NL", "ACTUAL/365 NO LEAP", "NL365");
        Also(Business252, "BU/252", "BUSINESS/252", "CALCULATION/252");
        return names;
    }
}
