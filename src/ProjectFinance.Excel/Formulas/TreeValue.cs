namespace ProjectFinance.Excel.Formulas;

/// <summary>Computes trees of one cell, for the values kept beside formulas that no line of the model has.</summary>
/// <param name="cell">The value of a cell by row and period.</param>
sealed class TreeValue(Func<int, int, double> cell)
{
    /// <summary>The value; 1 or 0 for a truth value.</summary>
    internal double Of(Tree tree) => tree switch
    {
        Number number => number.Value,
        Named named => named.Value,
        Cells cells => Enumerable.Range(cells.From, cells.To - cells.From + 1).Sum(period => cell(cells.Row, period)),
        Sum sum => sum.Terms.Sum(term => term.Times * Of(term.Of)),
        Apply { Function: Function.Choose } choice => Of(Of(choice.Of[0]) != 0 ? choice.Of[1] : choice.Of[2]),
        Apply { Function: Function.Ratio } ratio => Of(ratio.Of[1]) is var divisor and > 0 ? Of(ratio.Of[0]) / divisor : Of(ratio.Of[2]),
        Apply apply => Of(apply.Function, [.. apply.Of.SelectMany(part => part is Span span ? span.Each.Select(Of) : [Of(part)])]),
        _ => throw new ArgumentOutOfRangeException(nameof(tree), tree, "Not a tree of one cell."),
    };

    /// <summary>The value of a function of numbers.</summary>
    internal static double Of(Function function, double[] of) => function switch
    {
        Function.Multiply => of.Aggregate((a, b) => a * b),
        Function.Divide => of[0] / of[1],
        Function.Least => of.Min(),
        Function.Greatest => of.Max(),
        Function.Floor => Math.Floor(of[0]),
        Function.Ratio => of[1] > 0 ? of[0] / of[1] : of[2],
        Function.Greater => of[0] > of[1] ? 1 : 0,
        Function.GreaterOrEqual => of[0] >= of[1] ? 1 : 0,
        Function.And => of.All(a => a != 0) ? 1 : 0,
        Function.Or => of.Any(a => a != 0) ? 1 : 0,
        Function.Not => 1 - of[0],
        Function.Choose => of[of[0] != 0 ? 1 : 2],
        _ => throw new ArgumentOutOfRangeException(nameof(function), function, "Not a function of the spreadsheet."),
    };
}
