using System.Collections.Immutable;
using ProjectFinance.Results;

namespace ProjectFinance.Reporting;

/// <summary>Prints terms that differ, each as a sentence: "Facility 'Project loan': commitment USD 19,500,000 -> USD 20,500,000".</summary>
static class TermChangeText
{
    // What a reader takes in at a glance; the whole is in the term sheet.
    const int Long = 160;

    internal static IEnumerable<TextLine> Lines(ImmutableArray<TermChange> terms, bool all)
    {
        yield return new("Terms that differ", Emphasis.Heading);
        yield return new(new string('-', Prose.Width));
        var told = terms.Where(term => all || !term.IsDescription).ToList();
        foreach (var line in told.SelectMany(term => Prose.Wrap(Sentence(term, all ? int.MaxValue : Long), Prose.Width, 4))) yield return new(line);
        int kept = terms.Length - told.Count;
        if (kept > 0) yield return new(kept == 1 ? "1 name, description or citation differs." : $"{kept} names, descriptions or citations differ.", Emphasis.Note);
        if (terms.IsEmpty) yield return new("None.");
    }

    /// <summary>A change as a sentence without a full stop.</summary>
    /// <param name="term">The change.</param>
    /// <param name="longest">After how many characters a value is cut.</param>
    internal static string Sentence(TermChange term, int longest)
    {
        var subject = term.Term.Length == 0 ? term.Subject : $"{term.Subject}: {term.Term}";
        string Value(string? json) => json is null ? "" : Cut(TermText.Of(json), longest);
        return term.Kind switch
        {
            TermChangeKind.Changed => $"{subject} {Value(term.Before)} -> {Value(term.After)}",
            TermChangeKind.Reordered => $"{subject} in another order: {Value(term.Before)} -> {Value(term.After)}",
            TermChangeKind.Added when IsPlain(term.After!, subject) => $"{subject} left out -> {Value(term.After)}",
            TermChangeKind.Removed when IsPlain(term.Before!, subject) => $"{subject} {Value(term.Before)} -> left out",
            TermChangeKind.Added => $"{subject} added{Of(Value(term.After), subject)}",
            _ => $"{subject} removed{Of(Value(term.Before), subject)}",
        };
    }

    /// <summary>Whether a piece of a term sheet is the value of a field, not a part and not an item of a list.</summary>
    static bool IsPlain(string json, string subject) => json[0] != '{' && !subject.EndsWith($"'{TermText.Of(json)}'", StringComparison.Ordinal);

    static string Of(string value, string subject) => value.Length == 0 || subject.EndsWith($"'{value}'", StringComparison.Ordinal) ? "" : $": {value}";

    static string Cut(string text, int longest) => text.Length <= longest ? text : $"{text.AsSpan(0, longest).TrimEnd()} ...";
}
