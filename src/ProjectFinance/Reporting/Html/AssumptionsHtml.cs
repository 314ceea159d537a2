using ProjectFinance.Quantities;
using ProjectFinance.Results;

namespace ProjectFinance.Reporting;

/// <summary>Everything that was supplied and not computed, with where it comes from: single numbers, milestones, rates and prices, plans.</summary>
static class AssumptionsHtml
{
    // Beside the dates, on a sheet of paper in small type.
    const int Widest = 9;

    internal static void Write(HtmlWriter to, RunPage page)
    {
        PageSections.Open(to, PageSections.Assumptions, "Assumptions");
        to.Element("p", "Everything that was supplied and not computed. Where a source calls it an assumption, or there is none, the row is marked *.", ("class", "note"));
        to.Element("p", "Inputs column by column, and the formulas, are on the page and not on paper.", ("class", "note on-paper"));
        Parameters(to, page.Run);
        Tests(to, page);
        Series(to, page.Run);
        var lines = page.Run.Model.Lines.Where(line => line.IsInput && page.Run.Model.Periods.Any(line.IsSuppliedIn)).ToList();
        foreach (var few in lines.Chunk(Widest)) Columns(to, page.Run, few);
        to.Close();
    }

    static void Parameters(HtmlWriter to, Run run)
    {
        var table = new HtmlTable(to, "Terms and dates", "texts assumptions");
        table.Head("Name", "Value", "Source");
        foreach (var parameter in run.Model.Parameters)
            Row(table, parameter.Name, parameter.Source, ValueText.WithUnit(run.Model, run.Value(parameter.Input) ?? parameter.Value, parameter.Unit));
        table.End();
    }

    static void Tests(HtmlWriter to, RunPage page)
    {
        var byTest = page.Run.Model.Milestones.Where(milestone => milestone.Date is null).ToList();
        if (byTest.Count == 0) return;
        var table = new HtmlTable(to, "Milestones reached by test", "texts assumptions");
        table.Head("Name", "Reached", "Source");
        foreach (var milestone in byTest) Row(table, milestone.Name, page.Run.Model.Find($"Milestones / {milestone.Name}").Source, MilestoneDate.Of(page.Run, milestone)?.Iso() ?? "never");
        table.End();
    }

    static void Series(HtmlWriter to, Run run)
    {
        var groups = InputGroup.All(run.Inputs.Select(input => input.Input).Where(input => input.Period is not null));
        if (groups.IsEmpty) return;
        var table = new HtmlTable(to, "Rates, prices and plans", "texts assumptions");
        table.Head("Name", "Unit", "Columns", "First", "Last", "Lowest", "Highest", "Source");
        foreach (var group in groups)
        {
            var values = group.Cells.Select(cell => run.Value(cell)!.Value).ToList();
            string Of(double value) => NumberText.Of(value, group.Unit);
            Row(table, group.Name, string.Join("; ", group.Cells.Select(cell => cell.Source).Where(source => source.Length > 0).Distinct()),
                $"{group.Unit}", $"{values.Count}", Of(values[0]), Of(values[^1]), Of(values.Min()), Of(values.Max()));
        }
        table.End();
    }

    static void Row(HtmlTable table, string name, string source, params ReadOnlySpan<string> texts)
    {
        bool isAssumed = source.Length == 0 || source.Contains("assum", StringComparison.OrdinalIgnoreCase);
        var cells = new List<HtmlCell>();
        foreach (var text in texts) cells.Add(text);
        cells.Add(source.Length == 0 ? "none given" : source);
        table.Row(isAssumed ? "assumed" : null, isAssumed ? $"{name} *" : name, [.. cells]);
    }

    static void Columns(HtmlWriter to, Run run, IReadOnlyList<Line> lines)
    {
        const string Caption = "Rates, prices and plans by column";
        to.Open("div", ("class", "scroll"), ("tabindex", "0"), ("role", "region"), ("aria-label", Caption)).Open("table", ("class", "figures supplied"), ("data-by", "column"));
        to.Element("caption", Caption).Open("thead").Open("tr").Element("th", "Column to", ("scope", "col"));
        foreach (var line in lines) to.Element("th", line.Unit.IsNone ? line.Name : $"{line.Name}, {line.Unit}", ("scope", "col"), ("data-l", FigureOrigin.LinesOf([line])));
        to.Close().Close().Open("tbody");
        foreach (var period in run.Model.Periods.Where(t => lines.Any(line => line.IsSuppliedIn(t))))
        {
            to.Open("tr", ("data-c", $"{period.Index}")).Element("th", period.End.Iso(), ("scope", "row"));
            foreach (var line in lines) FigureCell.Write(to, line.IsSuppliedIn(period) ? ValueText.Of(run.Model, run[line, period], line.Unit) : "", Locked.Kind(line, period.Index, period.Index));
            to.Close();
        }
        to.Close().Close().Close();
    }
}
