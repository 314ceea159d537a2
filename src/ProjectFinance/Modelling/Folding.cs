namespace ProjectFinance.Modelling;

/// <summary>Computes while building what does not depend on the scenario.</summary>
static class Folding
{
    /// <summary>The node an operation comes to when it need not be computed at run time, or null.</summary>
    internal static int? Simplify(Graph graph, Op op, int a, int b, int c)
    {
        bool knownA = graph.IsConstant(a, out double x);
        double y = 0;
        bool knownB = b >= 0 && graph.IsConstant(b, out y);
        return op switch
        {
            Op.Choose => knownA ? (x != 0 ? b : c) : b == c ? b : null,
            Op.Ratio => knownB ? (y > 0 ? graph.Operation(Op.Divide, a, b) : c) : null,
            Op.Floor => knownA ? graph.Constant(Math.Floor(x)) : null,
            Op.Not => knownA ? graph.Constant(1 - x) : graph[a].Op == Op.Not ? graph[a].A : null,
            _ when knownA && knownB => graph.Constant(Compute(op, x, y)),
            Op.Min or Op.Max when knownA && x <= 0 && IsNotNegative(graph, b) => op == Op.Min ? a : b,
            Op.Min or Op.Max when knownB && y <= 0 && IsNotNegative(graph, a) => op == Op.Min ? b : a,
            _ when knownB => WithConstant(graph, op, a, y, b),
            _ when knownA => WithConstantFirst(graph, op, x, a, b),
            Op.Min or Op.Max or Op.And or Op.Or when a == b => a,
            _ => null,
        };
    }

    /// <summary>The result of a two-operand operation: the same bits as the evaluators give.</summary>
    internal static double Compute(Op op, double a, double b) => op switch
    {
        Op.Add => a + b,
        Op.Subtract => a - b,
        Op.Multiply => a * b,
        Op.Divide => a / b,
        Op.Min => double.MinNative(a, b),
        Op.Max => double.MaxNative(a, b),
        Op.Greater => a > b ? 1 : 0,
        Op.GreaterOrEqual => a >= b ? 1 : 0,
        Op.And => a != 0 && b != 0 ? 1 : 0,
        Op.Or => a != 0 || b != 0 ? 1 : 0,
        _ => throw new ArgumentOutOfRangeException(nameof(op), op, "Not an operation on two operands."),
    };

    static bool IsNotNegative(Graph graph, int index) => graph.SignOf(index) is Sign.Positive or Sign.NonNegative;

    static int? WithConstant(Graph graph, Op op, int a, double y, int b) => op switch
    {
        Op.Add or Op.Subtract when y == 0 => a,
        Op.Multiply when y == 0 => b,
        Op.Multiply or Op.Divide when y == 1 => a,
        Op.Min when double.IsPositiveInfinity(y) => a,
        Op.Max when double.IsNegativeInfinity(y) => a,
        Op.And => y != 0 ? a : b,
        Op.Or => y != 0 ? b : a,
        _ => null,
    };

    static int? WithConstantFirst(Graph graph, Op op, double x, int a, int b) => op switch
    {
        Op.Add when x == 0 => b,
        Op.Multiply or Op.Divide when x == 0 => a,
        Op.Multiply when x == 1 => b,
        Op.Min when double.IsPositiveInfinity(x) => b,
        Op.Max when double.IsNegativeInfinity(x) => b,
        Op.And => x != 0 ? b : a,
        Op.Or => x != 0 ? a : b,
        _ => null,
    };
}
