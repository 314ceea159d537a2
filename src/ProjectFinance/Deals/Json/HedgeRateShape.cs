using ProjectFinance.Hedges;

namespace ProjectFinance.Deals.Json;

/// <summary>How a yearly rate of a forward curve is written: a percentage, or an index with what is added to it.</summary>
static class HedgeRateShape
{
    static readonly ObjectShape<HedgeRate> OverIndex = new ObjectShape<HedgeRate>("hedgeRate", "A yearly rate of a forward curve: an index and what is added to it.", new(default(Percentage)))
        .Required("index", Leaf.Text, x => x.Index!, (x, v) => x with { Index = v }, "The index, as the market data name it: \"gold contango 12M\".")
        .Optional("rate", Leaf.Percentage, x => x.Rate, (x, v) => x with { Rate = v }, "What is added to it.");

    static readonly AsShape<HedgeRate, Percentage> Stated = new(() => Leaf.Percentage, rate => new(rate), x => x.Rate);

    public static Shape<HedgeRate> Shape { get; } = new ShorthandShape<HedgeRate>(OverIndex, Stated, x => x.Index is null);
}
