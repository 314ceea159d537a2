using ProjectFinance.Time;

namespace ProjectFinance.Modelling;

/// <summary>Finds cells that need themselves, without computing anything.</summary>
sealed class Circularity
{
    readonly Model model;
    readonly int periods;
    readonly Mark[] marks;
    readonly int[] seenBy;
    readonly Stack<int> todo = new();

    Circularity(Model model)
    {
        (this.model, periods) = (model, model.Timeline.Count);
        marks = new Mark[model.Lines.Count * periods];
        seenBy = new int[model.Graph.Count];
    }

    enum Mark : byte { New, Open, Done }

    /// <summary>One problem for the first loop found, naming every line and period on the way; none when there is no loop.</summary>
    internal static IEnumerable<Problem> Find(Model model)
    {
        if (!new NodeCircularity(model).IsFound()) return [];
        var search = new Circularity(model);
        foreach (var period in model.Periods)
        foreach (var line in model.Lines)
        {
            if (search.Walk(search.CellOf(line.Number, period.Index)) is { } loop) return [search.Describe(loop)];
        }
        return [];
    }

    int CellOf(int line, int period) => line * periods + period;

    List<int>? Walk(int start)
    {
        if (marks[start] != Mark.New) return null;
        var path = new Stack<(int Cell, List<int> References, int Next)>();
        Enter(start);
        while (path.TryPop(out var at))
        {
            if (at.Next == at.References.Count)
            {
                marks[at.Cell] = Mark.Done;
                continue;
            }
            int next = at.References[at.Next];
            path.Push(at with { Next = at.Next + 1 });
            if (marks[next] == Mark.New) Enter(next);
            else if (marks[next] == Mark.Open) return [.. path.Select(p => p.Cell).Reverse().SkipWhile(cell => cell != next), next];
        }
        return null;

        void Enter(int cell)
        {
            marks[cell] = Mark.Open;
            path.Push((cell, References(cell), 0));
        }
    }

    /// <summary>The cells a cell's formula refers to. A solved cell may refer to itself, so the search does not pass through it.</summary>
    List<int> References(int cell)
    {
        var line = model.Lines[cell / periods];
        var found = new List<int>();
        if (line.Role == LineRole.Solved) return found;
        todo.Push(line.Root(cell % periods));
        while (todo.TryPop(out int index))
        {
            // Nodes are stamped with the cell that saw them last, counted from one.
            if (seenBy[index] == cell + 1) continue;
            seenBy[index] = cell + 1;
            var node = model.Graph[index];
            if (node.Op == Op.Cell) found.Add(CellOf(node.A, node.B));
            for (int i = 0; i < node.Operands; i++) todo.Push(node.Operand(i));
        }
        return found;
    }

    Problem Describe(List<int> loop)
    {
        var steps = loop.Select(cell => $"'{model.Lines[cell / periods].Name}' ({model.Timeline[cell % periods].End.Iso()})");
        return new Problem(
            $"Line '{model.Lines[loop[0] / periods].Name}'", $"circular reference: {string.Join(" needs ", steps)}",
            "a cell cannot need itself; break the loop with a look-back, or let the model solve it with Model.Unknown");
    }
}
