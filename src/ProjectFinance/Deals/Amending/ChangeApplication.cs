using ProjectFinance.Deals.Json;
using ProjectFinance.Operations;

namespace ProjectFinance.Deals.Amending;

/// <summary>Makes one change of an amendment in a deal. A change to what is already so leaves the deal as it is.</summary>
static class ChangeApplication
{
    internal static void Apply(Overlay overlay, Change change, Clause clause)
    {
        switch (change)
        {
            case CommitmentChange x: LoanChanges.Apply(overlay, x, clause); break;
            case MarginAmendment x: LoanChanges.Apply(overlay, x, clause); break;
            case DrawPeriodChange x: LoanChanges.Apply(overlay, x, clause); break;
            case ExpectedDateChange x: MilestoneChanges.Apply(overlay, x, clause); break;
            case LongstopChange x: MilestoneChanges.Apply(overlay, x, clause); break;
            case MilestoneTestChange x: MilestoneChanges.Apply(overlay, x, clause); break;
            case ConversionPriceChange x: RepaymentChanges.Apply(overlay, x, clause); break;
            case ReschedulingChange x: RepaymentChanges.Apply(overlay, x, clause); break;
            case PrepaymentChange x: RepaymentChanges.Apply(overlay, x, clause); break;
            case SweepChange x: RepaymentChanges.Apply(overlay, x, clause); break;
            case ConversionElectionChange x: ConversionElectionChanges.Apply(overlay, x, clause); break;
            case ScheduledLoanAmendment x: ScheduledLoanChanges.Apply(overlay, x, clause); break;
            case UndertakingChange x: FactChanges.Apply(overlay, x, clause); break;
            case HedgeChange x: FactChanges.Apply(overlay, x, clause); break;
            case ShareChange x: FactChanges.Apply(overlay, x, clause); break;
            case PlanChange x: PlanChanges.Apply(overlay, x, clause); break;
            case ContributionChange x: ContributionChanges.Apply(overlay, x, clause); break;
            case ObligationChange x: PlanChanges.Apply(overlay, x, clause); break;
            case AccountAmendment x: AccountChanges.Apply(overlay, x, clause); break;
            case LineChange x: Line(overlay, x, clause); break;
            case PlanningChange x: Planning(overlay, x, clause); break;
            case EndChange x: End(overlay, x, clause); break;
            default: throw new ArgumentOutOfRangeException(nameof(change), change, "Not a change that can be made.");
        }
    }

    static void Line(Overlay overlay, LineChange change, Clause clause) => overlay.Change(Part.Lines, change.Line, clause, "line", (line, path) =>
    {
        var amount = AmountChanges.From(line.Amount, clause.Effective, change.Amount);
        var text = AmountShape.Shape.Text(line.Amount);
        if (text == AmountShape.Shape.Text(change.Amount) || text == AmountShape.Shape.Text(amount)) return line;
        overlay.Place($"{path}.amount.fromDate.from", $"{clause.Where}.amount");
        overlay.EndColumn(clause.Effective);
        return line with { Amount = amount, Source = clause.Cite(line.Source) };
    });

    static void Planning(Overlay overlay, PlanningChange change, Clause clause)
    {
        var before = overlay.Deal.Planning ?? new();
        var after = before with { Indices = before.Indices.SetItems(change.Planning.Indices), Prices = before.Prices.SetItems(change.Planning.Prices), Places = before.Places.SetItems(change.Planning.Places) };
        if (after.Indices.SequenceEqual(before.Indices) && after.Prices.SequenceEqual(before.Prices)) return;
        foreach (var price in change.Planning.Prices.Keys) overlay.Place(JsonPath.Field("planning.prices", price), JsonPath.Field($"{clause.Where}.prices", price));
        var source = change.Planning.Source.Length == 0 ? before.Source : before.Source.Length == 0 ? change.Planning.Source : $"{before.Source}; {change.Planning.Source}";
        overlay.Deal = overlay.Deal with { Planning = after with { Source = clause.Cite(source) }, Projects = [.. overlay.Deal.Projects.Select(project => AsPlannedFirst(project, before))] };
    }

    // A development plan goes on at the price that was planned when it was approved.
    static Project AsPlannedFirst(Project project, PlanningAssumptions before) =>
        project.DevelopmentPlan is { Price: null } plan && before.Prices.TryGetValue(project.Price, out var price) ? project with { DevelopmentPlan = plan with { Price = price } } : project;

    static void End(Overlay overlay, EndChange change, Clause clause)
    {
        if (overlay.Deal.End == change.Date) return;
        overlay.Place("end", $"{clause.Where}.date");
        overlay.Deal = overlay.Deal with { End = change.Date, Sources = clause.Cite(overlay.Deal.Sources, "end") };
    }
}
