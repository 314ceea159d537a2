using System.Collections.Immutable;

namespace ProjectFinance.Results;

/// <summary>
/// A run's lines over reporting periods, grouped by section: flows summed, levels and flags as at the end, openings as at the start, checks
/// at their largest. A ratio that applies only on some dates, such as a DSCR on interest dates, is the last of the period.
/// </summary>
public sealed class Statement
{
    // They judge everything above them, so they are read last.
    static readonly ImmutableArray<string> Last = ["Ratios", "Covenants", "Breaches", "Waivers", "Defaults", "Checks"];

    Statement(Run run, ReportingStep by) => (Run, By, Periods) = (run, by, ReportingPeriod.Of(run.Model.Timeline, by));

    /// <summary>The run.</summary>
    public Run Run { get; }

    /// <summary>What the columns are read by.</summary>
    public ReportingStep By { get; }

    /// <summary>The reporting periods, earliest first.</summary>
    public ImmutableArray<ReportingPeriod> Periods { get; }

    /// <summary>Every line by section, in the order of the model; ratios, covenants, breaches, waivers, defaults and checks last.</summary>
    public ImmutableArray<StatementSection> Sections => Grouped(Run.Model.Lines);

    /// <summary>A line over the reporting periods.</summary>
    /// <exception cref="ArgumentException">The line belongs to another model.</exception>
    public StatementRow this[Line line]
    {
        get
        {
            var values = Run.Values(line).ToArray();
            var all = Together(line.Kind, values);
            return new(line, [.. Periods.Select(p => Together(line.Kind, values.AsSpan(p.First, p.Last - p.First + 1)))],
                line.Kind is LineKind.Flow or LineKind.Check ? all : null);
        }
    }

    /// <summary>Reads a run by year, half-year, quarter or column.</summary>
    /// <param name="run">The run.</param>
    /// <param name="by">What to read it by. The default is calendar years.</param>
    public static Statement Of(Run run, ReportingStep by = ReportingStep.Year)
    {
        ArgumentNullException.ThrowIfNull(run);
        return new(run, by);
    }

    /// <summary>Some lines by section, in the order given; ratios, covenants, breaches, waivers, defaults and checks last.</summary>
    public ImmutableArray<StatementSection> Grouped(IEnumerable<Line> lines) =>
        [.. lines.GroupBy(line => line.Section).OrderBy(section => Last.IndexOf(section.Key)).Select(section => new StatementSection(section.Key, [.. section.Select(line => this[line])]))];

    static double? Together(LineKind kind, ReadOnlySpan<double> values)
    {
        double together = kind switch
        {
            LineKind.Flow => Sum(values),
            LineKind.Opening => values[0],
            LineKind.Check => Largest(values),
            LineKind.Level => LastThatApplies(values),
            _ => values[^1],
        };
        return double.IsFinite(together) ? together : null;
    }

    static double Sum(ReadOnlySpan<double> values)
    {
        double sum = 0;
        foreach (double value in values) sum += value;
        return sum;
    }

    static double LastThatApplies(ReadOnlySpan<double> values)
    {
        for (int i = values.Length - 1; i >= 0; i--)
            if (double.IsFinite(values[i])) return values[i];
        return double.PositiveInfinity;
    }

    static double Largest(ReadOnlySpan<double> values)
    {
        double largest = 0;
        foreach (double value in values) largest = Math.Max(largest, Math.Abs(value));
        return largest;
    }
}

/// <summary>Lines that belong together.</summary>
/// <param name="Name">The section: "Project loan".</param>
/// <param name="Rows">Its lines.</param>
public sealed record StatementSection(string Name, ImmutableArray<StatementRow> Rows);

/// <summary>A line over reporting periods.</summary>
/// <param name="Line">The line.</param>
/// <param name="Values">[reporting period], in the line's unit; null where a ratio does not apply.</param>
/// <param name="Total">For a flow the sum, for a check the largest, over the whole timeline; null for everything else.</param>
public sealed record StatementRow(Line Line, ImmutableArray<double?> Values, double? Total);
