namespace ProjectFinance.Deals;

/// <summary>Lays out a milestone.</summary>
static class MilestoneLines
{
    internal static void Write(Model model, MilestoneTerms terms) =>
        model.Milestone(terms.Name, terms.Expected, terms.Sources.GetValueOrDefault("expected", ""));
}
