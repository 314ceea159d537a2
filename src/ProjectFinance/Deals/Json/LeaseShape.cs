using ProjectFinance.Operations;

namespace ProjectFinance.Deals.Json;

/// <summary>How a lease is written.</summary>
static class LeaseShape
{
    static readonly ObjectShape<LeaseExtension> Extension = new ObjectShape<LeaseExtension>("leaseExtension", "A deadline moved, for a payment that falls due on the deadline moved.", new(NodaTime.Period.Zero, default))
        .Required("length", Leaf.Step, x => x.Length, (x, v) => x with { Length = v }, "By how much: \"P1Y\" for a year.")
        .Required("payment", Leaf.Quantity, x => x.Payment, (x, v) => x with { Payment = v }, "The advance royalty, before indexation.")
        .Optional("exercised", Leaf.Truth, x => x.Exercised, (x, v) => x with { Exercised = v }, "Whether the lessee takes the extension where the milestone is not reached.");

    static readonly ObjectShape<PriceIndexation> Indexation = new ObjectShape<PriceIndexation>("priceIndexation", "An amount adjusted for inflation.", new() { Series = "", Base = "" })
        .Required("series", Leaf.Text, x => x.Series, (x, v) => x with { Series = v }, "The index among the prices of the market data, a plain number by month: \"US CPI-U\".")
        .Required("base", Leaf.Text, x => x.Base, (x, v) => x with { Base = v }, "The month at whose index the amount is stated: \"1994-12\".")
        .Optional("lagMonths", Leaf.Count, x => x.LagMonths, (x, v) => x with { LagMonths = v }, "How many months before the month of payment the index is taken.");

    public static ObjectShape<Lease> Shape { get; } = new ObjectShape<Lease>("lease", "A lease that ends unless a milestone is reached by a deadline, which payments extend.", new() { Name = "", Milestone = "", Deadline = default })
        .Called("Lease")
        .Required("name", Leaf.Text, x => x.Name, (x, v) => x with { Name = v }, "The lease's name, which begins the names of its lines.")
        .Required("milestone", Leaf.Text, x => x.Milestone, (x, v) => x with { Milestone = v }, "The milestone that must be reached.")
        .Required("deadline", Leaf.Date, x => x.Deadline, (x, v) => x with { Deadline = v }, "The last day on which it may be reached without an extension.")
        .Optional("extensions", Leaf.Array(Extension), x => x.Extensions, (x, v) => x with { Extensions = v }, "The extensions, in order.")
        .Maybe("indexation", Indexation, x => x.Indexation, (x, v) => x with { Indexation = v }, "How payments for extensions follow a price index.")
        .Maybe("termination", Leaf.Date, x => x.Termination, (x, v) => x with { Termination = v }, "The day on which the lease ends at the latest; left out, where the last extension ends.")
        .Sources(x => x.Sources, (x, v) => x with { Sources = v });
}
