using System.Collections.Immutable;
using BenchmarkDotNet.Attributes;
using NodaTime;
using ProjectFinance.Time;

namespace ProjectFinance.Benchmarks;

/// <summary>Year fractions and business days, each figure for one; and a schedule of thirty years.</summary>
[MemoryDiagnoser]
public class ConventionBenchmarks
{
    const int Count = 1_000;

    static readonly BusinessCalendar Both = BusinessCalendar.Union(BusinessCalendars.London, BusinessCalendars.NewYork);

    readonly (LocalDate Start, LocalDate End)[] spans = [.. Enumerable.Range(0, Count).Select(k => (new LocalDate(1996, 7, 11).PlusDays(7 * k), new LocalDate(1996, 10, 11).PlusDays(7 * k + k % 365)))];
    readonly AccrualContext semiannual = new() { PeriodStart = new(2003, 11, 1), PeriodEnd = new(2004, 5, 1), Frequency = NodaTime.Period.FromMonths(6) };
    readonly CalculationPeriods quarters = new(new(1996, 12, 31), new(2026, 12, 31), NodaTime.Period.FromMonths(3));
    readonly DayCount business = DayCounts.Business252By(BusinessCalendars.NewYork);

    /// <summary>Calendar days alone.</summary>
    [Benchmark(Baseline = true, OperationsPerInvoke = Count, Description = "Days between two dates, NodaTime")]
    public int Days()
    {
        int sum = 0;
        foreach (var (start, end) in spans) sum += NodaTime.Period.DaysBetween(start, end);
        return sum;
    }

    /// <summary>The usual basis of loans.</summary>
    [Benchmark(OperationsPerInvoke = Count, Description = "Year fraction, ACT/360")]
    public double Actual360() => Sum(DayCounts.Actual360);

    /// <summary>Split by calendar years.</summary>
    [Benchmark(OperationsPerInvoke = Count, Description = "Year fraction, ACT/ACT ISDA")]
    public double Isda() => Sum(DayCounts.ActualActualIsda);

    /// <summary>Months of thirty days.</summary>
    [Benchmark(OperationsPerInvoke = Count, Description = "Year fraction, 30E/360")]
    public double ThirtyE360() => Sum(DayCounts.ThirtyE360);

    /// <summary>Business days, counted by bits.</summary>
    [Benchmark(OperationsPerInvoke = Count, Description = "Year fraction, BUS/252 New York")]
    public double Business252() => Sum(business);

    /// <summary>A regular half-year, its period given.</summary>
    [Benchmark(OperationsPerInvoke = Count, Description = "Year fraction, ACT/ACT ICMA")]
    public double Icma()
    {
        double sum = 0;
        for (int k = 0; k < Count; k++) sum += DayCounts.ActualActualIcma.YearFraction(semiannual.PeriodStart!.Value, semiannual.PeriodEnd!.Value, semiannual);
        return sum;
    }

    /// <summary>A convention by its name, as a request states it.</summary>
    [Benchmark(Description = "Day count by name")]
    public DayCount Parse() => DayCounts.Parse("act/act isda");

    /// <summary>Modified Following in two calendars.</summary>
    [Benchmark(OperationsPerInvoke = Count, Description = "Business day, Modified Following, London and New York")]
    public int Adjust()
    {
        int sum = 0;
        foreach (var (start, _) in spans) sum += Both.Adjust(start, BusinessDayConvention.ModifiedFollowing).Day;
        return sum;
    }

    /// <summary>Two London business days before a date.</summary>
    [Benchmark(OperationsPerInvoke = Count, Description = "Two business days before, London")]
    public int AddBusinessDays()
    {
        int sum = 0;
        foreach (var (start, _) in spans) sum += BusinessCalendars.London.AddBusinessDays(start, -2).Day;
        return sum;
    }

    /// <summary>120 periods, adjusted and unadjusted.</summary>
    [Benchmark(Description = "Thirty years of quarters, London and New York")]
    public ImmutableArray<SchedulePeriod> Quarters() => quarters.Periods(Both, BusinessDayConvention.ModifiedFollowing);

    double Sum(DayCount dayCount)
    {
        double sum = 0;
        foreach (var (start, end) in spans) sum += dayCount.YearFraction(start, end);
        return sum;
    }
}
