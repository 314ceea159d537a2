using ProjectFinance.Covenants;

namespace ProjectFinance.Deals.Json;

/// <summary>How waivers are written.</summary>
static class WaiverShape
{
    static readonly ObjectShape<WaiverCondition> Condition = new ObjectShape<WaiverCondition>("waiverCondition", "Something that must have happened by a day: a test that holds, or an undertaking that is done.", new() { Name = "", By = default })
        .Called("Condition")
        .Required("name", Leaf.Text, x => x.Name, (x, v) => x with { Name = v }, "What is required.")
        .Required("by", Leaf.Date, x => x.By, (x, v) => x with { By = v }, "The last day on which it may happen.")
        .Maybe("met", TestShape.Shape, x => x.Met, (x, v) => x with { Met = v }, "What must hold at the end of some column up to that day.")
        .Maybe("undertaking", Leaf.Text, x => x.Undertaking, (x, v) => x with { Undertaking = v }, "The undertaking of which everything due up to that day must be done by then.");

    public static ObjectShape<Waiver> Shape { get; } = new ObjectShape<Waiver>("waiver", "The lender's agreement to take no action on named breaches for a time and on conditions.", new() { Name = "", Of = [], From = default, Until = default })
        .Called("Waiver")
        .Required("name", Leaf.Text, x => x.Name, (x, v) => x with { Name = v }, "What it is called.")
        .Required("of", Leaf.Texts, x => x.Of, (x, v) => x with { Of = v }, "The breaches it covers: \"Breaches / Current ratio\".")
        .Required("from", Leaf.Date, x => x.From, (x, v) => x with { From = v }, "The first day on which it is in force.")
        .Required("until", Leaf.Date, x => x.Until, (x, v) => x with { Until = v }, "The last day on which it is in force.")
        .Optional("conditions", Leaf.Array(Condition), x => x.Conditions, (x, v) => x with { Conditions = v }, "What it depends on; one not met on its day ends the waiver for good.")
        .Optional("source", Leaf.Text, x => x.Source, (x, v) => x with { Source = v }, "The clause.");
}
