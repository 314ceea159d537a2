using System.Collections.Immutable;
using NodaTime;
using ProjectFinance.Rates;
using ProjectFinance.Scenarios.Validation;

namespace ProjectFinance.Scenarios.Generation;

/// <summary>Says how each input is made of what the factors draw. docs/scenarios.md has the formulas.</summary>
sealed class CellValues
{
    readonly Model model;
    readonly ScenarioTerms terms;
    readonly MovedInputs moved;
    readonly DrawGrid grid;
    readonly ImmutableArray<FactorLaw> laws;
    readonly ImmutableSortedDictionary<int, int> columns;

    internal CellValues(Model model, ScenarioTerms terms, MovedInputs moved, DrawGrid grid, ImmutableArray<FactorLaw> laws)
    {
        (this.model, this.terms, this.moved, this.grid, this.laws) = (model, terms, moved, grid, laws);
        columns = grid.Columns.Index().ToImmutableSortedDictionary(column => column.Item.Period, column => column.Index);
    }

    /// <summary>The days after the beginning on which something must be known for an input to be told.</summary>
    internal static IEnumerable<LocalDate> Days(InputCell cell, MovedInputs moved)
    {
        if (cell.IsSettled || cell.Observed is not { } observed || moved.OfSeries(observed.Series) is null && !IsMovedDifference(observed, moved)) return [];
        return observed.IsAverage ? [observed.Over.Start, observed.Over.End] : [observed.Over.End];
    }

    /// <summary>How an input varies; null for one that does not.</summary>
    /// <exception cref="InvalidInputException">It has no usual value, or could take one that is not allowed.</exception>
    internal DrawnCell? Of(InputCell cell)
    {
        if (cell.IsSettled) return null;
        var sum = cell.Observed is { } observed ? OfObserved(cell, observed) : OfPlanned(cell);
        if (sum is null || sum.Parts.Count == 0) return null;
        CheckSign(cell, sum);
        return new(cell, sum.Constant, [.. sum.Parts]);
    }

    CellSum? OfPlanned(InputCell cell)
    {
        if (moved.OfCell(cell) is not { } factor) return null;
        if (laws[factor] is DelayLaw delay) return OfMilestone(cell, factor, delay);
        var sum = new CellSum();
        if (cell.Period is not { } period) sum.Add(factor, 0, cell.Value);
        else if (columns.TryGetValue(period.Index, out int column)) sum.Add(factor, laws[factor] is MultipleLaw { IsDrawnEachColumn: true } ? column : 0, cell.Value);
        return sum;
    }

    CellSum? OfMilestone(InputCell cell, int factor, DelayLaw delay)
    {
        double beginning = NodaTime.Period.DaysBetween(model.Timeline.Start, grid.From), expected = cell.Value;
        if (expected <= beginning) return null;
        if (double.IsInfinity(expected)) throw Wrong(factor, $"'{cell.Name}' is never", "give the milestone an expected date");
        if (expected + delay.Days.Least <= beginning)
            throw Wrong(factor, $"with {-delay.Days.Least} days less '{cell.Name}' would fall on or before {grid.From.Iso()}, up to which all is known", "let it come later");
        var sum = new CellSum { Constant = expected };
        sum.Add(factor, 0, 1);
        return sum;
    }

    CellSum? OfObserved(InputCell cell, Observation observed)
    {
        if (observed.Over.End <= grid.From) return null;
        if (moved.OfSeries(observed.Series) is { } factor) return observed.IsAverage ? OfAverage(cell, observed, factor) : new CellSum().AddDay(this, factor, observed.Over.End, cell.Value, 1);
        return IsMovedDifference(observed, moved) && model.Market.Indices[observed.Series].On(observed.Over.End) is null ? OfDifference(cell, observed) : null;
    }

    // Half the value where the days that are not yet known begin and half of that where they end.
    CellSum OfAverage(InputCell cell, Observation observed, int factor)
    {
        double usual = cell.Value;
        int known = Math.Max(0, NodaTime.Period.DaysBetween(observed.Over.Start, grid.From));
        double open = 1 - (double)known / observed.Over.Days;
        var sum = new CellSum { Constant = (1 - open) * (laws[factor].Mean is null ? usual : KnownAverage(observed) ?? usual) };
        if (!laws[factor].IsPath)
        {
            sum.Add(factor, 0, open * usual);
            return sum;
        }
        return sum
            .AddDay(this, factor, LocalDate.Max(observed.Over.Start, grid.From), usual, open / 2)
            .AddDay(this, factor, observed.Over.End, usual, open / 2);
    }

    double? KnownAverage(Observation observed) =>
        observed.Over.Start < grid.From ? model.Market.Prices.GetValueOrDefault(observed.Series)?.Average(observed.Over.Start, grid.From) : null;

    CellSum OfDifference(InputCell cell, Observation observed)
    {
        var difference = model.Market.Indices[observed.Series].Difference!;
        var sum = new CellSum { Constant = cell.Value };
        foreach (var (series, sign) in new[] { (difference.Of, 1.0), (difference.Less, -1.0) })
            if (moved.OfSeries(series) is { } factor && model.Market.IndexOn(series, observed.Over.End) is { } usual) sum.AddDay(this, factor, observed.Over.End, usual, sign).Constant -= sign * usual;
        return sum;
    }

    static bool IsMovedDifference(Observation observed, MovedInputs moved) =>
        moved.OfSeries(observed.Series) is null && moved.Differences(observed.Series) is { } difference && (moved.OfSeries(difference.Of) ?? moved.OfSeries(difference.Less)) is not null;

    void CheckSign(InputCell cell, CellSum sum)
    {
        foreach (var part in sum.Parts)
            if (laws[part.Factor].IsMultiple && cell.Observed is not null && part.Coefficient <= 0 && moved.OfSeries(cell.Observed.Series) is not null)
                throw Wrong(part.Factor, FormattableString.Invariant($"the usual value of '{cell}' is {cell.Value:R}"), "what is multiplied at random must be above zero");
        if (!cell.IsPositive) return;
        if (cell.Problem(cell.Value) is { } problem) throw new InvalidInputException(problem);
        foreach (var part in sum.Parts.Where(part => !laws[part.Factor].IsPositive))
            throw Wrong(part.Factor, $"it could make '{cell}' zero or less, by which formulas divide", "give it a law or a floor that keeps it above zero");
    }

    InvalidInputException Wrong(int factor, string fact, string allowed) =>
        InvalidInputException.Of(ScenarioValidation.Named(terms.Factors[factor]), fact, allowed, $"factors[{factor}]");

    /// <summary>A constant and parts, while they are gathered.</summary>
    sealed class CellSum
    {
        internal double Constant { get; set; }

        internal List<DrawnPart> Parts { get; } = [];

        internal void Add(int factor, int moment, double coefficient) => Parts.Add(new(factor, moment, coefficient));

        /// <summary>Adds so much of the value of a factor's series on a day.</summary>
        internal CellSum AddDay(CellValues around, int factor, LocalDate day, double usual, double share)
        {
            var law = around.laws[factor];
            double mean = law.Mean?.Invoke(around.grid.Years(day)) ?? usual;
            if (day <= around.grid.From) Constant += share * mean;
            else
            {
                if (!law.IsMultiple) Constant += share * mean;
                Add(factor, law.IsPath ? around.grid.StepTo(day) : 0, law.IsMultiple ? share * mean : share);
            }
            return this;
        }
    }
}
