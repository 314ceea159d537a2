using System.Text;
using ProjectFinance.Results;
using ProjectFinance.Time;

namespace ProjectFinance.Reporting;

/// <summary>
/// Writes what happened against the plan as comma-separated values (RFC 4180): a row a line and column of history, and a row "to date" a line. Numbers in full precision with a point; what does not apply
/// is empty.
/// </summary>
public static class VarianceCsv
{
    /// <summary>The variance as CSV text.</summary>
    public static string Write(Variance variance)
    {
        ArgumentNullException.ThrowIfNull(variance);
        var text = new StringBuilder("name,unit,column,plan,actual,difference,formula,from inputs,unexplained,source").Append(Csv.LineEnd);
        foreach (var line in variance.Lines)
        {
            foreach (var column in line.Columns) Row(text, line, column.On.Iso(), column);
            Row(text, line, "to date", line.ToDate);
        }
        return text.ToString();
    }

    static void Row(StringBuilder text, LineVariance line, string column, CellVariance cell) =>
        text.AppendJoin(',', Csv.Field(line.Name), Csv.Field(line.Unit.ToString()), column, Number(cell.Plan), Number(cell.Actual), Number(cell.Difference), Number(cell.Formula), Number(cell.FromInputs), Number(cell.Unexplained), Csv.Field(cell.Source)).Append(Csv.LineEnd);

    static string Number(double? value) => value is { } number ? RunCsv.Number(number) : "";
}
