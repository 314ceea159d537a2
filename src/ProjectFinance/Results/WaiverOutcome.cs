using NodaTime;
using ProjectFinance.Covenants;

namespace ProjectFinance.Results;

/// <summary>What became of a waiver in a run.</summary>
/// <param name="Name">The waiver: "Waiver of November 1996".</param>
/// <param name="First">The end of the first column in which it was in force; null where it never was.</param>
/// <param name="Last">The end of the last column in which it was in force; null where it never was.</param>
/// <param name="Failed">The first condition not met on its day, which ended it; null where all were met, or their days never came.</param>
public sealed record WaiverOutcome(string Name, LocalDate? First, LocalDate? Last, WaiverCondition? Failed)
{
    internal static WaiverOutcome Of(Run run, Waiver waiver)
    {
        var inForce = run.Model.Periods.Where(t => run[WaiverLines.InForceOf(waiver.Name), t] != 0).ToList();
        var failed = waiver.Conditions.OrderBy(condition => condition.By)
            .FirstOrDefault(condition => run[WaiverLines.MetOf(waiver.Name, condition.Name), run.Model.Timeline.EndingOn(condition.By)] == 0);
        return new(waiver.Name, inForce.FirstOrDefault()?.End, inForce.LastOrDefault()?.End, failed);
    }
}
