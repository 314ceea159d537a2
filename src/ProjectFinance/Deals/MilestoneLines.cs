using ProjectFinance.Amounts;

namespace ProjectFinance.Deals;

/// <summary>Lays out a milestone: reached on a date, or when its test first holds.</summary>
static class MilestoneLines
{
    internal static void Write(Model model, MilestoneTerms terms, string where, List<Action> later)
    {
        if (terms.Test is not { } test)
        {
            model.Milestone(terms.Name, terms.Expected, terms.Sources.GetValueOrDefault("expected", ""), terms.Longstop);
            return;
        }
        var milestone = model.MilestoneByTest(terms.Name, terms.Sources.GetValueOrDefault("test", ""), terms.Longstop);
        later.Add(() => milestone.ReachedWhen(TestLines.Write(model, test, $"{where}.test")));
    }
}
