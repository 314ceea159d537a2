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

    /// <summary>The part of a workbook's cells that may be rounding alone, see <see cref="InputTrial.IsRounding"/>: more would hide what is wrong.</summary>
    const double MostRounding = 0.005;

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

    /// <summary>The model.</summary>
    public Model Model => model;

    /// <summary>The workbook.</summary>
    public byte[] File { get; }

    /// <summary>Every row with periods.</summary>
    public IReadOnlyList<BookRow> AllRows => book.Rows;

    /// <summary>Every row with formulas.</summary>
    public IEnumerable<BookRow> Rows => book.Rows.Where(row => row.Formulas.Count > 0);

    /// <summary>The workbook without values beside its formulas, with the cells of a trial changed.</summary>
    public byte[] With(InputTrial trial) => Spreadsheet.WithoutValues(File, trial.Cells);

    /// <summary>The cells of changed inputs, and what the library has for them.</summary>
    /// <param name="change">The new value of an input; its own where it stays.</param>
    public InputTrial Trial(Func<InputCell, double> change)
    {
        var changes = runner.Inputs.Select(input => (Input: input, Value: change(input))).Where(changed => changed.Value != changed.Input.Value).ToDictionary(changed => changed.Input, changed => changed.Value);
        return new([.. changes.Select(changed => Cell(changed.Key, changed.Value))], runner.Run(changes), new(() => [.. Enumerable.Range(0, 6).Select(seed => Nearby(change, new Random(seed)))]));
    }

    // A few units in the last place of a double.
    Run Nearby(Func<InputCell, double> change, Random random) =>
        runner.Run(runner.Inputs.ToDictionary(input => input, input => input.Unit == Units.Day ? change(input) : change(input) * (1 + 1e-13 * (random.Next(2) - 0.5))));

    /// <summary>Every cell with a formula of every line, where the spreadsheet and the library differ, one line each.</summary>
    public IEnumerable<string> Differences(Spreadsheet computed, InputTrial trial) => Differences((sheet, cell) => computed[sheet].GetValueOrDefault(cell)?.Number, trial);

    /// <summary>Every cell with a formula of every line, where the spreadsheet and the library differ.</summary>
    /// <param name="computed">The number in a cell of a sheet; null where there is none.</param>
    /// <param name="trial">What the library has.</param>
    public IEnumerable<string> Differences(Func<string, string, double?> computed, InputTrial trial)
    {
        var largest = model.Lines.GroupBy(line => line.Unit).ToDictionary(lines => lines.Key, lines => lines.SelectMany(line => trial.Run.Values(line).ToArray()).Where(double.IsFinite).Select(Math.Abs).DefaultIfEmpty().Max());
        int cells = 0, excused = 0;
        foreach (var row in Rows.Where(row => row.Line is not null))
        foreach (var period in model.Periods)
        {
            cells++;
            var cell = SheetWriter.Reference(row.Number, Columns.OfPeriod(period.Index));
            double expected = trial.Run[row.Line!, period] + (row.IsDate ? SerialDate.Of(model.Timeline.Start) : 0);
            double? found = computed(row.Sheet, cell);
            bool isSame = found is { } number && (double.IsInfinity(expected) ? Math.Sign(expected) * number > Infinity.From : Math.Abs(number - expected) <= Relative * Math.Abs(expected) + OfLargest * largest[row.Unit]);
            if (isSame) continue;
            // A cell without a number is no rounding.
            if (found is not null && trial.IsRounding(row.Line!, period)) excused++;
            else yield return FormattableString.Invariant($"{row.Sheet}!{cell} ({row.Name}, {period}): {found:R}, where the library has {expected:R}");
        }
        if (excused > cells * MostRounding) yield return FormattableString.Invariant($"{excused} of {cells} cells are excused as rounding, more than {MostRounding:P1}");
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
