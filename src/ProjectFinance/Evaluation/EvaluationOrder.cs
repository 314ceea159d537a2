using ProjectFinance.Modelling;

namespace ProjectFinance.Evaluation;

/// <summary>The order in which the operations behind some outputs are computed.</summary>
static class EvaluationOrder
{
    /// <summary>
    /// Every operation needed, in the order of the graph, in which operands are older than readers. A graph is lowered period by period, so
    /// values are used soon after they are made and repeating periods give repeating stretches.
    /// </summary>
    internal static int[] Of(Graph graph, ReadOnlySpan<int> outputs)
    {
        var needed = new bool[graph.Count];
        foreach (int output in outputs) needed[output] = true;
        int count = 0;
        for (int index = graph.Count - 1; index >= 0; index--)
        {
            ref readonly var node = ref graph[index];
            if (!needed[index] || !node.IsOperation) continue;
            count++;
            for (int i = 0; i < node.Operands; i++) needed[node.Operand(i)] = true;
        }
        var order = new int[count];
        int next = 0;
        for (int index = 0; next < count; index++)
            if (needed[index] && graph[index].IsOperation) order[next++] = index;
        return order;
    }
}
