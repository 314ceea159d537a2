using ProjectFinance.Modelling;

namespace ProjectFinance.Evaluation;

/// <summary>Differentiates and substitutes in a flat graph, node by node from oldest to newest; operands are always older than readers.</summary>
static class Derivative
{
    /// <summary>Whether a node depends on another at all, and whether it is affine in it.</summary>
    internal static bool DependsOn(Graph graph, int node, int on, out bool affine)
    {
        affine = true;
        var between = Between(graph, node, on);
        foreach (int index in between)
        {
            var n = graph[index];
            affine &= n.Op switch
            {
                Op.Add or Op.Subtract => true,
                Op.Multiply => !(IsIn(between, on, n.A) && IsIn(between, on, n.B)),
                Op.Divide => !IsIn(between, on, n.B),
                _ => false,
            };
        }
        return between.Count > 0 || node == on;
    }

    /// <summary>The node of the derivative. At a kink it is that of the branch taken; where two arguments of a minimum or maximum are equal, of the second.</summary>
    internal static int Of(Graph graph, int node, int by)
    {
        int zero = graph.Constant(0);
        var slopes = new Dictionary<int, int> { [by] = graph.Constant(1) };
        int Slope(int operand) => slopes.GetValueOrDefault(operand, zero);
        foreach (int index in Between(graph, node, by))
        {
            var n = graph[index];
            slopes[index] = n.Op switch
            {
                Op.Add or Op.Subtract => graph.Operation(n.Op, Slope(n.A), Slope(n.B)),
                Op.Multiply => graph.Operation(Op.Add, graph.Operation(Op.Multiply, Slope(n.A), n.B), graph.Operation(Op.Multiply, n.A, Slope(n.B))),
                Op.Divide => graph.Operation(Op.Divide, graph.Operation(Op.Subtract, Slope(n.A), graph.Operation(Op.Multiply, index, Slope(n.B))), n.B),
                Op.Min => graph.Operation(Op.Choose, graph.Operation(Op.Greater, n.B, n.A), Slope(n.A), Slope(n.B)),
                Op.Max => graph.Operation(Op.Choose, graph.Operation(Op.Greater, n.A, n.B), Slope(n.A), Slope(n.B)),
                Op.Choose => graph.Operation(Op.Choose, n.A, Slope(n.B), Slope(n.C)),
                _ => zero,
            };
        }
        return Slope(node);
    }

    /// <summary>The node with every reference to one node replaced by another.</summary>
    internal static int Substitute(Graph graph, int node, int replaced, int by)
    {
        var copies = new Dictionary<int, int> { [replaced] = by };
        int Copy(int operand) => operand < 0 ? operand : copies.GetValueOrDefault(operand, operand);
        foreach (int index in Between(graph, node, replaced))
        {
            var n = graph[index];
            copies[index] = graph.Operation(n.Op, Copy(n.A), Copy(n.B), Copy(n.C));
        }
        return Copy(node);
    }

    static bool IsIn(List<int> between, int on, int index) => index == on || between.BinarySearch(index) >= 0;

    /// <summary>The nodes that a node reads, itself included, and that depend on another; oldest first.</summary>
    static List<int> Between(Graph graph, int node, int on)
    {
        if (node <= on) return [];
        var reached = new HashSet<int>();
        var todo = new Stack<int>([node]);
        while (todo.TryPop(out int index))
        {
            if (index <= on || !reached.Add(index)) continue;
            for (int i = 0; i < graph[index].Operands; i++) todo.Push(graph[index].Operand(i));
        }
        var dependent = new HashSet<int> { on };
        var ordered = new List<int>();
        foreach (int index in reached.Order())
        {
            var n = graph[index];
            bool depends = false;
            for (int i = 0; i < n.Operands; i++) depends |= dependent.Contains(n.Operand(i));
            if (!depends) continue;
            dependent.Add(index);
            ordered.Add(index);
        }
        return ordered;
    }
}
