using System.Collections.Immutable;
using NodaTime;
using ProjectFinance.Amounts;

namespace ProjectFinance.Covenants;

/// <summary>
/// The lender's agreement to take no action on named breaches for a time and on conditions. "Rothschild has agreed with the Company to waive these conditions
/// and to not take any actions until December 31, 1996", 8-K 1996-11-12, Item 5. A waived breach is still shown; it makes no default.
/// </summary>
public sealed record Waiver
{
    /// <summary>What it is called: "Waiver of November 1996".</summary>
    public required string Name { get; init; }

    /// <summary>The breaches it covers, by the names of their lines: "Breaches / Current ratio". At least one; each once.</summary>
    public required ImmutableArray<string> Of { get; init; }

    /// <summary>The first day on which it is in force.</summary>
    public required LocalDate From { get; init; }

    /// <summary>The last day on which it is in force; on or after <see cref="From"/>.</summary>
    public required LocalDate Until { get; init; }

    /// <summary>What it depends on. One that is not met on its day ends the waiver for good, and the default revives. The default is nothing.</summary>
    public ImmutableArray<WaiverCondition> Conditions { get; init; } = [];

    /// <summary>The clause. The default is empty.</summary>
    public string Source { get; init; } = "";
}

/// <summary>Something that must have happened by a day. Exactly one of <see cref="Met"/> and <see cref="Undertaking"/> says when it has.</summary>
public sealed record WaiverCondition
{
    /// <summary>What is required: "Net proceeds of USD 9,000,000".</summary>
    public required string Name { get; init; }

    /// <summary>The last day on which it may happen; on or before the waiver's end.</summary>
    public required LocalDate By { get; init; }

    /// <summary>What must hold at the end of some column up to that day. The default is none.</summary>
    public Test? Met { get; init; }

    /// <summary>The undertaking of which everything due up to that day must be done by then: "Prospectus filed". The default is none.</summary>
    public string? Undertaking { get; init; }
}
