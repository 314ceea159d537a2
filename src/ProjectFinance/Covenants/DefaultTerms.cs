using System.Collections.Immutable;
using NodaTime;

namespace ProjectFinance.Covenants;

/// <summary>Which breaches are events of default, how long they may be cured, and what follows from a default while it continues.</summary>
public sealed record DefaultTerms
{
    /// <summary>The breaches that are events of default: "Breaches / Current ratio". The default is every breach the deal tests for.</summary>
    public ImmutableArray<string> Events { get; init; } = [];

    /// <summary>How many days a breach may last before it is an event of default; at least 0. The default is 0: at once.</summary>
    public int CureDays { get; init; }

    /// <summary>The same for single breaches, by name: "Breaches / Proceeds Account: payments overdue" 5. The default is none: <see cref="CureDays"/> holds for all.</summary>
    public ImmutableSortedDictionary<string, int> CureDaysOf { get; init; } = Sorted.Empty<int>();

    /// <summary>Whether nothing may be drawn while a default continues. The default is true.</summary>
    public bool DrawStop { get; init; } = true;

    /// <summary>Whether nothing is distributed while a default continues. The default is true.</summary>
    public bool LockUp { get; init; } = true;

    /// <summary>Whether the default margin of each loan is charged on its whole balance while a default continues. The default is false: only on what is overdue.</summary>
    public bool DefaultMargin { get; init; }

    /// <summary>When a default that continues makes all principal fall due. The default is never.</summary>
    public Acceleration? Acceleration { get; init; }

    /// <summary>Where each term comes from, by the name of its field.</summary>
    public ImmutableSortedDictionary<string, string> Sources { get; init; } = Sorted.Empty<string>();
}

/// <summary>When a default makes all principal fall due: after some days, or by notice on a day; the earlier where both are given. What is once due stays due.</summary>
public sealed record Acceleration
{
    /// <summary>After how many days of a continuing default; at least 0. The default is none.</summary>
    public int? AfterDays { get; init; }

    /// <summary>The day of the lender's notice, which counts if a default continues at its end. The default is none.</summary>
    public LocalDate? On { get; init; }
}
