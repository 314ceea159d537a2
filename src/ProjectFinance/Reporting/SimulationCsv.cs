using System.Globalization;
using System.Text;
using ProjectFinance.Scenarios;

namespace ProjectFinance.Reporting;

/// <summary>
/// Writes what came out of a simulation as comma-separated values (RFC 4180): a row for each statistic of each output, event and cell of a band, with part, name, unit, the end of the period, statistic and
/// value. Numbers in full precision with a point, rates and probabilities as fractions; what does not apply is empty.
/// </summary>
public static class SimulationCsv
{
    const string Heading = "part,name,unit,end,statistic,value";

    /// <summary>The result as CSV text.</summary>
    public static string Write(SimulationResult result)
    {
        ArgumentNullException.ThrowIfNull(result);
        var text = new StringBuilder(Heading).Append(Csv.LineEnd);
        foreach (var output in result.Outputs) Rows(text, ["output", output.Name, output.Unit.ToString(), ""], Statistics(output));
        foreach (var happens in result.Events)
        foreach (var row in Of(happens)) Rows(text, [happens.Kind.ToString().ToLowerInvariant(), happens.Name, "", row.End], [(row.Statistic, row.Value)]);
        foreach (var band in result.Bands)
        foreach (var period in band.Periods) Rows(text, ["band", band.Line, band.Unit.ToString(), period.End.Iso()], Statistics(period.Statistics));
        return text.ToString();
    }

    static void Rows(StringBuilder text, string[] start, IEnumerable<(string Statistic, double? Value)> statistics)
    {
        foreach (var (statistic, value) in statistics)
            text.AppendJoin(',', start.Append(statistic).Append(value is { } number ? RunCsv.Number(number) : "").Select(Csv.Field)).Append(Csv.LineEnd);
    }

    static IEnumerable<(string, double?)> Statistics(OutputStatistics output) =>
    [
        ("count", output.Count), ("not applicable", output.NotApplicable), ("mean", output.Mean), ("standard deviation", output.StandardDeviation), ("standard error", output.StandardError), ("skewness", output.Skewness),
        ("lowest", output.Lowest?.Value), ("highest", output.Highest?.Value),
        .. output.Quantiles.Select(quantile => (string.Create(CultureInfo.InvariantCulture, $"quantile {quantile.Level}"), quantile.Value)),
        ("mean of lowest", output.MeanOfLowest), ("mean of highest", output.MeanOfHighest),
    ];

    static IEnumerable<(string End, string Statistic, double? Value)> Of(EventStatistics happens) =>
    [
        ("", "count", happens.Count), ("", "probability", happens.Probability), ("", "standard error", happens.StandardError),
        .. happens.First.Select(day => (day.On.Iso(), "first", (double?)day.Count)),
    ];
}
