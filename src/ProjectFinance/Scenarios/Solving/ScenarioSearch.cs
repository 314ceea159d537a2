using System.Collections.Immutable;
using ProjectFinance.Evaluation;

namespace ProjectFinance.Scenarios;

/// <summary>Looks for the break-even of each scenario of a block, a lane a scenario.</summary>
sealed class ScenarioSearch
{
    const int Parts = 64;

    readonly Variation varied;
    readonly TargetMargins targets;
    readonly SolveOptions options;
    readonly IScenarioFiller filler;
    readonly Evaluator evaluator;
    readonly int[] rows;
    readonly double[][] bases;
    readonly int drawn;
    readonly ImmutableArray<double> grid;
    long start;

    ScenarioSearch(Model model, Variation varied, TargetMargins targets, SolveOptions options, IScenarios scenarios, int width)
    {
        (this.varied, this.targets, this.options, filler) = (varied, targets, options, scenarios.CreateFiller());
        ImmutableArray<InputCell> inputs = [.. scenarios.Inputs, .. varied.Inputs.Except(scenarios.Inputs)];
        evaluator = model.Compile(targets.Outputs, inputs).CreateEvaluator(width);
        rows = [.. varied.Inputs.Select(cell => inputs.IndexOf(cell))];
        bases = [.. varied.Inputs.Select((_, i) => Enumerable.Repeat(varied.UsualValues[i], width).ToArray())];
        drawn = scenarios.Inputs.Length;
        grid = Grid.Of(varied, options.Parts ?? Parts);
    }

    internal static ScenarioSolutions Run(Model model, Variation varied, TargetMargins targets, SolveOptions options, IScenarios scenarios, long first, int count, int width)
    {
        var search = new ScenarioSearch(model, varied, targets, options, scenarios, width);
        var (values, outcomes) = (new double[count], new SolveOutcome[count]);
        var (several, evaluations) = (0, 0L);
        for (int done = 0; done < count; done += width)
        {
            int lanes = Math.Min(width, count - done);
            var (more, evaluated) = search.Block(first + done, values.AsSpan(done, lanes), outcomes.AsSpan(done, lanes));
            (several, evaluations) = (several + more, evaluations + evaluated);
        }
        return new(varied, first, [.. values], [.. outcomes], several, evaluations);
    }

    (int Several, long Evaluations) Block(long first, Span<double> values, Span<SolveOutcome> outcomes)
    {
        int count = values.Length;
        start = first;
        filler.Fill(first, count, evaluator);
        for (int i = 0; i < rows.Length; i++)
            if (rows[i] < drawn) evaluator.Input(rows[i])[..count].CopyTo(bases[i]);
        var (cells, found, best) = (new Bracket[count], new int[count], new double[count]);
        Scan(cells, found, best);
        var brackets = cells.ToArray();
        long evaluations = (long)grid.Length * count + BracketSearch.Narrow(brackets, Grid.Tolerance(varied, options.Tolerance), varied.Step > 0, Margins);
        for (int lane = 0; lane < count; lane++)
        {
            if (found[lane] == 0)
            {
                (values[lane], outcomes[lane]) = (double.PositiveInfinity, targets.IsExact || best[lane] < 0 ? SolveOutcome.NeverHolds : SolveOutcome.HoldsThroughout);
                continue;
            }
            var crossing = CrossingOf.Bracket(brackets[lane], cells[lane], varied, targets);
            // A value that is jumped over is never taken.
            (values[lane], outcomes[lane]) = (crossing.IsJump && targets.IsExact ? double.PositiveInfinity : crossing.Value, crossing.IsJump ? SolveOutcome.Jump : SolveOutcome.Found);
        }
        return (found.Count(n => n > 1), evaluations);
    }

    /// <summary>Finds for each lane the part of the range that holds the answer preferred. A lane without one keeps an empty bracket.</summary>
    void Scan(Bracket[] cells, int[] found, double[] best)
    {
        int count = cells.Length;
        var (places, before, now, rank) = (new double[count], new double[count], new double[count], new double[count]);
        for (int p = 0; p < grid.Length; p++)
        {
            Array.Fill(places, grid[p]);
            Margins(places, now);
            for (int lane = 0; lane < count; lane++)
            {
                if (p == 0)
                {
                    best[lane] = now[lane];
                    continue;
                }
                best[lane] = Math.Max(best[lane], now[lane]);
                if (before[lane] >= 0 == now[lane] >= 0) continue;
                double ranked = CrossingOf.Rank(varied.NumberAt(grid[p - 1] + (grid[p] - grid[p - 1]) / 2), options.Prefer, varied.Usual);
                if (found[lane]++ == 0 || ranked < rank[lane]) (cells[lane], rank[lane]) = (new(grid[p - 1], grid[p], before[lane], now[lane]), ranked);
            }
            (before, now) = (now, before);
        }
    }

    void Margins(ReadOnlySpan<double> places, Span<double> margins)
    {
        for (int i = 0; i < rows.Length; i++)
        {
            var row = evaluator.Input(rows[i]);
            for (int lane = 0; lane < places.Length; lane++) row[lane] = varied.ValueOf(bases[i][lane], varied.NumberAt(places[lane]));
        }
        evaluator.Run(places.Length);
        if (targets.Read(evaluator, margins) is var bad and >= 0) throw targets.NotANumber(FormattableString.Invariant($"scenario {start + bad}"));
    }
}
