using System.Collections.Immutable;

namespace ProjectFinance.Excel.Formulas;

/// <summary>Multiplies trees: a number becomes the multiple of a term, products of products one product.</summary>
static class Products
{
    /// <summary>The product.</summary>
    internal static Tree Of(Tree a, Tree b)
    {
        var (first, timesFirst) = Split(a);
        var (second, timesSecond) = Split(b);
        return Scaled(timesFirst * timesSecond, Product(first, second));
    }

    /// <summary>The product of several.</summary>
    internal static Tree Of(ImmutableArray<Tree> factors)
    {
        var product = Tree.One;
        foreach (var factor in factors) product = Of(product, factor);
        return product;
    }

    /// <summary>A multiple of a tree.</summary>
    internal static Tree Scaled(double times, Tree tree) =>
        times == 0 || tree is Number { Value: 0 } ? Tree.Zero
        : tree is Number number ? new Number(times * number.Value)
        : times == 1 ? tree
        : tree is Sum { Terms: [var term] } ? Sums.OfTerms([term with { Times = times * term.Times }])
        : new Sum([new(times, tree)]);

    static (Tree Of, double Times) Split(Tree tree) => tree switch
    {
        Number number => (Tree.One, number.Value),
        Sum { Terms: [{ Factor: null } term] } => (term.Of, term.Times),
        _ => (tree, 1),
    };

    static Tree Product(Tree a, Tree b) => (a, b) switch
    {
        (Number { Value: 1 }, _) => b,
        (_, Number { Value: 1 }) => a,
        (Number { Value: 0 }, _) or (_, Number { Value: 0 }) => Tree.Zero,
        _ => new Apply(Function.Multiply, [.. Members(a), .. Members(b)]),
    };

    static ImmutableArray<Tree> Members(Tree tree) => tree is Apply { Function: Function.Multiply } product ? product.Of : [tree];
}
