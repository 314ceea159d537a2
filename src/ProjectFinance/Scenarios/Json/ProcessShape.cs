using System.Collections.Immutable;
using NodaTime;
using ProjectFinance.Deals.Json;
using ProjectFinance.Rates;

namespace ProjectFinance.Scenarios.Json;

/// <summary>How the law of a factor is written.</summary>
static class ProcessShape
{
    static readonly ObjectShape<GeometricBrownian> Brownian = new ObjectShape<GeometricBrownian>("geometricBrownian", "A price with normal, independent returns.", new(default(Percentage)))
        .Required("volatility", Leaf.Percentage, x => x.Volatility, (x, v) => x with { Volatility = v }, "The standard deviation of a year's logarithmic return: \"14%\".")
        .Maybe("drift", Leaf.Percentage, x => x.Drift, (x, v) => x with { Drift = v }, "The yearly rate at which the mean grows, continuously compounded; left out, the mean is the usual value of each input.")
        .Maybe("start", Leaf.Quantity, x => x.Start, (x, v) => x with { Start = v }, "The price at the beginning: \"USD/oz 385\"; left out, that of the market.");

    static readonly ObjectShape<MeanRevertingPrice> Reverting = new ObjectShape<MeanRevertingPrice>("meanRevertingPrice", "A price whose logarithm is pulled back to a level.", new(0, default))
        .Required("speed", Leaf.Number, x => x.Speed, (x, v) => x with { Speed = v }, "How fast, a year: 0.5.")
        .Required("volatility", Leaf.Percentage, x => x.Volatility, (x, v) => x with { Volatility = v }, "The standard deviation of a year's movement of the logarithm without any pull.")
        .Maybe("level", Leaf.Quantity, x => x.Level, (x, v) => x with { Level = v }, "The price to which the mean tends; left out, the mean is the usual value of each input.")
        .Maybe("start", Leaf.Quantity, x => x.Start, (x, v) => x with { Start = v }, "The price at the beginning; left out, that of the market.");

    static readonly ObjectShape<HullWhite> Fitted = new ObjectShape<HullWhite>("hullWhite", "A rate around its forward curve.", new(0, default))
        .Required("speed", Leaf.Number, x => x.Speed, (x, v) => x with { Speed = v }, "How fast deviations are pulled back, a year: 0.2.")
        .Required("volatility", Leaf.Percentage, x => x.Volatility, (x, v) => x with { Volatility = v }, "The standard deviation of a year's movement without any pull, in rate points: \"1%\".")
        .Maybe("floor", Leaf.Percentage, x => x.Floor, (x, v) => x with { Floor = v }, "The least rate; left out, none.");

    static readonly ObjectShape<Vasicek> ToLevel = new ObjectShape<Vasicek>("vasicek", "A rate that is pulled to a stated level.", new(0, default, default))
        .Required("speed", Leaf.Number, x => x.Speed, (x, v) => x with { Speed = v }, "How fast it is pulled, a year: 0.2.")
        .Required("level", Leaf.Percentage, x => x.Level, (x, v) => x with { Level = v }, "The rate to which it is pulled: \"5.5%\".")
        .Required("volatility", Leaf.Percentage, x => x.Volatility, (x, v) => x with { Volatility = v }, "The standard deviation of a year's movement without any pull, in rate points: \"1%\".")
        .Maybe("start", Leaf.Percentage, x => x.Start, (x, v) => x with { Start = v }, "The rate at the beginning; left out, that of the market.")
        .Maybe("floor", Leaf.Percentage, x => x.Floor, (x, v) => x with { Floor = v }, "The least rate; left out, none.");

    static readonly ObjectShape<LognormalMultiple> Lognormal = new ObjectShape<LognormalMultiple>("lognormalMultiple", "A lognormal number that multiplies usual values.", new(default(Percentage)))
        .Required("deviation", Leaf.Percentage, x => x.Deviation, (x, v) => x with { Deviation = v }, "Its standard deviation as a share of its mean: \"10%\".")
        .Optional("mean", Leaf.Number, x => x.Mean, (x, v) => x with { Mean = v }, "Its mean.")
        .Optional("drawn", Leaf.Word<DrawnWhen>("how often it is drawn"), x => x.Drawn, (x, v) => x with { Drawn = v }, "How often it is drawn.");

