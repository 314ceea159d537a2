using System.Collections.Immutable;
using NodaTime;
using ProjectFinance.Evaluation;
using ProjectFinance.Modelling;
using ProjectFinance.Quantities;

namespace ProjectFinance.Monitoring;

/// <summary>Finds facts that contradict each other: the model's own checks, which must be zero in history too, and opening balances that are not the closing balances before them.</summary>
sealed class HistoryChecks
{
    /// <summary>Rounding of sums stays below, as for the checks of a run; bank statements are exact to the cent.</summary>
    const double Allowed = 0.0001, AllowedOfLargest = 1e-12;

    /// <summary>How many cells a message names.</summary>
    const int Named = 6;

    readonly Model model;
    readonly LockedHistory history;
    readonly ImmutableArray<Period> periods;

    HistoryChecks(Model model, LockedHistory history, LocalDate before) => (this.model, this.history, periods) = (model, history, [.. model.Periods.Where(t => history.Covers(t) && t.End < before)]);

    /// <summary>Everything that does not add up, by check in the order of the model, each time it goes wrong anew.</summary>
    /// <param name="model">The model.</param>
    /// <param name="history">What is locked in it.</param>
    /// <param name="before">Only columns that end before this day are judged.</param>
    /// <exception cref="InvalidInputException">The model misses input values.</exception>
    internal static ImmutableArray<Problem> Problems(Model model, LockedHistory history, LocalDate before) => new HistoryChecks(model, history, before).Found();

    ImmutableArray<Problem> Found()
    {
        var checks = model.Lines.Where(line => line.Kind == LineKind.Check).ToList();
        var openings = history.Cells.Where(cell => cell.Line is { Kind: LineKind.Opening, IsInput: false } && cell.Period.Index < periods.Length).ToList();
        double[] values = Values([.. checks.SelectMany(check => periods.Select(t => check[t])), .. openings.Select(cell => Formula(cell.Line, cell.Period) - cell.Line[cell.Period])]);
        double allowed = Math.Max(Allowed, AllowedOfLargest * history.Cells.Select(cell => Math.Abs(cell.Value)).DefaultIfEmpty().Max());
        var wrong = checks.SelectMany((check, i) => Anew(values.AsSpan(i * periods.Length, periods.Length), allowed).Select(one => (check, one.Period, one.By))).ToList();
        var opened = openings.Select((cell, i) => (Cell: cell, By: values[checks.Count * periods.Length + i])).Where(one => Math.Abs(one.By) > allowed);
        return [.. wrong.Select(one => Told(one.check, one.Period, one.By)), .. opened.Select(one => Told(one.Cell, one.By))];
    }

    double[] Values(ImmutableArray<Formula> cells) => cells.IsEmpty ? [] : model.Compile(cells).Evaluate([]);

    Formula Formula(Line line, Period t) => new(model.Graph, line.FormulaRoot(t.Index), line.Unit);

    /// <summary>Where a check goes wrong by another amount than in the column before: most checks add up from the start.</summary>
    List<(Period Period, double By)> Anew(ReadOnlySpan<double> values, double allowed)
    {
        var found = new List<(Period, double)>();
        double before = 0;
        foreach (var t in periods)
        {
            double by = values[t.Index] - before;
            if (Math.Abs(values[t.Index]) > allowed && Math.Abs(by) > allowed) found.Add((t, by));
            before = values[t.Index];
        }
        return found;
    }

    Problem Told(Line check, Period t, double by)
    {
        var cells = Around(check, t);
        double[] values = Values([.. cells.Select(line => line[t])]);
        var all = cells.Zip(values).ToList();
        var actual = all.Where(one => one.First.Actual(t) is not null).ToList();
        var computed = all.Where(one => one.First.Actual(t) is null && Math.Abs(one.Second) > Noticeable.Money).ToList();
        return new(check.Name, $"what happened in the column ending {t.End.Iso()} does not add up, by {Amount(by, check.Unit)}; actuals in it: {Listed(actual)}; computed: {Listed(computed)}",
            "give every flow that makes the balance, or leave the balance out", actual.Select(one => one.First.Actual(t)!.Source).FirstOrDefault(""));
    }

    Problem Told(LockedCell cell, double by)
    {
        double[] values = Values([Formula(cell.Line, cell.Period)]);
        return new($"Actual of '{cell.Line.Name}', {cell.Period.End.Iso()}", $"it opens with {Amount(cell.Value, cell.Line.Unit)}, and the column before closed with {Amount(values[0], cell.Line.Unit)}: they differ by {Amount(Math.Abs(by), cell.Line.Unit)}",
            "give both alike, or one of them", cell.Source);
    }

    /// <summary>The cells of the column that a check's formula refers to; where nothing among them happened, those behind them.</summary>
    List<Line> Around(Line check, Period t)
    {
        var found = new List<Line>();
        var (seen, todo) = (new HashSet<int>(), new Queue<int>([check.FormulaRoot(t.Index)]));
        bool direct = true;
        while (direct || !found.Exists(line => line.Actual(t) is not null))
        {
            direct = false;
            var next = new List<int>();
            while (todo.TryDequeue(out int index))
            {
                if (!seen.Add(index)) continue;
                var node = model.Graph[index];
                if (node.Op == Op.Cell && node.B == t.Index)
                {
                    found.Add(model.Lines[node.A]);
                    if (found[^1].Actual(t) is null) next.Add(found[^1].FormulaRoot(t.Index));
                }
                for (int i = 0; i < node.Operands; i++) todo.Enqueue(node.Operand(i));
            }
            if (next.Count == 0) break;
            todo = new(next);
        }
        return [.. found.Distinct().OrderBy(line => line.Number)];
    }

    static string Listed(List<(Line Line, double Value)> cells) => cells.Count == 0 ? "none"
        : string.Join(", ", cells.Take(Named).Select(one => $"'{one.Line.Name}' {NumberText.Of(one.Value, one.Line.Unit)}")) + (cells.Count > Named ? FormattableString.Invariant($" and {cells.Count - Named} more") : "");

    static string Amount(double value, Unit unit) => unit.IsNone ? NumberText.Of(value, unit) : $"{unit} {NumberText.Of(value, unit)}";
}
