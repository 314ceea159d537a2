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
    readonly int[] row;
    readonly Stack<int> free = new();
    int rows;

    /// <summary>Orders the operations and assigns rows.</summary>
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
        Code = [.. order.Select(Assign)];
        Constants = [.. outputs.Where(o => graph[o].Op == Op.Constant).Distinct().Select(o => (row[o] = rows++, graph[o].Constant))];
        OutputRows = [.. outputs.Select(o => graph[o].Op == Op.Input ? graph[o].A : row[o])];
    }

    internal Instruction[] Code { get; }

    internal int InputRows { get; }

    /// <summary>For each output the row that holds it when the code has run.</summary>
    internal int[] OutputRows { get; }

    /// <summary>Rows that hold the same number in every scenario.</summary>
    internal (int Row, double Value)[] Constants { get; }

    /// <summary>Rows in all.</summary>
    internal int Rows => rows;

    Instruction Assign(int index)
    {
        var node = graph[index];
        var x = new Instruction { Op = node.Op, C = -1 };
        var (a, b) = node.Op == Op.Choose ? (node.B, node.C) : (node.A, node.B);
        if (node.Op == Op.Choose) x.C = RowOf(node.A);
        x.AIsConstant = graph.IsConstant(a, out x.ConstantA);
        if (!x.AIsConstant) x.A = RowOf(a);
        x.BIsConstant = b < 0 || graph.IsConstant(b, out x.ConstantB);
        if (!x.BIsConstant) x.B = RowOf(b);
        for (int i = 0; i < node.Operands; i++) Release(node.Operand(i));
        x.D = row[index] = free.TryPop(out int reused) ? reused : rows++;
        return x;
    }

    int RowOf(int index) => graph[index].Op == Op.Input ? graph[index].A : row[index];

    void Release(int index)
    {
        if (--readersLeft[index] == 0 && graph[index].IsOperation) free.Push(row[index]);
    }
}
