using System.Collections.Immutable;
using NodaTime;
using ProjectFinance.Amounts;
using ProjectFinance.Deals.Json;
using ProjectFinance.Operations;
using ProjectFinance.Rates;
using ProjectFinance.Time;

namespace ProjectFinance.Deals.Amending;

/// <summary>Puts a new plan in place of an old one for the days after a date.</summary>
static class PlanChanges
{
    internal static void Apply(Overlay overlay, PlanChange change, Clause clause) => overlay.Change(Part.Projects, change.Project, clause, "project", (project, path) =>
    {
        var before = project;
        if (change.Production is { } production && Joined(overlay, project.Production, production, clause, $"{path}.production", "production") is { } joined)
            project = project with { Production = joined, Sources = clause.Cite(project.Sources, "production") };
        if (change.OperatingCosts is { } operating) project = project with { OperatingCosts = new CostChanges(overlay, project, clause).Join(project.OperatingCosts, operating, $"{path}.operatingCosts", "operatingCosts") };
        if (change.CapitalCosts is { } capital) project = project with { CapitalCosts = new CostChanges(overlay, project, clause).Join(project.CapitalCosts, capital, $"{path}.capitalCosts", "capitalCosts") };
        if (project != before && project.DevelopmentPlan is { } approved)
            project = project with { DevelopmentPlan = approved with { Production = approved.Production ?? before.Production, OperatingCosts = approved.OperatingCosts ?? before.OperatingCosts, CapitalCosts = approved.CapitalCosts ?? before.CapitalCosts } };
        // Costs for each unit produced and formulas change between columns.
        if (project != before) overlay.EndColumn(clause.Effective);
        return project;
    });

    internal static void Apply(Overlay overlay, ObligationChange change, Clause clause) => overlay.Change(Part.Obligations, change.Obligation, clause, "obligation", (owed, path) =>
    {
        var before = owed;
        if (change.Payments is { } payments) owed = owed with { Payments = ContributionChanges.Joined(overlay, owed.Payments, payments, clause, path, "payments") };
        if (change.Plan is { } plan && Joined(overlay, owed.Plan ?? new() { Unit = plan.Unit }, plan, clause, $"{path}.plan", "plan") is { } joined)
        {
            owed = owed with { Plan = joined };
            overlay.EndColumn(clause.Effective);
        }
        return owed == before ? owed : owed with { Source = clause.Cite(owed.Source) };
    });

    /// <summary>The old plan up to a date and the new one after it; null where that is already so, or where they do not fit and it was reported.</summary>
    internal static Plan? Joined(Overlay overlay, Plan before, Plan after, Clause clause, string inDeal, string field)
    {
        if (PlanShape.Shape.Text(before) == PlanShape.Shape.Text(after)) return null;
        if (before.Unit != after.Unit)
        {
            overlay.Report(clause, $"the new plan is in '{after.Unit}'", $"it must be in '{before.Unit}', like the old one", $"{field}.unit");
            return null;
        }
        var joined = Join(before, after, clause.Effective);
        if (PlanShape.Shape.Text(before) == PlanShape.Shape.Text(joined)) return null;
        overlay.Place(inDeal, $"{clause.Where}.{field}");
        return joined;
    }

    /// <summary>The old plan for days up to a date, and the new one for days after it.</summary>
    internal static Plan Join(Plan before, Plan after, LocalDate on) => new()
    {
        Unit = before.Unit,
        Amounts = Within(before, LocalDate.MinIsoValue, on).Concat(Within(after, on, LocalDate.MaxIsoValue))
            .GroupBy(amount => amount.Label, StringComparer.Ordinal).ToImmutableSortedDictionary(same => same.Key, same => same.Sum(amount => amount.Amount), StringComparer.Ordinal),
        Formula = Formulas(before, after, on),
    };

    /// <summary>A plan for the days after a date only.</summary>
    internal static Plan Only(Plan plan, LocalDate on) => Join(new() { Unit = plan.Unit }, plan, on);

    /// <summary>A plan for the days up to a date only.</summary>
    internal static Plan Until(Plan plan, LocalDate on) => Join(plan, new() { Unit = plan.Unit }, on);

    // A formula holds in whole columns; the columns that end after the date have days after it only, as a column ends on the date.
    static AmountFromDate? Formulas(Plan before, Plan after, LocalDate on)
    {
        if (before.Formula is null && after.Formula is null) return null;
        Amount nothing = new StatedAmount(0 * before.Unit);
        return AmountChanges.From(before.Formula ?? nothing, on.PlusDays(1), after.Formula ?? nothing);
    }

    // Amounts are spread evenly over their spans, so a part of the days has that part of the amount. A label that cannot be read stays, to be reported as such.
    static IEnumerable<(string Label, double Amount)> Within(Plan plan, LocalDate after, LocalDate upTo)
    {
        foreach (var (label, amount) in plan.Amounts)
        {
            if (!Spans.TryParse(label, "", "", out var span, out _)) yield return (label, amount);
            else if (span.Start >= after && span.End <= upTo) yield return (label, amount);
            else if (LocalDate.Max(span.Start, after) is var start && LocalDate.Min(span.End, upTo) is var end && start < end)
                yield return (new DateSpan(start, end).ToString(), amount * new DateSpan(start, end).Days / span.Days);
        }
    }
}
