using ProjectFinance.Operations;

namespace ProjectFinance.Deals.Validation;

/// <summary>Whether the terms of a project and of contributions make sense.</summary>
static class ProjectValidation
{
    public static IEnumerable<Problem> Problems(Project project, Deal deal, string where)
    {
        var subject = $"Project '{project.Name}'";
        return
        [
            .. TermCheck.Currency(project.Currency, "project", subject, $"{where}.currency"),
            .. PlanValidation.Problems(project.Production, deal, subject, $"{where}.production"),
            .. PlanValidation.NotNegative(project.Production, "production", subject, $"{where}.production"),
            .. string.IsNullOrWhiteSpace(project.Price) ? [new Problem(subject, "the price has no name", "name a price of the market data or a line of the deal", $"{where}.price")] : Array.Empty<Problem>(),
            .. project.Royalties.SelectMany((royalty, i) => Royalty(royalty, project, deal, $"{where}.royalties[{i}]")),
            .. project.OperatingCosts.SelectMany((cost, i) => Cost(cost, project, deal, $"{where}.operatingCosts[{i}]")),
            .. project.CapitalCosts.SelectMany((cost, i) => Cost(cost, project, deal, $"{where}.capitalCosts[{i}]")),
            .. project.DevelopmentPlan is { } development ? Development(development, project, deal, $"{where}.developmentPlan") : [],
            .. deal.Planning is { } planning && planning.Prices.TryGetValue(project.Price, out var price)
                ? PriceUnit(project, price.Unit, Json.JsonPath.Field("planning.prices", project.Price))
                : [],
        ];
    }

    /// <summary>Whether a price is in the currency and the unit of production of a project.</summary>
    public static IEnumerable<Problem> PriceUnit(Project project, Unit unit, string where) =>
        TermCheck.SameUnit(unit, PerUnit(project), $"price of '{project.Price}'", "currency by unit produced", $"Project '{project.Name}'", where);

    public static IEnumerable<Problem> Problems(Contribution contribution, Deal deal, string where)
    {
        var subject = $"Contribution '{contribution.Name}'";
        return
        [
            .. TermCheck.Currency(contribution.Currency, "contribution", subject, $"{where}.currency"),
            .. TermCheck.NotEmpty(contribution.Payments, "payment", subject, $"{where}.payments"),
            .. contribution.Payments.SelectMany((payment, i) => TermCheck.Dated(deal, payment, contribution.Currency, "payment", "the currency of the contribution", subject, $"{where}.payments[{i}]")),
            .. (contribution.Paid ?? []).SelectMany((payment, i) => TermCheck.Dated(deal, payment, contribution.Currency, "payment", "the currency of the contribution", subject, $"{where}.paid[{i}]")),
        ];
    }

    public static IEnumerable<Problem> Problems(ObligationTerms owed, Deal deal, string where)
    {
        var subject = $"Obligation '{owed.Name}'";
        return
        [
            .. TermCheck.Currency(owed.Currency, "obligation", subject, $"{where}.currency"),
            .. owed.Plan is null ? TermCheck.NotEmpty(owed.Payments, "payment or plan", subject, $"{where}.payments") : [],
            .. owed.Payments.SelectMany((payment, i) => TermCheck.Dated(deal, payment, owed.Currency, "payment", "the currency of the obligation", subject, $"{where}.payments[{i}]")),
            .. owed.Plan is not { } plan ? [] : TermCheck.SameUnit(plan.Unit, owed.Currency, "plan", "the currency of the obligation", subject, $"{where}.plan.unit"),
            .. owed.Plan is not { } table ? [] : PlanValidation.Problems(table, deal, subject, $"{where}.plan"),
            .. owed.Plan is not { } amounts ? [] : PlanValidation.NotNegative(amounts, "amount", subject, $"{where}.plan"),
        ];
    }

    static IEnumerable<Problem> Development(DevelopmentPlan plan, Project project, Deal deal, string where)
    {
        var subject = $"Project '{project.Name}'";
        return
        [
            .. plan.Production is { } production ? [.. PlanValidation.Problems(production, deal, subject, $"{where}.production"),
                .. TermCheck.SameUnit(production.Unit, project.Production.Unit, "planned production", "as production is", subject, $"{where}.production.unit")] : Array.Empty<Problem>(),
            .. (plan.OperatingCosts ?? []).SelectMany((cost, i) => Cost(cost, project, deal, $"{where}.operatingCosts[{i}]")),
            .. (plan.CapitalCosts ?? []).SelectMany((cost, i) => Cost(cost, project, deal, $"{where}.capitalCosts[{i}]")),
            .. plan.Price is { } price ? PerUnit(price, "planned price", project, subject, $"{where}.price") : [],
            .. plan.Price is null && deal.Planning?.Prices.ContainsKey(project.Price) != true
                ? [new(subject, "the development plan has no price", "state it in the development plan, or give the price among the planning assumptions", where)]
                : Array.Empty<Problem>(),
            .. plan.Rate > -1.0 ? Array.Empty<Problem>() : [new(subject, $"the discount rate is {plan.Rate}", "it must be above -100%", $"{where}.rate")],
        ];
    }

    static IEnumerable<Problem> Royalty(RoyaltyTerms royalty, Project project, Deal deal, string where)
    {
        var subject = $"Royalty '{royalty.Name}'";
        return
        [
            .. TermCheck.Share(royalty.Rate, "rate", subject, $"{where}.rate"),
            .. royalty.DeductionPerUnit is { } deduction ? PerUnit(deduction, "deduction", project, subject, $"{where}.deductionPerUnit") : [],
            .. royalty.Area is { } area ? Area(area) : [],
        ];

        IEnumerable<Problem> Area(Plan area) =>
        [
            .. TermCheck.SameUnit(area.Unit, project.Production.Unit, "production of the area", "the unit of production", subject, $"{where}.area.unit"),
            .. PlanValidation.Problems(area, deal, subject, $"{where}.area"),
            .. PlanValidation.NotNegative(area, "production", subject, $"{where}.area"),
        ];
    }

    static IEnumerable<Problem> Cost(Cost cost, Project project, Deal deal, string where)
    {
        var subject = $"Cost '{cost.Name}'";
        return cost switch
        {
            UnitCost unit => SteppedValidation.Problems(unit.PerUnit, deal, "cost", subject, $"{where}.unitCost.perUnit", (value, here) => PerUnit(value, "cost", project, subject, here)),
            PlannedCost planned =>
            [
                .. TermCheck.SameUnit(planned.Plan.Unit, project.Currency, "plan", "the currency of the project", subject, $"{where}.plannedCost.plan.unit"),
                .. PlanValidation.Problems(planned.Plan, deal, subject, $"{where}.plannedCost.plan"),
            ],
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }

    static IEnumerable<Problem> PerUnit(Quantity amount, string what, Project project, string subject, string where) =>
    [
        .. TermCheck.SameUnit(amount.Unit, PerUnit(project), what, "currency by unit produced", subject, where),
        .. TermCheck.NotNegative(amount, what, subject, where),
    ];

    static Unit PerUnit(Project project) => project.Currency / project.Production.Unit;
}
