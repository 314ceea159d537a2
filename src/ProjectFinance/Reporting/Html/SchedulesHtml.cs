namespace ProjectFinance.Reporting;

/// <summary>The schedule of each loan that is used, a row a column of the model.</summary>
static class SchedulesHtml
{
    internal static void Write(HtmlWriter to, RunPage page)
    {
        var tables = page.Deal.Loans.Select(loan => LoanSchedule.Table(page.Deal, page.Run, loan)).OfType<LoanTable>().ToList();
        if (tables.Count == 0) return;
        PageSections.Open(to, PageSections.Schedules, "Loan schedules");
        Locked.Legend(to, page);
        foreach (var table in tables) Table(to, table);
        to.Close();
    }

    static void Table(HtmlWriter to, LoanTable table)
    {
        to.Open("div", ("class", "scroll"), ("tabindex", "0"), ("role", "region"), ("aria-label", table.Title)).Open("table", ("class", "figures schedule"), ("data-by", "column"));
        to.Element("caption", table.Title).Open("thead").Open("tr");
        foreach (var column in table.Columns) to.Element("th", column.Heading.Trim().Replace('\n', ' '), ("scope", "col"), ("data-l", FigureOrigin.LinesOf(column.Lines)));
        to.Close().Close().Open("tbody");
        foreach (var period in table.Rows)
        {
            to.Open("tr", ("data-c", $"{period.Index}")).Element("th", table.Columns[0].Cell(period).Trim(), ("scope", "row"));
            foreach (var column in table.Columns.Skip(1)) FigureCell.Write(to, column.Cell(period), Kind(column, period));
            to.Close();
        }
        to.Open("tr", ("class", "sum"), ("data-c", FigureOrigin.ColumnsOf(0, table.Rows[^1].Index))).Element("th", table.Columns[0].Total, ("scope", "row"));
        foreach (var column in table.Columns.Skip(1)) FigureCell.Write(to, column.Total);
        to.Close().Close().Close().Close();
        foreach (var note in table.Notes) to.Element("p", note, ("class", "note"));
    }

    static string? Kind(ScheduleColumn column, Period t) => column.Lines.Select(line => Locked.Kind(line, t.Index, t.Index)).FirstOrDefault(kind => kind is not null);
}
