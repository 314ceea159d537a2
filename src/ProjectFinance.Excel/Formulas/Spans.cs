using System.Collections.Immutable;

namespace ProjectFinance.Excel.Formulas;

/// <summary>Joins neighbouring cells of a row among the arguments of the least or the greatest.</summary>
static class Spans
{
    /// <summary>The arguments, each cell once.</summary>
    internal static ImmutableArray<Tree> Joined(IEnumerable<Tree> arguments)
    {
        var joined = new List<Tree>();
        foreach (var argument in arguments)
            if (Of(argument) is not { } next || !IsJoined(joined, next)) joined.Add(argument);
        return [.. joined];
    }

    /// <summary>An argument as a span; null where it is no cell.</summary>
    internal static Span? Of(Tree tree) => tree switch
    {
        Span span => span,
        Cells cells when cells.From == cells.To => new Span(cells.Row, cells.From, cells.To),
        _ => null,
    };

    static bool IsJoined(List<Tree> joined, Span next)
    {
        for (int i = 0; i < joined.Count; i++)
        {
            if (Of(joined[i]) is not { } other || other.Row != next.Row || next.From > other.To + 1 || other.From > next.To + 1) continue;
            joined[i] = new Span(next.Row, Math.Min(other.From, next.From), Math.Max(other.To, next.To));
            return true;
        }
        return false;
    }
}
