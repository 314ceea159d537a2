using ProjectFinance.Covenants;

namespace ProjectFinance.Deals.Json;

/// <summary>How security is written.</summary>
static class SecurityShape
{
    public static ObjectShape<Security> Shape { get; } = new ObjectShape<Security>("security", "What a lender may turn to beside the borrower.", new() { Name = "", Kind = default, Obligor = "" })
        .Called("Security")
        .Required("name", Leaf.Text, x => x.Name, (x, v) => x with { Name = v }, "What it is called: \"Company guaranty\".")
        .Required("kind", Leaf.Word<SecurityKind>("kind of security"), x => x.Kind, (x, v) => x with { Kind = v }, "What kind of security it is.")
        .Required("obligor", Leaf.Text, x => x.Obligor, (x, v) => x with { Obligor = v }, "Who gives it.")
        .Optional("loans", Leaf.Texts, x => x.Loans, (x, v) => x with { Loans = v }, "The loans it secures.")
        .Maybe("release", TestShape.Shape, x => x.Release, (x, v) => x with { Release = v }, "What releases it, once and for all.")
        .Optional("source", Leaf.Text, x => x.Source, (x, v) => x with { Source = v }, "Where it is agreed.");
}
