using System.Collections.Immutable;
using NodaTime;
using ProjectFinance.Modelling;
using ProjectFinance.Quantities;
using ProjectFinance.Time;

namespace ProjectFinance.Results;

/// <summary>Finds why a cell is zero, or why its condition holds or does not, by reading its formula with the values of a run: only what decided is told.</summary>
sealed class ReasonFinder
{
    const int Deepest = 8;

    readonly Run run;
    readonly Line line;
    readonly Period period;
    readonly int depth;
    readonly FormulaText words;

    ReasonFinder(Run run, Line line, Period period, int depth)
    {
        (this.run, this.line, this.period, this.depth) = (run, line, period, depth);
        words = new(run, line, period);
    }

    /// <summary>The reasons; none for an amount that is not zero, for inputs, and where the terms alone make it zero.</summary>
    internal static ImmutableArray<Reason> Of(Run run, Line line, Period period) => [.. new ReasonFinder(run, line, period, 0).OfCell().DistinctBy(reason => reason.Text)];

    Graph Graph => run.Model.Graph;

    IEnumerable<Reason> OfCell()
    {
        if (line.IsInput || line.Actual(period) is not null || depth > Deepest) return [];
        int root = line.Root(period.Index);
        if (line.Kind == LineKind.Flag) return Decides(root, run[line, period] != 0);
        return run[line, period] == 0 ? Zero(root) : [];
    }

    double Value(int node) => NodeValue.Of(run, node);

    /// <summary>Why a truth value is what it is.</summary>
    IEnumerable<Reason> Decides(int index, bool holds)
    {
        var node = Graph[index];
        return node.Op switch
        {
            Op.And or Op.Or => new[] { node.A, node.B }.Where(part => Value(part) != 0 == holds).SelectMany(part => Decides(part, holds)),
            Op.Not => Decides(node.A, !holds),
            Op.Greater or Op.GreaterOrEqual => [OfComparison(node, holds)],
            Op.Choose => Decides(node.A, Value(node.A) != 0).Concat(Decides(Value(node.A) != 0 ? node.B : node.C, holds)),
            Op.Cell => [OfFlag(node, holds)],
            _ => [],
        };
    }

    Reason OfFlag(Node cell, bool holds)
    {
        var (flag, column) = (run.Model.Lines[cell.A], run.Model.Periods[cell.B]);
        if (run.Model.Milestones.FirstOrDefault(milestone => milestone.FlagName == flag.Name) is { } reached) return new(MilestoneText(reached, column, holds), flag.Name, column, []);
        // A flag that stands because it stood before began some time.
        while (holds && column.Index > 0 && run[flag, run.Model.Periods[column.Index - 1]] != 0) column = run.Model.Periods[column.Index - 1];
        bool isEarlier = column.Index < cell.B;
        var when = isEarlier ? $" since {column.End.Iso()}" : column == period ? "" : $" on {column.End.Iso()}";
        return new($"{words.Short(flag.Name)}{(holds ? when : $": no{when}")}", flag.Name, column, [.. new ReasonFinder(run, flag, column, depth + 1).OfCell()]);
    }

    Reason OfComparison(Node node, bool holds)
    {
        if (MilestoneOf(node.B) is { } milestone && Graph.IsConstant(node.A, out double day))
            return new(MilestoneText(milestone, DateOf(day), holds), line.Name, period, []);
        // What varies is told of, in comparison with what does not.
        var (first, second) = Graph.IsConstant(node.A, out _) ? (node.B, node.A) : (node.A, node.B);
        double left = Value(first), right = Value(second);
        var unit = UnitOf(first) ?? Unit.None;
        bool isNearNothing = Graph.IsConstant(second, out double threshold) && Math.Abs(threshold) < 1;
        var by = unit != Units.Day && !isNearNothing && double.IsFinite(left - right) && left != right ? $" by {NumberText.Of(Math.Abs(left - right), unit)}" : "";
        var relation = left > right ? "is above" : left < right ? "is below" : "equals";
        return new($"{words.Of(first)} {relation} {words.Of(second)}{by}", line.Name, period, []);
    }

    Milestone? MilestoneOf(int index) => Graph[index] is { Op: Op.Input } input
        ? run.Model.Milestones.FirstOrDefault(milestone => milestone.Date?.Input.Slot == input.A) : null;

    LocalDate? DateOf(double day) => double.IsFinite(day) ? run.Model.Timeline.Start.PlusDays((int)day) : null;

