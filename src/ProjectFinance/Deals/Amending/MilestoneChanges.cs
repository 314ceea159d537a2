using ProjectFinance.Amounts;
using ProjectFinance.Deals.Json;
using ProjectFinance.Time;

namespace ProjectFinance.Deals.Amending;

/// <summary>Changes of milestones.</summary>
static class MilestoneChanges
{
    internal static void Apply(Overlay overlay, ExpectedDateChange change, Clause clause) => overlay.Change(Part.Milestones, change.Milestone, clause, "milestone", (milestone, path) =>
    {
        if (milestone.Expected == change.Date) return milestone;
        overlay.Place($"{path}.expected", $"{clause.Where}.date");
        return milestone with { Expected = change.Date, Sources = clause.Cite(milestone.Sources, "expected") };
    });

    internal static void Apply(Overlay overlay, LongstopChange change, Clause clause) => overlay.Change(Part.Milestones, change.Milestone, clause, "milestone", (milestone, path) =>
    {
        if (milestone.Longstop == change.Date) return milestone;
        if (milestone.Longstop < clause.Effective)
            overlay.Report(clause, $"the longstop {milestone.Longstop.Value.Iso()} of '{milestone.Name}' has passed on {clause.Effective.Iso()}", "a longstop is moved before it passes; what follows from passing it may be waived", "milestone");
        if (change.Date < clause.Effective)
            overlay.Report(clause, $"the new longstop {change.Date.Value.Iso()} of '{milestone.Name}' is before {clause.Effective.Iso()}, when it is agreed", "it must fall on or after the effective date", "date");
        overlay.Place($"{path}.longstop", $"{clause.Where}.date");
        return milestone with { Longstop = change.Date, Sources = clause.Cite(milestone.Sources, "longstop") };
    });

    internal static void Apply(Overlay overlay, MilestoneTestChange change, Clause clause) => overlay.Change(Part.Milestones, change.Milestone, clause, "milestone", (milestone, path) =>
    {
        Test agreed = new OnOrAfter(clause.Effective);
        Test now = new AllOf([agreed, change.Test]);
        string[] isSo = [TestShape.Shape.Text(change.Test), TestShape.Shape.Text(now)];
        if (milestone.Test is { } same && isSo.Contains(TestShape.Shape.Text(same is AnyOf { Of: [AllOf latest, ..] } ? latest : same))) return milestone;
        // The new test first, so that problems with it have a place.
        var test = milestone.Test is { } before ? new AnyOf([now, new AllOf([new Not(agreed), before])]) : now;
        overlay.Place($"{path}.test{(milestone.Test is null ? "" : ".anyOf[0]")}.allOf[1]", $"{clause.Where}.test");
        return milestone with { Test = test, Expected = null, Sources = clause.Cite(milestone.Sources, "test") };
    });
}
