using System.Collections.Immutable;
using NodaTime;
using ProjectFinance.Rates;

namespace ProjectFinance;

/// <summary>The daily fixings of an overnight rate, and what is expected after them. Immutable.</summary>
public sealed class OvernightFixings
{
    readonly ImmutableArray<LocalDate> dates, forwardFrom;
    readonly ImmutableArray<double> rates, forward;

    /// <summary>Takes fixings by the day for which each is the rate.</summary>
    /// <param name="fixings">Days and yearly rates as fractions: SOFR of 2018-04-02 is 0.018. In any order, each day once.</param>
    /// <param name="forward">Expected rates from a day until the next one, for days after the last fixing or before the first. The default is none.</param>
    /// <exception cref="InvalidInputException">A day is given more than once.</exception>
    public OvernightFixings(IEnumerable<(LocalDate Day, double Rate)> fixings, IEnumerable<(LocalDate From, double Rate)>? forward = null)
    {
        (dates, rates) = Sort(fixings);
        (forwardFrom, this.forward) = Sort(forward ?? []);
    }

    /// <summary>The fixings of a series of the market, with what is added to them, and its forward rates.</summary>
    public static OvernightFixings Of(IndexSeries series)
    {
        ArgumentNullException.ThrowIfNull(series);
        double plus = series.Plus.Fraction;
        return new(series.Fixings.Select(fixing => (fixing.Key, fixing.Value.Fraction + plus)), series.Forward.Select(rate => (rate.Key, rate.Value.Fraction)));
    }

    /// <summary>The rate of a day: its fixing; else, after the last fixing and before the first, the forward rate; null where there is none. A gap between fixings is not filled.</summary>
    public double? On(LocalDate day)
    {
        int cursor = 0;
        return On(day, ref cursor);
    }

    /// <summary>The same for days asked for in order.</summary>
    /// <param name="day">The day.</param>
    /// <param name="cursor">Where the day is looked for first; zero at the beginning.</param>
    internal double? On(LocalDate day, ref int cursor)
    {
        if (cursor >= dates.Length || dates[cursor] != day)
        {
            int found = dates.BinarySearch(day);
            if (found < 0) return dates.IsEmpty || day > dates[^1] || day < dates[0] ? Expected(day) : null;
            cursor = found;
        }
        return rates[cursor++];
    }

    double? Expected(LocalDate day)
    {
        int found = forwardFrom.BinarySearch(day);
        int last = found >= 0 ? found : ~found - 1;
        return last >= 0 ? forward[last] : null;
    }

    static (ImmutableArray<LocalDate> Days, ImmutableArray<double> Rates) Sort(IEnumerable<(LocalDate Day, double Rate)> given)
    {
        var sorted = given.ToArray();
        Array.Sort(sorted, (one, other) => one.Day.CompareTo(other.Day));
        for (int i = 1; i < sorted.Length; i++)
            if (sorted[i].Day == sorted[i - 1].Day) throw InvalidInputException.Of("Overnight rate", $"the fixing of {sorted[i].Day.Iso()} is given more than once", "each day must be given once");
        return ([.. sorted.Select(one => one.Day)], [.. sorted.Select(one => one.Rate)]);
    }
}
