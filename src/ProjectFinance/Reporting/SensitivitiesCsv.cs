using System.Text;

namespace ProjectFinance.Reporting;

/// <summary>
/// Writes sensitivities as comma-separated values (RFC 4180): a row an input, or a row a bar of the tornado where there is one. Numbers in full precision with a point; what does not apply is empty.
/// </summary>
public static class SensitivitiesCsv
{
    const string Heading = "name,unit,least,greatest,derivative,derivativeUnit,move,effect";
    const string TornadoHeading = "name,unit,lowMove,highMove,low,high,lowEstimate,highEstimate,bent";

    /// <summary>The sensitivities as CSV text.</summary>
    public static string Write(SensitivityReport report)
    {
        ArgumentNullException.ThrowIfNull(report);
        var text = new StringBuilder(report.Tornado is null ? Heading : TornadoHeading).Append(Csv.LineEnd);
        foreach (var row in report.Tornado is null ? report.Inputs.Select(Row) : report.Bars.Select(Row)) text.AppendJoin(',', row.Select(Csv.Field)).Append(Csv.LineEnd);
        return text.ToString();
    }

    static string[] Row(Sensitivity input) =>
    [
        input.Input.Name, input.Input.Unit.ToString(), RunCsv.Number(input.Least), RunCsv.Number(input.Greatest), RunCsv.Number(input.Derivative), input.DerivativeUnit, input.Move.In(input.Input.Unit), RunCsv.Number(input.Effect),
    ];

    static string[] Row(TornadoBar bar) =>
    [
        bar.Input.Input.Name, bar.Input.Input.Unit.ToString(), bar.Range.Low.In(bar.Input.Input.Unit), bar.Range.High.In(bar.Input.Input.Unit),
        RunCsv.Number(bar.Low), RunCsv.Number(bar.High), RunCsv.Number(bar.LowEstimate), RunCsv.Number(bar.HighEstimate), bar.IsBent ? "true" : "false",
    ];
}
