using ProjectFinance.Modelling;

namespace ProjectFinance.Evaluation;

/// <summary>
/// The operations behind the outputs asked for, in chunks, and in which rows of a block's memory values lie: first those that callers see, inputs, then
/// outputs that are the same in every scenario, then other outputs; behind them values read in a later chunk than their own, whose rows serve again once
/// their last chunk has run. Tape and machine code find inputs and leave outputs in the same rows, so one can take over from the other between two blocks.
/// </summary>
sealed class BlockLayout
{
    const int Never = int.MaxValue;

    readonly int[] row;
    readonly int[] lastChunk;

    /// <summary>Lays out the operations behind some outputs.</summary>
    /// <param name="graph">A flat graph.</param>
    /// <param name="outputs">The nodes asked for; none of them a truth value.</param>
    /// <param name="inputs">How many rows the scenario supplies.</param>
    internal BlockLayout(Graph graph, int[] outputs, int inputs)
    {
        (Graph, InputRows) = (graph, inputs);
        Order = EvaluationOrder.Of(graph, outputs);
        ChunkEnds = Chunks.Cut(graph, Order);
        (row, lastChunk, ChunkOf) = (new int[graph.Count], new int[graph.Count], new int[graph.Count]);
        for (int i = 0; i < graph.Count; i++)
            if (graph[i].Op == Op.Input) row[i] = graph[i].A;
        FindReaders(outputs);
        Constants = [.. outputs.Where(o => graph[o].Op == Op.Constant).Distinct().Select((o, i) => (row[o] = inputs + i, graph[o].Constant))];
        SharedRows = PlaceOutputs(outputs, inputs + Constants.Length);
        Rows = PlaceBetweenChunks(SharedRows);
        OutputRows = [.. outputs.Select(o => row[o])];
    }

    internal Graph Graph { get; }

    /// <summary>Every operation, operands first.</summary>
    internal int[] Order { get; }

    /// <summary>Where in the order each chunk ends.</summary>
    internal int[] ChunkEnds { get; }

    /// <summary>For each operation of the graph its chunk.</summary>
    internal int[] ChunkOf { get; }

    internal int InputRows { get; }

    /// <summary>For each output the row that holds it when everything has run.</summary>
    internal int[] OutputRows { get; }

    /// <summary>Rows that hold the same number in every scenario.</summary>
    internal (int Row, double Value)[] Constants { get; }

    /// <summary>How many rows callers see: inputs and outputs.</summary>
    internal int SharedRows { get; }

    /// <summary>Rows so far; the tape adds some for values that live inside one chunk.</summary>
    internal int Rows { get; }

    /// <summary>The row of an input, or of a value that crosses chunks.</summary>
    internal int RowOf(int index) => row[index];

    /// <summary>Whether a value is read in a later chunk or is an output.</summary>
    internal bool Crosses(int index) => lastChunk[index] > ChunkOf[index];

    /// <summary>The operations of a chunk, in order.</summary>
    internal ReadOnlySpan<int> Chunk(int chunk) => Order.AsSpan()[(chunk == 0 ? 0 : ChunkEnds[chunk - 1])..ChunkEnds[chunk]];

    void FindReaders(int[] outputs)
    {
        for (int chunk = 0; chunk < ChunkEnds.Length; chunk++)
            foreach (int index in Chunk(chunk))
            {
                ChunkOf[index] = chunk;
                ref readonly var node = ref Graph[index];
                for (int i = 0; i < node.Operands; i++) lastChunk[node.Operand(i)] = chunk;
            }
        foreach (int output in outputs) lastChunk[output] = Never;
    }

    /// <summary>Gives rows to the outputs that are computed.</summary>
    /// <returns>How many rows there are now, the first ones among them.</returns>
    int PlaceOutputs(int[] outputs, int rows)
    {
        foreach (int output in outputs)
            if (Graph[output].IsOperation && row[output] == 0) row[output] = rows++;
        return rows;
    }

    /// <summary>Gives rows to the other values that cross chunks.</summary>
    /// <returns>How many rows there are now, the first ones among them.</returns>
    int PlaceBetweenChunks(int rows)
    {
        var free = new Stack<int>();
        var freedAfter = new List<int>?[ChunkEnds.Length];
        for (int chunk = 0; chunk < ChunkEnds.Length; chunk++)
        {
            // Rows read for the last time in a chunk may not be written in it: generated code reads them at any time.
            if (chunk > 0 && freedAfter[chunk - 1] is { } dead) dead.ForEach(free.Push);
            foreach (int index in Chunk(chunk))
            {
                if (!Crosses(index) || lastChunk[index] == Never) continue;
                row[index] = free.TryPop(out int reused) ? reused : rows++;
                (freedAfter[lastChunk[index]] ??= []).Add(row[index]);
            }
        }
        return rows;
    }
}
