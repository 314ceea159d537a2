using ProjectFinance.Modelling;

namespace ProjectFinance.Evaluation;

/// <summary>
/// Which operations are computed together with their only reader, in one instruction: the value between them then never goes
/// through memory, which is most of what an operation costs.
/// </summary>
sealed class Pairing
{
    const int None = -1;

    readonly int[] firstOf;
    readonly bool[] isFirst;

    /// <summary>Pairs each operation with the first of its operands that nothing else reads and that stands in the same chunk.</summary>
    /// <param name="layout">The operations in order and in chunks.</param>
    /// <param name="readers">For each node how many operands and outputs it is.</param>
    internal Pairing(BlockLayout layout, int[] readers)
    {
        var graph = layout.Graph;
        (firstOf, isFirst) = (new int[graph.Count], new bool[graph.Count]);
        Array.Fill(firstOf, None);
        foreach (int second in layout.Order)
        {
            ref readonly var node = ref graph[second];
            for (int i = node.Op == Op.Choose ? 1 : 0; i < node.Operands; i++)
            {
                int first = node.Operand(i);
                if (readers[first] != 1 || firstOf[first] != None || !BlockLoops.CanPair(graph[first].Op, node.Op) || layout.Crosses(first)) continue;
                (firstOf[second], isFirst[first]) = (first, true);
                break;
            }
        }
    }

    /// <summary>Whether a node is computed by its reader's instruction.</summary>
    internal bool IsFirst(int index) => isFirst[index];

    /// <summary>The node computed by this node's instruction before it, or null.</summary>
    internal int? FirstOf(int index) => firstOf[index] == None ? null : firstOf[index];
}
