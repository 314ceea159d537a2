namespace ProjectFinance.Excel.Formulas;

/// <summary>What a formula across a row comes to where it refers to empty cells, as far as that is known without the others.</summary>
/// <param name="reaches">Tells which cells are empty.</param>
sealed class EmptyCells(Reaches reaches)
{
    /// <summary>The value in a period; null where it is not known.</summary>
    internal double? Value(Tree tree, int period) => tree switch
    {
        Number number => number.Value,
        Reach reach => reaches.IsEmpty(reach, period) ? 0 : null,
        Schedule schedule => double.IsNaN(schedule.Values[period]) ? null : schedule.Values[period],
        Switch either => Value(either.Where, period) is { } holds ? Value(holds != 0 ? either.Then : either.Otherwise, period) : null,
        Sum sum => Added(sum, period),
        Apply apply => Applied(apply, period),
        _ => null,
    };

    double? Added(Sum sum, int period)
    {
        double total = 0;
        foreach (var term in sum.Terms)
        {
            double? factor = term.Factor is null ? 1 : Value(term.Factor, period), value = Value(term.Of, period);
            if (factor == 0 || value == 0) continue;
            if (factor is null || value is null) return null;
            total += term.Times * factor.Value * value.Value;
        }
        return total;
    }

    double? Applied(Apply apply, int period)
    {
        double?[] of = [.. apply.Of.Select(part => Value(part, period))];
        return apply.Function switch
        {
            Function.Multiply when of.Contains(0) => 0,
            Function.And when of.Contains(0) => 0,
            Function.Or when of.Contains(1) => 1,
            Function.Divide when of[0] == 0 => 0,
            Function.Choose => of[0] is { } holds ? of[holds != 0 ? 1 : 2] : null,
            Function.Ratio when of[1] <= 0 => of[2],
            _ when of.Any(value => value is null) => null,
            _ => TreeValue.Of(apply.Function, [.. of.Select(value => value!.Value)]),
        };
    }
}
