using ProjectFinance.Modelling;

namespace ProjectFinance.Evaluation;

/// <summary>
/// The instructions for the outputs asked for, in order, with rows of memory assigned: inputs first, then registers used again
/// once their last reader has run, then rows that hold constant outputs.
/// </summary>
sealed class Tape
{
    readonly Graph graph;
    readonly int[] readersLeft;
    readonly Pairing pairing;
    readonly int[] row;
    readonly Stack<int> free = new();
    int rows;

    /// <summary>Orders the operations behind the outputs, pairs them and gives each result a row.</summary>
    /// <param name="graph">A flat graph.</param>
    /// <param name="outputs">The nodes asked for; none of them a truth value.</param>
    /// <param name="inputs">How many rows the scenario supplies.</param>
    internal Tape(Graph graph, int[] outputs, int inputs)
    {
        (this.graph, InputRows, rows) = (graph, inputs, inputs);
        readersLeft = new int[graph.Count];
        row = new int[graph.Count];
        var order = EvaluationOrder.Of(graph, outputs);
        foreach (int index in order)
            for (int i = 0; i < graph[index].Operands; i++) readersLeft[graph[index].Operand(i)]++;
        foreach (int output in outputs) readersLeft[output]++;
        (pairing, Operations) = (new Pairing(graph, order, readersLeft), order.Count);
        Code = [.. order.Where(index => !pairing.IsFirst(index)).Select(Assign)];
        Constants = [.. outputs.Where(o => graph[o].Op == Op.Constant).Distinct().Select(o => (row[o] = rows++, graph[o].Constant))];
        OutputRows = [.. outputs.Select(o => graph[o].Op == Op.Input ? graph[o].A : row[o])];
    }

    internal Instruction[] Code { get; }

    /// <summary>How many operations the instructions hold.</summary>
    internal int Operations { get; }

    internal int InputRows { get; }

    /// <summary>For each output the row that holds it when the code has run.</summary>
    internal int[] OutputRows { get; }

    /// <summary>Rows that hold the same number in every scenario.</summary>
    internal (int Row, double Value)[] Constants { get; }

    /// <summary>Rows in all.</summary>
    internal int Rows => rows;

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
        foreach (int operand in (ReadOnlySpan<int>)[condition, a, b, third]) Release(operand);
        x.D = row[index] = free.TryPop(out int reused) ? reused : rows++;
        return x;
    }

    (int Mask, int A, int B) Operands(int index)
    {
        var node = graph[index];
        return node.Op == Op.Choose ? (node.A, node.B, node.C) : (-1, node.A, node.B);
    }

    Operand Read(int index) => index < 0 ? new(0, 0, true) : graph.IsConstant(index, out double constant) ? new(0, constant, true) : new(RowOf(index), 0, false);

    int RowOf(int index) => graph[index].Op == Op.Input ? graph[index].A : row[index];

    void Release(int index)
    {
        if (index >= 0 && --readersLeft[index] == 0 && graph[index].IsOperation) free.Push(row[index]);
    }
}
