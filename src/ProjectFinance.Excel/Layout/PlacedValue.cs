using System.Collections.Immutable;
using ProjectFinance.Excel.Formulas;

namespace ProjectFinance.Excel.Layout;

/// <summary>Computes formulas across a row, their numbers in cells, for the values kept beside them; infinity is the number that stands for it.</summary>
/// <param name="rows">The rows, by number.</param>
sealed class PlacedValue(IReadOnlyList<BookRow> rows)
{
    /// <summary>The values in some periods; not a number in the others.</summary>
    internal double[] Across(Tree tree, ImmutableArray<int> periods)
    {
        double[] values = new double[rows[0].Values.Length];
        Array.Fill(values, double.NaN);
        foreach (int period in periods) values[period] = In(tree, period);
        return values;
    }

    double In(Tree tree, int period) => tree switch
    {
        Number number => Infinity.Held(number.Value),
        Named named => Infinity.Held(named.Value),
        Held held => rows[held.Row].Constant ?? 0,
        Reach reach => Cells(reach, period).Sum(),
        Switch either => In(In(either.Where, period) != 0 ? either.Then : either.Otherwise, period),
        Sum sum => sum.Terms.Sum(term => Infinity.Held(term.Times) * (term.Factor is { } factor ? In(factor, period) : 1) * In(term.Of, period)),
        Apply { Function: Function.Choose } choice => In(In(choice.Of[0], period) != 0 ? choice.Of[1] : choice.Of[2], period),
        Apply { Function: Function.Ratio } ratio => In(ratio.Of[1], period) is var divisor and > 0 ? In(ratio.Of[0], period) / divisor : In(ratio.Of[2], period),
        Apply apply => TreeValue.Of(apply.Function, [.. apply.Of.SelectMany(part => part is Stretch stretch ? Cells(stretch.Cells, period) : [In(part, period)])]),
        _ => throw new ArgumentOutOfRangeException(nameof(tree), tree, "Not a tree of a row."),
    };

    // Empty cells, before the first period and after the last among them, count for nothing.
    IEnumerable<double> Cells(Reach reach, int period)
    {
        double[] values = rows[reach.Row].Values;
        for (int i = Math.Max(0, reach.From.In(period)); i <= reach.To.In(period) && i < values.Length; i++)
            yield return double.IsNaN(values[i]) ? 0 : Infinity.Held(values[i]);
    }
}
