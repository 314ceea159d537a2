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
        var sold = terms.SoldQuantity is { } quantity ? Sold(model, Name("Sold"), quantity, production.Unit, SourceOf("soldQuantity"), $"{where}.soldQuantity", later) : production;
        var revenue = model.Line(Name("Revenue"), terms.Currency, t => sold[t] * price[t], LineKind.Flow, SourceOf("price"));
        var royalties = new RoyaltyLines(model, terms, production, price, revenue, later);
        var royalty = royalties.Write($"{where}.royalties");
        var operating = Costs(model, Name("Operating costs"), terms.Currency, production, terms.OperatingCosts, $"{where}.operatingCosts", later);
        var capital = Costs(model, Name("Capital costs"), terms.Currency, production, terms.CapitalCosts, $"{where}.capitalCosts", later);
        model.Line(Name("Net cash flow"), terms.Currency, t => revenue[t] - royalty[t] - operating[t] - capital[t], LineKind.Flow, "revenue less royalty and costs, as incurred");
        model.Obligation(royalty.Name, terms.Currency, t => royalty[t] - royalties.Recouped(t), royalty.Source);
        foreach (var line in (ReadOnlySpan<Line>)[operating, capital])
            model.Obligation(line.Name, terms.Currency, t => line[t], line.Source);
    }

    static Line Sold(Model model, string name, string quantity, Unit unit, string source, string where, List<Action> later)
    {
        var sold = model.Declare(name, unit, LineKind.Flow, source);
        later.Add(() =>
        {
            var named = AmountLines.Find(model, quantity, where, unit);
            sold.Is(t => named[t]);
        });
        return sold;
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
