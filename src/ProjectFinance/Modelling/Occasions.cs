using ProjectFinance.Rates;

namespace ProjectFinance.Modelling;

/// <summary>Occasions on a timeline.</summary>
static class Occasions
{
    /// <summary>Whether something happens in a column: its date lies in it, or its milestone is reached in it. What happens never has no occasion.</summary>
    /// <param name="occasion">The date or milestone; null for never.</param>
    /// <param name="model">The model with the milestones.</param>
    /// <param name="t">The column.</param>
    /// <exception cref="InvalidInputException">There is no such milestone.</exception>
    internal static Condition HappensIn(this Occasion? occasion, Model model, Period t) => occasion switch
    {
        null => false,
        OnDate { Date: var date } => date > t.Start && date <= t.End || t.IsFirst && date == t.Start,
        OnMilestone { Milestone: var name } => Newly(model.FindMilestone(name), model, t),
        _ => throw new ArgumentOutOfRangeException(nameof(occasion), occasion, "Neither a date nor a milestone."),
    };

    /// <summary>Whether the date or milestone from which something holds has come by a column's last day; a milestone that is reached by test, by the end of the column before, as what depends on it may decide the test.</summary>
    internal static Condition HasCome(Model model, Occasion on, Period t) => on switch
    {
        OnDate date => date.Date <= t.End,
        OnMilestone named => HasCome(model.FindMilestone(named.Milestone), t),
        _ => throw new ArgumentOutOfRangeException(nameof(on), on, "Neither a date nor a milestone."),
    };

    /// <summary>Whether a milestone has been reached by a column's last day, if on a date; by the end of the column before, if by test.</summary>
    internal static Condition HasCome(Milestone milestone, Period t) => milestone.Date is null ? milestone.ReachedBefore(t) : milestone.Reached(t);

    static Condition Newly(Milestone milestone, Model model, Period t) =>
        t.IsFirst ? milestone.Reached(t) : milestone.Reached(t) & !milestone.Reached(model.Periods[t.Index - 1]);
}
