using System.Collections.Immutable;
using ProjectFinance.Results;

namespace ProjectFinance.Reporting;

/// <summary>The statement, a table for each of its sections; where there are many periods, several beside each other.</summary>
static class StatementHtml
{
    // What a sheet of paper takes in small type.
    const int Widest = 12;

    internal static void Write(HtmlWriter to, RunPage page)
    {
        PageSections.Open(to, PageSections.Statement, "Statement");
        to.Element("p", StatementText.Legend(page.Options.By), ("class", "note")).Element("p", "Choose a figure to see what it is made of.", ("class", "note hint"));
        int count = page.Statement.Periods.Length, parts = (count + Widest - 1) / Widest;
        to.Element("p", "Rows and tables in which there is nothing are left out on paper.", ("class", "note on-paper"));
        Locked.Legend(to, page);
        foreach (var section in StatementRows.Of(page.Deal, page.Statement))
        {
            if (section.Rows.IsEmpty) to.Element("h3", section.Title);
            else for (int part = 0; part < parts; part++) Table(to, page, section, count * part / parts, count * (part + 1) / parts);
            if (section.Note.Length > 0) to.Element("p", section.Note, ("class", "note"));
        }
        to.Close();
    }

    static void Table(HtmlWriter to, RunPage page, TableSection section, int first, int last)
    {
        var statement = page.Statement;
        bool withTotal = last == statement.Periods.Length && last > 1 && section.Rows.Any(row => row.Values?.Total is not null);
        var heading = StatementTable.Heading(section, 1);
        to.Open("div", ("class", "scroll"), ("tabindex", "0"), ("role", "region"), ("aria-label", heading)).Open("table", ("class", section.Rows.All(row => row.Values is null || IsNothing(statement, row)) ? "figures nil" : "figures"), ("data-by", "row"));
        to.Element("caption", heading).Open("thead").Open("tr").Element("td", "");
        foreach (var period in statement.Periods.AsSpan()[first..last]) to.Element("th", $"{period.Label}{Mark(period, page)}", ("scope", "col"), ("data-c", FigureOrigin.ColumnsOf(period.First, period.Last)));
        if (withTotal) to.Element("th", "Total", ("scope", "col"), ("data-c", FigureOrigin.ColumnsOf(0, statement.Periods[^1].Last)));
        to.Close().Close().Open("tbody");
        foreach (var row in section.Rows.Where(row => row.Values is not null)) Row(to, statement, section, row, first, last, withTotal);
        to.Close().Close().Close();
    }

    static void Row(HtmlWriter to, Statement statement, TableSection section, TableRow row, int first, int last, bool withTotal)
    {
        to.Open("tr", ("class", Kind(statement, row)), ("data-l", FigureOrigin.LinesOf([row.Values!.Line]))).Element("th", StatementTable.Label(section, row), ("scope", "row"));
        for (int i = first; i < last; i++) FigureCell.Write(to, StatementTable.Cell(statement, row, i, 1), Locked.Kind(row.Values.Line, statement.Periods[i].First, statement.Periods[i].Last));
        if (withTotal) FigureCell.Write(to, StatementTable.Total(row, 1), "total");
        to.Close();
    }

    static string? Kind(Statement statement, TableRow row)
    {
        var kind = row.Emphasis switch { Emphasis.Total => "sum", Emphasis.Warning => "warning", _ => row.Label.StartsWith(' ') ? "part" : null };
        return kind is not ("sum" or "warning") && IsNothing(statement, row) ? kind is null ? "nil" : $"{kind} nil" : kind;
    }

    // On paper such rows are left out.
    static bool IsNothing(Statement statement, TableRow row) => statement.Periods.Select((_, i) => StatementTable.Cell(statement, row, i, 1).Trim()).All(cell => cell is "" or "-");

    static string Mark(ReportingPeriod period, RunPage page) => StatementTable.Mark(period, page.Deal.History?.To) is { Length: > 0 } mark ? $" {mark}" : "";
}
