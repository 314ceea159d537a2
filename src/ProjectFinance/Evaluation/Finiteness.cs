using ProjectFinance.Modelling;

namespace ProjectFinance.Evaluation;

/// <summary>
/// Which values of a flat graph may be other than finite, as far as infinite constants and inputs bring it about: ratios that do not apply, milestones
/// that are never reached. What grows beyond all numbers is not foreseen.
/// </summary>
static class Finiteness
{
    /// <summary>For each node what it may be.</summary>
    /// <param name="graph">A flat graph.</param>
    /// <param name="mayBeInfinite">Which rows of input may hold positive infinity.</param>
    internal static Beyond[] Of(Graph graph, Func<int, bool> mayBeInfinite)
    {
        var beyond = new Beyond[graph.Count];
        for (int index = 0; index < beyond.Length; index++)
        {
            ref readonly var node = ref graph[index];
            beyond[index] = node.Op switch
            {
                Op.Constant => Of(node.Constant),
                // Placeholders of solved cells have no row, and nothing reads them in the end.
                Op.Input => node.A >= 0 && mayBeInfinite(node.A) ? Beyond.Above : Beyond.None,
                Op.Choose => beyond[node.B] | beyond[node.C],
                Op.Floor => beyond[node.A],
                _ when node.IsTruth => Beyond.None,
                _ => Of(node.Op, beyond[node.A], beyond[node.B]),
            };
        }
        return beyond;
    }

    static Beyond Of(double constant) =>
        double.IsNaN(constant) ? Beyond.NotANumber : double.IsPositiveInfinity(constant) ? Beyond.Above : double.IsNegativeInfinity(constant) ? Beyond.Below : Beyond.None;

    static Beyond Of(Op op, Beyond a, Beyond b) => op switch
    {
        Op.Add => Sum(a, b),
        Op.Subtract => Sum(a, Negated(b)),
        Op.Min => Extreme(a, b, Beyond.Above),
        Op.Max => Extreme(a, b, Beyond.Below),
        Op.Divide => a == Beyond.None && (b & Beyond.NotANumber) == 0 ? Beyond.None : Beyond.Any,
        _ => a == Beyond.None && b == Beyond.None ? Beyond.None : Beyond.Any,
    };

    static Beyond Sum(Beyond a, Beyond b)
    {
        bool opposite = (a & Beyond.Above) != 0 && (b & Beyond.Below) != 0 || (a & Beyond.Below) != 0 && (b & Beyond.Above) != 0;
        return a | b | (opposite ? Beyond.NotANumber : Beyond.None);
    }

    // The lesser of two is above all numbers only if both are.
    static Beyond Extreme(Beyond a, Beyond b, Beyond yielding) => (a | b) & ~yielding | a & b & yielding;

    static Beyond Negated(Beyond a) => a & Beyond.NotANumber | ((a & Beyond.Above) != 0 ? Beyond.Below : Beyond.None) | ((a & Beyond.Below) != 0 ? Beyond.Above : Beyond.None);
}

/// <summary>What a value may be other than finite.</summary>
[Flags]
enum Beyond : byte
{
    /// <summary>Always finite.</summary>
    None = 0,

    /// <summary>Positive infinity.</summary>
    Above = 1,

    /// <summary>Negative infinity.</summary>
    Below = 2,

    /// <summary>Not a number.</summary>
    NotANumber = 4,

    /// <summary>Any of these.</summary>
    Any = Above | Below | NotANumber,
}
