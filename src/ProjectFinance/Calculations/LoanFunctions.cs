using System.Collections.Immutable;
using System.Text.Json;
using NodaTime;
using ProjectFinance.Deals;
using ProjectFinance.Deals.Json;
using ProjectFinance.Reporting;
using ProjectFinance.Results;

namespace ProjectFinance.Calculations;

/// <summary>Sculpted loans, and deals as a whole.</summary>
static class LoanFunctions
{
    static readonly OneOrEach<double> Numbers = new(Leaf.Number);

    static readonly ObjectShape<Sculpting> SculptShape = new ObjectShape<Sculpting>("sculpting", "A loan whose debt service follows the cash flow.", new() { CashFlow = [], Rates = [], Dscr = [] })
        .Required("cfads", Leaf.Array(Leaf.Number), x => x.CashFlow, (x, v) => x with { CashFlow = v }, "The cash flow available for debt service of each period.")
        .Required("rate", Numbers, x => x.Rates, (x, v) => x with { Rates = v }, "The yearly interest rate, one for all periods or one each.")
        .Required("dscr", Numbers, x => x.Dscr, (x, v) => x with { Dscr = v }, "The cover ratio, one for all periods or one each.")
        .Optional("dsraMonths", Leaf.Number, x => x.ReserveMonths, (x, v) => x with { ReserveMonths = v }, "For how many months of debt service a reserve account is filled.")
        .Optional("periodsPerYear", Leaf.Count, x => x.PeriodsPerYear, (x, v) => x with { PeriodsPerYear = v }, "How many periods a year has.");

    static readonly ObjectShape<RunArguments> RunShape = new ObjectShape<RunArguments>("run", "A deal to be laid out and computed.", new())
        .Required("deal", new AnyShape(), x => x.Deal, (x, v) => x with { Deal = v }, "The term sheet.")
        .Optional("market", new AnyShape(), x => x.Market, (x, v) => x with { Market = v }, "The market data; left out, the plan's own.")
        .Maybe("asOf", Leaf.Date, x => x.AsOf, (x, v) => x with { AsOf = v }, "The day as of which amendments are known; left out, all are.");

    internal static ImmutableArray<Function> All { get; } =
    [
        new Function<Sculpting>("sculpt", "The loan that cash flow services at a cover ratio.", SculptShape, Sculpt),
        new Function<RunArguments>("run", "Everything about a deal, as the verb run writes it.", RunShape, Run),
    ];

    static void Sculpt(Sculpting terms, Utf8JsonWriter json)
    {
        var debt = terms.Solve();
        json.Number("debt", debt.Debt);
        json.Numbers("interest", debt.Interest);
        json.Numbers("principal", debt.Principal);
        json.Numbers("balance", debt.Balance);
        json.Numbers("dsra", debt.Reserve);
        json.Number("dsraAtStart", debt.ReserveAtStart);
    }

    static void Run(RunArguments terms, Utf8JsonWriter json)
    {
        var gather = new Gather();
        Deal? deal = null;
        Market? market = null;
        gather.Try(() => deal = Deal.Parse(terms.Deal.GetRawText(), "deal"));
        gather.Try(() => market = terms.Market.ValueKind is JsonValueKind.Undefined or JsonValueKind.Null ? null : Market.Parse(terms.Market.GetRawText(), "market"));
        gather.Throw();
        var laidOut = DealLayout.Lay(deal!, market, terms.AsOf);
        var run = new Runner(laidOut.Model).Run();
        if (BlockedElections.Problems(laidOut, run) is { IsEmpty: false } blocked) throw new InvalidInputException(blocked);
        RunJson.Fields(json, laidOut, run, run.Model.Lines);
    }

    sealed record RunArguments
    {
        internal JsonElement Deal { get; init; }

        internal JsonElement Market { get; init; }

        internal LocalDate? AsOf { get; init; }
    }
}
