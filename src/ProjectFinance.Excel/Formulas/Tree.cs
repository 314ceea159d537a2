using System.Collections.Immutable;

namespace ProjectFinance.Excel.Formulas;

/// <summary>
/// A cell's formula as a spreadsheet would write it. As read from a model it names cells by row and period (<see cref="Cells"/>); as written across a row it
/// names them by their distance or their column (<see cref="Reach"/>), and numbers that differ by column by the row that holds them (<see cref="Schedule"/>).
/// </summary>
abstract record Tree
{
    internal static Tree Zero { get; } = new Number(0);

    internal static Tree One { get; } = new Number(1);

    /// <summary>What the tree is made of, one level down.</summary>
    internal virtual ImmutableArray<Tree> Parts => [];
}

/// <summary>A number known while laying out; truth values are 1 and 0.</summary>
sealed record Number(double Value) : Tree;

/// <summary>The cells of a row from one period to another, added where there are several.</summary>
/// <param name="Row">The row.</param>
/// <param name="From">The first period.</param>
/// <param name="To">The last period, not before the first.</param>
sealed record Cells(int Row, int From, int To) : Tree;

/// <summary>Neighbouring cells of a row as so many arguments of the least or the greatest.</summary>
/// <param name="Row">The row.</param>
/// <param name="From">The first period.</param>
/// <param name="To">The last period, not before the first.</param>
sealed record Span(int Row, int From, int To) : Tree
{
    internal IEnumerable<Cells> Each => Enumerable.Range(From, To - From + 1).Select(period => new Cells(Row, period, period));
}

/// <summary>A cell that has a name in the workbook.</summary>
/// <param name="Name">The name.</param>
/// <param name="Value">What it holds.</param>
sealed record Named(string Name, double Value) : Tree;

/// <summary>A sum of multiples: 1 and -1 are plain additions and subtractions; a multiple of <see cref="Tree.One"/> is a number.</summary>
sealed record Sum(ImmutableArray<Term> Terms) : Tree
{
    internal override ImmutableArray<Tree> Parts => [.. Terms.SelectMany(term => term.Factor is { } factor ? new[] { factor, term.Of } : [term.Of])];
}

/// <summary>A multiple in a sum.</summary>
/// <param name="Times">How often; where <paramref name="Factor"/> is given, only its sign.</param>
/// <param name="Of">What.</param>
/// <param name="Factor">The row that holds how often, column by column.</param>
readonly record struct Term(double Times, Tree Of, Tree? Factor = null);

/// <summary>A function of other trees.</summary>
sealed record Apply(Function Function, ImmutableArray<Tree> Of) : Tree
{
    internal override ImmutableArray<Tree> Parts => Of;
}

/// <summary>What a spreadsheet computes.</summary>
enum Function : byte
{
    Multiply, Divide, Least, Greatest, Floor,

    /// <summary>The first by the second where that is positive, else the third.</summary>
    Ratio,

    /// <summary>The first whose result is a truth value.</summary>
    Greater,
    GreaterOrEqual, And, Or,

    /// <summary>The last whose result is a truth value.</summary>
    Not,

    /// <summary>The second where the first holds, else the third.</summary>
    Choose,
}

/// <summary>In a formula across a row: cells of a row, by their distance or by their column.</summary>
sealed record Reach(int Row, Anchor From, Anchor To) : Tree
{
    internal bool IsSingle => From == To;
}

/// <summary>A column, itself or as a distance from the column of the formula; -1 is the empty column before the first period.</summary>
readonly record struct Anchor(bool IsFixed, int At)
{
    internal int In(int period) => IsFixed ? At : period + At;
}

/// <summary>In a formula across a row: cells of a row as so many arguments of the least or the greatest.</summary>
sealed record Stretch(Reach Cells) : Tree
{
    internal override ImmutableArray<Tree> Parts => [Cells];
}

/// <summary>In a formula across a row: numbers known while laying out, by period; not a number where it does not matter.</summary>
sealed record Schedule(ImmutableArray<double> Values) : Tree;

/// <summary>In a formula across a row: the number in a row's column for constants.</summary>
sealed record Held(int Row) : Tree;

/// <summary>In a formula across a row: one formula in the periods in which a schedule is 1, another in those in which it is 0.</summary>
sealed record Switch(Tree Where, Tree Then, Tree Otherwise) : Tree
{
    internal override ImmutableArray<Tree> Parts => [Where, Then, Otherwise];
}
