using NodaTime;

namespace ProjectFinance.Rates;

/// <summary>One of the figures that a series of the market is given by.</summary>
/// <param name="Kind">What kind.</param>
/// <param name="Day">The day of a fixing, the first day of a forward rate, the last day of a span, the day after which the price afterwards holds.</param>
/// <param name="Value">The rate, with what is added to it, or the price.</param>
readonly record struct SeriesFigure(FigureKind Kind, LocalDate Day, double Value)
{
    /// <summary>The span of an average as it is written: "1999-Q4". Empty for the other kinds.</summary>
    internal string Span { get; init; } = "";
}

/// <summary>The kinds of figures that series are given by.</summary>
enum FigureKind
{
    /// <summary>A rate or a price published for a day.</summary>
    Fixing,

    /// <summary>The average price of a span.</summary>
    Average,

    /// <summary>A rate expected from a day until the next one.</summary>
    Forward,

    /// <summary>The price after all others.</summary>
    Afterwards,
}
