using System.Collections.Immutable;

namespace ProjectFinance.Scenarios.Generation;

/// <summary>
/// A Brownian bridge in any number of steps: the first variate is the normalised movement over all of them, each further one divides the movement of a stretch between its two parts.
/// Each division turns two independent normal variates into two, so the steps' variates are independent again.
/// </summary>
static class Bridge
{
    /// <summary>The divisions of steps of these lengths, the longest stretches first.</summary>
    internal static ImmutableArray<BridgeDivision> Over(IReadOnlyList<double> years)
    {
        var divisions = ImmutableArray.CreateBuilder<BridgeDivision>();
        var stretches = new Queue<(int From, int To)>([(0, years.Count)]);
        while (stretches.TryDequeue(out var stretch))
        {
            if (stretch.To - stretch.From < 2) continue;
            double all = Sum(stretch.From, stretch.To);
            int at = Enumerable.Range(stretch.From + 1, stretch.To - stretch.From - 1).MinBy(i => Math.Abs(Sum(stretch.From, i) - all / 2));
            double before = Sum(stretch.From, at) / all;
            divisions.Add(new(stretch.From, at, Math.Sqrt(before), Math.Sqrt(1 - before)));
            stretches.Enqueue((stretch.From, at));
            stretches.Enqueue((at, stretch.To));
        }
        return divisions.ToImmutable();

        double Sum(int from, int to) => Enumerable.Range(from, to - from).Sum(i => years[i]);
    }
}

/// <summary>One division of a stretch of steps.</summary>
/// <param name="From">Its first step, whose row has the stretch's movement and then the first part's.</param>
/// <param name="At">The first step of the second part, whose row has the variate that divides and then the second part's movement.</param>
/// <param name="First">The root of the first part's share of the time.</param>
/// <param name="Second">The root of the second part's share.</param>
readonly record struct BridgeDivision(int From, int At, double First, double Second);
