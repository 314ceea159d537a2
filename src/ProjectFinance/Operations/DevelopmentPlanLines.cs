using System.Collections.Immutable;
using ProjectFinance.Amounts;
using ProjectFinance.CashFlows;
using static ProjectFinance.Formula;

namespace ProjectFinance.Operations;

/// <summary>
/// Lays out what is still to be produced, and beside it the development plan: amounts by calendar as planned, whatever a scenario changes. docs/facilities.md
/// says what every line means.
/// </summary>
static class DevelopmentPlanLines
{
    const double DaysOfYear = 365;

    /// <summary>Writes the lines.</summary>
    /// <param name="model">The model; the project's own lines are in it.</param>
    /// <param name="terms">Terms that have been validated.</param>
    /// <param name="price">The price the planning assumptions have for the project; used where the plan states none.</param>
    /// <param name="where">Where the project stands in the input: "projects[0]".</param>
    /// <param name="later">What is to be done once the names of all lines are known.</param>
    internal static void Write(Model model, Project terms, Quantity? price, string where, List<Action> later)
    {
        Reserves(model, $"{terms.Name} / Reserves", model.Find($"{terms.Name} / Production"), "produced in later columns");
        if (terms.DevelopmentPlan is not { } plan) return;
        string Name(string title) => $"{terms.Name} / {title}, development plan";
        var unitPrice = plan.Price ?? price ?? throw InvalidInputException.Of($"Project '{terms.Name}'", "the development plan has no price",
            "state it in the development plan, or give the price among the planning assumptions", $"{where}.developmentPlan");

        var production = Planned(model, Name("Production"), plan.Production ?? terms.Production, plan.Source, plan.Production is null ? $"{where}.production" : $"{where}.developmentPlan.production", later);
        var operating = Costs(model, Name("Operating costs"), terms, production, plan.OperatingCosts ?? terms.OperatingCosts, PathOf(where, "operatingCosts", plan.OperatingCosts is null), later);
        var capital = Costs(model, Name("Capital costs"), terms, production, plan.CapitalCosts ?? terms.CapitalCosts, PathOf(where, "capitalCosts", plan.CapitalCosts is null), later);
        var flow = model.Line(Name("Net cash flow"), terms.Currency, t =>
            production[t] * unitPrice - Sum(terms.Royalties.Select(royalty => Royalty(royalty, production, unitPrice, t))) - operating[t] - capital[t], LineKind.Flow, plan.Source);
        Reserves(model, Name("Reserves"), production, plan.Source);
        Future(model, Name("Future net cash flow"), flow, plan);
        Future(model, $"{terms.Name} / Future net cash flow", model.Find($"{terms.Name} / Net cash flow"), plan);
    }

    // Advances recouped from a royalty are not planned.
    static Formula Royalty(RoyaltyTerms terms, Line production, Quantity price, Period t)
    {
        var quantity = terms.Area is { } area ? Min(PlanLines.ByCalendar(area)(t) * area.Unit, production[t]) : production[t];
        var returns = quantity * price;
        return terms.Rate.Fraction * (terms.DeductionPerUnit is { } deduction ? NotNegative(returns - quantity * deduction) : returns);
    }

    static string PathOf(string where, string field, bool isOwn) => isOwn ? $"{where}.{field}" : $"{where}.developmentPlan.{field}";

    static void Reserves(Model model, string name, Line production, string source)
    {
        var reserves = model.Declare(name, production.Unit, LineKind.Level, source);
        reserves.Is(t => reserves.Next(t, 0) + production.Next(t, 0));
    }

    static void Future(Model model, string name, Line flow, DevelopmentPlan plan) =>
        flow.PresentValue(name, t => Growth.Factor(plan.Rate.Fraction, -t.Days / DaysOfYear), source: $"of all later periods, discounted at {plan.Rate} a year");

    /// <summary>A plan whose calendar no scenario changes; what a formula adds follows the lines it names.</summary>
    static Line Planned(Model model, string name, Plan plan, string source, string where, List<Action> later)
    {
        var line = model.Declare(name, plan.Unit, LineKind.Flow, source);
        var byCalendar = PlanLines.ByCalendar(plan);
        if (plan.Formula is not { } formula) line.Is(t => byCalendar(t) * plan.Unit);
        else later.Add(() =>
        {
            var amount = AmountLines.Write(model, formula, $"{where}.formula");
            line.Is(t => byCalendar(t) * plan.Unit + amount(t));
        });
        return line;
    }

    static Line Costs(Model model, string name, Project terms, Line production, ImmutableArray<Cost> costs, string where, List<Action> later)
    {
        var items = costs.Select((cost, i) => Item(model, $"{name}: {cost.Name}", production, cost, $"{where}[{i}]", later)).ToList();
        return model.Line(name, terms.Currency, t => Sum(items.Select(item => item(t))), LineKind.Flow, "as planned");
    }

    static Func<Period, Formula> Item(Model model, string name, Line production, Cost cost, string where, List<Action> later)
    {
        switch (cost)
        {
            case PlannedCost planned:
                var line = Planned(model, name, planned.Plan, planned.Source, $"{where}.plannedCost.plan", later);
                return t => line[t];
            case UnitCost unit:
                return t => production[t] * unit.PerUnit.Initial;
            default:
                throw new ArgumentOutOfRangeException(nameof(cost), cost, "Not a cost that can be laid out.");
        }
    }
}
