using System.Collections.Immutable;
using NodaTime;
using ProjectFinance.Modelling;

namespace ProjectFinance.Results;

/// <summary>Explains cells of a run from the same graph that computed them.</summary>
public static class Explainer
{
    extension(Run run)
    {
        /// <summary>Explains a cell.</summary>
        /// <param name="line">The line's name.</param>
        /// <param name="date">The end of the column, or a day inside it.</param>
        /// <param name="depth">How many steps down to go; 1 names only what the formula refers to. The default is 1; at least 0.</param>
        /// <exception cref="InvalidInputException">There is no such line or column; the message names the nearest.</exception>
        public Explanation Explain(string line, LocalDate date, int depth = 1)
        {
            ArgumentOutOfRangeException.ThrowIfNegative(depth);
            var (asked, period) = (run.Model.Find(line), run.Model.Timeline.Containing(date));
            return Cell(run, asked, period, depth) with { Reasons = ReasonFinder.Of(run, asked, period) };
        }
    }

    static Explanation Cell(Run run, Line line, Period period, int depth)
    {
        if (line.IsInput && !line.IsSuppliedIn(period)) return new(line.Name, period, line.Unit, 0, "none in this column", "", line.Source, []);
        if (line.IsInput) return Supplied(run, line.Inputs[period.Index], period, run[line, period]);
        var text = new FormulaText(run, line, period);
        var words = text.OfCell();
        var parts = depth == 0 ? [] : text.References.Select(reference => Part(run, reference, depth - 1)).ToImmutableArray();
        return new(line.Name, period, line.Unit, run[line, period], Shown(run, line, run[line, period]), words, line.Source, parts);
    }

    static Explanation Part(Run run, Node reference, int depth)
    {
        if (reference.Op == Op.Cell) return Cell(run, run.Model.Lines[reference.A], run.Model.Periods[reference.B], depth);
        var input = run.Model.Inputs[reference.A];
        return Supplied(run, input, input.Period, run.Value(input) ?? input.Value);
    }

    static Explanation Supplied(Run run, InputCell input, Period? period, double value) =>
        new(input.Name, period, input.Unit, value, ValueText.WithUnit(run.Model, value, input.Unit), "", input.IsActual ? Known(input.Source) : input.Source, []) { Observed = input.Observed };

    /// <summary>Where an actual is known from.</summary>
    internal static string Known(string source) => source.Length == 0 ? "actual" : $"actual ({source})";

    /// <summary>A value of a line as people read it.</summary>
    internal static string Shown(Run run, Line line, double value) => line.Kind == LineKind.Flag ? ValueText.OfFlag(value) : ValueText.WithUnit(run.Model, value, line.Unit);
}
