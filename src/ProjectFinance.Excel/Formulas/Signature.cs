using System.Globalization;
using System.Text;

namespace ProjectFinance.Excel.Formulas;

/// <summary>What two trees have in common that are the same formula in two columns: everything but numbers, cells by their distance.</summary>
static class Signature
{
    /// <summary>The signature of a tree in a period.</summary>
    internal static string Of(Tree tree, int period)
    {
        var text = new StringBuilder();
        Write(tree, period, text);
        return text.ToString();
    }

    /// <summary>What two trees have in common that may be made one formula: the row, the name, the function.</summary>
    internal static string Kind(Tree tree) => tree switch
    {
        Number { Value: 1 } => "number",
        Number => "constant",
        Cells cells => string.Create(CultureInfo.InvariantCulture, $"row {cells.Row}"),
        Span span => string.Create(CultureInfo.InvariantCulture, $"row {span.Row}"),
        Named named => named.Name,
        Apply { Function: Function.Divide, Of: [var of, Number] } => Kind(of),
        Apply apply when apply.Function.IsGathering => apply.Function.ToString(),
        Apply apply => string.Create(CultureInfo.InvariantCulture, $"{apply.Function} of {apply.Of.Length}"),
        Sum => "sum",
        _ => throw new ArgumentOutOfRangeException(nameof(tree), tree, "Not a tree of one cell."),
    };

    static void Write(Tree tree, int period, StringBuilder text)
    {
        switch (tree)
        {
            case Number:
                text.Append('#');
                break;
            case Cells cells:
                text.Append(CultureInfo.InvariantCulture, $"{cells.Row}[{cells.From - period}:{cells.To - period}]");
                break;
            case Span span:
                text.Append(CultureInfo.InvariantCulture, $"{span.Row}[{span.From - period} to {span.To - period}]");
                break;
            case Named named:
                text.Append(named.Name);
                break;
            case Sum sum:
                foreach (var term in sum.Terms)
                {
                    text.Append('+');
                    Write(term.Of, period, text);
                }
                break;
            case Apply apply:
                text.Append(apply.Function).Append('(');
                foreach (var part in apply.Of)
                {
                    Write(part, period, text);
                    text.Append(',');
                }
                text.Append(')');
                break;
        }
    }
}
