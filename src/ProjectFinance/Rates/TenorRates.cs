using System.Collections.Immutable;
using NodaTime;

namespace ProjectFinance.Rates;

/// <summary>Which rates, in what shares, make that of an interest period whose length is not one of theirs.</summary>
static class TenorRates
{
    // Business days and month ends move a regular period's dates by no more.
    const int DaysOfARegularPeriod = 5;

    /// <summary>The indices whose rates are added up, with their weights, which sum to one.</summary>
    internal static ImmutableArray<(string Index, double Weight)> Of(FixedInAdvance terms, string index, LocalDate start, LocalDate end)
    {
        int days = NodaTime.Period.DaysBetween(start, end);
        var tenors = terms.Tenors.Select(tenor => (tenor.Index, Days: NodaTime.Period.DaysBetween(start, start + tenor.Length))).OrderBy(tenor => tenor.Days).ToList();
        if (Math.Abs(tenors.First(tenor => tenor.Index == index).Days - days) <= DaysOfARegularPeriod) return [(index, 1)];
        if (days <= tenors[0].Days) return [(tenors[0].Index, 1)];
        int longer = tenors.FindIndex(tenor => tenor.Days >= days);
        if (longer < 0) return [(tenors[^1].Index, 1)];
        var (below, above) = (tenors[longer - 1], tenors[longer]);
        if (above.Days == days) return [(above.Index, 1)];
        if (terms.BrokenPeriods == BrokenPeriodRate.NextShorter) return [(below.Index, 1)];
        double share = (double)(days - below.Days) / (above.Days - below.Days);
        return [(below.Index, 1 - share), (above.Index, share)];
    }
}
