using NodaTime;
using ProjectFinance.Reporting;
using ProjectFinance.Results;
using ProjectFinance.Tests.Results;

namespace ProjectFinance.Tests.Monitoring;

/// <summary>Reading and writing what happened.</summary>
public class ActualsCsvTests
{
    static Actuals Read(string text) => Actuals.Parse(new StringReader(text), "a.csv");

    static IEnumerable<string> Facts(string text) => Assert.Throws<InvalidInputException>(() => Read(text)).Problems.Select(problem => problem.ToString());

    [Fact]
    public void Rows_AreRead_WithQuotesAndSources()
    {
        var read = Read("\uFEFFdate,line,value,source\r\n2001-03-31,Loan / Interest paid,\"USD 19,500.00\",\"statement \"\"3\"\"\"\r\n\r\n2001-03-31,\"Prices / gold, average\",385.5,\n");

        Assert.Equal(new Actual(new(2001, 3, 31), "Loan / Interest paid", "USD 19,500.00", "statement \"3\"") { Where = "a.csv, line 2" }, read.Values[0]);
        Assert.Equal(new Actual(new(2001, 3, 31), "Prices / gold, average", "385.5", "a.csv, line 4") { Where = "a.csv, line 4" }, read.Values[1]);
    }

    [Fact]
    public void QuotedField_MayHoldALineEnd() =>
        Assert.Equal(["two\nlines", "b"], Read("date,line,value,source\n2001-03-31,a,1,\"two\nlines\"\n2001-06-30,a,2,b\n").Values.Select(one => one.Source));

    [Fact]
    public void Facts_WrittenAndReadAgain_AreTheSame()
    {
        Actuals written = new([new(new(2001, 3, 31), "Prices / gold, average", 0.1 + 0.2, "a \"b\", c"), new(new(2001, 6, 30), "Milestones / Completion date", "2001-05-15", "engineer")]);

        Assert.Equal(written.Values, Read(written.ToCsv()).Values.Select(one => one with { Where = "" }));
    }

    [Fact]
    public void RunsOwnCsv_IsAFactACell()
    {
        var run = Deal.Parse(ShortLoan.Json).Run();

        var read = Read(RunCsv.Write(run, [run.Model.Find("Loan / Interest paid")]));

        Assert.Equal(run.Model.Periods.Select(t => t.End), read.Values.Select(one => one.Date));
        Assert.All(read.Values, one => Assert.Equal("USD", one.Unit));
    }

    [Fact]
    public void EveryLineThatCannotBeRead_IsAProblem() => Assert.Equal(
    [
        "Actuals: the date '31/03/2001' cannot be read; write year, month and day, such as 1997-03-31 (a.csv, line 2)",
        "Actuals: the line has 2 columns; each line must have as many as the header; a text with a comma stands in quotation marks (a.csv, line 3)",
        "Actuals: the line has 4 columns; each line must have as many as the header; a text with a comma stands in quotation marks (a.csv, line 4)",
    ], Facts("date,line,value\n31/03/2001,a,1\n2001-03-31,a\n2001-03-31,a,1,000\n"));

    [Theory]
    [InlineData("", "the file is empty")]
    [InlineData("day,line,value\n", "the header is 'day,line,value'")]
    [InlineData("date,line,value\n", "nothing stands below the header")]
    [InlineData("date,line,value\n2001-03-31,\"a,1\n", "a quotation mark is not closed")]
    public void FileWithoutFacts_IsRefused(string text, string fact) => Assert.Contains(fact, string.Join('\n', Facts(text)), StringComparison.Ordinal);

    [Fact]
    public void MissingFile_IsRefused() =>
        Assert.Contains("there is no file", Assert.Throws<InvalidInputException>(() => Actuals.Read("nowhere.csv")).Message, StringComparison.Ordinal);
}
