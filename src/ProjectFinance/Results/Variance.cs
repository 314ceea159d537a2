using System.Collections.Immutable;
using NodaTime;
using ProjectFinance.Deals;
using ProjectFinance.Modelling;

namespace ProjectFinance.Results;

/// <summary>What really happened against the plan, by line and column: the run in which history is locked beside the run of the same deal in which nothing has happened yet.</summary>
/// <param name="To">The end of the last column of history.</param>
/// <param name="Lines">The lines of which something happened, in the order of the model; milestones that happened on a date come first.</param>
public sealed record Variance(LocalDate To, ImmutableArray<LineVariance> Lines)
{
    /// <summary>Sets what happened against the plan.</summary>
    /// <param name="deal">The deal, laid out with what happened.</param>
    /// <param name="run">A run of its model.</param>
    /// <param name="plan">A run of the same deal, laid out with the same market as of the same day, in which nothing has happened yet.</param>
    /// <exception cref="ArgumentException">Nothing is locked, the run is of another model, or the plan has other columns.</exception>
    public static Variance Of(LaidOutDeal deal, Run run, Run plan)
    {
        ArgumentNullException.ThrowIfNull(deal);
        ArgumentNullException.ThrowIfNull(run);
        ArgumentNullException.ThrowIfNull(plan);
        if (deal.History is not { } history) throw new ArgumentException("Nothing has happened yet: the deal was laid out without actuals.", nameof(deal));
        if (run.Model != deal.Model) throw new ArgumentException("The run is of another model than the deal's.", nameof(run));
        if (!plan.Model.Periods.Select(t => t.End).SequenceEqual(run.Model.Periods.Select(t => t.End))) throw new ArgumentException("The plan has other columns.", nameof(plan));
        return new(history.To,
        [
            .. history.Dates.Select(date => Of(date, history.To, plan)),
            .. history.Cells.GroupBy(cell => cell.Line).Select(cells => new LineVariance(cells.Key.Name, cells.Key.Unit, cells.Key.Kind, cells.Key.IsInput,
                [.. cells.Select(cell => new CellVariance(cell.Period.End, plan.Model.TryFind(cell.Line.Name) is { } line ? plan[line, plan.Model.Periods[cell.Period.Index]] : 0, cell.Value, Gives(run, cell.Line, cell.Period), cell.Source))])),
        ]);
    }

    static double? Gives(Run run, Line line, Period t) => line.IsInput ? null : NodeValue.Of(run, line.FormulaRoot(t.Index));

    static LineVariance Of(InputCell date, LocalDate to, Run plan) =>
        new(date.Name, date.Unit, LineKind.Level, true, [new(to, plan.Model.Parameters.First(parameter => parameter.Name == date.Name).Value, date.Value, null, date.Source)]);
}

/// <summary>What happened of a line against the plan.</summary>
/// <param name="Name">The line, or the date of a milestone.</param>
/// <param name="Unit">What it is counted in.</param>
/// <param name="Kind">How columns come together: flows are summed to date, of everything else the last column counts.</param>
/// <param name="IsInput">Whether the line is an input, which no formula gives.</param>
/// <param name="Columns">The columns of which something is known, earliest first. Never empty.</param>
public sealed record LineVariance(string Name, Unit Unit, LineKind Kind, bool IsInput, ImmutableArray<CellVariance> Columns)
{
    /// <summary>To date: of a flow the sum of its columns, of everything else the last.</summary>
    public CellVariance ToDate => Kind != LineKind.Flow ? Columns[^1]
        : new(Columns[^1].On, Columns.Sum(column => column.Plan), Columns.Sum(column => column.Actual), IsInput ? null : Columns.Sum(column => column.Formula), string.Join("; ", Columns.Select(column => column.Source).Where(source => source.Length > 0).Distinct()));

    /// <summary>The column with the largest difference, the first of several.</summary>
    public CellVariance Largest => Columns.MaxBy(column => Math.Abs(column.Difference ?? 0))!;
}

/// <summary>What happened in a column against the plan.</summary>
/// <param name="On">The end of the column.</param>
/// <param name="Plan">What was planned; positive infinity for a ratio that did not apply.</param>
/// <param name="Actual">What happened.</param>
/// <param name="Formula">What the line's own formula gives on what happened around it; null for an input.</param>
/// <param name="Source">Where it is known from.</param>
public sealed record CellVariance(LocalDate On, double Plan, double Actual, double? Formula, string Source)
{
    /// <summary>What happened less the plan; null where one does not apply.</summary>
    public double? Difference => Known(Actual - Plan);

    /// <summary>How much of it comes from what the formula refers to being different: the formula on what happened less the plan. Null for an input, and where it does not apply.</summary>
    public double? FromInputs => Formula is { } gives ? Known(gives - Plan) : null;

    /// <summary>How much the formula does not explain: what happened less the formula on what happened around it. Null for an input, and where it does not apply.</summary>
    public double? Unexplained => Formula is { } gives ? Known(Actual - gives) : null;

    static double? Known(double number) => double.IsFinite(number) ? number : null;
}
