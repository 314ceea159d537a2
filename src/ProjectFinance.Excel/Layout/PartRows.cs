using System.Collections.Immutable;
using ProjectFinance.Excel.Formulas;

namespace ProjectFinance.Excel.Layout;

/// <summary>Takes long formulas apart: what would make a formula longer than people read stands in rows of its own above it, from the inside out.</summary>
/// <param name="rows">Every row; new ones are added.</param>
sealed class PartRows(List<BookRow> rows)
{
    /// <summary>The longest formula of a line, in characters, that is left whole.</summary>
    const int LongestOfALine = 250;

    /// <summary>The longest of a step of solving: it says again, for a trial, what stands taken apart above the line itself.</summary>
    const int LongestOfAStep = 2_000;

    /// <summary>Shorter parts than this would send the reader up and down for nothing.</summary>
    const int WorthARow = 60;

    readonly PlacedValue value = new(rows);

    /// <summary>The formula with its parts in rows of their own.</summary>
    /// <param name="formula">The formula across the row, its numbers in cells.</param>
    /// <param name="row">Its row.</param>
    /// <param name="added">The rows made for it, in the order in which they stand above it.</param>
    internal RowFormula Apart(RowFormula formula, BookRow row, List<BookRow> added)
    {
        var place = new Place(row, formula, added);
        return IsShort(formula.Tree, place) ? formula : formula with { Tree = Short(formula.Tree, place, []) };
    }

    static ImmutableArray<Tree> ChildrenOf(Tree tree) => tree switch
    {
        Sum sum => [.. sum.Terms.Select(term => term.Of)],
        Apply apply => apply.Of,
        Switch either => [either.Where, either.Then, either.Otherwise],
        _ => [],
    };

    static Tree With(Tree tree, ImmutableArray<Tree> children) => tree switch
    {
        Sum sum => new Sum([.. sum.Terms.Select((term, i) => term with { Of = children[i] })]),
        Apply apply => apply with { Of = children },
        Switch => new Switch(children[0], children[1], children[2]),
        _ => tree,
    };

    Tree Short(Tree tree, Place place, ImmutableArray<Guard> guards)
    {
        if (IsShort(tree, place)) return tree;
        var children = ChildrenOf(tree).ToBuilder();
        for (int i = 0; i < children.Count; i++) children[i] = Short(children[i], place, [.. guards, .. GuardOf(tree, i)]);
        tree = With(tree, children.ToImmutable());
        for (int i = 0; i < children.Count && !IsShort(tree, place); i++)
        {
            if (children[i] is not (Sum or Apply or Switch) || Length(children[i], place) < WorthARow) continue;
            children[i] = Part(children[i], place, [.. guards, .. GuardOf(tree, i)]);
            tree = With(tree, children.ToImmutable());
        }
        return Grouped(tree, place, guards);
    }

    // What still is too long has many short terms: the first ones become one, in the order in which they are added.
    Tree Grouped(Tree tree, Place place, ImmutableArray<Guard> guards)
    {
        while (!IsShort(tree, place) && Leading(tree, place) is { } leading)
        {
            var part = Part(leading.First, place, guards);
            tree = tree is Sum sum ? new Sum([new(1, part), .. sum.Terms.Skip(leading.Count)]) : ((Apply)tree) with { Of = [part, .. ((Apply)tree).Of.Skip(leading.Count)] };
        }
        return tree;
    }

    (Tree First, int Count)? Leading(Tree tree, Place place)
    {
        int all = tree is Sum sum ? sum.Terms.Length : tree is Apply { Function.IsGathering: true } gathering ? gathering.Of.Length : 0;
        Tree First(int count) => tree is Sum whole ? new Sum(whole.Terms[..count]) : ((Apply)tree) with { Of = ((Apply)tree).Of[..count] };
        int most = 1;
        while (most + 1 < all && IsShort(First(most + 1), place)) most++;
        return most > 1 ? (First(most), most) : null;
    }

    Reach Part(Tree tree, Place place, ImmutableArray<Guard> guards)
    {
        var guarded = tree;
        // A part stands in every column: a division must not be tried where the formula does not come to it.
        if (Divides(tree))
            foreach (var guard in guards.Reverse()) guarded = guard.Holds ? guard.Around(guarded, Tree.Zero) : guard.Around(Tree.Zero, guarded);
        var row = place.Row;
        var part = new BookRow { Id = rows.Count, Kind = RowKind.Part, Name = FormattableString.Invariant($"{row.Name}: part {1 + place.Added.Count(other => other.Kind == RowKind.Part)}"), Sheet = row.Sheet, PartOf = row };
        part.Formulas.Add(new(guarded, place.Formula.Periods));
        part.Values = value.Across(guarded, place.Formula.Periods);
        rows.Add(part);
        place.Added.Add(part);
        return new(part.Id, new(false, 0), new(false, 0));
    }

    static bool Divides(Tree tree) => tree is Apply { Function: Function.Divide } || tree.Parts.Any(Divides);

    static ImmutableArray<Guard> GuardOf(Tree tree, int child) => (tree, child) switch
    {
        (Switch either, 1 or 2) => [new((then, otherwise) => new Switch(either.Where, then, otherwise), child == 1)],
        (Apply { Function: Function.Choose } choice, 1 or 2) => [new((then, otherwise) => choice with { Of = [choice.Of[0], then, otherwise] }, child == 1)],
        (Apply { Function: Function.Ratio } ratio, 0) => [new((then, otherwise) => new Apply(Function.Choose, [new Apply(Function.Greater, [ratio.Of[1], Tree.Zero]), then, otherwise]), true)],
        _ => [],
    };

    bool IsShort(Tree tree, Place place) => Length(tree, place) <= (place.Row.Kind == RowKind.Solving ? LongestOfAStep : LongestOfALine);

    int Length(Tree tree, Place place) => tree is Stretch ? 0 : new FormulaWriter(rows, place.Row.Sheet, place.Formula.Periods[^1]).Write(tree).Length;

    /// <summary>Where a formula stands, and the rows made for it.</summary>
    sealed record Place(BookRow Row, RowFormula Formula, List<BookRow> Added);

    /// <summary>A condition under which a part is read.</summary>
    /// <param name="Around">The choice with its two branches.</param>
    /// <param name="Holds">Whether the part stands in the first.</param>
    sealed record Guard(Func<Tree, Tree, Tree> Around, bool Holds);
}
