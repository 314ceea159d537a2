using System.Collections.Immutable;
using ProjectFinance.Results;

namespace ProjectFinance.Reporting;

/// <summary>Prints the story between two deals for people: no line is wider than 120 characters, no colour is written.</summary>
public static class ComparisonText
{
    const int Column = 24;

    /// <summary>Terms that differ, headline figures, what happens when, and the lines that differ, as text that ends with a line feed.</summary>
    /// <param name="comparison">The comparison.</param>
    /// <param name="options">What to show. The default is what differs, the largest first.</param>
    /// <exception cref="InvalidInputException">No line is like one of the patterns asked for.</exception>
    public static string Write(DealComparison comparison, ComparisonOptions? options = null) => string.Concat(Lines(comparison, options).Select(line => line.Text + "\n"));

    /// <summary>What <see cref="Write"/> writes, line by line, for a terminal that can show headings and warnings.</summary>
    /// <inheritdoc cref="Write"/>
    public static ImmutableArray<TextLine> Lines(DealComparison comparison, ComparisonOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(comparison);
        var shown = options ?? new ComparisonOptions();
        IEnumerable<TextLine> sides = [.. Side("First", comparison.First), .. Side("Second", comparison.Second), new("")];
        if (!shown.Lines.IsEmpty) return [.. sides, .. ComparedLinesText.Chosen(comparison.Only(shown.Lines))];
        if (comparison.IsNothing && !shown.All) return [.. sides, .. Prose.Wrap($"Nothing differs: terms, headline figures, events and all {comparison.Lines.Length} lines are the same.").Select(line => new TextLine(line))];
        return
        [
            .. sides,
            .. TermChangeText.Lines(comparison.Terms, shown.All), new(""),
            .. ComparedFiguresText.Figures(comparison), new(""),
            .. ComparedFiguresText.Events(comparison, shown.All), new(""),
            .. ComparedLinesText.Lines(comparison, shown.All),
        ];
    }

    static IEnumerable<TextLine> Side(string label, ComparedRun side)
    {
        var known = side.Deal.AsOf is { } day ? $", as known on {day.Iso()}" : "";
        var deal = side.Deal.Deal;
        return Prose.Labelled(label, deal.Name, Column, Emphasis.Heading)
            .Concat(Prose.Labelled("", $"Closing {deal.Closing.Iso()}, timeline to {deal.End.Iso()} in {side.Run.Model.Periods.Count} columns. Rates and prices: {side.Deal.Market.Name}{known}.", Column));
    }
}
