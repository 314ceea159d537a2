using System.Collections.Immutable;
using MathNet.Numerics.Distributions;
using ProjectFinance.Results;

namespace ProjectFinance.Scenarios;

/// <summary>
/// Looks for the nearest point at which a margin is not negative. Along many directions the first such point is found; then the nearest of these are improved, each on its
/// own, by turning towards the steepest rise of the margin (Hasofer and Lind, Rackwitz and Fiessler) as far as that brings the point nearer, and by turning a little to
/// every side, which also finds the way where the margin has kinks, jumps or no slope.
/// </summary>
sealed class StressSearch(StressSpace space)
{
    internal const int Starts = 8;
    const int Parts = 64, Turns = 6, MostRounds = 80;
    const double FirstTurn = 0.25, LastTurn = 1e-7, Alike = 1e-6;
    const double Finest = 1.0 / (1L << 44);

    double[] Grid { get; } = [.. Enumerable.Range(0, Parts + 1).Select(i => space.Terms.Within * i / Parts)];

    internal StressResult Solve()
    {
        var runner = new Runner(space.Model);
        var usually = space.Targets.In(runner.Run())[0];
        if (usually.Holds) return Result(usually, StressOutcome.HoldsAlready, 0, 0, 0);
        var directions = StressDirections.Of(space.Dimensions);
        var points = Nearest(directions).Select((bracket, i) => new StressPoint(directions[i], bracket?.High ?? double.PositiveInfinity)).Where(point => double.IsFinite(point.Radius)).OrderBy(point => point.Radius).Take(Starts).ToArray();
        if (points.Length == 0) return Result(usually, StressOutcome.NotFound, double.PositiveInfinity, directions.Length, 0);
        Improve(points);
        var best = points.MinBy(point => point.Radius)!;
        var bracket = Nearest([best.Direction])[0]!.Value;
        var outside = runner.Run(space.Changes(best.Direction, bracket.High));
        return Result(usually, StressOutcome.Found, bracket.High, directions.Length, points.Length) with
        {
            Moves = space.Moves(best.Direction, bracket.High),
            Outside = space.Targets.In(outside)[0], ChecksPassed = outside.Passed,
            Inside = space.Targets.In(runner.Run(space.Changes(best.Direction, bracket.Low)))[0], InsideShare = bracket.Low / bracket.High,
            Agreeing = points.Count(point => point.Radius - best.Radius < Alike), Evaluations = space.Evaluations,
        };
    }

    StressResult Result(TargetValue usually, StressOutcome outcome, double distance, int directions, int starts) => new()
    {
        Terms = space.Terms, Outcome = outcome, Distance = distance, Probability = double.IsFinite(distance) ? Normal.CDF(0, 1, -distance) : 0, Moves = space.Moves(new double[space.Dimensions], 0),
        Usually = usually, Outside = null, Inside = null, InsideShare = 0, ChecksPassed = true, Directions = directions, Starts = starts, Agreeing = 0, Evaluations = space.Evaluations,
    };

    void Improve(StressPoint[] points)
    {
        double turn = FirstTurn;
        for (int round = 0; round < MostRounds && turn > LastTurn; round++)
        {
            var steepest = space.Steepest([.. points.Select(point => point.Direction)], [.. points.Select(point => point.Radius)]);
            double[][][] tried = [.. points.Select((point, i) => Turned(point.Direction, steepest[i], turn).ToArray())];
            var found = Nearest([.. tried.SelectMany(directions => directions)]);
            bool isBetter = false;
            for (int i = 0, at = 0; i < points.Length; i++)
                foreach (var direction in tried[i])
                    if (found[at++] is { } bracket && bracket.High < points[i].Radius * (1 - 1e-13)) (points[i], isBetter) = (new(direction, bracket.High), true);
            if (!isBetter) turn /= 4;
        }
    }

    /// <summary>The steepest direction and ways towards it, and a little to every side.</summary>
    static IEnumerable<double[]> Turned(double[] direction, double[]? steepest, double turn)
    {
        for (int k = 0; steepest is not null && k < Turns; k++)
            if (Towards(direction, steepest, 1.0 / (1 << (2 * k))) is { } turned) yield return turned;
        for (int j = 0; j < direction.Length; j++)
            foreach (double side in (double[])[turn, -turn])
            {
                double[] moved = [.. direction];
                moved[j] += side;
                if (StressSpace.Unit(moved) is { } turned) yield return turned;
            }
    }

    static double[]? Towards(double[] from, double[] to, double share) => StressSpace.Unit([.. from.Zip(to, (a, b) => a + share * (b - a))]);

    /// <summary>The first stretch along each direction over which the margin comes to be not negative, narrowed; null where it never does.</summary>
    Bracket?[] Nearest(double[][] directions)
    {
        var brackets = new Bracket[directions.Length];
        var (before, now, radii) = (new double[directions.Length], new double[directions.Length], new double[directions.Length]);
        for (int p = 0; p < Grid.Length; p++)
        {
            Array.Fill(radii, Grid[p]);
            space.Margins(directions, radii, now);
            for (int i = 0; i < brackets.Length && p > 0; i++)
                if (brackets[i].Width == 0 && now[i] >= 0) brackets[i] = new(Grid[p - 1], Grid[p], before[i], now[i]);
            (before, now) = (now, before);
        }
        int[] open = [.. Enumerable.Range(0, brackets.Length).Where(i => brackets[i].Width > 0)];
        Bracket[] narrowed = [.. open.Select(i => brackets[i])];
        double[][] along = [.. open.Select(i => directions[i])];
        BracketSearch.Narrow(narrowed, space.Terms.Within * Finest, isWhole: false, (places, margins) => space.Margins(along, places, margins));
        var found = new Bracket?[brackets.Length];
        for (int i = 0; i < open.Length; i++) found[open[i]] = narrowed[i];
        return found;
    }

    /// <summary>A point at which the margin is not negative, and is before it along the same direction.</summary>
    sealed class StressPoint(double[] direction, double radius)
    {
        internal double[] Direction { get; } = direction;

        internal double Radius { get; } = radius;
    }
}
