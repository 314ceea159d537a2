using ProjectFinance.Modelling;

namespace ProjectFinance.Evaluation;

/// <summary>
/// Which operations are computed together with their only reader, in one instruction: the value between them then never goes
/// through memory, which is most of what an operation costs.
/// </summary>
sealed class Pairing
{
    readonly Dictionary<int, int> firstOf = [];
    readonly HashSet<int> firsts = [];

    /// <summary>Pairs each operation with the first of its operands that nothing else reads.</summary>
    /// <param name="graph">A flat graph.</param>
    /// <param name="order">The operations, operands first.</param>
    /// <param name="readers">For each node how many operands and outputs it is.</param>
    internal Pairing(Graph graph, List<int> order, int[] readers)
    {
        foreach (int second in order)
        {
            var node = graph[second];
            for (int i = node.Op == Op.Choose ? 1 : 0; i < node.Operands; i++)
            {
                int first = node.Operand(i);
                if (readers[first] != 1 || firstOf.ContainsKey(first) || !BlockLoops.CanPair(graph[first].Op, node.Op)) continue;
                firstOf.Add(second, first);
                firsts.Add(first);
                break;
            }
        }
    }

    /// <summary>Whether a node is computed by its reader's instruction.</summary>
    internal bool IsFirst(int index) => firsts.Contains(index);

    /// <summary>The node computed by this node's instruction before it, or null.</summary>
    internal int? FirstOf(int index) => firstOf.TryGetValue(index, out int first) ? first : null;
}
