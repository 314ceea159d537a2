using System.Collections.Immutable;
using ProjectFinance.Excel.Formulas;
using ProjectFinance.Excel.Solving;
using ProjectFinance.Modelling;

namespace ProjectFinance.Excel.Layout;

/// <summary>Lays a run out as a workbook: rows, the formulas across them, the rows these need, and where everything stands.</summary>
sealed class BookBuilder
{
    readonly Run run;
    readonly Model model;
    readonly List<BookRow> rows = [];
    readonly ImmutableArray<BookInput> inputs;
    readonly LineTrees trees;
    readonly List<BookRow> timeline;
    readonly ScheduleRows schedules;
    readonly PartRows parts;

    BookBuilder(Run run)
    {
        (this.run, model) = (run, run.Model);
        var names = new CellNames();
        foreach (var reserved in (string[])[LineTrees.Start, Infinity.NotApplicable, .. Pages.ChecksPage.Names.Select(name => name.Name)]) names.Of(reserved);
        inputs = [.. model.Parameters.Select(parameter => new BookInput(parameter.Input, names.Of(parameter.Name), run.Value(parameter.Input) ?? parameter.Value))];
        foreach (var line in model.Lines)
            rows.Add(new() { Id = rows.Count, Kind = line.IsInput ? RowKind.Input : RowKind.Line, Name = line.Name, Unit = line.Unit, Source = line.Source, Line = line, Actuals = ActualsOf(line), Values = run.Values(line).ToArray() });
        timeline = TimelineRows.Add(model, rows);
        trees = new(model, inputs);
        schedules = new(rows, timeline);
        parts = new(rows);
    }

    /// <summary>Lays the run out.</summary>
    internal static Book Of(Run run, string title) => new BookBuilder(run).Lay(title);

    Book Lay(string title)
    {
        var sheetNames = new SheetNames();
        foreach (var fixedName in (string[])["Cover", "Inputs", TimelineRows.Sheet, "Checks", "Formulas"]) sheetNames.Of(fixedName);
        var solving = Trees();
        var plan = SheetPlan.Of(model).Select(sheet => (Name: sheetNames.Of(sheet.Sheet), Rows: sheet.Lines.Select(line => rows[line.Number]).ToList())).ToList();
        if (solving.Count > 0) plan.Add((sheetNames.Of(SheetPlan.Solving), solving));
        foreach (var (name, members) in plan)
        foreach (var row in members) row.Sheet = name;
        RowFormulas.Write(rows, model.Periods.Count);
        var sheets = plan.Select(sheet => new BookSheet(sheet.Name, [.. Entries(sheet.Rows)])).ToImmutableArray();
        foreach (var sheet in sheets) Rows.Number(sheet);
        Rows.Number(timeline);
        Boundaries.Mark(rows, model.Periods.Count);
        return new(run, title, rows, [.. sheets], inputs);
    }

    List<BookRow> Trees()
    {
        var solving = new SolvingRows(model, trees, rows);
        var made = new List<BookRow>();
        foreach (var line in model.Lines.Where(line => line.Role == LineRole.Solved))
        {
            var steps = solving.Of(line);
            if (steps.Count > 0) rows[line.Number].Trees = [.. model.Periods.Select(Tree (t) => IsActual(line, t) ? Happened(line, t) : steps[^1].Cell(t.Index))];
            made.AddRange(steps);
        }
        foreach (var line in model.Lines.Where(line => !line.IsInput && rows[line.Number].Trees.IsEmpty))
            rows[line.Number].Trees = [.. model.Periods.Select(t => IsActual(line, t) ? Happened(line, t) : trees.Of(line, t.Index))];
        var values = new RowValues(rows, model);
        foreach (var row in made) row.Values = values.Of(row);
        return made;
    }

    ImmutableSortedDictionary<int, InputCell> ActualsOf(Line line) =>
        model.Periods.Where(t => line.Actual(t) is not null).ToImmutableSortedDictionary(t => t.Index, t => line.Actual(t)!);

    bool IsActual(Line line, Period t) => rows[line.Number].Actuals.ContainsKey(t.Index);

    // It reads nothing, whatever its formula would have read.
    Number Happened(Line line, Period t) => new Number(rows[line.Number].Values[t.Index]);

    IEnumerable<SheetEntry> Entries(List<BookRow> members)
    {
        var section = "";
        foreach (var row in members)
        {
            var added = new List<BookRow>();
            for (int i = 0; i < row.Formulas.Count; i++) row.Formulas[i] = parts.Apart(row.Formulas[i] with { Tree = schedules.Placed(row.Formulas[i].Tree, row, added) }, row, added);
            if (row.Line is { } line && line.Section != section) yield return new(section = line.Section, null);
            foreach (var own in added) yield return new("", own);
            yield return new("", row);
        }
    }
}
