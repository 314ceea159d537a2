using System.Collections.Immutable;
using NodaTime;
using ProjectFinance.Deals.Json;

namespace ProjectFinance.Calculations;

/// <summary>What flows are worth and what they return, under the names of spreadsheet functions.</summary>
static class CashFlowFunctions
{
    internal static ImmutableArray<Function> All { get; } =
    [
        Of("irr", "The internal rate of return of one period.", WithGuess(Flows()), x => x.Guess is { } guess ? InternalRateOfReturn.Of(x.Flows.AsSpan(), guess) : InternalRateOfReturn.Of(x.Flows.AsSpan())),
        Of("xirr", "The internal rate of return of dated flows, a year.", WithGuess(Dated(Flows())),
            x => x.Guess is { } guess ? InternalRateOfReturn.Of(x.Flows.AsSpan(), x.Dates.AsSpan(), guess) : InternalRateOfReturn.Of(x.Flows.AsSpan(), x.Dates.AsSpan())),
        Of("npv", "The value of flows one period before the first.", AtRate(Flows()), x => DiscountedCashFlow.NetPresentValue(x.Rate, x.Flows.AsSpan())),
        Of("xnpv", "The value of dated flows on the first date.", AtRate(Dated(Flows())), x => DiscountedCashFlow.NetPresentValue(x.Rate, x.Flows.AsSpan(), x.Dates.AsSpan())),
        Of("mirr", "The modified internal rate of return of one period.", AtTwoRates(Flows()), x => DiscountedCashFlow.ModifiedInternalRate(x.Flows.AsSpan(), x.FinanceRate, x.ReinvestRate)),
    ];

    static Function<FlowArguments> Of(string name, string about, ObjectShape<FlowArguments> arguments, Func<FlowArguments, double> value) => new(name, about, arguments, (x, json) => json.Value(value(x)));

    static ObjectShape<FlowArguments> Flows() => new ObjectShape<FlowArguments>("flows", "Money received, positive, and paid, negative.", new())
        .Required("flows", Leaf.Array(Leaf.Number), x => x.Flows, (x, v) => x with { Flows = v }, "The flow of each period, or of each date.");

    static ObjectShape<FlowArguments> Dated(ObjectShape<FlowArguments> shape) => shape.Required("dates", Leaf.Array(Leaf.Date), x => x.Dates, (x, v) => x with { Dates = v }, "The date of each flow, none before the first.");

    static ObjectShape<FlowArguments> AtRate(ObjectShape<FlowArguments> shape) => shape.Required("rate", Leaf.Number, x => x.Rate, (x, v) => x with { Rate = v }, "The rate of a period; for dated flows of a year of 365 days.");

    static ObjectShape<FlowArguments> WithGuess(ObjectShape<FlowArguments> shape) =>
        shape.Maybe("guess", Leaf.Number, x => x.Guess, (x, v) => x with { Guess = v }, "Where the rate is expected, which decides between several; left out, there must be one only.");

    static ObjectShape<FlowArguments> AtTwoRates(ObjectShape<FlowArguments> shape) => shape
        .Required("financeRate", Leaf.Number, x => x.FinanceRate, (x, v) => x with { FinanceRate = v }, "The rate of a period paid on what is spent.")
        .Required("reinvestRate", Leaf.Number, x => x.ReinvestRate, (x, v) => x with { ReinvestRate = v }, "The rate of a period earned on what is received.");

    sealed record FlowArguments
    {
        internal ImmutableArray<double> Flows { get; init; } = [];

        internal ImmutableArray<LocalDate> Dates { get; init; } = [];

        internal double Rate { get; init; }

        internal double FinanceRate { get; init; }

        internal double ReinvestRate { get; init; }

        internal double? Guess { get; init; }
    }
}
