using System.Collections.Immutable;
using ProjectFinance.Deals.Json;
using ProjectFinance.Operations;
using ProjectFinance.Rates;

namespace ProjectFinance.Deals.Amending;

/// <summary>Puts new costs in place of old ones for the days after a date: a cost of the same name goes on, one that is missing ends, another begins.</summary>
sealed class CostChanges(Overlay overlay, Project project, Clause clause)
{
    /// <summary>The old costs up to the date and the new ones after it.</summary>
    /// <param name="before">The old costs.</param>
    /// <param name="after">The new costs.</param>
    /// <param name="inDeal">The path of the costs in the deal.</param>
    /// <param name="field">The field of the change that has the new ones.</param>
    internal ImmutableArray<Cost> Join(ImmutableArray<Cost> before, ImmutableArray<Cost> after, string inDeal, string field)
    {
        if (ProjectShape.AllCosts.Text(before) == ProjectShape.AllCosts.Text(after)) return before;
        var costs = before.ToBuilder();
        foreach (var (i, old) in before.Index())
            costs[i] = after.Index().FirstOrDefault(x => x.Item.Name == old.Name) is (var place, { } same) ? GoOn(old, same, $"{inDeal}[{i}]", $"{field}[{place}]") : End(old);
        foreach (var (i, begun) in after.Index().Where(x => !before.Any(old => old.Name == x.Item.Name)))
        {
            overlay.Place($"{inDeal}[{costs.Count}]", $"{clause.Where}.{field}[{i}]");
            costs.Add(Begin(begun));
        }
        return costs.ToImmutable();
    }

    Quantity Nothing => 0 * (project.Currency / project.Production.Unit);

    NodaTime.LocalDate NextDay => clause.Effective.PlusDays(1);

    Cost GoOn(Cost old, Cost same, string inDeal, string field)
    {
        switch (old, same)
        {
            case (UnitCost was, UnitCost now):
                var perUnit = SteppedChanges.From(was.PerUnit, NextDay, now.PerUnit, SteppedShape.Quantity);
                if (perUnit == was.PerUnit) return was;
                overlay.Place($"{inDeal}.unitCost.perUnit.changes", $"{clause.Where}.{field}.unitCost.perUnit");
                return was with { PerUnit = perUnit, Source = Source(was, now) };
            case (PlannedCost was, PlannedCost now):
                return PlanChanges.Joined(overlay, was.Plan, now.Plan, clause, $"{inDeal}.plannedCost.plan", $"{field}.plannedCost.plan") is { } plan ? was with { Plan = plan, Source = Source(was, now) } : was;
            default:
                overlay.Report(clause, $"the cost '{old.Name}' is now counted otherwise, {(same is UnitCost ? "for each unit" : "by calendar")}", "give the new cost another name", field);
                return old;
        }
    }

    Cost End(Cost old)
    {
        Cost ended = old switch
        {
            UnitCost unit => unit with { PerUnit = SteppedChanges.From(unit.PerUnit, NextDay, Nothing, SteppedShape.Quantity) },
            PlannedCost planned => planned with { Plan = PlanChanges.Until(planned.Plan, clause.Effective) },
            _ => throw new System.Diagnostics.UnreachableException(),
        };
        return ProjectShape.AllCosts.Text([old]) == ProjectShape.AllCosts.Text([ended]) ? old : ended with { Source = clause.Cite(old.Source) };
    }

    Cost Begin(Cost begun) => begun switch
    {
        UnitCost unit => unit with { PerUnit = SteppedChanges.From(Nothing, NextDay, unit.PerUnit, SteppedShape.Quantity), Source = Source(unit, unit) },
        PlannedCost planned => planned with { Plan = PlanChanges.Only(planned.Plan, clause.Effective), Source = Source(planned, planned) },
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    string Source(Cost old, Cost now) => clause.Cite(now.Source.Length == 0 || now.Source == old.Source ? old.Source : old.Source.Length == 0 ? now.Source : $"{old.Source}; {now.Source}");
}
