using ProjectFinance.Operations;

namespace ProjectFinance.Deals.Json;

/// <summary>How other things owed are written.</summary>
static class ObligationShape
{
    public static ObjectShape<ObligationTerms> Shape { get; } = new ObjectShape<ObligationTerms>("obligation", "Something else that is owed and stands in a waterfall.", new() { Name = "", Currency = null! })
        .Called("Obligation")
        .Required("name", Leaf.Text, x => x.Name, (x, v) => x with { Name = v }, "What is owed, section and title: \"Company / Overheads\".")
        .Required("currency", Leaf.Unit, x => x.Currency, (x, v) => x with { Currency = v }, "What it is owed in.")
        .Optional("payments", Leaf.Array(DatedAmountShape.Shape), x => x.Payments, (x, v) => x with { Payments = v }, "Amounts that fall due on dates.")
        .Maybe("plan", PlanShape.Shape, x => x.Plan, (x, v) => x with { Plan = v }, "Amounts by calendar or by formula, which fall due at the end of each column.")
        .Optional("source", Leaf.Text, x => x.Source, (x, v) => x with { Source = v }, "Where it is agreed.");
}
