namespace ProjectFinance.Results;

/// <summary>In which way terms of two deals differ.</summary>
public enum TermChangeKind
{
    /// <summary>Both have the term, with another value.</summary>
    Changed,

    /// <summary>Only the second has it.</summary>
    Added,

    /// <summary>Only the first has it.</summary>
    Removed,

    /// <summary>A list has the same items in another order.</summary>
    Reordered,
}

/// <summary>A term that differs between two deals.</summary>
/// <param name="Kind">In which way it differs.</param>
/// <param name="Subject">The part of the deal it belongs to: "Facility 'Project loan'"; "Deal" for the deal itself.</param>
/// <param name="Term">The term within that part, in words: "interest, margin"; empty for the whole part.</param>
/// <param name="Path">Where it stands: "facilities[0].interest.margin", in the first term sheet for what was removed, else in the second.</param>
/// <param name="Before">What the first says, as JSON: "\"2.25%\""; for a list in another order the names of the items between the first and the last that moved. Null where it says nothing.</param>
/// <param name="After">What the second says, likewise. Null where it says nothing.</param>
/// <param name="IsDescription">Whether it only describes: a citation, the deal's name, a sentence about it.</param>
public sealed record TermChange(TermChangeKind Kind, string Subject, string Term, string Path, string? Before, string? After, bool IsDescription);
