using ProjectFinance.Excel.Formulas;

namespace ProjectFinance.Excel.Solving;

/// <summary>How much a formula changes for each unit by which a trial value does; at a kink that of the branch taken, as the library's own derivative has it.</summary>
/// <param name="slope">The slope of a cell; null where it does not depend on the trial value.</param>
sealed class Slope(Func<Cells, Tree?> slope)
{
    internal Tree Of(Tree tree) => tree switch
    {
        Cells cells => slope(cells) ?? Tree.Zero,
        Span span => Sums.Of([.. span.Each.Select(cell => (1.0, Of(cell)))]),
        Sum sum => Sums.Of([.. sum.Terms.Select(term => (term.Times, Of(term.Of)))]),
        Apply apply => Applied(apply),
        _ => Tree.Zero,
    };

    /// <summary>Whether a formula is affine in the trial value.</summary>
    internal bool IsAffine(Tree tree) => tree switch
    {
        Sum sum => sum.Terms.All(term => IsAffine(term.Of)),
        Apply apply when apply.Of.All(IsFree) => true,
        Apply { Function: Function.Multiply } product => product.Of.Count(part => !IsFree(part)) == 1 && product.Of.All(IsAffine),
        Apply { Function: Function.Divide } quotient => IsFree(quotient.Of[1]) && IsAffine(quotient.Of[0]),
        Apply => false,
        _ => true,
    };

    bool IsFree(Tree tree) => Of(tree) is Number { Value: 0 };

    Tree Applied(Apply apply) => apply.Function switch
    {
        Function.Multiply => Sums.Of([.. apply.Of.Select((part, i) => (1.0, Products.Of(apply.Of.SetItem(i, Of(part)))))]),
        Function.Divide => Quotient(apply.Of[0], apply.Of[1], apply),
        Function.Least => Extreme(apply, (a, b) => new Apply(Function.Greater, [b, a])),
        Function.Greatest => Extreme(apply, (a, b) => new Apply(Function.Greater, [a, b])),
        Function.Choose => Choice(apply.Of[0], Of(apply.Of[1]), Of(apply.Of[2])),
        Function.Ratio => Choice(new Apply(Function.Greater, [apply.Of[1], Tree.Zero]), Quotient(apply.Of[0], apply.Of[1], new Apply(Function.Divide, [apply.Of[0], apply.Of[1]])), Of(apply.Of[2])),
        _ => Tree.Zero,
    };

    Tree Quotient(Tree a, Tree b, Tree quotient)
    {
        var above = Sums.Of((1, Of(a)), (-1, Products.Of(quotient, Of(b))));
        return above is Number { Value: 0 } ? Tree.Zero : new Apply(Function.Divide, [above, b]);
    }

    // The first of the arguments wins over the rest where it is beyond them, as in the chain of two-argument functions it was read from.
    Tree Extreme(Apply apply, Func<Tree, Tree, Tree> wins)
    {
        List<Tree> each = [.. apply.Of.SelectMany(part => part is Span span ? span.Each : (IEnumerable<Tree>)[part])];
        var (value, slopeSoFar) = (each[0], Of(each[0]));
        foreach (var next in each.Skip(1))
        {
            slopeSoFar = Choice(wins(value, next), slopeSoFar, Of(next));
            value = value is Apply so && so.Function == apply.Function ? so with { Of = so.Of.Add(next) } : new Apply(apply.Function, [value, next]);
        }
        return slopeSoFar;
    }

    static Tree Choice(Tree condition, Tree then, Tree otherwise) => then == otherwise ? then : new Apply(Function.Choose, [condition, then, otherwise]);
}
