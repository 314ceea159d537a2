using System.Collections.Immutable;

namespace ProjectFinance.Results;

/// <summary>Why an amount is zero, or a condition holds or does not: one of the facts that decide it, and what decides that fact in turn.</summary>
/// <param name="Text">The fact with names and values: "Completion not reached by 1997-06-30 (expected 1997-09-30, longstop 1997-11-30)".</param>
/// <param name="Line">The line the fact is read off: the one whose cell is named, or whose formula compares.</param>
/// <param name="Period">The column.</param>
/// <param name="Parts">Why the fact is so; empty where the text says all.</param>
public sealed record Reason(string Text, string Line, Period Period, ImmutableArray<Reason> Parts)
{
    /// <summary>The fact, with what it comes down to in the end in parentheses.</summary>
    public string Summary
    {
        get
        {
            var ends = Parts.SelectMany(part => part.Ends()).Distinct().ToList();
            return ends.Count == 0 ? Text : $"{Text} ({string.Join("; ", ends)})";
        }
    }

    IEnumerable<string> Ends() => Parts.IsEmpty ? [Text] : Parts.SelectMany(part => part.Ends());
}
