using System.Collections.Immutable;

namespace ProjectFinance.Scenarios.Generation;

/// <summary>Works out the plan of filling scenarios.</summary>
sealed class DrawPlanning
{
    readonly Model model;
    readonly ScenarioTerms terms;
    readonly DrawGrid grid;
    readonly ImmutableArray<FactorLaw> laws;
    readonly ImmutableArray<DrawnCell> cells;
    readonly FactorOrder order;
    readonly ImmutableSortedDictionary<int, PathSteps> steps;
    readonly SobolDimensions dimensions;
    readonly HashSet<int> used;

    /// <summary>Plans the inputs that are wanted among all that vary.</summary>
    internal DrawPlanning(Model model, ScenarioTerms terms, DrawGrid grid, ImmutableArray<FactorLaw> laws, ImmutableArray<DrawnCell> all, ImmutableArray<DrawnCell> cells)
    {
        (this.model, this.terms, this.grid, this.laws, this.cells) = (model, terms, grid, laws, cells);
        order = new(terms, laws, all);
        used = [.. cells.SelectMany(cell => cell.Parts).Select(part => part.Factor)];
        steps = PathSteps.OfPaths(order, laws, all, grid);
        dimensions = new(order, grid, laws, steps);
    }

    IEnumerable<int> Steps => Enumerable.Range(0, grid.Dates.Length);

    IEnumerable<int> UsedPaths => order.Paths.Where(used.Contains);

    IEnumerable<int> UsedInColumns => order.InColumns.Where(used.Contains);

    IEnumerable<int> UsedOnce => order.Once.Where(used.Contains);

    internal DrawPlan Plan()
    {
        double columns = Enumerable.Range(0, grid.Columns.Length).Sum(grid.ColumnYears);
        var ended = Enumerable.Repeat(-1, grid.Dates.Length).ToArray();
        foreach (var (c, column) in grid.Columns.Index()) ended[column.LastStep] = c;
        return new()
        {
            Steps = grid.Dates.Length,
            ColumnEnded = [.. ended],
            Dimensions = dimensions.Count,
            WeightOfColumn = [.. grid.Columns.Select((_, c) => Math.Sqrt(grid.ColumnYears(c) / columns))],
            Paths = [.. order.Paths.Select(Path)],
            InColumns = [.. order.InColumns.Select(factor => Single(factor, grid.Columns.Length, order.IsPartOf(factor, UsedInColumns), order.IsPartOf(factor, UsedOnce)))],
            Once = [.. order.Once.Select(factor => Single(factor, 1, order.IsPartOf(factor, UsedOnce), false))],
            Histories = [.. order.Histories.Where(used.Contains).Select(PastPath)],
        };
    }

    PathDraw Path(int factor)
    {
        var law = (PathLaw)laws[factor];
        bool inColumns = order.IsPartOf(factor, UsedInColumns), once = order.IsPartOf(factor, UsedOnce), isMixed = order.Mix(factor, order.Paths.Remove(factor)).Any(share => share != 0);
        var parts = Parts(factor, grid.Dates.Length);
        var own = steps[factor];
        double all = grid.Dates.IsEmpty ? 0 : grid.Years(grid.Dates[^1]);
        return new(law, Numbers(factor))
        {
            Mix = order.Mix(factor, order.Paths),
            IsMixed = isMixed,
            Draws = own.Draws,
            DrawCount = own.Count,
            Bridge = terms.Sampling == Sampling.Sobol ? Bridge.Over([.. own.Years]) : [],
            Keep = isMixed ? [.. Steps.Select(i => Decay.Left(law.Speed, grid.StepYears(i)))] : own.Each((_, years) => Decay.Left(law.Speed, years)),
            OwnSpread = own.Each((_, years) => Math.Sqrt(Decay.Variance(law.Speed, law.Volatility, years))),
            WeightInColumn = inColumns ? own.Each((i, years) => Math.Sqrt(years / ColumnYears(i))) : [],
            WeightInAll = own.Each((i, years) => Math.Sqrt(years / all) * own.Share(i, law.Speed)),
            RestInAll = own.Rest(law.Speed),
            Spread = [.. Steps.Select(i => Math.Sqrt(Decay.Variance(law.Speed, law.Volatility, grid.StepYears(i))))],
            HalfVariance = [.. grid.Dates.Select(date => Decay.Variance(law.Speed, law.Volatility, grid.Years(date)) / 2)],
            Least = Least(factor, parts),
            Parts = parts,
            IsUsed = used.Contains(factor),
            IsDrawn = order.IsPartOf(factor, UsedPaths) || inColumns || once,
            IsSummedInColumns = inColumns,
            IsSummed = once,
        };
    }

