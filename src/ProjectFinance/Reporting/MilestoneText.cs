using ProjectFinance.Deals;
using ProjectFinance.Results;

namespace ProjectFinance.Reporting;

/// <summary>Prints when milestones are reached in a run, and by when the contract requires them.</summary>
static class MilestoneText
{
    const int Date = 16;

    internal static IEnumerable<TextLine> Lines(LaidOutDeal deal, Run run)
    {
        if (deal.Deal.Milestones.IsEmpty) yield break;
        int label = Math.Clamp(2 + deal.Deal.Milestones.Max(terms => Prose.Plain(terms.Name).Length) + 2, 28, 60);
        yield return new("Milestones".PadRight(label) + "Reached".PadRight(Date) + "Required by", Emphasis.Heading);
        yield return new(new string('-', label + 2 * Date));
        foreach (var row in Rows(deal, run))
        {
            var text = row.Reached.PadRight(Date) + row.Required.PadRight(Date) + (row.IsLate ? "late" : "");
            var names = Prose.Wrap(row.Name, label - 4, 2);
            var emphasis = row.IsLate ? Emphasis.Warning : Emphasis.Plain;
            foreach (var name in names.SkipLast(1)) yield return new($"  {name}", emphasis);
            yield return new(($"  {names[^1]}".PadRight(label) + text).TrimEnd(), emphasis);
        }
        yield return new("");
    }

    /// <summary>Each milestone with the day on which it is reached and the one by which it must be.</summary>
    internal static IEnumerable<(string Name, string Reached, string Required, bool IsLate)> Rows(LaidOutDeal deal, Run run) => deal.Deal.Milestones.Select(terms =>
    {
        var reached = MilestoneDate.Of(run, run.Model.FindMilestone(terms.Name));
        return (terms.Name, reached?.Iso() ?? "never", terms.Longstop?.Iso() ?? "-", terms.Longstop is { } longstop && !(reached <= longstop));
    });
}
