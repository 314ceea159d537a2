using ProjectFinance.Modelling;

namespace ProjectFinance.Evaluation;

/// <summary>The order in which the operations behind some outputs are computed.</summary>
static class EvaluationOrder
{
    /// <summary>Every operation needed, operands first, depth first from the first output, so that values are used soon after they are made.</summary>
    internal static List<int> Of(Graph graph, int[] outputs)
    {
        var order = new List<int>();
        var seen = new bool[graph.Count];
        var todo = new Stack<(int Index, bool Ready)>();
        for (int i = outputs.Length - 1; i >= 0; i--) todo.Push((outputs[i], false));
        while (todo.TryPop(out var next))
        {
            if (next.Ready)
            {
                order.Add(next.Index);
                continue;
            }
            var node = graph[next.Index];
            if (seen[next.Index] || !node.IsOperation) continue;
            seen[next.Index] = true;
            todo.Push((next.Index, true));
            for (int i = node.Operands - 1; i >= 0; i--)
                if (!seen[node.Operand(i)]) todo.Push((node.Operand(i), false));
        }
        return order;
    }
}
