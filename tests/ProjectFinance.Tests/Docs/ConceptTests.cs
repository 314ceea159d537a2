using System.Reflection;
using System.Text.Json.Nodes;
using ProjectFinance.Tests.Rules;

namespace ProjectFinance.Tests.Docs;

/// <summary>
/// docs/concepts.md lists every phrase and figure of the filings with what carries it. Where the filings are at hand, every sentence and every figure of theirs must be there;
/// everywhere, what the page names must exist.
/// </summary>
public sealed class ConceptTests
{
    static readonly string[] Filings = ["8-K 1996-07-11", "8-K 1996-11-12", "8-K 1997-01-03"];

    [FilingFact]
    public void Sentence_OfAFiling_IsInTheList() => Rule.Holds(
        from filing in Filings.Select(Read)
        let phrases = Phrases(filing)
        from sentence in filing.Sentences
        where !phrases.Exists(phrase => Contains(sentence, phrase))
        select $"{filing.Name}: no row quotes from '{sentence}'");

    [FilingFact]
    public void Figure_OfASentence_IsInAPhraseOfThatSentence() => Rule.Holds(
        from filing in Filings.Select(Read)
        let phrases = Phrases(filing)
        from sentence in filing.Sentences
        let quoted = phrases.Where(phrase => Contains(sentence, phrase)).SelectMany(Filing.Figures).ToHashSet(StringComparer.Ordinal)
        from figure in Filing.Figures(sentence)
        where !quoted.Contains(figure)
        select $"{filing.Name}: no row quotes the figure '{figure}' of '{sentence}'");

    [FilingFact]
    public void Phrase_OfTheList_StandsInItsFiling() => Rule.Holds(
        from filing in Filings.Select(Read)
        from row in ConceptTable.Rows().Where(row => row.Filing == filing.Name)
        from phrase in row.Phrases
        where !Contains(filing.Text, phrase)
        select $"{row}: the filing does not say '{phrase}'");

    [Fact]
    public void Row_OfTheList_IsWhole() => Rule.Holds(
        from row in ConceptTable.Rows()
        where !(row.IsCarried ? row.Code(1).Any() && row.Code(2).Any() && (row.Code(3).Any() || row.Cells[3] == "-") && row.Code(4).Any() : row.Cells is [{ Length: > 0 }, { Length: > 0 }])
        select $"{row}: a row has a phrase, an item, types, files, places in term sheets (or -) and tests; or a phrase, an item and why it carries no term");

    [Fact]
    public void Row_OfTheList_NamesTypesThatExist()
    {
        var types = typeof(Deal).Assembly.GetTypes().Where(type => !type.IsNested).ToLookup(type => type.Name.Split('`')[0]);
        Rule.Holds(
            from row in Carried()
            from name in row.Code(1)
            let parts = name.Split('.')
            where !types[parts[0]].Any(type => parts.Length == 1 || type.GetMember(parts[1], BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static).Length > 0)
            select $"{row}: there is no {name}");
    }

    [Fact]
    public void Row_OfTheList_NamesFilesThatExist() => Rule.Holds(
        from row in Carried()
        from file in row.Code(2)
        where !File.Exists(Repository.PathOf("src", "ProjectFinance", file))
        select $"{row}: there is no file src/ProjectFinance/{file}");

    [Fact]
    public void Row_OfTheList_NamesPlacesThatExist() => Rule.Holds(
        from row in Carried()
        from place in row.Code(3)
        where !Stands(place)
        select $"{row}: nothing stands at {place}");

    [Fact]
    public void Row_OfTheList_NamesTestsThatExist()
    {
        var tests = typeof(ConceptTests).Assembly.GetTypes().ToLookup(type => type.Name);
        Rule.Holds(
            from row in Carried()
            from name in row.Code(4).DefaultIfEmpty("")
            let parts = name.Split('.')
            where !tests[parts[0]].Any(type => parts.Length == 1 || type.GetMethod(parts[1]) is not null)
            select $"{row}: there is no test {name}");
    }

    [Fact]
    public void List_OfConcepts_CoversEveryFiling() => Assert.Equal(Filings, ConceptTable.Rows().Select(row => row.Filing).Distinct());

    static IEnumerable<Concept> Carried() => ConceptTable.Rows().Where(row => row.IsCarried);

    static List<string> Phrases(Filing filing) => [.. ConceptTable.Rows().Where(row => row.Filing == filing.Name).SelectMany(row => row.Phrases)];

    static bool Contains(string text, string phrase) => text.Contains(phrase, StringComparison.OrdinalIgnoreCase);

    static Filing Read(string name) => Filing.Read(name, FilingFactAttribute.PathOf(name)!);

    // "1996-07: facilities[0].commitment" is a place in seeds/illinois-creek-1996-07.json.
    static bool Stands(string place)
    {
        var parts = place.Split(": ");
        var path = parts.Length == 2 ? Repository.PathOf("seeds", $"illinois-creek-{parts[0]}.json") : "";
        if (!File.Exists(path)) return false;
        var at = JsonNode.Parse(File.ReadAllText(path));
        foreach (var step in parts[1].Replace("[", ".[", StringComparison.Ordinal).Split('.', StringSplitOptions.RemoveEmptyEntries))
            at = step[0] == '[' ? (at as JsonArray)?.ElementAtOrDefault(int.Parse(step.Trim('[', ']'), System.Globalization.CultureInfo.InvariantCulture)) : at is JsonObject named && named.TryGetPropertyValue(step, out var value) ? value : null;
        return at is not null;
    }
}
