using System.Globalization;
using System.Text;
using ProjectFinance.Modelling;
using ProjectFinance.Results;

namespace ProjectFinance.Reporting;

/// <summary>The formula of every line in words, with the names of what it refers to, from the column in which most takes part.</summary>
static class FormulasHtml
{
    internal static void Write(HtmlWriter to, RunPage page)
    {
        PageSections.Open(to, PageSections.Formulas, "Formulas");
        to.Element("p", "Each line has one formula, valid in every column; what does not take part in a column is left out there. Shown is the column in which most takes part, and of those the one with the shortest text.", ("class", "note"));
        foreach (var section in page.Run.Model.Lines.Where(line => !line.IsInput).GroupBy(line => line.Section))
        {
            var table = new HtmlTable(to, section.Key, "texts formulas");
            table.Head("Line", "Unit", "Formula", "In the column to", "Source");
            foreach (var line in section)
            {
                var (words, at) = Fullest(page, line);
                table.Row(null, line.Name.Length > section.Key.Length ? line.Name[(section.Key.Length + 3)..] : line.Name, $"{line.Unit}", words, at.End.Iso(), line.Source);
            }
            table.End();
        }
        to.Close();
    }

    static (string Words, Period At) Fullest(RunPage page, Line line)
    {
        var written = page.Run.Model.Periods.Select(t => (Formula: page.Formulas.Of(line, t), At: t)).DistinctBy(one => one.Formula.Words);
        // A sum over many columns is told where it has few.
        var (formula, at) = written.OrderByDescending(one => Distinct(one.Formula)).ThenBy(one => one.Formula.References.Sum(node => IsSum(node) ? (long)page.Formulas.TermsOf(node) : 1)).First();
        return (Filled(formula.Words, [.. formula.References.Select(node => IsSum(node) ? string.Create(CultureInfo.InvariantCulture, $"{page.Formulas.TermsOf(node)} terms") : Name(page.Run, node, at, line))]), at);
    }

    static int Distinct(FormulaPattern formula) => formula.References.Where(node => !IsSum(node)).Select(node => (node.Op, node.Op == Op.Cell ? node.A : 0)).Distinct().Count();

    static bool IsSum(Node node) => node.IsOperation;

    /// <summary>The pattern with names in its places, in one pass: a name may hold braces of its own.</summary>
    static string Filled(string pattern, List<string> names)
    {
        var text = new StringBuilder();
        for (int from = 0; ;)
        {
            int open = pattern.IndexOf('{', from);
            if (open < 0) return text.Append(pattern.AsSpan(from)).ToString();
            int close = pattern.IndexOf('}', open);
            text.Append(pattern.AsSpan(from, open - from)).Append(names[int.Parse(pattern.AsSpan(open + 1, close - open - 1), CultureInfo.InvariantCulture)]);
            from = close + 1;
        }
    }

    static string Name(Run run, Node node, Period at, Line line)
    {
        if (node.Op == Op.Input && run.Model.Inputs[node.A] is { Period: null } parameter) return FormulaText.Short(line, parameter.Name);
        var (name, column) = node.Op == Op.Cell ? (run.Model.Lines[node.A].Name, run.Model.Periods[node.B]) : (run.Model.Inputs[node.A].Name, run.Model.Inputs[node.A].Period!);
        var when = (column.Index - at.Index) switch { 0 => "", -1 => " of the column before", 1 => " of the column after", _ => $" of {column.End.Iso()}" };
        return FormulaText.Short(line, name) + when;
    }
}
