using System.Globalization;
using System.Text;
using NodaTime;
using ProjectFinance.Reporting;
using ProjectFinance.Results;
using ProjectFinance.Tests.Oracle;

namespace ProjectFinance.Tests.Reporting;

/// <summary>The CSV of a run read back, by a reader of RFC 4180 written for the purpose, and compared with the run.</summary>
public class RunCsvTests
{
    [Fact]
    public void Rows_ReadBack_AreTheRunsToTheLastBit()
    {
        var (_, run) = OracleLaidOut.Of(OracleScenarios.LateCompletion);

        var rows = Read(RunCsv.Write(run));

        Assert.Equal(["name", "unit", "source", .. run.Model.Periods.Select(t => $"{t.End:uuuu-MM-dd}")], rows[0]);
        Assert.Equal(run.Model.Lines.Select(line => line.Name), rows.Skip(1).Select(row => row[0]));
        Assert.All(rows.Skip(1), row => Assert.Equal(
            run.Values(row[0]).ToArray().Select(value => double.IsFinite(value) ? value : double.PositiveInfinity),
            row.Skip(3).Select(cell => cell.Length == 0 ? double.PositiveInfinity : double.Parse(cell, CultureInfo.InvariantCulture))));
    }

    [Fact]
    public void Field_WithCommaQuoteOrLineBreak_IsQuoted()
    {
        var model = new Model(Timeline.Quarterly(new LocalDate(2001, 6, 30), new LocalDate(2001, 9, 30)));
        model.Line("A / \"B\", C", Unit.None, _ => 1.5, source: "one\ntwo");

        var text = RunCsv.Write(new Runner(model).Run());

        Assert.Equal("name,unit,source,2001-09-30\r\n\"A / \"\"B\"\", C\",number,\"one\ntwo\",1.5\r\n", text);
        Assert.Equal(["A / \"B\", C", "number", "one\ntwo", "1.5"], Read(text)[1]);
    }

    static List<List<string>> Read(string text)
    {
        List<List<string>> rows = [];
        List<string> row = [];
        var field = new StringBuilder();
        bool quoted = false;
        for (int i = 0; i < text.Length; i++)
        {
            char c = text[i];
            if (quoted && c == '"' && i + 1 < text.Length && text[i + 1] == '"') field.Append(text[++i]);
            else if (c == '"') quoted = !quoted;
            else if (!quoted && c == ',') End();
            else if (!quoted && c == '\r')
            {
                i++;
                End();
                rows.Add(row);
                row = [];
            }
            else field.Append(c);
        }
        return rows;

        void End()
        {
            row.Add(field.ToString());
            field.Clear();
        }
    }
}
