using System.Collections.Immutable;
using System.Globalization;
using ProjectFinance.Quantities;
using ProjectFinance.Results;

namespace ProjectFinance.Reporting;

/// <summary>Prints what makes the difference between two deals, for people: no line is wider than 120 characters, no colour is written.</summary>
public static class AttributionText
{
    const int Label = 56;
    const int Cell = 16;

    /// <summary>The shares of the changes, the largest first, as text that ends with a line feed.</summary>
    /// <param name="attribution">The shares.</param>
    /// <param name="first">What the first deal is called. The default is "First deal".</param>
    /// <param name="second">What the second is called. The default is "Second deal".</param>
    public static string Write(Attribution attribution, string first = "First deal", string second = "Second deal") => string.Concat(Lines(attribution, first, second).Select(line => line.Text + "\n"));

    /// <summary>What <see cref="Write"/> writes, line by line, for a terminal that can show headings.</summary>
    /// <inheritdoc cref="Write"/>
    public static ImmutableArray<TextLine> Lines(Attribution attribution, string first = "First deal", string second = "Second deal")
    {
        ArgumentNullException.ThrowIfNull(attribution);
        static IEnumerable<TextLine> Told(string label, string[] cells)
        {
            var labels = Prose.Wrap(label, Label - 2, 2);
            foreach (var line in labels.SkipLast(1)) yield return new(line);
            yield return new(Row(labels[^1], cells));
        }
        return
        [
            new(Row(Title(attribution), []), Emphasis.Heading),
            new(Row("", [.. Headings.Select(heading => heading + " ")]), Emphasis.Heading),
            new(new string('-', Prose.Width)),
            .. Rows(attribution, first, second).SelectMany(row => Told(row.Label, row.Cells)),
            new(""),
            .. Notes(attribution).SelectMany(note => Prose.Wrap(note)).Select(line => new TextLine(line, Emphasis.Note)),
        ];
    }

    /// <summary>The headings of the columns.</summary>
    internal static ImmutableArray<string> Headings { get; } = ["share", "of it", "alone", "last"];

    /// <summary>What changes that are told together are made of, and how shares are found.</summary>
    internal static IEnumerable<string> Notes(Attribution attribution) =>
        attribution.Shares.Where(change => change.Titles.Any(title => !change.Title.Contains(title, StringComparison.Ordinal))).Select(change => $"{change.Title}: {string.Join("; ", change.Titles)}.").Append(Legend);

    const string Legend = "Each share is the average of what the change adds over all orders in which the changes can be made (Shapley values); they add up to the whole difference. "
        + "Alone: made to the first deal by itself. Last: when all else has been changed.";

    internal static string Title(Attribution attribution) => $"What makes the difference in {attribution.Of}{(attribution.Unit.IsNone ? "" : $", {attribution.Unit}")}";

    /// <summary>The first deal, the changes and the second deal, each with as many cells as it has.</summary>
    internal static IEnumerable<(string Label, string[] Cells)> Rows(Attribution attribution, string first, string second)
    {
        string Number(double value) => attribution.Unit.IsNone ? Figure.Signed(value, "0.0000") : Figure.Signed(value, "#,##0.00");
        string Part(double value) => attribution.Difference == 0 ? "" : (value / attribution.Difference).ToString("0.0 %", CultureInfo.InvariantCulture) + " ";
        return
        [
            (first, [Number(attribution.First)]),
            .. attribution.Shares.Select(change => (change.Title, (string[])[Number(change.Share), Part(change.Share), Number(change.Alone), Number(change.Last)])),
            (second, [Number(attribution.Second)]),
        ];
    }

    static string Row(string label, params string[] cells) => (label.PadRight(Label) + string.Concat(cells.Select(cell => cell.PadLeft(Cell)))).TrimEnd();
}
