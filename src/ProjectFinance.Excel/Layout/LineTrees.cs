using ProjectFinance.Excel.Formulas;
using ProjectFinance.Modelling;

namespace ProjectFinance.Excel.Layout;

/// <summary>The formulas of a model's lines as trees over the rows of the workbook. Days counted from the start of the timeline are dates in the workbook.</summary>
sealed class LineTrees
{
    /// <summary>The name of the cell with the timeline's first day.</summary>
    internal const string Start = "Timeline_start";

    static readonly Named StartCell = new(Start, 0);

    readonly Model model;
    readonly Dictionary<int, BookInput> inputs;
    readonly TreeReader reader;

    internal LineTrees(Model model, IEnumerable<BookInput> inputs)
    {
        this.model = model;
        this.inputs = inputs.ToDictionary(input => input.Input.Slot);
        reader = Reader((_, _) => null);
    }

    /// <summary>A line's formula in a period.</summary>
    internal Tree Of(Line line, int period)
    {
        var tree = reader.Read(line.Root(period));
        return IsDate(line) ? Sums.Of((1, tree), (1, StartCell)) : tree;
    }

    /// <summary>Reads formulas with some cells standing elsewhere.</summary>
    /// <param name="elsewhere">The tree for a cell, by line and period; null where it stands in its line.</param>
    internal TreeReader Reader(Func<int, int, Tree?> elsewhere) => new(model, (line, period) => elsewhere(line, period) ?? Cell(line, period), Cell, Parameter);

    static bool IsDate(Line line) => line.Kind == LineKind.Level && line.Unit == Units.Day;

    Tree Cell(int line, int period)
    {
        var cell = new Cells(line, period, period);
        return IsDate(model.Lines[line]) ? Sums.Of((1, cell), (-1, StartCell)) : cell;
    }

    Tree Parameter(InputCell input)
    {
        var named = new Named(inputs[input.Slot].Name, inputs[input.Slot].Value);
        return inputs[input.Slot].IsDate ? Sums.Of((1, named), (-1, StartCell)) : named;
    }
}
