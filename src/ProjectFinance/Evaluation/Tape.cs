using ProjectFinance.Modelling;

namespace ProjectFinance.Evaluation;

/// <summary>
/// The instructions for the outputs asked for, in order. Values that cross chunks lie where the layout says; those that live inside one chunk
/// take rows behind them, used again once their last reader has run.
/// </summary>
sealed class Tape
{
    readonly Graph graph;
    readonly int[] readersLeft;
    readonly Pairing pairing;
    readonly int[] row;
    readonly Stack<int> free = new();
    int used;

    /// <summary>Pairs the operations of a layout and gives each result a row.</summary>
    internal Tape(BlockLayout layout)
    {
        (Layout, graph, Rows) = (layout, layout.Graph, layout.Rows);
        (readersLeft, row) = (new int[graph.Count], new int[graph.Count]);
        foreach (int index in layout.Order)
            for (int i = 0; i < graph[index].Operands; i++) readersLeft[graph[index].Operand(i)]++;
        pairing = new Pairing(layout, readersLeft);
        var code = new List<Instruction>(layout.Order.Length);
        for (int chunk = 0; chunk < layout.ChunkEnds.Length; chunk++)
        {
            free.Clear();
            used = 0;
            foreach (int index in layout.Chunk(chunk))
                if (!pairing.IsFirst(index)) code.Add(Assign(index));
        }
        Code = [.. code];
    }

    /// <summary>Makes the instructions for some outputs.</summary>
    /// <param name="graph">A flat graph.</param>
    /// <param name="outputs">The nodes asked for; none of them a truth value.</param>
    /// <param name="inputs">How many rows the scenario supplies.</param>
    internal Tape(Graph graph, int[] outputs, int inputs)
        : this(new BlockLayout(graph, outputs, inputs)) { }

    internal Instruction[] Code { get; }

    internal BlockLayout Layout { get; }

    /// <summary>How many operations the instructions hold.</summary>
    internal int Operations => Layout.Order.Length;

    /// <summary>Rows in all.</summary>
    internal int Rows { get; private set; }

    Instruction Assign(int index)
    {
        int first = pairing.FirstOf(index) ?? index;
        var (mask, a, b) = Operands(first);
        var x = new Instruction { First = graph[first].Op, A = Read(a), B = Read(b), C = Read(-1) };
        int condition = mask, third = -1;
        if (first != index)
        {
            var (secondMask, left, right) = Operands(index);
            x.Second = graph[index].Op;
            x.Swapped = right == first;
            third = x.Swapped ? left : right;
            condition = Math.Max(mask, secondMask);
            x.C = Read(third);
        }
        if (condition >= 0) x.Mask = RowOf(condition);
        Release(condition);
        Release(a);
        Release(b);
        Release(third);
        x.D = Place(index);
        return x;
    }

    (int Mask, int A, int B) Operands(int index)
    {
        ref readonly var node = ref graph[index];
        return node.Op == Op.Choose ? (node.A, node.B, node.C) : (-1, node.A, node.B);
    }

    TapeOperand Read(int index) => index < 0 ? new(0, 0, true) : graph.IsConstant(index, out double constant) ? new(0, constant, true) : new(RowOf(index), 0, false);

    bool IsInsideChunk(int index) => graph[index].IsOperation && !Layout.Crosses(index);

    int RowOf(int index) => IsInsideChunk(index) ? row[index] : Layout.RowOf(index);

    int Place(int index)
    {
        if (!IsInsideChunk(index)) return Layout.RowOf(index);
        row[index] = free.TryPop(out int reused) ? reused : Layout.Rows + used++;
        Rows = Math.Max(Rows, Layout.Rows + used);
        return row[index];
    }

    void Release(int index)
    {
        if (index >= 0 && --readersLeft[index] == 0 && IsInsideChunk(index)) free.Push(row[index]);
    }
}