    string MilestoneText(Milestone milestone, Period column, bool holds) => MilestoneText(milestone, column.End, holds);

    string MilestoneText(Milestone milestone, LocalDate? by, bool holds)
    {
        var expected = milestone.Date is { } date ? Value(date.Formula.NodeIn(Graph)) : double.PositiveInfinity;
        var when = DateOf(expected);
        if (holds) return $"{milestone.Name} reached{(when is { } on ? $" on {on.Iso()}" : by is { } known ? $" by {known.Iso()}" : "")}";
        var more = new List<string>();
        if (milestone.Date is not null) more.Add(when is { } later ? $"expected {later.Iso()}" : "never expected");
        if (milestone.Longstop is { } longstop) more.Add($"longstop {longstop.Iso()}");
        return $"{milestone.Name} not reached{(by is { } day ? $" by {day.Iso()}" : "")}{(more.Count > 0 ? $" ({string.Join(", ", more)})" : "")}";
    }

    /// <summary>Why an amount is zero.</summary>
    IEnumerable<Reason> Zero(int index)
    {
        var node = Graph[index];
        return node.Op switch
        {
            Op.Choose => OfChoice(node),
            Op.Max => Terms(index, Op.Max) is { Count: 2 } parts && parts.Find(IsZeroConstant) is var zero && parts.Find(part => part != zero) is var other && IsZeroConstant(zero) ? Floored(other) : [],
            Op.Min or Op.Multiply => Terms(index, node.Op).Where(part => Value(part) == 0).SelectMany(Zero),
            Op.Divide or Op.Ratio => Value(node.A) == 0 ? Zero(node.A) : [],
            Op.Cell => OfZeroCell(node),
            Op.Input => [new($"{words.Short(run.Model.Inputs[node.A].Name)} is zero", line.Name, period, [])],
            _ => [],
        };
    }

    IEnumerable<Reason> OfChoice(Node node)
    {
        bool holds = Value(node.A) != 0;
        var (taken, other) = holds ? (node.B, node.C) : (node.C, node.B);
        if (!Graph.IsConstant(taken, out _)) return Zero(taken);
        return Decides(node.A, holds).Concat(Value(other) == 0 ? Zero(other) : []);
    }

    // Below the floor at zero: by how much, and of what.
    IEnumerable<Reason> Floored(int index)
    {
        double value = Value(index);
        if (value == 0) return Zero(index);
        List<int> has = [], needs = [];
        Split(index, isNegative: false, has, needs);
        has.RemoveAll(part => Value(part) == 0);
        needs.RemoveAll(part => Value(part) == 0);
        if (needs.Count == 0) return [new($"{words.Of(index)} is below zero", line.Name, period, [])];
        var held = has.Count == 0 ? "nothing" : string.Join(" + ", has.Select(words.Of));
        return [new($"{held} is short of {string.Join(" + ", needs.Select(words.Of))} by {NumberText.Of(-value, line.Unit)}", line.Name, period, [])];
    }

    void Split(int index, bool isNegative, List<int> has, List<int> needs)
    {
        var node = Graph[index];
        if (node.Op is not (Op.Add or Op.Subtract))
        {
            (isNegative ? needs : has).Add(index);
            return;
        }
        Split(node.A, isNegative, has, needs);
        Split(node.B, isNegative != (node.Op == Op.Subtract), has, needs);
    }

    IEnumerable<Reason> OfZeroCell(Node node)
    {
        var (other, column) = (run.Model.Lines[node.A], run.Model.Periods[node.B]);
        if (other == line && column == period) return [];
        var parts = new ReasonFinder(run, other, column, depth + 1).OfCell().DistinctBy(reason => reason.Text).ToImmutableArray();
        return parts.IsEmpty ? [] : [new($"no {words.Short(other.Name)}{(column == period ? "" : $" on {column.End.Iso()}")}", other.Name, column, parts)];
    }

    List<int> Terms(int index, Op op)
    {
        var parts = new List<int>();
        words.Flatten(index, op, parts);
        return parts;
    }

    bool IsZeroConstant(int index) => Graph.IsConstant(index, out double value) && value == 0;

    Unit? UnitOf(int index)
    {
        var node = Graph[index];
        return node.Op switch
        {
            Op.Constant => null,
            Op.Cell => run.Model.Lines[node.A].Unit,
            Op.Input => run.Model.Inputs[node.A].Unit,
            _ => Enumerable.Range(0, node.Operands).Select(i => UnitOf(node.Operand(i))).FirstOrDefault(unit => unit is not null),
        };
    }
}
