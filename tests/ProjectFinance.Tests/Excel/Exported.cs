using ProjectFinance.Excel;
using ProjectFinance.Excel.Layout;
using ProjectFinance.Excel.Pages;
using ProjectFinance.Excel.Writing;
using ProjectFinance.Results;

namespace ProjectFinance.Tests.Excel;

/// <summary>A model's workbook, and what the library has for it.</summary>
sealed class Exported
{
    /// <summary>What the workbook's cells may be off the library's, as a part of the number.</summary>
    const double Relative = 1e-9;

    /// <summary>
    /// The same for differences of large amounts, as a part of the largest amount in the same unit: sums taken in another order differ by a few units in a double's last
    /// place, 2e-16 of the largest term each.
    /// </summary>
    const double OfLargest = 1e-14;

    readonly Model model;
    readonly Runner runner;
    readonly Book book;

    public Exported(Model model)
    {
        this.model = model;
        runner = new Runner(model);
        var run = runner.Run();
        book = BookBuilder.Of(run, "Trial");
        File = DealWorkbook.Write(book);
    }

    /// <summary>The workbook.</summary>
    public byte[] File { get; }

    internal IReadOnlyList<BookRow> AllRows => book.Rows;

    /// <summary>Every row with formulas.</summary>
    public IEnumerable<BookRow> Rows => book.Rows.Where(row => row.Formulas.Count > 0);

    /// <summary>The workbook without values beside its formulas, and what the library has when the same inputs are changed.</summary>
    /// <param name="change">The new value of an input; its own where it stays.</param>
    public (byte[] File, Run Run) Changed(Func<InputCell, double> change)
    {
        var (cells, run) = Trial(change);
        return (Spreadsheet.WithoutValues(File, cells), run);
    }

    /// <summary>The cells of changed inputs, and what the library has for them.</summary>
    /// <param name="change">The new value of an input; its own where it stays.</param>
    public (IReadOnlyCollection<(string Sheet, string Cell, double Value)> Cells, Run Run) Trial(Func<InputCell, double> change)
    {
        var changes = runner.Inputs.Select(input => (Input: input, Value: change(input))).Where(changed => changed.Value != changed.Input.Value).ToDictionary(changed => changed.Input, changed => changed.Value);
        return ([.. changes.Select(changed => Cell(changed.Key, changed.Value))], runner.Run(changes));
    }

    /// <summary>Every cell with a formula of every line, where the spreadsheet and the library differ; one line each.</summary>
    public IEnumerable<string> Differences(Spreadsheet computed, Run run) => Differences((sheet, cell) => computed[sheet].GetValueOrDefault(cell)?.Number, run);

    /// <summary>Every cell with a formula of every line, where the spreadsheet and the library differ.</summary>
    /// <param name="computed">The number in a cell of a sheet; null where there is none.</param>
    /// <param name="run">What the library has.</param>
    public IEnumerable<string> Differences(Func<string, string, double?> computed, Run run)
    {
        var largest = model.Lines.GroupBy(line => line.Unit).ToDictionary(lines => lines.Key, lines => lines.SelectMany(line => run.Values(line).ToArray()).Where(double.IsFinite).Select(Math.Abs).DefaultIfEmpty().Max());
        foreach (var row in Rows.Where(row => row.Line is not null))
        foreach (var period in model.Periods)
        {
            var cell = SheetWriter.Reference(row.Number, Columns.OfPeriod(period.Index));
            double expected = run[row.Line!, period] + (row.IsDate ? SerialDate.Of(model.Timeline.Start) : 0);
            double? found = computed(row.Sheet, cell);
            bool isSame = found is { } number && (double.IsInfinity(expected) ? Math.Sign(expected) * number > Infinity.From : Math.Abs(number - expected) <= Relative * Math.Abs(expected) + OfLargest * largest[row.Unit]);
            if (!isSame) yield return FormattableString.Invariant($"{row.Sheet}!{cell} ({row.Name}, {period}): {found:R}, where the library has {expected:R}");
        }
    }

    /// <summary>How many checks the workbook itself finds not to be zero.</summary>
    public static double? ChecksFailed(Spreadsheet computed) => computed[ChecksPage.Sheet]["C3"].Number;

    (string Sheet, string Cell, double Value) Cell(InputCell input, double value)
    {
        if (input.Period is { } period)
        {
            var row = book.Rows[model.Find(input.Name).Number];
            return (row.Sheet, SheetWriter.Reference(row.Number, Columns.OfPeriod(period.Index)), Infinity.Held(value) + (row.IsDate ? SerialDate.Of(model.Timeline.Start) : 0));
        }
        var name = book.Inputs.Single(other => other.Input == input).Name;
        var refers = InputsPage.Names(book).Single(other => other.Name == name).Refers;
        return (InputsPage.Sheet, refers[(refers.IndexOf('!', StringComparison.Ordinal) + 1)..].Replace("$", "", StringComparison.Ordinal), Infinity.Held(value) + (input.Unit == Units.Day ? SerialDate.Of(model.Timeline.Start) : 0));
    }
}
