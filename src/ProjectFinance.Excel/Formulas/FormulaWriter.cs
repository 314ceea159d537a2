using System.Globalization;
using ProjectFinance.Excel.Layout;
using ProjectFinance.Excel.Writing;

namespace ProjectFinance.Excel.Formulas;

/// <summary>Writes a formula across a row as the text of one of its cells.</summary>
/// <param name="rows">The rows, by number.</param>
/// <param name="sheet">The sheet that the formula stands on.</param>
/// <param name="period">The period of the cell.</param>
sealed class FormulaWriter(IReadOnlyList<BookRow> rows, string sheet, int period)
{
    // How tightly operations bind, loosest first; an operand that binds more loosely than its place is put in parentheses.
    const int Comparison = 0, Addition = 1, Multiplication = 2, Tight = 3;

    internal string Write(Tree tree) => Amount(tree, Comparison);

    string Amount(Tree tree, int place)
    {
        var (text, binding) = tree switch
        {
            Number number => (Literal(number.Value), number.Value < 0 ? Addition : Tight),
            Named named => (named.Name, Tight),
            Reach reach => (reach.IsSingle ? Range(reach) : $"SUM({Range(reach)})", Tight),
            Stretch stretch => (Range(stretch.Cells), Tight),
            Held held => ($"{On(rows[held.Row])}${Columns.Letters(Columns.Constant)}${rows[held.Row].Number}", Tight),
            Sum sum => Added(sum),
            Switch either => ($"IF({Truth(either.Where)},{Amount(either.Then, Comparison)},{Amount(either.Otherwise, Comparison)})", Tight),
            Apply apply => Applied(apply),
            _ => throw new ArgumentOutOfRangeException(nameof(tree), tree, "Not a tree of a row."),
        };
        return binding < place ? $"({text})" : text;
    }

    (string Text, int Binding) Applied(Apply apply) => apply.Function switch
    {
        Function.Multiply => (string.Join('*', apply.Of.Select(part => Amount(part, Multiplication))), Multiplication),
        Function.Divide => ($"{Amount(apply.Of[0], Multiplication)}/{Amount(apply.Of[1], Tight)}", Multiplication),
        Function.Least => ($"MIN({List(apply)})", Tight),
        Function.Greatest => ($"MAX({List(apply)})", Tight),
        Function.Floor => ($"INT({Amount(apply.Of[0], Comparison)})", Tight),
        Function.Ratio => ($"IF({Amount(apply.Of[1], Addition)}>0,{Amount(apply.Of[0], Multiplication)}/{Amount(apply.Of[1], Tight)},{Amount(apply.Of[2], Comparison)})", Tight),
        Function.Choose => ($"IF({Truth(apply.Of[0])},{Amount(apply.Of[1], Comparison)},{Amount(apply.Of[2], Comparison)})", Tight),
        _ => ($"IF({Truth(apply)},1,0)", Tight),
    };

    string List(Apply apply) => string.Join(',', apply.Of.Select(part => Amount(part, Comparison)));

    string Truth(Tree tree) => tree switch
    {
        Number number => number.Value != 0 ? "TRUE" : "FALSE",
        Switch either => $"IF({Truth(either.Where)},{Truth(either.Then)},{Truth(either.Otherwise)})",
        Apply { Function: Function.Greater } apply => $"{Amount(apply.Of[0], Addition)}>{Amount(apply.Of[1], Addition)}",
        Apply { Function: Function.GreaterOrEqual } apply => $"{Amount(apply.Of[0], Addition)}>={Amount(apply.Of[1], Addition)}",
        Apply { Function: Function.And } apply => $"AND({string.Join(',', apply.Of.Select(Truth))})",
        Apply { Function: Function.Or } apply => $"OR({string.Join(',', apply.Of.Select(Truth))})",
        Apply { Function: Function.Not } apply => apply.Of[0] is Reach ? $"{Amount(apply.Of[0], Addition)}=0" : $"NOT({Truth(apply.Of[0])})",
        Apply { Function: Function.Choose } apply => $"IF({Truth(apply.Of[0])},{Truth(apply.Of[1])},{Truth(apply.Of[2])})",
        _ => $"{Amount(tree, Addition)}=1",
    };

    (string Text, int Binding) Added(Sum sum)
    {
        var text = "";
        foreach (var term in sum.Terms) text += $"{(term.Times < 0 ? "-" : text.Length > 0 ? "+" : "")}{Multiple(term, term.Times < 0)}";
        return (text, sum.Terms is [{ Times: > 0, Factor: not null, Of: not Number }] ? Multiplication : Addition);
    }

    string Multiple(Term term, bool isSubtracted)
    {
        double size = Math.Abs(term.Times);
        if (size != 1) return term.Of is Number ? Literal(size) : $"{Amount(term.Of, Multiplication)}*{Literal(size)}";
        if (term.Factor is null) return Amount(term.Of, isSubtracted ? Multiplication : Addition);
        return term.Of is Number ? Amount(term.Factor, Multiplication) : $"{Amount(term.Of, Multiplication)}*{Amount(term.Factor, Multiplication)}";
    }

    string Range(Reach reach)
    {
        var row = rows[reach.Row];
        return $"{On(row)}{Cell(row, reach.From)}{(reach.IsSingle ? "" : $":{Cell(row, reach.To)}")}";
    }

    string Cell(BookRow row, Anchor anchor) =>
        string.Create(CultureInfo.InvariantCulture, $"{(anchor.IsFixed ? "$" : "")}{Columns.Letters(Columns.OfPeriod(anchor.In(period)))}{row.Number}");

    string On(BookRow row) => row.Sheet == sheet ? "" : SheetLink.On(row.Sheet);

    static string Literal(double value) => value switch
    {
        0 => "0",
        1 => "1",
        -1 => "-1",
        double.PositiveInfinity => Infinity.NotApplicable,
        double.NegativeInfinity => $"-{Infinity.NotApplicable}",
        _ => throw new InvalidOperationException(string.Create(CultureInfo.InvariantCulture, $"The number {value:R} would hide inside a formula.")),
    };
}
