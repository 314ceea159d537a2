using System.Collections.Immutable;

namespace ProjectFinance.Rates;

/// <summary>The spreads that are added to SOFR where it takes the place of dollar LIBOR, by tenor.</summary>
/// <remarks>
/// Fixed on 5 March 2021: the median over five years of the difference between LIBOR and SOFR compounded in arrears. Source: Bloomberg Index Services, IBOR Fallbacks, Technical Notice of 5 March 2021,
/// under the ISDA 2020 IBOR Fallbacks Protocol; the Adjustable Interest Rate (LIBOR) Act of 2022 states those for overnight, one, three, six and twelve months.
/// </remarks>
public static class LiborFallback
{
    /// <summary>Dollar LIBOR, as fractions: 3M 0.0026161. ON, 1W, 1M, 2M, 3M, 6M, 12M.</summary>
    public static ImmutableSortedDictionary<string, Percentage> UsdSpreads { get; } = ImmutableSortedDictionary.CreateRange<string, Percentage>(StringComparer.Ordinal,
    [
        new("ON", 0.0000644), new("1W", 0.0003839), new("1M", 0.0011448), new("2M", 0.0018456), new("3M", 0.0026161), new("6M", 0.0042826), new("12M", 0.0071513),
    ]);
}
