using ProjectFinance.Rates;

namespace ProjectFinance.Amounts;

/// <summary>Whether the date or milestone from which something holds has come.</summary>
static class Occasions
{
    /// <summary>Whether it has come by a column's last day; a milestone that is reached by test, by the end of the column before, as what depends on it may decide the test.</summary>
    internal static Condition HasCome(Model model, Occasion on, Period t) => on switch
    {
        OnDate date => date.Date <= t.End,
        OnMilestone named => HasCome(model.FindMilestone(named.Milestone), t),
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    /// <summary>Whether a milestone has been reached by a column's last day, if on a date; by the end of the column before, if by test.</summary>
    internal static Condition HasCome(Milestone milestone, Period t) => milestone.Date is null ? milestone.ReachedBefore(t) : milestone.Reached(t);
}
