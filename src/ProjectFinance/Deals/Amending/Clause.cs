using NodaTime;
using ProjectFinance.Time;

namespace ProjectFinance.Deals.Amending;

/// <summary>One change of an amendment, or its additions, and where it is written.</summary>
/// <param name="Amendment">The amendment.</param>
/// <param name="Number">The amendment's place in the list of the deal.</param>
/// <param name="Where">The path: "amendments[1].changes[0].commitment".</param>
sealed record Clause(Amendment Amendment, int Number, string Where)
{
    /// <summary>From when it holds.</summary>
    internal LocalDate Effective => Amendment.Effective;

    /// <summary>Whom problems concern.</summary>
    internal string Subject => $"Amendment '{Amendment.Name}'";

    /// <summary>A source, and that the amendment changed what it is for.</summary>
    internal string Cite(string source)
    {
        var cited = $"from {Effective.Iso()}: {(Amendment.Source.Length > 0 ? $"{Amendment.Name}, {Amendment.Source}" : Amendment.Name)}";
        return source.Length == 0 ? cited : source.Contains(cited, StringComparison.Ordinal) ? source : $"{source}; {cited}";
    }

    /// <summary>Sources, of which that of a field now names the amendment.</summary>
    internal System.Collections.Immutable.ImmutableSortedDictionary<string, string> Cite(System.Collections.Immutable.ImmutableSortedDictionary<string, string> sources, string field) =>
        sources.SetItem(field, Cite(sources.GetValueOrDefault(field, "")));
}
