using System.Text;
using BenchmarkDotNet.Attributes;

namespace ProjectFinance.Benchmarks;

/// <summary>Requests of other programs, one JSON object a line, beside the bare calculation. A figure is for one request; 50,000 a second on one core are 20 microseconds each.</summary>
[MemoryDiagnoser]
public class CalculationBenchmarks
{
    const int Requests = 2_000;

    static readonly string[] DayCounts = ["ACT/360", "ACT/365F", "30E/360", "ACT/ACT ISDA", "30/360 US"];

    readonly (NodaTime.LocalDate Start, NodaTime.LocalDate End, Time.DayCount DayCount)[] spans;
    readonly byte[] yearFractions;
    readonly byte[] rates;

    /// <summary>Writes the requests.</summary>
    public CalculationBenchmarks()
    {
        var from = new NodaTime.LocalDate(1996, 7, 11);
        spans = [.. Enumerable.Range(0, Requests).Select(k => (from.PlusDays(7 * k), from.PlusDays(11 * k + 30), Time.DayCounts.Parse(DayCounts[k % DayCounts.Length])))];
        yearFractions = Lines((k, line) => line.Append("\"fn\":\"yearFraction\",\"start\":\"").Append(spans[k].Start.ToString("uuuu-MM-dd", null)).Append("\",\"end\":\"").Append(spans[k].End.ToString("uuuu-MM-dd", null))
            .Append("\",\"dayCount\":\"").Append(DayCounts[k % DayCounts.Length]).Append('"'));
        rates = Lines((k, line) => line.Append("\"fn\":\"irr\",\"flows\":[-1000").Insert(line.Length, string.Concat(Enumerable.Range(0, 20).Select(i => FormattableString.Invariant($",{60 + (k + i) % 7}")))).Append(",900]"));
    }

    [Benchmark(Baseline = true, OperationsPerInvoke = Requests, Description = "Year fraction, in C#")]
    public double Bare()
    {
        double sum = 0;
        foreach (var (start, end, dayCount) in spans) sum += dayCount.YearFraction(start, end);
        return sum;
    }

    [Benchmark(OperationsPerInvoke = Requests, Description = "Year fraction, asked in JSON")]
    public void YearFractions() => CalculationJson.AnswerLines(new MemoryStream(yearFractions), Stream.Null);

    [Benchmark(OperationsPerInvoke = Requests, Description = "IRR of 22 flows, asked in JSON")]
    public void Rates() => CalculationJson.AnswerLines(new MemoryStream(rates), Stream.Null);

    static byte[] Lines(Func<int, StringBuilder, StringBuilder> request)
    {
        var text = new StringBuilder();
        for (int k = 0; k < Requests; k++) text.Append(request(k, new StringBuilder().Append("{\"id\":").Append(k).Append(','))).Append("}\n");
        return Encoding.UTF8.GetBytes(text.ToString());
    }
}
