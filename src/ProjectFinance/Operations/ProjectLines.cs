using System.Collections.Immutable;
using ProjectFinance.Amounts;
using static ProjectFinance.Formula;

namespace ProjectFinance.Operations;

/// <summary>Lays out a project: production, revenue, royalty, costs and the cash flow they leave. docs/facilities.md says what every line means.</summary>
static class ProjectLines
{
    /// <summary>Writes the project's lines.</summary>
    /// <param name="model">The model.</param>
    /// <param name="terms">Terms that have been validated.</param>
    /// <param name="market">Where prices come from.</param>
    /// <param name="where">Where the project stands in the input: "projects[0]".</param>
    /// <param name="later">What is to be done once the names of all lines are known.</param>
    internal static void Write(Model model, Project terms, Market market, string where, List<Action> later)
    {
        string Name(string title) => $"{terms.Name} / {title}";
        string SourceOf(string field) => terms.Sources.GetValueOrDefault(field, "");

        var production = PlanLines.Write(model, Name("Production"), terms.Production, SourceOf("production"), $"{where}.production", later);
        var price = PriceLines.Write(model, terms, market, $"{where}.price", later);
        var revenue = model.Line(Name("Revenue"), terms.Currency, t => production[t] * price[t], LineKind.Flow, SourceOf("price"));
        var royalty = model.Line(Name("Royalty"), terms.Currency, Royalty(model, terms, Name, production, revenue), LineKind.Flow, SourceOf("royalty"));
        var operating = Costs(model, Name("Operating costs"), terms.Currency, production, terms.OperatingCosts, $"{where}.operatingCosts", later);
        var capital = Costs(model, Name("Capital costs"), terms.Currency, production, terms.CapitalCosts, $"{where}.capitalCosts", later);
        model.Line(Name("Net cash flow"), terms.Currency, t => revenue[t] - royalty[t] - operating[t] - capital[t], LineKind.Flow, "revenue less royalty and costs, as incurred");
        foreach (var line in (ReadOnlySpan<Line>)[royalty, operating, capital])
            model.Obligation(line.Name, terms.Currency, t => line[t], line.Source);
    }

    static Func<Period, Formula> Royalty(Model model, Project terms, Func<string, string> name, Line production, Line revenue)
    {
        if (terms.Royalty is not { } royalty) return _ => 0;
        var source = terms.Sources.GetValueOrDefault("royalty", "");
        var rate = model.Parameter(name("Royalty rate"), royalty.Rate.Fraction * Unit.None, source);
        if (royalty.DeductionPerUnit is not { } deduction) return t => rate * revenue[t];
        var deductible = model.Parameter(name("Royalty deduction"), deduction, source);
        return t => rate * NotNegative(revenue[t] - production[t] * deductible);
    }

    /// <summary>The total of some costs, with a line for each where there are several.</summary>
    static Line Costs(Model model, string name, Unit currency, Line production, ImmutableArray<Cost> costs, string where, List<Action> later)
    {
        var items = costs.Select((cost, i) => Item(model, $"{name}: {cost.Name}", currency, production, cost, $"{where}[{i}]", later)).ToList();
        return model.Line(name, currency, t => Sum(items.Select(item => item[t])), LineKind.Flow, string.Join("; ", costs.Select(c => c.Source).Where(s => s.Length > 0).Distinct()));
    }

    static Line Item(Model model, string name, Unit currency, Line production, Cost cost, string where, List<Action> later)
    {
        switch (cost)
        {
            case PlannedCost planned:
                return PlanLines.Write(model, name, planned.Plan, planned.Source, $"{where}.plannedCost.plan", later);
            case UnitCost unit:
                var perUnit = new SteppedParameter(model, $"{name}, each unit", unit.PerUnit, unit.Source);
                return model.Line(name, currency, t => production[t] * perUnit.At(t), LineKind.Flow, unit.Source);
            default:
                throw new ArgumentOutOfRangeException(nameof(cost), cost, "Not a cost that can be laid out.");
        }
    }
}
