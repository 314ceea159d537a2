using System.Collections.Immutable;
using NodaTime;
using ProjectFinance.Results;

namespace ProjectFinance.Reporting;

/// <summary>
/// Sets sections over reporting periods side by side: on one page in full if they fit, else in thousands, else on pages of periods, the
/// total on the last.
/// </summary>
sealed class StatementTable
{
    const int WidestLabel = 44;
    const int NarrowestLabel = 28;

    // From here on thousands say enough.
    const double Large = 1_000_000;

    readonly Statement statement;
    readonly ImmutableArray<TableSection> sections;
    readonly double scale;
    readonly int labels;
    readonly int width;
    readonly int totalWidth;

    readonly ImmutableArray<string> titles;

    StatementTable(Statement statement, ImmutableArray<TableSection> sections, double scale, LocalDate? actualTo)
    {
        (this.statement, this.sections, this.scale) = (statement, sections, scale);
        titles = [.. statement.Periods.Select(p => p.Label + Mark(p, actualTo))];
        var rows = sections.SelectMany(section => section.Rows.Select(row => (section, row))).ToList();
        labels = Math.Min(WidestLabel, rows.Select(r => 2 + Label(r.section, r.row).Length).Append(Longest(sections)).Max());
        var cells = rows.SelectMany(r => statement.Periods.Select((_, i) => Cell(statement, r.row, i, scale))).Concat(titles.Select(head => head + " "));
        width = cells.Max(cell => cell.Length) + 1;
        bool totals = statement.Periods.Length > 1 && rows.Exists(r => r.row.Values?.Total is not null);
        totalWidth = totals ? rows.Select(r => Total(r.row, scale)).Append("Total ").Max(cell => cell.Length) + 1 : 0;
    }

    // As bankers mark them: what happened, and what is partly forecast.
    internal static string Mark(ReportingPeriod p, LocalDate? actualTo) => p.End <= actualTo ? "A" : p.Start < actualTo ? "A+F" : "";

    internal static IEnumerable<TextLine> Lines(Statement statement, ImmutableArray<TableSection> sections, LocalDate? actualTo = null)
    {
        bool large = sections.SelectMany(section => section.Rows).Any(row => row.Values is { Line.Unit.IsCurrency: true } values
            && values.Values.Append(values.Total).Any(value => Math.Abs(value ?? 0) >= Large));
        var table = new StatementTable(statement, sections, 1, actualTo);
        if (large && !table.FitsOnePage) table = new(statement, sections, 1000, actualTo);
        return table.Pages();
    }

    bool FitsOnePage => Room(NarrowestLabel) >= statement.Periods.Length * width + totalWidth;

    int Room(int label) => Prose.Width - Math.Min(labels, label);

    IEnumerable<TextLine> Pages()
    {
        if (statement.Periods.Length == 0 || sections.IsEmpty) return [];
        if (FitsOnePage) return Page(0, statement.Periods.Length, Prose.Width - statement.Periods.Length * width - totalWidth);
        int label = Math.Min(labels, 36), each = Math.Max(1, (Prose.Width - label) / width);
        // The total needs a place beside the last periods.
        int onLast = Math.Max(1, (Prose.Width - label - totalWidth) / width), count = statement.Periods.Length;
        int pages = Enumerable.Range(1, count).First(n => Even(count, n) <= each && count - (n - 1) * Even(count, n) is >= 1 and var rest && rest <= onLast);
        return Enumerable.Range(0, pages).SelectMany(page =>
        {
            int first = page * Even(count, pages), last = Math.Min(count, first + Even(count, pages));
            return Page(first, last, label).Prepend(new("")).Prepend(new($"Page {page + 1} of {pages}: {statement.Periods[first].Label} to {statement.Periods[last - 1].Label}", Emphasis.Heading));
        });
    }

