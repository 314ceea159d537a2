using System.Collections.Immutable;
using NodaTime;

namespace ProjectFinance.Monitoring;

/// <summary>What is locked in a laid-out deal: the cells that hold what happened in the place of their formulas.</summary>
/// <param name="To">The end of the last column of history.</param>
/// <param name="Cells">The cells, by line in the order of the model, then by period. Cells of input lines that a fixing of the market decides are among them.</param>
/// <param name="Dates">The dates of milestones that happened, as inputs.</param>
/// <param name="Values">The facts they come from.</param>
/// <param name="LeftOut">How many facts are dated after <paramref name="To"/> and are not used.</param>
public sealed record LockedHistory(LocalDate To, ImmutableArray<LockedCell> Cells, ImmutableArray<InputCell> Dates, ImmutableArray<Actual> Values, int LeftOut)
{
    /// <summary>Fixings that no input observes on their day: nothing depends on them. The default is none.</summary>
    public ImmutableArray<Actual> Unobserved { get; internal init; } = [];

    /// <summary>Whether a period is history: it ends on or before <see cref="To"/>.</summary>
    public bool Covers(Period period)
    {
        ArgumentNullException.ThrowIfNull(period);
        return period.End <= To;
    }
}

/// <summary>A cell that holds what happened.</summary>
/// <param name="Line">The line.</param>
/// <param name="Period">The period.</param>
/// <param name="Value">What happened, in the line's unit.</param>
/// <param name="Source">Where it is known from.</param>
public sealed record LockedCell(Line Line, Period Period, double Value, string Source);
