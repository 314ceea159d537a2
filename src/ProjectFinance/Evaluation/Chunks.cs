using ProjectFinance.Modelling;

namespace ProjectFinance.Evaluation;

/// <summary>
/// Cuts a sequence of operations into chunks of a few dozen. Where a chunk ends depends on the last operations alone, not on how many
/// went before, so that periods that repeat give chunks that repeat.
/// </summary>
static class Chunks
{
    const int Least = 24;
    const int Usual = 8;
    const int Most = 48;

    // Operations whose kind and operands decide together whether a chunk ends.
    const int Window = 3;

    /// <summary>Operands made this many operations before are told apart by their distance; older ones are alike.</summary>
    const int Near = 4;

    /// <summary>The end of each chunk: the position after its last operation.</summary>
    /// <param name="graph">A flat graph.</param>
    /// <param name="order">Its operations in order.</param>
    internal static int[] Cut(Graph graph, ReadOnlySpan<int> order)
    {
        var ends = new List<int>(order.Length / Usual + 1);
        var position = new int[graph.Count];
        Span<uint> window = stackalloc uint[Window];
        int begun = 0;
        for (int i = 0; i < order.Length; i++)
        {
            position[order[i]] = i;
            window[i % Window] = Look(graph, order[i], i, position);
            int length = i + 1 - begun;
            if (length < Most && !(length >= Least && EndsHere(window, i)) && i < order.Length - 1) continue;
            ends.Add(i + 1);
            begun = i + 1;
        }
        return [.. ends];
    }

    static bool EndsHere(ReadOnlySpan<uint> window, int i)
    {
        uint hash = 0;
        for (int j = i - Window + 1; j <= i; j++) hash = (hash ^ window[(j + Window) % Window]) * 16777619u;
        return (hash ^ (hash >> 15)) % Usual == 0;
    }

    /// <summary>What an operation looks like from nearby: what it does, and what kind each operand is.</summary>
    static uint Look(Graph graph, int index, int at, int[] position)
    {
        ref readonly var node = ref graph[index];
        uint look = (uint)node.Op;
        for (int i = 0; i < node.Operands; i++)
        {
            int operand = node.Operand(i);
            uint kind = graph[operand].Op switch
            {
                Op.Constant => 1,
                Op.Input => 2,
                _ => at - position[operand] < Near ? 3 + (uint)(at - position[operand]) : 3 + Near,
            };
            look = look * 37 + kind;
        }
        return look * 2654435761u;
    }
}
