using System.Text.RegularExpressions;

namespace ProjectFinance.Tests.Docs;

/// <summary>The tables of docs/concepts.md: what a filing says, and what carries it.</summary>
static partial class ConceptTable
{
    static readonly string Page = Repository.PathOf("docs", "concepts.md");

    /// <summary>Every row, in order.</summary>
    public static IEnumerable<Concept> Rows()
    {
        var filing = "";
        foreach (var line in File.ReadLines(Page))
        {
            if (Heading.Match(line) is { Success: true } heading) filing = heading.Groups[1].Value;
            if (!line.StartsWith("| ", StringComparison.Ordinal) || line.StartsWith("| the filing says", StringComparison.Ordinal)) continue;
            var cells = line.Trim('|', ' ').Split(" | ");
            yield return new(filing, cells[0].Trim(), [.. cells[1..].Select(cell => cell.Trim())]);
        }
    }

    [GeneratedRegex(@"^## .*(8-K \d{4}-\d{2}-\d{2})")]
    private static partial Regex Heading { get; }
}

/// <summary>One row of the page.</summary>
/// <param name="Filing">The filing: "8-K 1996-07-11".</param>
/// <param name="Phrase">A phrase of the filing, in its words; several, divided by " ... ".</param>
/// <param name="Cells">The other cells: item, types, files, places in term sheets, tests; or item and why it carries no term.</param>
sealed partial record Concept(string Filing, string Phrase, string[] Cells)
{
    /// <summary>The phrases as they must stand in the filing.</summary>
    public IEnumerable<string> Phrases => Phrase.Split(" ... ").Select(part => part.Trim());

    /// <summary>Whether something carries it; else the row says why nothing does.</summary>
    public bool IsCarried => Cells.Length == 5;

    /// <summary>The names in code type of a cell: `TermLoan.Commitment`.</summary>
    public IEnumerable<string> Code(int cell) => Ticked.Matches(Cells[cell]).Select(match => match.Groups[1].Value);

    /// <summary>Where the row stands, for messages.</summary>
    public override string ToString() => $"{Filing}: '{Phrase}'";

    [GeneratedRegex("`([^`]+)`")]
    private static partial Regex Ticked { get; }
}
