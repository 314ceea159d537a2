using NodaTime;

namespace ProjectFinance.Results;

/// <summary>Reads off a run when a milestone was reached.</summary>
static class MilestoneDate
{
    /// <summary>The day on which it was reached; null for never.</summary>
    internal static LocalDate? Of(Run run, Milestone milestone)
    {
        double day = milestone.Date is { } date ? run.Value(date.Input) ?? date.Value : run.Values($"Milestones / {milestone.Name} date")[^1];
        return double.IsFinite(day) ? run.Model.Timeline.Start.PlusDays((int)Math.Round(day)) : null;
    }
}
