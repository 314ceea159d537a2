using ProjectFinance.Modelling;

namespace ProjectFinance.Evaluation;

/// <summary>
/// The order in which the operations behind some outputs are computed: that of the graph, in which operands are older than readers, but an operation that
/// is the last to read a value comes as soon as it can, so that few values are kept at a time.
/// </summary>
sealed class EvaluationOrder
{
    readonly Graph graph;
    readonly bool[] isDone;
    readonly int[] readersLeft;
    readonly int[] operandsLeft;
    readonly int[] readersBegin;
    readonly int[] readers;
    readonly int[] order;
    readonly Stack<int> next = new();
    int count;

    EvaluationOrder(Graph graph, int[] needed, ReadOnlySpan<int> outputs)
    {
        (this.graph, order) = (graph, new int[needed.Length]);
        (isDone, readersLeft, operandsLeft, readersBegin) = (new bool[graph.Count], new int[graph.Count], new int[graph.Count], new int[graph.Count + 1]);
        foreach (int index in needed)
            for (int i = 0; i < graph[index].Operands; i++)
                if (IsCounted(index, i))
                {
                    readersLeft[graph[index].Operand(i)]++;
                    operandsLeft[index]++;
                }
        for (int index = 0; index < graph.Count; index++) readersBegin[index + 1] = readersBegin[index] + readersLeft[index];
        readers = new int[readersBegin[^1]];
        var filled = new int[graph.Count];
        foreach (int index in needed)
            for (int i = 0; i < graph[index].Operands; i++)
                if (IsCounted(index, i) && graph[index].Operand(i) is var operand) readers[readersBegin[operand] + filled[operand]++] = index;
        // An output is kept to the end, so nothing is gained by hurrying its last reader.
        foreach (int output in outputs) readersLeft[output]++;
        foreach (int index in needed) Run(index);
    }

    /// <summary>Every operation needed, operands first.</summary>
    internal static int[] Of(Graph graph, ReadOnlySpan<int> outputs) => new EvaluationOrder(graph, Needed(graph, outputs), outputs).order;

    /// <summary>Every operation needed, in the order of the graph.</summary>
    static int[] Needed(Graph graph, ReadOnlySpan<int> outputs)
    {
        var isNeeded = new bool[graph.Count];
        foreach (int output in outputs) isNeeded[output] = true;
        int count = 0;
        for (int index = graph.Count - 1; index >= 0; index--)
        {
            ref readonly var node = ref graph[index];
            if (!isNeeded[index] || !node.IsOperation) continue;
            count++;
            for (int i = 0; i < node.Operands; i++) isNeeded[node.Operand(i)] = true;
        }
        var needed = new int[count];
        int next = 0;
        for (int index = 0; next < count; index++)
            if (isNeeded[index] && graph[index].IsOperation) needed[next++] = index;
        return needed;
    }

    /// <summary>Whether an operand is an operation's result, named for the first time.</summary>
    bool IsCounted(int index, int i)
    {
        int operand = graph[index].Operand(i);
        if (!graph[operand].IsOperation) return false;
        for (int before = 0; before < i; before++)
            if (graph[index].Operand(before) == operand) return false;
        return true;
    }

    void Run(int start)
    {
        next.Push(start);
        while (next.TryPop(out int index))
        {
            if (isDone[index] || index != start && !FreesARow(index)) continue;
            Emit(index);
        }
    }

    void Emit(int index)
    {
        isDone[index] = true;
        order[count++] = index;
        for (int i = graph[index].Operands - 1; i >= 0; i--)
        {
            int operand = graph[index].Operand(i);
            if (IsCounted(index, i) && --readersLeft[operand] == 1) Offer(operand);
        }
        for (int r = readersBegin[index + 1] - 1; r >= readersBegin[index]; r--)
            if (--operandsLeft[readers[r]] == 0) next.Push(readers[r]);
    }

    /// <summary>Considers the last reader of a value.</summary>
    void Offer(int operand)
    {
        for (int r = readersBegin[operand]; r < readersBegin[operand + 1]; r++)
            if (!isDone[readers[r]])
            {
                if (operandsLeft[readers[r]] == 0) next.Push(readers[r]);
                return;
            }
    }

    bool FreesARow(int index)
    {
        for (int i = 0; i < graph[index].Operands; i++)
            if (graph[index].Operand(i) is var operand && graph[operand].IsOperation && readersLeft[operand] == 1) return true;
        return false;
    }
}
