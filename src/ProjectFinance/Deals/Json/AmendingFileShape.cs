using System.Collections.Immutable;

namespace ProjectFinance.Deals.Json;

/// <summary>A term sheet that is another one with amendments.</summary>
sealed record AmendingFile
{
    /// <summary>The path of the other, from the folder of this one.</summary>
    internal required string Amends { get; init; }

    /// <summary>What the deal is called now; null for as before.</summary>
    internal string? Name { get; init; }

    /// <summary>A sentence or two for readers; null for as before.</summary>
    internal string? About { get; init; }

    /// <summary>The amendments, after those the other has.</summary>
    internal ImmutableArray<Amendment> Amendments { get; init; } = [];
}

/// <summary>How a term sheet that amends another is written.</summary>
static class AmendingFileShape
{
    /// <summary>The field by which such a file is known.</summary>
    internal const string Amends = "amends";

    internal static ObjectShape<AmendingFile> Shape { get; } = new ObjectShape<AmendingFile>("amendingFile", "A term sheet that is another one with amendments.", new() { Amends = "" })
        .Required(Amends, Leaf.Text, x => x.Amends, (x, v) => x with { Amends = v }, "The path of the term sheet that is amended, from the folder of this one; it may amend another.")
        .Maybe("name", Leaf.Text, x => x.Name, (x, v) => x with { Name = v }, "What the deal is called now.")
        .Maybe("about", Leaf.Text, x => x.About, (x, v) => x with { About = v }, "A sentence or two for readers.")
        .Required("amendments", Leaf.Array(AmendmentShape.Shape), x => x.Amendments, (x, v) => x with { Amendments = v }, "What was agreed or became known.");
}
