using NodaTime;

namespace ProjectFinance.Time;

/// <summary>What a day count may need to know besides the two dates: the interest period they lie in, how often interest is paid, and when it ends.</summary>
/// <remarks>
/// Everything is optional; which convention reads what stands in docs/conventions.md. A loan gives its own periods; elsewhere the caller states what is known.
/// </remarks>
public sealed record AccrualContext
{
    /// <summary>The first day of the interest period (the reference period of a bond) in which the accrual lies: 2003-11-01. The default is none: the accrual's own start.</summary>
    public LocalDate? PeriodStart { get; init; }

    /// <summary>The last day of the interest period, on which interest is paid: 2004-05-01. The default is none: the accrual's own end.</summary>
    public LocalDate? PeriodEnd { get; init; }

    /// <summary>The length of a regular interest period: six months. The default is none: told from the period. At least a day.</summary>
    public NodaTime.Period? Frequency { get; init; }

    /// <summary>The last day of the loan or bond: 2000-06-30. The default is none: no date is the last.</summary>
    public LocalDate? Maturity { get; init; }

    /// <summary>Whether interest dates that begin at a month end stay at month ends. The default is true.</summary>
    public bool EndOfMonth { get; init; } = true;

    /// <summary>Whether the period is of regular length. The default is none: told from its dates, which business days may have moved.</summary>
    public PeriodKind? Kind { get; init; }

    /// <summary>The business days, for BUS/252. The default is none.</summary>
    public BusinessCalendar? Calendar { get; init; }
}

/// <summary>Whether an interest period has the regular length.</summary>
public enum PeriodKind
{
    /// <summary>One step long.</summary>
    Regular,

    /// <summary>Shorter or longer, at the front: its end is a regular date, its start is not.</summary>
    FrontStub,

    /// <summary>Shorter or longer, at the back: its start is a regular date, its end is not.</summary>
    BackStub,
}
