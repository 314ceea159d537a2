using System.Text.Json;
using ProjectFinance.Reporting;
using ProjectFinance.Results;
using ProjectFinance.Tests.Results;

namespace ProjectFinance.Tests.Reporting;

public class ComparisonTextTests
{
    static readonly DealComparison Margins = ShortLoan.Compared(ShortLoan.Margin, ShortLoan.HigherMargin);

    // By hand, see ShortLoan: 23,000.00 - 20,444.44 = 2,555.56; 91,250.00 - 81,111.11 = 10,138.89; 118,888.89 - 10,138.89 = 108,750.00.
    [Theory]
    [InlineData("Loan / Interest                    2001-03-31 2001-09-30         20,444         23,000          2,556         10,139")]
    [InlineData("Account / Closing balance          2001-03-31 2001-12-31        118,889        108,750        (10,139)")]
    [InlineData("Loan / Margin                      2000-12-31 2000-12-31        2.00000%       3.00000%       1.00000%")]
    public void Line_ThatDiffers_IsARow(string row) => Assert.Contains(row, ComparisonText.Write(Margins).Split('\n').Select(line => line.TrimEnd()));

    [Fact]
    public void Lines_OfAUnit_BeginWithTheLargestDifference()
    {
        var rows = ComparisonText.Write(Margins).Split('\n').SkipWhile(line => !line.StartsWith("Lines, USD", StringComparison.Ordinal)).Skip(2).TakeWhile(line => line.Length > 0);

        Assert.StartsWith("Account / Closing balance", rows.First(), StringComparison.Ordinal);
    }

    [Fact]
    public void All_OfTheLines_HasThoseThatHelpToo()
    {
        Assert.DoesNotContain("Available for Loan / Interest", ComparisonText.Write(Margins), StringComparison.Ordinal);
        var all = ComparisonText.Write(Margins, new() { All = true });
        Assert.Contains("Loan / Rate for the period", all, StringComparison.Ordinal);
        Assert.DoesNotContain("more lines differ", all, StringComparison.Ordinal);
    }

    [Fact]
    public void Lines_AskedFor_ArePrintedAloneThoughTheSame()
    {
        var text = ComparisonText.Write(Margins, new() { Lines = ["Loan / Closing balance"] });

        Assert.Contains("Loan / Closing balance             the same\n", text, StringComparison.Ordinal);
        Assert.DoesNotContain("Headline", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Text_OfTheReferenceDeal_IsAtMost120Wide()
    {
        var (deal, market) = (Deal.Read(Repository.PathOf("seeds", "illinois-creek-1996-07.json")), Market.Read(Repository.PathOf("seeds", "market-1996-2001.json")));
        var other = deal with { Name = "With a longer name than a line holds, " + new string('x', 150), Facilities = [deal.Facilities[0] with { Name = "A loan with another name, long enough for two lines of a table" }, .. deal.Facilities.Skip(1)] };
        var renamed = Deal.Parse(other.ToJson().Replace("Project loan / ", "A loan with another name, long enough for two lines of a table / ", StringComparison.Ordinal).Replace("\"Project loan\"", "\"A loan with another name, long enough for two lines of a table\"", StringComparison.Ordinal));

        var comparison = DealComparison.Of(ComparedRun.Of(deal, market), ComparedRun.Of(renamed, market, new(1997, 12, 31)));

        foreach (var options in new ComparisonOptions[] { new(), new() { All = true }, new() { Lines = ["*"] } })
            Assert.All(ComparisonText.Lines(comparison, options), line => Assert.InRange(line.Text.Length, 0, 120));
    }

    [Fact]
    public void Json_OfAComparison_HasEveryNumberInFull()
    {
        using var json = JsonDocument.Parse(ComparisonJson.Write(Margins));
        var root = json.RootElement;
        var interest = root.GetProperty("lines").EnumerateArray().Single(line => line.GetProperty("name").GetString() == "Loan / Interest");

        Assert.True(root.GetProperty("differs").GetBoolean());
        Assert.Equal("A short loan", root.GetProperty("first").GetProperty("name").GetString());
        Assert.Equal("2%", Assert.Single(root.GetProperty("terms").EnumerateArray()).GetProperty("before").GetString());
        Assert.Equal(Margins.CommonEnds.Length, root.GetProperty("ends").GetArrayLength());
        Assert.Equal(Margins.Lines.Single(line => line.Name == "Loan / Interest").Second, interest.GetProperty("second").EnumerateArray().Select(value => value.GetDouble()));
        Assert.Equal("2001-09-30", interest.GetProperty("largest").GetProperty("on").GetString());
        // 1,000,000 x 1 % x 365/360.
        Assert.Equal(10_138.888_888_9, interest.GetProperty("total").GetProperty("difference").GetDouble(), 6);
    }

    [Fact]
    public void Csv_OfAComparison_HasARowForEachPart()
    {
        var rows = ComparisonCsv.Write(ShortLoan.Compared("\"expected\": \"2001-06-30\"", "\"expected\": \"2001-09-30\"")).Split("\r\n");

        Assert.Equal("part,name,unit,from,on,first,second,difference", rows[0]);
        Assert.Contains("""term,Milestone 'Completion': expected,,,,"\"2001-06-30\"","\"2001-09-30\"",""".Replace("\\\"", "\"\"", StringComparison.Ordinal), rows);
        Assert.Contains("figure,Completion: reached,day,,,2001-06-30,2001-09-30,92", rows);
        Assert.Contains("event,Completion reached,day,,,2001-06-30,2001-09-30,92", rows);
        Assert.Contains("line,Milestones / Completion,number,2001-06-30,2001-06-30,1,0,-1", rows);
    }
}
