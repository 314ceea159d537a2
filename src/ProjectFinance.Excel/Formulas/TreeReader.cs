using System.Collections.Immutable;
using ProjectFinance.Modelling;

namespace ProjectFinance.Excel.Formulas;

/// <summary>Reads the formula behind a cell of a model as a tree, as <c>FormulaText</c> reads it as words.</summary>
/// <param name="model">A complete model.</param>
/// <param name="cell">The tree for a cell referred to, by line and period.</param>
/// <param name="supplied">The tree for a cell that holds an input, by line and period.</param>
/// <param name="parameter">The tree for a single number.</param>
sealed class TreeReader(Model model, Func<int, int, Tree> cell, Func<int, int, Tree> supplied, Func<InputCell, Tree> parameter)
{
    readonly Dictionary<int, Tree> known = [];

    /// <summary>The tree of a node.</summary>
    internal Tree Read(int index)
    {
        if (known.TryGetValue(index, out var tree)) return tree;
        return known[index] = model.Graph[index].Op is Op.Add or Op.Subtract ? Added(index) : Written(model.Graph[index]);
    }

    // A long sum is read at once: adding term by term would copy it for each.
    Tree Added(int index)
    {
        var parts = new Stack<(double Times, Tree Of)>();
        for (; model.Graph[index] is { Op: Op.Add or Op.Subtract } node && !known.ContainsKey(index); index = node.A) parts.Push((node.Op == Op.Add ? 1 : -1, Read(node.B)));
        parts.Push((1, Read(index)));
        return Sums.Of([.. parts]);
    }

    Tree Written(Node node) => node.Op switch
    {
        Op.Constant => new Number(node.Constant),
        Op.Input => Input(model.Inputs[node.A]),
        Op.Cell => cell(node.A, node.B),
        Op.Multiply => Products.Of(Read(node.A), Read(node.B)),
        Op.Choose => Choice(Read(node.A), Read(node.B), Read(node.C)),
        Op.Ratio => new Apply(Function.Ratio, [Read(node.A), Read(node.B), Read(node.C)]),
        Op.Floor or Op.Not => new Apply(Named(node.Op), [Read(node.A)]),
        _ => Gathered(Named(node.Op), Read(node.A), Read(node.B)),
    };

    // What happened in the place of a formula stands in the very cell.
    Tree Input(InputCell input) => input.Period is { } period ? supplied(model.Find(input.Name).Number, period.Index) : parameter(input);

    // A flag is a number as it stands.
    static Tree Choice(Tree condition, Tree then, Tree otherwise) => (then, otherwise) switch
    {
        (Number { Value: 1 }, Number { Value: 0 }) => condition,
        (Number { Value: 0 }, Number { Value: 1 }) => new Apply(Function.Not, [condition]),
        _ => new Apply(Function.Choose, [condition, then, otherwise]),
    };

    static Apply Gathered(Function function, Tree a, Tree b) =>
        new(function, !function.IsGathering ? [a, b] : function.IsTruth ? [.. Members(function, a), .. Members(function, b)] : Spans.Joined([.. Members(function, a), .. Members(function, b)]));

    static ImmutableArray<Tree> Members(Function function, Tree tree) => tree is Apply apply && apply.Function == function ? apply.Of : [tree];

    static Function Named(Op op) => op switch
    {
        Op.Divide => Function.Divide,
        Op.Min => Function.Least,
        Op.Max => Function.Greatest,
        Op.Floor => Function.Floor,
        Op.Greater => Function.Greater,
        Op.GreaterOrEqual => Function.GreaterOrEqual,
        Op.And => Function.And,
        Op.Or => Function.Or,
        Op.Not => Function.Not,
        _ => throw new ArgumentOutOfRangeException(nameof(op), op, "Not a function of the spreadsheet."),
    };
}
