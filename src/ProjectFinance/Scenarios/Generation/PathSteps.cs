using System.Collections.Immutable;

namespace ProjectFinance.Scenarios.Generation;

/// <summary>
/// The steps at whose end a path needs a variate of its own. A normal path may take several steps at once, exactly, where nothing looks at it in between: no input, and no factor whose variates
/// are mixed with its own. Those drawn once look at the sum of its variates, which a path that is pulled back does not tell wholly: what is left is one normal variate more.
/// </summary>
sealed class PathSteps
{
    readonly DrawGrid grid;
    readonly ImmutableArray<int> drawn;

    internal PathSteps(DrawGrid grid, IEnumerable<int> drawn)
    {
        (this.grid, this.drawn) = (grid, [.. drawn.Distinct().Order()]);
        Draws = [.. Enumerable.Range(0, grid.Dates.Length).Select(step => Math.Max(-1, this.drawn.BinarySearch(step)))];
    }

    /// <summary>[step]: which of the path's variates is new at its end; -1 for none.</summary>
    internal ImmutableArray<int> Draws { get; }

    /// <summary>How many variates there are.</summary>
    internal int Count => drawn.Length;

    /// <summary>[draw]: the years it stands for.</summary>
    internal IEnumerable<double> Years => drawn.Select((step, i) => grid.YearsBetween(i == 0 ? -1 : drawn[i - 1], step));

    /// <summary>[step]: a number for the years of each variate; zero where none is new.</summary>
    internal ImmutableArray<double> Each(Func<int, double, double> ofStepAndYears)
    {
        double[] years = [.. Years];
        return [.. Draws.Select((draw, step) => draw < 0 ? 0 : ofStepAndYears(step, years[draw]))];
    }

    /// <summary>The correlation of the path's own variate for some steps with the sum of those steps' variates, each times the root of its time.</summary>
    internal double Share(int step, double speed)
    {
        int first = Draws[step] == 0 ? 0 : drawn[Draws[step] - 1] + 1;
        if (first == step || speed == 0) return 1;
        double years = grid.YearsBetween(first - 1, step), covariance = 0;
        for (int i = first; i <= step; i++)
            covariance += Decay.Left(speed, grid.YearsBetween(i, step)) * Math.Sqrt(Decay.Variance(speed, 1, grid.StepYears(i)) * grid.StepYears(i));
        return covariance / Math.Sqrt(Decay.Variance(speed, 1, years) * years);
    }

    /// <summary>The standard deviation of what the path's own variates do not tell of the normalised sum of all steps' variates.</summary>
    internal double Rest(double speed)
    {
        if (speed == 0 || Count == 0 || Count == Draws.Length) return 0;
        double[] years = [.. Years], shares = [.. drawn.Select(step => Share(step, speed))];
        return Math.Sqrt(years.Zip(shares, (time, share) => time * Math.Max(0, 1 - share * share)).Sum() / years.Sum());
    }

    /// <summary>The steps of each path.</summary>
    /// <param name="order">Which factors are mixed with which.</param>
    /// <param name="laws">Their laws.</param>
    /// <param name="cells">All inputs that vary, whether wanted or not: what is wanted must not change what is drawn.</param>
    /// <param name="grid">The steps.</param>
    internal static ImmutableSortedDictionary<int, PathSteps> OfPaths(FactorOrder order, ImmutableArray<FactorLaw> laws, ImmutableArray<DrawnCell> cells, DrawGrid grid)
    {
        var observed = cells.SelectMany(cell => cell.Parts).ToLookup(part => part.Factor, part => part.Moment);
        return order.Paths.ToImmutableSortedDictionary(factor => factor, factor => new PathSteps(grid, Needed(factor)));

        IEnumerable<int> Needed(int factor)
        {
            bool inColumns = order.IsPartOf(factor, order.InColumns), once = order.IsPartOf(factor, order.Once), isPulled = ((PathLaw)laws[factor]).Speed != 0;
            if (order.IsPartOf(factor, order.Paths.Where(path => path != factor)) || isPulled && inColumns) return Enumerable.Range(0, grid.Dates.Length);
            var steps = observed[factor];
            if (inColumns) steps = steps.Concat(grid.Columns.Select(column => column.LastStep));
            return once && !grid.Dates.IsEmpty ? steps.Append(grid.Dates.Length - 1) : steps;
        }
    }
}