    /// <summary>How many periods stand on each page but the last, so that pages are of a size.</summary>
    static int Even(int count, int pages) => (count + pages - 1) / pages;

    IEnumerable<TextLine> Page(int first, int last, int room)
    {
        int label = Math.Min(labels, room);
        bool isLast = last == statement.Periods.Length && totalWidth > 0;
        return sections.SelectMany(section => Section(section, first, last, label, isLast && (section.Rows.IsEmpty || section.Rows.Any(row => row.Values?.Total is not null))).Append(new("")));
    }

    IEnumerable<TextLine> Section(TableSection section, int first, int last, int label, bool withTotal)
    {
        int used = label + (last - first) * width + (withTotal ? totalWidth : 0);
        if (section.Rows.IsEmpty)
        {
            yield return new(section.Title, Emphasis.Heading);
            yield return new(new string('-', used));
            foreach (var line in Prose.Wrap($"  {section.Note}")) yield return new($"  {line}");
            yield break;
        }
        var heads = Enumerable.Range(first, last - first).Select(i => (titles[i] + " ").PadLeft(width));
        var headings = Prose.Wrap(Heading(section, scale), label - 1);
        foreach (var line in headings.SkipLast(1)) yield return new(line, Emphasis.Heading);
        yield return new((headings[^1].PadRight(label) + string.Concat(heads) + (withTotal ? "Total ".PadLeft(totalWidth) : "")).TrimEnd(), Emphasis.Heading);
        yield return new(new string('-', used));
        foreach (var row in section.Rows)
        {
            if (row.IsTotal) yield return new(new string(' ', label) + string.Concat(Enumerable.Repeat(" " + new string('-', width - 1), last - first)) + (withTotal ? " " + new string('-', totalWidth - 1) : ""));
            foreach (var line in Row(section, row, first, last, label, withTotal)) yield return line;
        }
        if (section.Note.Length > 0) foreach (var line in Prose.Wrap(section.Note, Prose.Width - 2)) yield return new($"  {line}", Emphasis.Note);
    }

    IEnumerable<TextLine> Row(TableSection section, TableRow row, int first, int last, int label, bool withTotal)
    {
        var text = Label(section, row);
        int indent = text.Length - text.TrimStart().Length;
        var labelled = Prose.Wrap(text, label - 2 - indent, 2).ConvertAll(line => new string(' ', 2 + indent) + line);
        foreach (var line in labelled.SkipLast(1)) yield return new(line, row.Emphasis);
        var cells = Enumerable.Range(first, last - first).Select(i => Cell(statement, row, i, scale).PadLeft(width));
        yield return new((labelled[^1].PadRight(label) + string.Concat(cells) + (withTotal ? Total(row, scale).PadLeft(totalWidth) : "")).TrimEnd(), row.Emphasis);
    }

    /// <summary>What stands in a row under a reporting period.</summary>
    internal static string Cell(Statement statement, TableRow row, int period, double scale) => row.Values is not { } values ? "" : row.Instead(statement.Periods[period]) ?? Figure.Of(values.Line, values.Values[period], scale);

    /// <summary>What stands in a row under "Total".</summary>
    internal static string Total(TableRow row, double scale) => row.Values is { Total: { } total } values ? Figure.Of(values.Line, total, scale) : "";

    /// <summary>What stands above a section: "Project loan, USD".</summary>
    internal static string Heading(TableSection section, double scale) => section.Currency is { } currency ? $"{section.Title}, {currency}{(scale == 1 ? "" : " thousands")}" : section.Title;

    int Longest(ImmutableArray<TableSection> all) => all.Max(section => Heading(section, scale).Length + 1);

    /// <summary>What stands before a row, with the unit where it is not the section's.</summary>
    internal static string Label(TableSection section, TableRow row) =>
        row.Values is { Line: { Unit: { IsNone: false } unit } } && unit != section.Currency && unit != Units.Day ? $"{row.Label}, {unit}" : row.Label;
}
