using System.Collections.Immutable;
using NodaTime;
using ProjectFinance.Time;

namespace ProjectFinance.Monitoring;

/// <summary>What is locked in a laid-out deal: the cells that hold what happened in the place of their formulas.</summary>
/// <param name="To">The end of the last column of history.</param>
/// <param name="Cells">The cells, by line in the order of the model, then by period. Cells of input lines that a fixing of the market decides are among them.</param>
/// <param name="Dates">The dates of milestones that happened, as inputs.</param>
/// <param name="Values">The facts they come from; that a milestone was not reached, where nothing says that it was, is one of them.</param>
/// <param name="LeftOut">How many facts are dated after <paramref name="To"/> and are not used.</param>
public sealed record LockedHistory(LocalDate To, ImmutableArray<LockedCell> Cells, ImmutableArray<InputCell> Dates, ImmutableArray<Actual> Values, int LeftOut)
{
    /// <summary>Fixings that no input observes on their day: nothing depends on them. The default is none.</summary>
    public ImmutableArray<Actual> Unobserved { get; internal init; } = [];

    /// <summary>Milestones that were expected in history and were not reached in it. The default is none.</summary>
    public ImmutableArray<PostponedMilestone> Postponed { get; internal init; } = [];

    /// <summary>Tells one history from another: the hash of its end and of its facts, in their order; where they are known from and where they are written does not count.</summary>
    public string Hash => Fingerprint.Of(string.Join('\n', Values.Select(fact => $"{fact.Date.Iso()},{Csv.Field(fact.Line)},{Csv.Field(fact.Value)},{fact.Unit}").Prepend(To.Iso())));

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
