using NodaTime;

namespace ProjectFinance.Tests.Rates;

/// <summary>
/// Overnight rates in arrears, literally from the formulas of docs/indices.md: in decimals, a list of dates and a list of weights, for periods that begin on business days.
/// </summary>
sealed class SlowOvernight
{
    readonly SortedDictionary<LocalDate, decimal> percent;
    readonly List<LocalDate> open;

    /// <param name="percent">Rates in percent. The days that have one are the business days, and nothing else is known of the calendar.</param>
    public SlowOvernight(IEnumerable<(LocalDate Day, decimal Percent)> percent)
    {
        this.percent = new(percent.ToDictionary(fixing => fixing.Day, fixing => fixing.Percent));
        open = [.. this.percent.Keys];
    }

    public decimal DaysInYear { get; init; } = 360;

    /// <summary>The published file of SOFR, in percent.</summary>
    public static SlowOvernight Sofr() => new(File.ReadLines(Repository.Data("sofr-daily.csv")).Skip(1)
        .Select(line => line.Split(',')).Select(cells => (NodaTime.Text.LocalDatePattern.Iso.Parse(cells[0]).Value, decimal.Parse(cells[1], System.Globalization.CultureInfo.InvariantCulture))));

    /// <summary>The same fixings for the code under test.</summary>
    public OvernightFixings Fixings() => new(percent.Select(fixing => (fixing.Key, (double)(fixing.Value / 100))));

    public IReadOnlyList<LocalDate> BusinessDays => open;

    /// <summary>The compounded or averaged rate of a period as a fraction.</summary>
    public decimal Rate(LocalDate start, LocalDate end, int lookback = 0, bool shift = false, int lockout = 0, bool simple = false, decimal compoundedSpread = 0)
    {
        var (dates, rates) = Observed(start, end, lookback, shift, lockout);
        decimal product = 1, sum = 0, days = 0;
        for (int i = 0; i + 1 < dates.Count; i++)
        {
            decimal n = NodaTime.Period.DaysBetween(dates[i], dates[i + 1]), r = percent[rates[i]] / 100 + compoundedSpread;
            product *= 1 + r * n / DaysInYear;
            sum += r * n / DaysInYear;
            days += n;
        }
        return (simple ? sum : product - 1) * DaysInYear / days;
    }

    /// <summary>The dates between which rates count, the end among them, and for each but the end the day whose rate counts.</summary>
    (List<LocalDate> Dates, List<LocalDate> Rates) Observed(LocalDate start, LocalDate end, int lookback, bool shift, int lockout)
    {
        List<LocalDate> days = [.. open.Where(day => day >= start && day < end)];
        var rates = days.ConvertAll(day => open[open.IndexOf(day) - lookback]);
        List<LocalDate> looked = [.. rates, open[open.FindIndex(day => day >= end) - lookback]];
        for (int i = rates.Count - lockout; i < rates.Count; i++) rates[i] = rates[rates.Count - 1 - lockout];
        return (shift ? looked : [.. days, end], rates);
    }
}
