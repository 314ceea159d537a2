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
        foreach (var terms in deal.Deal.Milestones)
        {
            var reached = MilestoneDate.Of(run, run.Model.FindMilestone(terms.Name));
            bool late = terms.Longstop is { } longstop && !(reached <= longstop);
            var text = (reached?.Iso() ?? "never").PadRight(Date) + (terms.Longstop?.Iso() ?? "-").PadRight(Date) + (late ? "late" : "");
            var names = Prose.Wrap(terms.Name, label - 4, 2);
            var emphasis = late ? Emphasis.Warning : Emphasis.Plain;
            foreach (var name in names.SkipLast(1)) yield return new($"  {name}", emphasis);
            yield return new(($"  {names[^1]}".PadRight(label) + text).TrimEnd(), emphasis);
        }
        yield return new("");
    }
}
