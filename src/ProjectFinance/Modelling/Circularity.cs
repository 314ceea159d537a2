namespace ProjectFinance.Modelling;

/// <summary>Finds cells that need themselves, without computing anything.</summary>
static class Circularity
{
    enum Mark : byte { New, Open, Done }

    /// <summary>One problem for the first loop found, naming every line and period on the way; none when there is no loop.</summary>
    internal static IEnumerable<Problem> Find(Model model)
    {
        int periods = model.Timeline.Count;
        var marks = new Mark[model.Lines.Count * periods];
        foreach (var period in model.Periods)
        foreach (var line in model.Lines)
        {
            if (Walk(model, marks, line.Number * periods + period.Index) is { } loop)
            {
                yield return Describe(model, loop);
                yield break;
            }
        }
    }

    static List<int>? Walk(Model model, Mark[] marks, int start)
    {
        if (marks[start] != Mark.New) return null;
        var path = new Stack<(int Cell, IEnumerator<int> Next)>();
        void Enter(int cell)
        {
            marks[cell] = Mark.Open;
            path.Push((cell, References(model, cell).GetEnumerator()));
        }
        Enter(start);
        while (path.TryPeek(out var at))
        {
            if (!at.Next.MoveNext())
            {
                marks[at.Cell] = Mark.Done;
                path.Pop();
            }
            else if (marks[at.Next.Current] == Mark.New)
            {
                Enter(at.Next.Current);
            }
            else if (marks[at.Next.Current] == Mark.Open)
            {
                return [.. path.Select(p => p.Cell).Reverse().SkipWhile(cell => cell != at.Next.Current), at.Next.Current];
            }
        }
        return null;
    }

    /// <summary>The cells a cell's formula refers to. A solved cell may refer to itself, so the search does not pass through it.</summary>
    static List<int> References(Model model, int cell)
    {
        int periods = model.Timeline.Count;
        var line = model.Lines[cell / periods];
        if (line.Role == LineRole.Solved) return [];
        var (found, seen, todo) = (new List<int>(), new HashSet<int>(), new Stack<int>([line.Root(cell % periods)]));
        while (todo.TryPop(out int index))
        {
            if (!seen.Add(index)) continue;
            var node = model.Graph[index];
            if (node.Op == Op.Cell) found.Add(node.A * periods + node.B);
            for (int i = 0; i < node.Operands; i++) todo.Push(node.Operand(i));
        }
        return found;
    }

    static Problem Describe(Model model, List<int> loop)
    {
        int periods = model.Timeline.Count;
        var steps = loop.Select(cell => $"'{model.Lines[cell / periods].Name}' ({model.Timeline[cell % periods].End:uuuu-MM-dd})");
        return new Problem(
            $"Line '{model.Lines[loop[0] / periods].Name}'", $"circular reference: {string.Join(" needs ", steps)}",
            "a cell cannot need itself; break the loop with a look-back, or let the model solve it with Model.Unknown");
    }
}
