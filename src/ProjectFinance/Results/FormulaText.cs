using System.Globalization;
using ProjectFinance.Modelling;
using ProjectFinance.Quantities;
using ProjectFinance.Time;

namespace ProjectFinance.Results;

/// <summary>Writes a cell's formula in words, with the names and values of what it refers to.</summary>
/// <param name="run">The run.</param>
/// <param name="line">The cell's line.</param>
/// <param name="period">Its column.</param>
/// <param name="isPattern">Whether places, {0} for the first of <see cref="References"/>, stand for names and values. The default is false.</param>
/// <param name="isApart">In a pattern, whether a sum with which a longer one begins is a place too, which <see cref="OfSum"/> writes. The default is that none is.</param>
sealed class FormulaText(Run run, Line line, Period period, bool isPattern = false, Func<int, bool>? isApart = null)
{
    // How tightly operations bind, loosest first; an operand that binds more loosely than its place is put in parentheses.
    const int Choice = 0, Logic = 1, Comparison = 2, Addition = 3, Multiplication = 4, Word = 5;

    readonly List<Node> references = [];
    readonly Dictionary<Node, int> places = [];

    /// <summary>The cells and inputs referred to, each once, in the order of the text, and sums that stand apart. Branches not taken are not among them.</summary>
    internal IReadOnlyList<Node> References => references;

    /// <summary>The formula of the cell: "solves: " before that of an unknown.</summary>
    internal string OfCell()
    {
        int root = line.FormulaRoot(period.Index);
        var words = (line.Role == LineRole.Solved ? "solves: " : "") + Of(root);
        return line.Actual(period) is { } actual ? $"{Explainer.Known(actual.Source)}; the formula gives {Explainer.Shown(run, line, NodeValue.Of(run, root))}: {words}" : words;
    }

    internal string Of(int node) => Write(node, Choice);

    /// <summary>A sum that stands apart.</summary>
    internal string OfSum(Node sum) => $"{First(sum.A)} {(sum.Op == Op.Add ? "+" : "-")} {Write(sum.B, Addition + (sum.Op == Op.Subtract ? 1 : 0))}";

    // What a sum begins with needs no parentheses whatever it is.
    string First(int index) => isApart is not null && run.Model.Graph[index] is { Op: Op.Add or Op.Subtract } begun && isApart(index) ? Reference(begun) : Write(index, Addition);

    string Write(int index, int place)
    {
        var node = run.Model.Graph[index];
        var (text, binding) = node.Op switch
        {
            Op.Constant => (Constant(node.Constant, isDate: false), Word),
            Op.Input or Op.Cell => (Reference(node), Word),
            Op.Add or Op.Subtract => (OfSum(node), Addition),
            Op.Multiply => ($"{Write(node.A, Multiplication)} x {Write(node.B, Multiplication)}", Multiplication),
            Op.Divide => ($"{Write(node.A, Multiplication)} / {Write(node.B, Word)}", Multiplication),
            Op.Ratio => (RatioText(node), Multiplication),
            Op.Min => (Extreme(index, Op.Min, "lesser", "least"), Choice),
            Op.Max => (Extreme(index, Op.Max, "greater", "greatest"), Choice),
            Op.Floor => ($"whole part of {Write(node.A, Word)}", Multiplication),
            Op.Greater => (Compare(node, ">"), Comparison),
            Op.GreaterOrEqual => (Compare(node, ">="), Comparison),
            Op.And => (Joined(node, "and"), Logic),
            Op.Or => (Joined(node, "or"), Logic),
            Op.Not => ($"not {Write(node.A, Word)}", Word),
            Op.Choose => (Taken(node), Choice),
            _ => throw new InvalidOperationException($"A formula cannot hold {node.Op}."),
        };
        return binding < place ? $"({text})" : text;
    }

    // A constant compared with a date is a date.
    string Compare(Node node, string sign)
    {
        bool dates = IsDate(node.A) || IsDate(node.B);
        string Side(int index) => dates && run.Model.Graph.IsConstant(index, out double day) ? Constant(day, isDate: true) : Write(index, Addition);
        return $"{Side(node.A)} {sign} {Side(node.B)}";
    }

    bool IsDate(int index) => run.Model.Graph[index] is { Op: Op.Input } input && run.Model.Inputs[input.A].Unit == Units.Day;

    // "And" and "or" are never mixed without parentheses.
    string Joined(Node node, string word)
    {
        string Part(int index) => Write(index, run.Model.Graph[index].Op == node.Op ? Logic : Comparison);
        return $"{Part(node.A)} {word} {Part(node.B)}";
    }

    string Taken(Node node)
    {
        bool holds = NodeValue.Of(run, node.A) != 0;
        var taken = Write(holds ? node.B : node.C, Addition);
        return $"{taken}, since {(holds ? "" : "not ")}{Write(node.A, holds ? Logic : Word)}";
    }

    string RatioText(Node node)
    {
        bool applies = NodeValue.Of(run, node.B) > 0;
        var quotient = $"{Write(node.A, Multiplication)} / {Write(node.B, Word)}";
        return applies ? quotient : $"{Write(node.C, Word)}, since there is nothing to divide by: {quotient}";
    }

    string Extreme(int index, Op op, string ofTwo, string ofMany)
    {
        var parts = new List<int>();
        Flatten(index, op, parts);
        bool floor = op == Op.Max && parts.Count == 2 && parts.Exists(IsZero);
        if (floor) return $"{Write(parts.Find(part => !IsZero(part)), Addition)}, but not below zero";
        var texts = parts.Select(part => Write(part, Addition)).ToList();
        return $"{(texts.Count == 2 ? ofTwo : ofMany)} of {string.Join(", ", texts.SkipLast(1))} and {texts[^1]}";
    }

    internal void Flatten(int index, Op op, List<int> parts)
    {
        var node = run.Model.Graph[index];
        if (node.Op != op)
        {
            parts.Add(index);
            return;
        }
        Flatten(node.A, op, parts);
        Flatten(node.B, op, parts);
    }

    bool IsZero(int index) => run.Model.Graph.IsConstant(index, out double value) && value == 0;

    string Reference(Node node)
    {
        if (places.TryAdd(node, references.Count)) references.Add(node);
        if (isPattern) return string.Create(CultureInfo.InvariantCulture, $"{{{places[node]}}}");
        if (node.Op == Op.Cell)
        {
            var other = run.Model.Lines[node.A];
            var column = run.Model.Periods[node.B];
            var name = $"{Short(other.Name)}{(column == period ? "" : $" of {column.End.Iso()}")}";
            return other.Kind == LineKind.Flag ? $"{name} ({ValueText.OfFlag(run[other, column])})" : $"{name} {Number(run[other, column], other.Unit)}";
        }
        var input = run.Model.Inputs[node.A];
        var when = input.Period is null || input.Period == period ? "" : $" of {input.Period.End.Iso()}";
        return $"{Short(input.Name)}{when} {Number(run.Value(input) ?? input.Value, input.Unit)}";
    }

    internal string Short(string name) => Short(line, name);

    /// <summary>A name as a line of the same section calls it.</summary>
    internal static string Short(Line line, string name) => name.StartsWith($"{line.Section} / ", StringComparison.Ordinal) ? name[(line.Section.Length + 3)..] : name;

    // A constant carries no unit of its own; what is as large as an amount of the line's is shown like one.
    string Constant(double value, bool isDate) => isDate ? Number(value, Units.Day) : NumberText.Of(value, Math.Abs(value) >= 1000 ? line.Unit : Unit.None);

    string Number(double value, Unit unit) => ValueText.Of(run.Model, value, unit);
}