    // What comes after the last column is part of none.
    double ColumnYears(int step) =>
        grid.Columns.Index().FirstOrDefault(column => step <= column.Item.LastStep, (Index: -1, default)) is { Index: >= 0 and var c } ? grid.ColumnYears(c) : double.PositiveInfinity;

    SingleDraw Single(int factor, int moments, bool isPartOfUsed, bool isSummed) => new(laws[factor], Numbers(factor))
    {
        OfPaths = order.Mix(factor, order.Paths),
        OfColumns = order.Mix(factor, order.InColumns),
        OfOnce = order.Mix(factor, order.Once),
        Parts = Parts(factor, moments),
        IsUsed = used.Contains(factor),
        IsDrawn = isPartOfUsed || isSummed,
        IsSummed = isSummed,
    };

    HistoryDraw PastPath(int factor)
    {
        var law = (HistoryLaw)laws[factor];
        ImmutableArray<int> taken = [.. grid.Dates.Select(date => law.History.Taken(NodaTime.Period.DaysBetween(grid.From, date)))];
        var parts = Parts(factor, grid.Dates.Length);
        return new(law, Numbers(factor)) { Taken = taken, Centre = [.. taken.Select(law.History.Centre)], Least = Least(factor, parts), Parts = parts };
    }

    DrawNumbers Numbers(int factor) => new(DrawStream.Of(terms.Factors[factor].Name), dimensions.Of(factor));

    ImmutableArray<ImmutableArray<InputPart>> Parts(int factor, int moments)
    {
        var parts = Enumerable.Range(0, moments).Select(_ => ImmutableArray.CreateBuilder<InputPart>()).ToArray();
        foreach (var (input, cell) in cells.Index())
        {
            int first = Enumerable.Range(0, cell.Parts.Length).MinBy(i => TimeOf(cell.Parts[i]));
            foreach (var (i, part) in cell.Parts.Index())
                if (part.Factor == factor) parts[part.Moment].Add(new(input, part.Coefficient, i == first ? cell.Constant : null));
        }
        return [.. parts.Select(some => some.ToImmutable())];
    }

    /// <summary>When a part comes to its input, as <see cref="DrawFiller"/> goes through time: paths step by step, the past after them, columns at their end, last what is drawn once.</summary>
    (int Step, int Turn, int Place) TimeOf(DrawnPart part) =>
        order.Paths.IndexOf(part.Factor) is >= 0 and var path ? (part.Moment, 0, path)
        : order.Histories.IndexOf(part.Factor) is >= 0 and var past ? (part.Moment, 1, past)
        : order.InColumns.IndexOf(part.Factor) is >= 0 and var column ? (grid.Columns[part.Moment].LastStep, 2, column)
        : (int.MaxValue, 3, order.Once.IndexOf(part.Factor));

    /// <summary>[step]: the deviation at which the series stands on its floor.</summary>
    ImmutableArray<double> Least(int factor, ImmutableArray<ImmutableArray<InputPart>> parts) => [.. Steps.Select(i =>
        laws[factor].Floor is { } floor && parts[i].Length > 0 ? floor - Mean(factor, i) : double.NegativeInfinity)];

    double Mean(int factor, int step)
    {
        var day = grid.Dates[step];
        if (laws[factor].Mean is { } own) return own(grid.Years(day));
        var series = terms.Factors[factor].Targets[0];
        return model.Market.IndexOn(series, day) ?? model.Market.Indices[series].Latest(day) ?? throw InvalidInputException.Of(
            $"Index '{series}'", $"there is no rate for {day.Iso()}, on which its floor is looked at", "give the fixing, or a forward rate that covers the date, in the market file");
    }
}
