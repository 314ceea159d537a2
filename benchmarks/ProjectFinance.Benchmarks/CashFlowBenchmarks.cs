using BenchmarkDotNet.Attributes;
using MathNet.Numerics.RootFinding;
using NodaTime;

namespace ProjectFinance.Benchmarks;

/// <summary>Functions of cash flows on thirty years of them; ratios are to MathNet's bracketed search on the sum of powers that the definition of XIRR writes.</summary>
[MemoryDiagnoser]
public class CashFlowBenchmarks
{
    const int Months = 360, Days = 10_957;

    readonly double[] monthly = Flows(Months), daily = Flows(Days), turning = Flows(Months);
    readonly LocalDate[] months = [.. Enumerable.Range(0, Months).Select(new LocalDate(1996, 1, 31).PlusMonths)];
    readonly LocalDate[] days = [.. Enumerable.Range(0, Days).Select(new LocalDate(1996, 1, 31).PlusDays)];

    /// <summary>Gives one list more than one change of sign: an overhaul half way and closing costs.</summary>
    public CashFlowBenchmarks() => (turning[180], turning[^1]) = (-20, -30);

    /// <summary>What one would write with a library of root finding: 360 powers at each step.</summary>
    [Benchmark(Baseline = true, Description = "XIRR, 360 flows, MathNet Brent on a sum of powers")]
    public double PowersByBrent()
    {
        var years = new double[Months];
        for (int i = 0; i < Months; i++) years[i] = NodaTime.Period.DaysBetween(months[0], months[i]) / 365.0;
        return Brent.FindRoot(rate =>
        {
            double value = 0;
            for (int i = 0; i < Months; i++) value += monthly[i] * Math.Pow(1 + rate, -years[i]);
            return value;
        }, -0.5, 1, 1e-12);
    }

    /// <summary>XIRR of 360 monthly flows.</summary>
    [Benchmark(Description = "XIRR, 360 flows")]
    public double Xirr() => InternalRateOfReturn.Of(monthly, months);

    /// <summary>XIRR of 360 monthly flows that change sign four times: both rates are found, and the guess chooses.</summary>
    [Benchmark(Description = "XIRR with a guess, 360 flows, four changes of sign")]
    public double XirrTurning() => InternalRateOfReturn.Of(turning, months, 0.1);

    /// <summary>XIRR of a flow every day.</summary>
    [Benchmark(Description = "XIRR, 10,957 daily flows")]
    public double XirrDaily() => InternalRateOfReturn.Of(daily, days);

    /// <summary>IRR of 360 flows.</summary>
    [Benchmark(Description = "IRR, 360 flows")]
    public double Irr() => InternalRateOfReturn.Of(monthly);

    /// <summary>A level payment.</summary>
    [Benchmark(Description = "PMT")]
    public double Pmt() => Annuity.Payment(0.005, 360, 250_000);

    /// <summary>The rate of an annuity.</summary>
    [Benchmark(Description = "RATE")]
    public double Rate() => Annuity.Rate(360, -1_500, 250_000);

    static double[] Flows(int count) => [.. Enumerable.Range(0, count).Select(i => i == 0 ? -100 : 200.0 / count)];
}
