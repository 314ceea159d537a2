using System.Globalization;

namespace ProjectFinance.Tests.Excel;

/// <summary>
/// A formula of a workbook, read from its text as the file format has it: operators, cells and ranges on any sheet, names, and the functions that lines use. Every operation is a double's; an error is
/// not a number and passes through everything that reads it, but for the branch of IF that is not taken.
/// </summary>
sealed class CellFormula
{
    readonly string text;
    readonly string sheet;
    readonly CellTable table;
    int at;

    CellFormula(string text, string sheet, CellTable table) => (this.text, this.sheet, this.table) = (text, sheet, table);

    /// <summary>The formula as something that gives its value, asking the table for other cells.</summary>
    public static Func<double> Read(string text, string sheet, CellTable table)
    {
        var formula = new CellFormula(text, sheet, table);
        var value = formula.Comparison();
        return formula.at == text.Length ? value : throw formula.Unreadable("the end");
    }

    FormatException Unreadable(string wanted) => new($"{sheet}: {text} has no {wanted} at character {at}.");

    bool Takes(string mark)
    {
        if (string.CompareOrdinal(text, at, mark, 0, mark.Length) != 0) return false;
        at += mark.Length;
        return true;
    }

    void Needs(string mark)
    {
        if (!Takes(mark)) throw Unreadable(mark);
    }

    Func<double> Comparison()
    {
        var left = Addition();
        return Takes(">=") ? Compared(left, Addition(), (a, b) => a >= b) : Takes("<=") ? Compared(left, Addition(), (a, b) => a <= b)
            : Takes(">") ? Compared(left, Addition(), (a, b) => a > b) : Takes("<") ? Compared(left, Addition(), (a, b) => a < b)
            : Takes("=") ? Compared(left, Addition(), (a, b) => a == b) : left;
    }

    static Func<double> Compared(Func<double> left, Func<double> right, Func<double, double, bool> holds) => () =>
        left() is var a && right() is var b && !double.IsNaN(a) && !double.IsNaN(b) ? holds(a, b) ? 1 : 0 : double.NaN;

    Func<double> Addition()
    {
        var sum = Multiplication();
        while (true)
        {
            var left = sum;
            if (Takes("+") && Multiplication() is var added) sum = () => left() + added();
            else if (Takes("-") && Multiplication() is var taken) sum = () => left() - taken();
            else return sum;
        }
    }

    Func<double> Multiplication()
    {
        var product = Sign();
        while (true)
        {
            var left = product;
            if (Takes("*") && Sign() is var factor) product = () => left() * factor();
            else if (Takes("/") && Sign() is var divisor) product = () => divisor() is var by && by != 0 ? left() / by : double.NaN;
            else return product;
        }
    }

    Func<double> Sign()
    {
        if (!Takes("-")) return Operand();
        var value = Sign();
        return () => -value();
    }

    Func<double> Operand()
    {
        if (Takes("("))
        {
            var inner = Comparison();
            Needs(")");
            return inner;
        }
        if (Takes("'")) return Cells(Quoted()) is var (from, to) && from == to ? Cell(from) : throw Unreadable("single cell");
        if (char.IsAsciiDigit(text[at])) return Number();
        var word = Word();
        if (Takes("(")) return Applied(word);
        return IsCell(word) ? Cell(table.Find(sheet, word)) : word switch { "TRUE" => () => 1, "FALSE" => () => 0, _ => Cell(table.Named(word)) };
    }

    Func<double> Cell(int cell) => () => table.Value(cell);

    Func<double> Number()
    {
        int from = at;
        while (at < text.Length && (char.IsAsciiDigit(text[at]) || text[at] is '.' or 'E')) at++;
        double value = double.Parse(text.AsSpan(from, at - from), CultureInfo.InvariantCulture);
        return () => value;
    }

    string Quoted()
    {
        int from = at;
        while (text[at] != '\'' || at + 1 < text.Length && text[at + 1] == '\'') at += text[at] == '\'' ? 2 : 1;
        var name = text[from..at].Replace("''", "'", StringComparison.Ordinal);
        Needs("'");
        Needs("!");
        return name;
    }

    string Word()
    {
        int from = at;
        while (at < text.Length && (char.IsAsciiLetterOrDigit(text[at]) || text[at] is '_' or '.' or '$')) at++;
        return at > from ? text[from..at] : throw Unreadable("operand");
    }

    static bool IsCell(string word)
    {
        var plain = word.Replace("$", "", StringComparison.Ordinal);
        int letters = plain.TakeWhile(char.IsAsciiLetterUpper).Count();
        return letters is > 0 and < 4 && letters < plain.Length && plain.Skip(letters).All(char.IsAsciiDigit);
    }

    (int From, int To) Cells(string on)
    {
        int from = table.Find(on, Word());
        return (from, Takes(":") ? table.Find(on, Word()) : from);
    }

    /// <summary>Arguments, where a range counts as all its cells that hold a number.</summary>
    List<Func<IEnumerable<double>>> Arguments()
    {
        var arguments = new List<Func<IEnumerable<double>>>();
        do
        {
            if (Range() is var (from, to)) arguments.Add(() => table.Held(from, to));
            else if (Comparison() is var value) arguments.Add(() => [value()]);
        }
        while (Takes(","));
        Needs(")");
        return arguments;
    }

    (int From, int To)? Range()
    {
        int start = at;
        var on = Takes("'") ? Quoted() : sheet;
        if (at < text.Length && (char.IsAsciiLetterUpper(text[at]) || text[at] == '$') && Word() is var word && IsCell(word) && Takes(":")) return (table.Find(on, word), table.Find(on, Word()));
        at = start;
        return null;
    }

    Func<double> Applied(string function)
    {
        if (function == "IF") return Choice();
        var arguments = Arguments();
        double[] All() => [.. arguments.SelectMany(argument => argument())];
        return function switch
        {
            "SUM" => () => All().Sum(),
            "MIN" => () => All() is { Length: > 0 } all ? all.Min() : 0,
            "MAX" => () => All() is { Length: > 0 } all ? Array.Exists(all, double.IsNaN) ? double.NaN : all.Max() : 0,
            "AND" => () => Truth(All(), all => Array.TrueForAll(all, a => a != 0)),
            "OR" => () => Truth(All(), all => Array.Exists(all, a => a != 0)),
            "NOT" => () => Truth(All(), all => all[0] == 0),
            "INT" => () => Math.Floor(All()[0]),
            "ABS" => () => Math.Abs(All()[0]),
            _ => throw Unreadable($"known function before '{function}'"),
        };
    }

    static double Truth(double[] all, Func<double[], bool> holds) => Array.Exists(all, double.IsNaN) ? double.NaN : holds(all) ? 1 : 0;

    Func<double> Choice()
    {
        var condition = Comparison();
        Needs(",");
        var then = Comparison();
        Needs(",");
        var otherwise = Comparison();
        Needs(")");
        return () => condition() is var holds && double.IsNaN(holds) ? holds : holds != 0 ? then() : otherwise();
    }
}
