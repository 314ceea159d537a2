using ProjectFinance.Rates;

namespace ProjectFinance.Deals.Validation;

/// <summary>Whether the changes of a stepped value are in order and turn on milestones that exist, and each value makes sense.</summary>
static class SteppedValidation
{
    /// <summary>What is wrong with a stepped value.</summary>
    /// <param name="stepped">The value and its changes.</param>
    /// <param name="deal">The deal with its milestones.</param>
    /// <param name="what">What changes: "margin".</param>
    /// <param name="subject">What it belongs to.</param>
    /// <param name="where">Where it stands.</param>
    /// <param name="value">What is wrong with one value that stands at a place.</param>
    public static IEnumerable<Problem> Problems<T>(Stepped<T> stepped, Deal deal, string what, string subject, string where, Func<T, string, IEnumerable<Problem>> value)
    {
        foreach (var problem in value(stepped.Initial, stepped.Changes.IsEmpty ? where : $"{where}.initial")) yield return problem;
        OnDate? before = null;
        foreach (var (i, change) in stepped.Changes.Index())
        {
            var here = $"{where}.changes[{i}]";
            foreach (var problem in value(change.To, $"{here}.to")) yield return problem;
            if (change.On is OnMilestone { Milestone: var milestone })
                foreach (var problem in TermCheck.Milestone(milestone, deal, subject, $"{here}.on")) yield return problem;
            if (change.On is not OnDate now) continue;
            if (before is not null && now.Date <= before.Date)
                yield return new(subject, $"the {what} changes on {now.Date.Iso()}, written after the change on {before.Date.Iso()}", "changes must be in the order they take effect", $"{here}.on");
            before = now;
        }
    }
}
