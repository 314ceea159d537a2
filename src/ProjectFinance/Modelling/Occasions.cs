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

    static Condition Newly(Milestone milestone, Model model, Period t) =>
        t.IsFirst ? milestone.Reached(t) : milestone.Reached(t) & !milestone.Reached(model.Periods[t.Index - 1]);
}
