using System.Collections.Immutable;
using NodaTime;
using ProjectFinance.Amounts;
using ProjectFinance.Time;

namespace ProjectFinance.Covenants;

/// <summary>
/// Something the borrower has undertaken: to report, to do a thing by a date, or not to do one at all. "AK must deliver financial information, reserve,
/// hedging and operating reports"; "an amended development plan will be submitted by December 2, 1996".
/// </summary>
public sealed record Undertaking
{
    /// <summary>What is undertaken: "Quarterly operating report".</summary>
    public required string Name { get; init; }

    /// <summary>Whether it is a report, something to do, or something not to do. The default is a report.</summary>
    public UndertakingKind Kind { get; init; } = UndertakingKind.Report;

    /// <summary>When it is due; for something not to do, the days on which that is tested. Reports and things to do must have dates; the default is none: at all times.</summary>
    public Schedule? Due { get; init; }

    /// <summary>How many days after it is due it may still be done; at least 0. The default is 0.</summary>
    public int GraceDays { get; init; }

    /// <summary>
    /// What is known: for a due date the day on which it was done, or null where it never was. A due date not named is taken as kept, as a plan does. The default
    /// is nothing. Not for something not to do, and not beside <see cref="Met"/>.
    /// </summary>
    public ImmutableSortedDictionary<LocalDate, LocalDate?> Done { get; init; } = ImmutableSortedDictionary<LocalDate, LocalDate?>.Empty;

    /// <summary>
    /// When the model shows whether it is done: it is when this holds at the end of a column after the date due before. For something not to do, what must hold.
    /// The default is none: taken as kept but for what is known.
    /// </summary>
    public Test? Met { get; init; }

    /// <summary>The clause. The default is empty.</summary>
    public string Source { get; init; } = "";
}

/// <summary>What kind of thing is undertaken.</summary>
public enum UndertakingKind
{
    /// <summary>To deliver information by a date.</summary>
    Report,

    /// <summary>To do something by a date.</summary>
    Action,

    /// <summary>Not to do something, or to keep something as it is: a negative covenant.</summary>
    Negative,
}
