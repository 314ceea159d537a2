using ProjectFinance.Operations;

namespace ProjectFinance.Deals.Json;

/// <summary>How a right to elect is written.</summary>
static class ElectionShape
{
    static readonly Election Blank = new() { Name = "", Date = default, Currency = null!, CashFlow = "", Interest = default, Reimbursement = default, CostsToDate = null!, DiscountRate = default };

    public static ObjectShape<Election> Shape { get; } = new ObjectShape<Election>("election", "A right to take a share of a project for a share of what it has cost.", Blank)
        .Called("Election")
        .Required("name", Leaf.Text, x => x.Name, (x, v) => x with { Name = v }, "The right's name, which begins the names of its lines.")
        .Required("date", Leaf.Date, x => x.Date, (x, v) => x with { Date = v }, "The day on which the holder decides.")
        .Maybe("when", TestShape.Shape, x => x.When, (x, v) => x with { When = v }, "What must hold on that day for the right to exist.")
        .Required("currency", Leaf.Unit, x => x.Currency, (x, v) => x with { Currency = v }, "The currency of the cash flow, the costs and the values.")
        .Required("cashFlow", Leaf.Text, x => x.CashFlow, (x, v) => x with { CashFlow = v }, "The line of the project's cash flow.")
        .Maybe("insteadOf", Leaf.Text, x => x.InsteadOf, (x, v) => x with { InsteadOf = v }, "The line of what the holder receives without electing, and gives up by electing.")
        .Required("interest", Leaf.Percentage, x => x.Interest, (x, v) => x with { Interest = v }, "The share taken.")
        .Required("reimbursement", Leaf.Percentage, x => x.Reimbursement, (x, v) => x with { Reimbursement = v }, "What the holder pays of its share of the costs: \"120%\".")
        .Required("costsToDate", AmountShape.Shape, x => x.CostsToDate, (x, v) => x with { CostsToDate = v }, "What the project has cost, as far as it counts.")
        .Required("discountRate", Leaf.Percentage, x => x.DiscountRate, (x, v) => x with { DiscountRate = v }, "The yearly rate at which both sides value later cash flow.")
        .Optional("rule", Leaf.Word<ElectionRule>("rule of election"), x => x.Rule, (x, v) => x with { Rule = v }, "What the holder does where the right exists.")
        .Sources(x => x.Sources, (x, v) => x with { Sources = v });
}
