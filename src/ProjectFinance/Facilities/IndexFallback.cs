using NodaTime;
using ProjectFinance.Rates;
using ProjectFinance.Time;

namespace ProjectFinance.Facilities;

/// <summary>An index that takes the place of another in a loan, from a date on, with a spread: Term SOFR + 0.26161 % for three-month dollar LIBOR from 3 July 2023.</summary>
public sealed record IndexFallback : FixingTerms
{
    /// <summary>The switch: interest periods that would have been fixed on this day or later are fixed by this index.</summary>
    public LocalDate From { get; init; }

    /// <summary>The index, as the market data name it: "Term SOFR 3M".</summary>
    public required string Index { get; init; }

    /// <summary>What is added to it, as a fraction, before rounding and floors. The default is nothing. The spreads of dollar LIBOR are in <see cref="LiborFallback"/>.</summary>
    public Percentage Spread { get; init; }

    private protected override BusinessCalendar UsualCalendar => BusinessCalendars.USGovernmentSecurities;
}
