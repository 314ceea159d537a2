using System.Collections.Immutable;

namespace ProjectFinance.Excel.Formulas;

/// <summary>
/// Makes one formula across a row of the formulas of its cells: cells by their distance, numbers that differ in a row of their own, and where the terms differ by
/// column a choice by a row of ones and noughts. Empty cells before the first period and after the last serve as the noughts that a first column begins with.
/// </summary>
sealed class Unifier
{
    readonly int periods;
    readonly Reaches reaches;
    readonly EmptyCells empty;
    readonly Alignment alignment;

    internal Unifier(int periods)
    {
        this.periods = periods;
        reaches = new(periods - 1);
        empty = new(reaches);
        alignment = new(this, reaches, empty);
    }

    internal int Periods => periods;

    /// <summary>The one formula; null where there is none that people could read.</summary>
    /// <param name="items">The formula of each period.</param>
    /// <param name="isTruth">Whether a truth value is wanted.</param>
    internal Tree? Unify(IReadOnlyList<(int Period, Tree Tree)> items, bool isTruth)
    {
        var first = items[0].Tree;
        if (items.All(item => item.Tree is Number)) return Numbers(items);
        if (items.All(item => item.Tree is Cells) && reaches.Common([.. items.Select(item => (item.Period, (Cells)item.Tree))]) is { } reach) return reach;
        if (items.Any(item => item.Tree is Span)) return items.All(item => Spans.Of(item.Tree) is not null) ? Reaches.Exact([.. items.Select(item => (item.Period, Spans.Of(item.Tree)!))]) : null;
        if (first is Named name && items.All(item => item.Tree is Named named && named.Name == name.Name)) return first;
        if (first is Apply apply && items.All(item => item.Tree is Apply other && other.Function == apply.Function && other.Of.Length == apply.Of.Length) && Applied(apply.Of.Length, items) is { } alike) return alike;
        if (items.Any(item => IsDivided(item.Tree)) && items.All(item => IsDivided(item.Tree) || item.Tree is not Number)) return Applied(2, [.. items.Select(item => (item.Period, Divided(item.Tree)))]);
        if (items.Any(item => item.Tree is Apply { Function: Function.Choose }) && !items.All(item => item.Tree is Apply { Function: Function.Choose }) && Absorbed(items, isTruth) is { } choice) return choice;
        if (first is Apply { Function.IsGathering: true } gathering && items.All(item => item.Tree is Apply other && other.Function == gathering.Function)) return alignment.Gathered(gathering.Function, items);
        if (isTruth) return alignment.Chosen(items);
        return items.All(item => item.Tree is Apply) && items.Select(item => Signature.Kind(item.Tree)).Distinct().Count() == 1 ? null : alignment.Added(items);
    }

    /// <summary>Numbers, one for each of some periods; it does not matter in the others.</summary>
    internal Schedule Schedule(IEnumerable<(int Period, double Value)> values)
    {
        var all = new double[periods];
        Array.Fill(all, double.NaN);
        foreach (var (period, value) in values) all[period] = value;
        return new Schedule([.. all]);
    }

    Tree Numbers(IReadOnlyList<(int Period, Tree Tree)> items)
    {
        double value = ((Number)items[0].Tree).Value;
        bool isOne = items.All(item => ((Number)item.Tree).Value == value);
        return isOne && (value is 0 or 1 or -1 || double.IsInfinity(value)) ? items[0].Tree : Schedule(items.Select(item => (item.Period, ((Number)item.Tree).Value)));
    }

    Apply? Applied(int arguments, IReadOnlyList<(int Period, Tree Tree)> items)
    {
        var function = ((Apply)items[0].Tree).Function;
        var of = ImmutableArray.CreateBuilder<Tree>(arguments);
        for (int i = 0; i < arguments; i++)
        {
            if (Unify([.. items.Select(item => (item.Period, ((Apply)item.Tree).Of[i]))], function.ReadsTruth(i)) is not { } part) return null;
            of.Add(part);
        }
        return new Apply(function, of.MoveToImmutable());
    }

    static bool IsDivided(Tree tree) => tree is Apply { Function: Function.Divide, Of: [_, Number] };

    // A division by one, as by the days of a column of one day, is not written by the model.
    static Tree Divided(Tree tree) => IsDivided(tree) ? tree : new Apply(Function.Divide, [tree, Tree.One]);

    // In the columns where the condition is decided by empty cells, the formula read is the branch taken.
    Apply? Absorbed(IReadOnlyList<(int Period, Tree Tree)> items, bool isTruth)
    {
        var choices = items.Where(item => item.Tree is Apply { Function: Function.Choose }).Select(item => (item.Period, Of: ((Apply)item.Tree).Of)).ToList();
        if (Unify([.. choices.Select(item => (item.Period, item.Of[0]))], isTruth: true) is not { } condition) return null;
        var branches = new[] { choices.Select(item => (item.Period, Tree: item.Of[1])).ToList(), choices.Select(item => (item.Period, Tree: item.Of[2])).ToList() };
        foreach (var item in items.Where(item => item.Tree is not Apply { Function: Function.Choose }))
        {
            if (empty.Value(condition, item.Period) is not { } holds) return null;
            branches[holds != 0 ? 0 : 1].Add(item);
        }
        return Unify([.. branches[0].OrderBy(item => item.Period)], isTruth) is { } then && Unify([.. branches[1].OrderBy(item => item.Period)], isTruth) is { } otherwise
            ? new Apply(Function.Choose, [condition, then, otherwise]) : null;
    }
}
