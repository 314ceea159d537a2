using ProjectFinance.Modelling;

namespace ProjectFinance.Evaluation;

/// <summary>
/// Bounds the memory of a gradient. Derivatives read values of the way forward in the opposite order, so that nearly all of them would have to be kept. Instead the way forward is cut
/// into stretches; only what crosses from one to another is kept, and the rest of a stretch is computed again just before its derivatives. The same operations on the same
/// numbers give the same bits.
/// </summary>
sealed class Recomputation
{
    /// <summary>How many operations a stretch has.</summary>
    internal const int Stretch = 10_000;

    const int None = -1;

    readonly Graph from;
    readonly Graph to = new();
    readonly int forward;
    readonly int[] part;
    readonly bool[] isNeeded;
    readonly bool[] crosses;
    readonly int[] placed;
    readonly int[] again;
    readonly List<int>[] repeated;
    readonly int parts;

    Recomputation(Graph from, int forward, int[] outputs, int stretch)
    {
        (this.from, this.forward) = (from, forward);
        isNeeded = Needed(from, outputs);
        (part, parts) = Parts(stretch);
        crosses = Crossing();
        (placed, again) = (Filled(from.Count), Filled(forward));
        repeated = [.. Enumerable.Range(0, parts).Select(_ => new List<int>())];
    }

    /// <summary>A graph for the same outputs in which stretches of the way forward are computed again.</summary>
    /// <param name="graph">The graph.</param>
    /// <param name="forward">How many of its nodes are the way forward; derivatives come after them.</param>
    /// <param name="outputs">The nodes wanted; changed to those of the new graph.</param>
    /// <param name="stretch">How many operations a stretch has.</param>
    internal static Graph Apply(Graph graph, int forward, int[] outputs, int stretch = Stretch)
    {
        var recomputation = new Recomputation(graph, forward, outputs, stretch);
        recomputation.MarkRepeated();
        recomputation.PlaceForward();
        recomputation.PlaceDerivatives();
        for (int i = 0; i < outputs.Length; i++) outputs[i] = recomputation.placed[outputs[i]];
        return recomputation.to;
    }

    /// <summary>How many operations the way forward to an output has.</summary>
    internal static int Operations(Graph graph, int output)
    {
        var needed = Needed(graph, [output]);
        int count = 0;
        for (int index = 0; index < needed.Length; index++)
            if (needed[index] && graph[index].IsOperation) count++;
        return count;
    }

    static bool[] Needed(Graph graph, int[] outputs)
    {
        var needed = new bool[graph.Count];
        foreach (int output in outputs) needed[output] = true;
        for (int index = needed.Length - 1; index >= 0; index--)
            if (needed[index])
                for (int i = 0; i < graph[index].Operands; i++) needed[graph[index].Operand(i)] = true;
        return needed;
    }

    (int[] Part, int Parts) Parts(int stretch)
    {
        var parts = Filled(forward);
        int position = 0;
        for (int index = 0; index < forward; index++)
            if (isNeeded[index] && from[index].IsOperation) parts[index] = position++ / stretch;
        return (parts, (position + stretch - 1) / stretch);
    }

    /// <summary>Which values of the way forward are read in another stretch of it.</summary>
    bool[] Crossing()
    {
        var crossing = new bool[forward];
        for (int index = 0; index < forward; index++)
        {
            if (part[index] == None) continue;
            for (int i = 0; i < from[index].Operands; i++)
                if (from[index].Operand(i) is var operand && part[operand] != part[index]) crossing[operand] = true;
        }
        return crossing;
    }

    /// <summary>Finds what must be computed again: what derivatives read, and what that reads within its stretch. The last stretch is at hand when the way back begins.</summary>
    void MarkRepeated()
    {
        var marked = new bool[forward];
        for (int index = forward; index < from.Count; index++)
        {
            if (!isNeeded[index]) continue;
            for (int i = 0; i < from[index].Operands; i++)
                if (from[index].Operand(i) is var operand && operand < forward) marked[operand] = true;
        }
        for (int index = forward - 1; index >= 0; index--)
        {
            if (!marked[index] || part[index] == None || crosses[index] || part[index] == parts - 1) continue;
            repeated[part[index]].Add(index);
            for (int i = 0; i < from[index].Operands; i++) marked[from[index].Operand(i)] = true;
        }
    }

    void PlaceForward()
    {
        for (int index = 0; index < forward; index++)
            if (isNeeded[index]) placed[index] = to.Append(Moved(from[index], operand => placed[operand]), from.SignOf(index));
    }

    void PlaceDerivatives()
    {
        for (int index = forward; index < from.Count; index++)
        {
            if (!isNeeded[index]) continue;
            for (int i = 0; i < from[index].Operands; i++) Repeat(from[index].Operand(i));
            placed[index] = to.Append(Moved(from[index], Latest), from.SignOf(index));
        }
    }

    /// <summary>Computes the stretch of a value again, once, when its first derivative asks for it.</summary>
    void Repeat(int value)
    {
        if (value >= forward || part[value] == None || repeated[part[value]] is not { Count: > 0 } stretch || crosses[value]) return;
        for (int i = stretch.Count - 1; i >= 0; i--) again[stretch[i]] = to.Append(Moved(from[stretch[i]], Latest), from.SignOf(stretch[i]));
        stretch.Clear();
    }

    int Latest(int index) => index < forward && again[index] != None ? again[index] : placed[index];

    static Node Moved(Node node, Func<int, int> of) => !node.IsOperation ? node : node.Operands switch
    {
        1 => node with { A = of(node.A) },
        2 => node with { A = of(node.A), B = of(node.B) },
        _ => node with { A = of(node.A), B = of(node.B), C = of(node.C) },
    };

    static int[] Filled(int count)
    {
        var numbers = new int[count];
        Array.Fill(numbers, None);
        return numbers;
    }
}
