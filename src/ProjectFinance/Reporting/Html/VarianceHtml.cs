using System.Collections.Immutable;
using ProjectFinance.Results;

namespace ProjectFinance.Reporting;

/// <summary>What happened against the plan, by line, and what made the difference in one number.</summary>
static class VarianceHtml
{
    static readonly ImmutableArray<string> Headings = ["Plan", "Actual", "Difference", "From inputs", "Unexplained"];

    internal static void Write(HtmlWriter to, RunPage page)
    {
        if (page.Options.Variance is not { } variance) return;
        PageSections.Open(to, PageSections.Variance, $"Actual against plan, to {variance.To.Iso()}");
        var units = VarianceRows.Of(variance);
        if (units.IsEmpty) to.Element("p", VarianceRows.Nothing(variance));
        else to.Element("p", VarianceRows.Legend, ("class", "note"));
        foreach (var (unit, lines) in units) ToDate(to, page, unit, lines);
        if (!units.IsEmpty) ByColumn(to, page, units);
        Attributed(to, page.Options.Attribution);
        to.Close();
    }

    static void ToDate(HtmlWriter to, RunPage page, Unit unit, ImmutableArray<LineVariance> lines)
    {
        var table = new HtmlTable(to, unit.IsNone ? "Rates, ratios and plain numbers" : $"Lines, {unit}", "texts variance");
        table.Head(["Line", .. Headings, "Largest in", "Source of the actual"]);
        foreach (var line in lines) table.Row(null, line.Name, [.. Cells(page.Run, line, line.ToDate, Origin(page.Run, line)), line.Largest.On.Iso(), line.ToDate.Source]);
        table.End();
    }

    static void ByColumn(HtmlWriter to, RunPage page, ImmutableArray<(Unit Unit, ImmutableArray<LineVariance> Lines)> units)
    {
        to.Open("details").Element("summary", "Column by column");
        foreach (var (unit, lines) in units)
        {
            var table = new HtmlTable(to, unit.IsNone ? "Rates, ratios and plain numbers by column" : $"Lines by column, {unit}", "texts variance");
            table.Head(["Line", .. Headings, "Column to", "Source of the actual"]);
            foreach (var line in lines)
            foreach (var column in line.Columns)
                table.Row(null, line.Name, [.. Cells(page.Run, line, column, page.Run.Model.TryFind(line.Name) is null ? null : FigureOrigin.At(page.Run, line.Name, column.On)), column.On.Iso(), column.Source]);
            table.End();
        }
        to.Close();
    }

    // What opens is what happened.
    static IEnumerable<HtmlCell> Cells(Run run, LineVariance line, CellVariance cell, FigureOrigin? origin) =>
        VarianceRows.Cells(run.Model, line, cell).Select((text, i) => new HtmlCell(text.Trim(), Headings[i] == "Actual" ? origin : null));

    /// <summary>The cells of the figure to date; none of a milestone, nor where computed columns lie between those of the sum.</summary>
    static FigureOrigin? Origin(Run run, LineVariance line)
    {
        if (run.Model.TryFind(line.Name) is not { } of) return null;
        int first = run.Model.Timeline.EndingOn(line.Columns[0].On).Index, last = run.Model.Timeline.EndingOn(line.Columns[^1].On).Index;
        return line.Kind != LineKind.Flow ? new([of], last, last) : last - first + 1 == line.Columns.Length ? new([of], first, last) : null;
    }

    static void Attributed(HtmlWriter to, Attribution? attribution)
    {
        if (attribution is null) return;
        var table = new HtmlTable(to, AttributionText.Title(attribution), "texts simulated");
        table.Head(["", .. AttributionText.Headings]);
        foreach (var (label, cells) in AttributionText.Rows(attribution, "Plan", "With what happened")) table.Row(null, label, [.. AttributionText.Headings.Select((_, i) => (HtmlCell)(i < cells.Length ? cells[i].Trim() : ""))]);
        table.End();
        foreach (var note in AttributionText.Notes(attribution)) to.Element("p", note, ("class", "note"));
    }
}
