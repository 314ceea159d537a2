using BenchmarkDotNet.Attributes;
using NodaTime;
using ProjectFinance.Time;

namespace ProjectFinance.Benchmarks;

/// <summary>Overnight rates compounded in arrears: thirty years of days at once, and a quarter as a loan needs it.</summary>
[MemoryDiagnoser]
public class IndexBenchmarks
{
    static readonly BusinessCalendar Calendar = BusinessCalendars.USGovernmentSecurities;
    static readonly LocalDate Start = new(2018, 4, 2), End = new(2048, 4, 2);

    readonly OvernightTerms plain = new(), lookback = OvernightTerms.SofrLoan, shift = OvernightTerms.IsdaFallback;
    readonly OvernightTerms simple = OvernightTerms.SofrSimpleLoan;
    readonly (LocalDate Day, double Rate)[] daily = [.. BusinessDays().Select((day, i) => (day, 0.02 + i % 500 * 0.0001))];
    readonly OvernightFixings fixings;

    /// <summary>Takes up the fixings once.</summary>
    public IndexBenchmarks() => fixings = new(daily);

    /// <summary>The bare product over rates and days that lie ready in arrays.</summary>
    [Benchmark(Baseline = true, Description = "Thirty years, the product alone")]
    public double Product()
    {
        double growth = 1;
        for (int i = 0; i + 1 < daily.Length; i++) growth *= 1 + daily[i].Rate * NodaTime.Period.DaysBetween(daily[i].Day, daily[i + 1].Day) / 360;
        return growth;
    }

    /// <summary>With calendar and fixings.</summary>
    [Benchmark(Description = "Thirty years compounded")]
    public double ThirtyYears() => OvernightRate.Of(plain, fixings, Start, End);

    /// <summary>The usual convention of loans.</summary>
    [Benchmark(Description = "Thirty years compounded, five days lookback")]
    public double Lookback() => OvernightRate.Of(lookback, fixings, new(2018, 7, 2), End);

    /// <summary>Days moved with the rates.</summary>
    [Benchmark(Description = "Thirty years compounded, two days observation shift")]
    public double Shift() => OvernightRate.Of(shift, fixings, new(2018, 7, 2), End);

    /// <summary>Averaged.</summary>
    [Benchmark(Description = "Thirty years, daily simple")]
    public double Simple() => OvernightRate.Of(simple, fixings, new(2018, 7, 2), End);

    /// <summary>One interest period.</summary>
    [Benchmark(Description = "A quarter compounded, five days lookback")]
    public double Quarter() => OvernightRate.Of(lookback, fixings, new(2023, 4, 17), new(2023, 7, 17));

    /// <summary>Seven thousand five hundred fixings sorted and kept.</summary>
    [Benchmark(Description = "Thirty years of fixings taken up")]
    public OvernightFixings Fixings() => new(daily);

    static IEnumerable<LocalDate> BusinessDays()
    {
        for (var day = Start; day < End; day = Calendar.AddBusinessDays(day, 1)) yield return day;
    }
}