    static readonly ObjectShape<TriangularMultiple> Triangular = new ObjectShape<TriangularMultiple>("triangularMultiple", "A number between two bounds that multiplies usual values.", new(0, 0))
        .Required("low", Leaf.Number, x => x.Low, (x, v) => x with { Low = v }, "The least: 0.9.")
        .Maybe("mode", Leaf.Number, x => x.Mode, (x, v) => x with { Mode = v }, "The most frequent; left out, the one that makes the mean 1: 3 - low - high.")
        .Required("high", Leaf.Number, x => x.High, (x, v) => x with { High = v }, "The greatest: 1.15.")
        .Optional("drawn", Leaf.Word<DrawnWhen>("how often it is drawn"), x => x.Drawn, (x, v) => x with { Drawn = v }, "How often it is drawn.");

    static readonly ObjectShape<DelayProbability> Delay = new ObjectShape<DelayProbability>("delayProbability", "One possible delay.", new(0, default))
        .Required("days", Leaf.Count, x => x.Days, (x, v) => x with { Days = v }, "By how many days; negative for earlier than expected.")
        .Required("probability", Leaf.Percentage, x => x.Probability, (x, v) => x with { Probability = v }, "How probable: \"25%\".");

    static readonly ObjectShape<GammaDelay> Gamma = new ObjectShape<GammaDelay>("gammaDelay", "A gamma distributed delay in whole days.", new(0, 0))
        .Required("mean", Leaf.Number, x => x.Mean, (x, v) => x with { Mean = v }, "The mean delay in days: 90.")
        .Required("deviation", Leaf.Number, x => x.Deviation, (x, v) => x with { Deviation = v }, "The standard deviation in days: 60.");

    static readonly ObjectShape<HistoricalPrice> PastPrice = new ObjectShape<HistoricalPrice>("historicalPrice", "A price that moves by returns of the past.", new(ImmutableSortedDictionary<LocalDate, double>.Empty, 0))
        .Required("history", new FixingsShape<double>(Leaf.Number, FixingsCsv.Prices), x => new(x.History), (x, v) => x with { History = v.Values }, "Prices by date, or the CSV file that has them.")
        .Required("blockLength", Leaf.Count, x => x.BlockLength, (x, v) => x with { BlockLength = v }, "How many returns in a row are taken from the past: 12.");

    static readonly ObjectShape<HistoricalRate> PastRate = new ObjectShape<HistoricalRate>("historicalRate", "A rate that moves by changes of the past.", new(ImmutableSortedDictionary<LocalDate, Percentage>.Empty, 0))
        .Required("history", new FixingsShape<Percentage>(Leaf.Percentage, FixingsCsv.Rates), x => new(x.History), (x, v) => x with { History = v.Values }, "Rates by date, or the CSV file that has them, in percent numbers.")
        .Required("blockLength", Leaf.Count, x => x.BlockLength, (x, v) => x with { BlockLength = v }, "How many changes in a row are taken from the past: 12.")
        .Maybe("floor", Leaf.Percentage, x => x.Floor, (x, v) => x with { Floor = v }, "The least rate; left out, none.");

    public static UnionShape<Process> Shape { get; } = new UnionShape<Process>("process", "The law by which a factor varies.")
        .Or("geometricBrownian", Brownian)
        .Or("meanRevertingPrice", Reverting)
        .Or("hullWhite", Fitted)
        .Or("vasicek", ToLevel)
        .Or("lognormalMultiple", Lognormal)
        .Or("triangularMultiple", Triangular)
        .Or("discreteDelay", new AsShape<DiscreteDelay, ImmutableArray<DelayProbability>>(() => Leaf.Array(Delay), days => new(days), x => x.Days))
        .Or("gammaDelay", Gamma)
        .Or("historicalPrice", PastPrice)
        .Or("historicalRate", PastRate);
}
