namespace ProjectFinance.Modelling;

/// <summary>Tells quickly whether any cell needs itself, node by node; which one and how is for <see cref="Circularity"/> to say.</summary>
sealed class NodeCircularity(Model model)
{
    const int None = -1;

    readonly Graph graph = model.Graph;
    readonly Mark[] marks = new Mark[model.Graph.Count];
    readonly Stack<(int Node, int Next)> path = new();

    enum Mark : byte { New, Open, Done }

    /// <summary>Whether there is a loop that no solved cell breaks.</summary>
    internal bool IsFound()
    {
        foreach (var line in model.Lines)
            for (int period = 0; period < model.Periods.Count; period++)
                if (IsInLoop(line.Root(period))) return true;
        return false;
    }

    bool IsInLoop(int start)
    {
        Enter(start);
        while (path.TryPop(out var at))
        {
            int operand = Operand(at.Node, at.Next);
            if (operand == None)
            {
                marks[at.Node] = Mark.Done;
                continue;
            }
            path.Push((at.Node, at.Next + 1));
            if (marks[operand] == Mark.Open) return true;
            Enter(operand);
        }
        return false;
    }

    void Enter(int node)
    {
        if (marks[node] != Mark.New) return;
        marks[node] = graph[node].Op is Op.Constant or Op.Input ? Mark.Done : Mark.Open;
        if (marks[node] == Mark.Open) path.Push((node, 0));
    }

    int Operand(int index, int i)
    {
        ref readonly var node = ref graph[index];
        if (node.Op != Op.Cell) return i < node.Operands ? node.Operand(i) : None;
        var line = model.Lines[node.A];
        return i == 0 && line.Role != LineRole.Solved ? line.Root(node.B) : None;
    }
}
