using System.Collections.Immutable;
using NodaTime;

namespace ProjectFinance.Rates;

/// <summary>How an index makes the rate of an interest period: fixed in advance, as it stands on each day, or averaged from overnight rates in arrears.</summary>
public abstract record IndexSetting
{
    private protected IndexSetting() { }
}

/// <summary>Fixed once for an interest period, some business days before it: LIBOR, EURIBOR, Term SOFR.</summary>
public sealed record FixedInAdvance : IndexSetting
{
    /// <summary>
    /// The same rate for other lengths, its own among them, from which a broken period takes its rate. The default is none: every period takes the index. A period whose end is within
    /// five days of the index's own length takes the index alone.
    /// </summary>
    public ImmutableArray<IndexTenor> Tenors { get; init; } = [];

    /// <summary>Where the rate of a broken period lies between two lengths. The default is on the straight line by days.</summary>
    public BrokenPeriodRate BrokenPeriods { get; init; } = BrokenPeriodRate.Interpolated;
}

/// <summary>A reference rate of one length.</summary>
/// <param name="Length">How long: one month. At least a day.</param>
/// <param name="Index">The rate, as the market data name it: "USD LIBOR 1M".</param>
public sealed record IndexTenor(NodaTime.Period Length, string Index);

/// <summary>What rate a broken period takes. Periods shorter than the shortest length take that, longer ones the longest.</summary>
public enum BrokenPeriodRate
{
    /// <summary>Between the next shorter and the next longer length, in proportion to days. Source: 2006 ISDA Definitions 8.3; 2021 ISDA Definitions, "Linear Interpolation".</summary>
    Interpolated,

    /// <summary>That of the next shorter length.</summary>
    NextShorter,
}

/// <summary>The rate as it stands on each day, averaged by days: prime. A change on any day counts from that day.</summary>
public sealed record SetDaily : IndexSetting;

/// <summary>Overnight rates over the interest period itself, known at its end: SOFR and SONIA in arrears.</summary>
/// <param name="Terms">How they are averaged.</param>
public sealed record OvernightInArrears(OvernightTerms Terms) : IndexSetting;
