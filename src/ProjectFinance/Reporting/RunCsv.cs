using System.Text;

namespace ProjectFinance.Reporting;

/// <summary>
/// Writes a run as comma-separated values (RFC 4180): a row a line, with its name, unit and source, then a column a period, headed by the
/// period's end. Numbers in full precision with a point, rates as fractions; what does not apply is empty.
/// </summary>
public static class RunCsv
{
    /// <summary>The run as CSV text.</summary>
    /// <param name="run">The run.</param>
    /// <param name="lines">The lines to write. The default is every line.</param>
    public static string Write(Run run, IEnumerable<Line>? lines = null)
    {
        ArgumentNullException.ThrowIfNull(run);
        var text = new StringBuilder("name,unit,source");
        foreach (var period in run.Model.Periods) text.Append(',').Append(period.End.Iso());
        text.Append(Csv.LineEnd);
        foreach (var line in lines ?? run.Model.Lines)
        {
            text.AppendJoin(',', Csv.Field(line.Name), Csv.Field(line.Unit.ToString()), Csv.Field(line.Source));
            foreach (double value in run.Values(line)) text.Append(',').Append(Number(value));
            text.Append(Csv.LineEnd);
        }
        return text.ToString();
    }

    internal static string Number(double value) => double.IsFinite(value) ? ExactNumber.Of(value) : "";
}
