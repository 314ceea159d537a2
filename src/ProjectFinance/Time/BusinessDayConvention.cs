namespace ProjectFinance.Time;

/// <summary>Where a date moves that is not a business day. Source: 2006 ISDA Definitions 4.12; the modified preceding rule is its mirror image.</summary>
public enum BusinessDayConvention
{
    /// <summary>The date stays: payment falls on it, business day or not.</summary>
    None,

    /// <summary>To the next business day: Easter Monday 1997-03-31 in London moves to 1997-04-01.</summary>
    Following,

    /// <summary>To the next business day, unless that lies in another month; then to the one before: 1997-03-31 in London moves to 1997-03-27.</summary>
    ModifiedFollowing,

    /// <summary>To the business day before.</summary>
    Preceding,

    /// <summary>To the business day before, unless that lies in another month; then to the next.</summary>
    ModifiedPreceding,

    /// <summary>To the next business day from a Sunday or a Monday, to the one before from any other day.</summary>
    Nearest,
}
