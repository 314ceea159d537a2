namespace ProjectFinance.Time;

/// <summary>The day counts a contract may name.</summary>
public static class DayCounts
{
    /// <summary>"ACT/360": calendar days over 360. The money-market basis of LIBOR loans in dollars. Source: 2006 ISDA Definitions 4.16(e).</summary>
    public static DayCount Actual360 { get; } = new ActualDayCount("ACT/360", 360);

    /// <summary>"ACT/365F": calendar days over 365, in leap years too. Source: 2006 ISDA Definitions 4.16(d).</summary>
    public static DayCount Actual365Fixed { get; } = new ActualDayCount("ACT/365F", 365);

    /// <summary>"ACT/365.25": calendar days over the average Julian year. Not an accrual basis: for average lives and other spans of years.</summary>
    public static DayCount Actual365Quarter { get; } = new ActualDayCount("ACT/365.25", 365.25);

    /// <summary>"30/360", bond basis: months of thirty days, without a rule for February. Source: 2006 ISDA Definitions 4.16(f).</summary>
    public static DayCount Thirty360 { get; } = new ThirtyDayCount("30/360", ThirtyDayCount.BondBasis);

    /// <summary>
    /// "30/360 US": as <see cref="Thirty360"/>, and the last day of February counts as the 30th at the start, and at the end if the start is one too.
    /// Source: Mayle, Standard Securities Calculation Methods (Securities Industry Association), for securities that pay at month ends.
    /// </summary>
    public static DayCount Thirty360Us { get; } = new ThirtyDayCount("30/360 US", ThirtyDayCount.UnitedStates);

    /// <summary>"30E/360", Eurobond basis: months of thirty days, the 31st counting as the 30th at both ends. Source: 2006 ISDA Definitions 4.16(g).</summary>
    public static DayCount ThirtyE360 { get; } = new ThirtyDayCount("30E/360", ThirtyDayCount.Eurobond);

    /// <summary>All day counts above.</summary>
    public static IReadOnlyList<DayCount> All { get; } = [Actual360, Actual365Fixed, Actual365Quarter, Thirty360, Thirty360Us, ThirtyE360];

    /// <summary>The day count of a name, in capitals or not.</summary>
    /// <param name="name">
    /// A <see cref="DayCount.Name"/> of <see cref="All"/>, or another usual name: "Actual/360", "Actual/365 (Fixed)", "Bond Basis", "30U/360", "Eurobond Basis".
    /// "ACT/365" and "ACT/ACT" alone mean several things and are refused.
    /// </param>
    /// <exception cref="InvalidInputException">No day count has the name; the message says which ones come near.</exception>
    public static DayCount Parse(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        return name.Trim().ToUpperInvariant() switch
        {
            "ACT/360" or "ACTUAL/360" or "A/360" => Actual360,
            "ACT/365F" or "ACT/365 FIXED" or "ACT/365 (FIXED)" or "ACT/365.FIXED" or "ACTUAL/365 FIXED" or "ACTUAL/365 (FIXED)" or "A/365F" => Actual365Fixed,
            "ACT/365.25" or "ACTUAL/365.25" => Actual365Quarter,
            "30/360" or "30/360 ISDA" or "BOND BASIS" => Thirty360,
            "30/360 US" or "30U/360" or "30US/360" => Thirty360Us,
            "30E/360" or "EUROBOND BASIS" => ThirtyE360,
            _ => throw InvalidInputException.Of($"Day count '{name}'", "no day count has this name", Nearest.Hint(name, All.Select(known => known.Name))),
        };
    }
}
