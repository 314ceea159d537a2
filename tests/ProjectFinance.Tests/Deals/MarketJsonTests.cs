using NodaTime;
using ProjectFinance.Rates;
using static ProjectFinance.Tests.Deals.SampleFiles;

namespace ProjectFinance.Tests.Deals;

public class MarketJsonTests
{
    [Fact]
    public void Read_SampleMarket_HasItsFigures()
    {
        var market = Market.Read(MarketPath);
        var libor = market.Indices["USD LIBOR 3M"];
        Assert.Equal([0.056875, 0.055], libor.Fixings.Values.Select(rate => rate.Fraction));
        Assert.Equal(new LocalDate(2000, 10, 1), Assert.Single(libor.Forward).Key);
        Assert.Equal(0.0012, libor.Plus.Fraction);
        Assert.Equal((376.23, 279, Units.Usd / Units.GoldOunce), (market.Prices["gold"].Values["1996-Q4"], market.Prices["gold"].Afterwards, market.Prices["gold"].Unit));
    }

    [Fact]
    public void ToJson_SampleMarket_ReadsBackAsTheSame()
    {
        var json = Market.Read(MarketPath).ToJson();
        Assert.Equal(json, Market.Parse(json).ToJson());
        Assert.Contains("\"1996-07-09\": \"5.6875%\"", json, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("prices.gold.values.1996", "380", "Price 'gold'", "the span 1996-Q3 overlaps 1996", "each day must have one price", "prices.gold.values['1996-Q3']")]
    [InlineData("prices.gold.values.1996-13", "380", "Price 'gold'", "the label '1996-13' is not a span", "1997-07", "prices.gold.values['1996-13']")]
    [InlineData("prices.gold.unit", "null", "Price 'gold'", "the field 'unit' is missing", "'USD/oz'", "prices.gold")]
    [InlineData("indices.USD LIBOR 3M.fixings.1996-7-9", "0.05", "Index 'USD LIBOR 3M'", "the date '1996-7-9' cannot be read", "'1996-07-11'", "indices['USD LIBOR 3M'].fixings['1996-7-9']")]
    [InlineData("indices.USD LIBOR 3M.fixing", "{}", "Index 'USD LIBOR 3M'", "there is no field 'fixing'", "did you mean 'fixings'", "indices['USD LIBOR 3M'].fixing")]
    [InlineData("indices.USD LIBOR 3M.fixings", """{ "csv": "fixings.csv" }""", "Index 'USD LIBOR 3M'", "has no folder to be looked for in", "from a file", "indices['USD LIBOR 3M'].fixings.csv")]
    public void Parse_BadMarketData_SaysWhyAndWhere(string path, string json, string subject, string fact, string allowed, string where)
    {
        var problems = MarketProblemsWith((path, json == "null" ? null : json));
        IsOnly([.. problems.Where(problem => problem.Where == where)], subject, fact, allowed, where);
    }

    [Fact]
    public void Read_MissingMarketFile_NamesThePath() =>
        IsOnly(Problems(() => Market.Read("no-such-market.json")), "Market data", "there is no file 'no-such-market.json'", "a file that exists", "no-such-market.json");

    [Fact]
    public void Read_FixingsInCsv_AreFoundFromTheFolderOfTheMarketFile() => InFolder(folder =>
    {
        File.WriteAllText(Path.Combine(folder, "libor.csv"), "date,value\n1996-07-09,5.6875\n\n1996-09-26,5.5\r\n");
        File.WriteAllText(Path.Combine(folder, "market.json"), """{ "name": "m", "indices": { "L": { "fixings": { "csv": "libor.csv" } } } }""");

        var market = Market.Read(Path.Combine(folder, "market.json"));

        Assert.Equal([0.056875, 0.055], market.Indices["L"].Fixings.Values.Select(rate => rate.Fraction));
        Assert.Equal(market.ToJson(), Market.Parse(market.ToJson()).ToJson());
    });

    [Fact]
    public void Read_BadCsv_ReportsEveryRow() => InFolder(folder =>
    {
        File.WriteAllText(Path.Combine(folder, "libor.csv"), "date,value\n1996-07-09\n9 July,5\n1996-07-10,high\n1996-07-11,5\n1996-07-11,6\n1996-07-12,5,6\n");
        File.WriteAllText(Path.Combine(folder, "market.json"), """{ "name": "m", "indices": { "L": { "fixings": { "csv": "libor.csv" } }, "M": { "fixings": { "csv": "none.csv" } } } }""");

        var problems = Problems(() => Market.Read(Path.Combine(folder, "market.json")));

        Assert.Equal(["libor.csv, line 2", "libor.csv, line 3", "libor.csv, line 4", "libor.csv, line 6", "libor.csv, line 7"], problems.Take(5).Select(p => p.Where));
        Assert.All(problems.Take(5), p => Assert.Equal("Index 'L'", p.Subject));
        Assert.Equal(
            ["the line has 1 column", "the date '9 July' cannot be read", "the value 'high' on 1996-07-10 is not a number", "the date 1996-07-11 is given more than once", "the line has 3 columns"],
            problems.Take(5).Select(p => p.Fact));
        Assert.Equal(6, problems.Count);
        Assert.Equal("Index 'M'", problems[5].Subject);
        Assert.Contains("none.csv", problems[5].Fact, StringComparison.Ordinal);
    });

    [Theory]
    [InlineData("", "the file is empty")]
    [InlineData("day,rate\n1996-07-09,5.6875\n", "the header is 'day,rate'")]
    public void FixingsCsv_WrongHeader_IsAProblem(string text, string fact) =>
        IsOnly(Problems(() => FixingsCsv.Parse(new StringReader(text), "libor.csv")), "Fixings", fact, "it must be 'date,value'", "libor.csv, line 1");

    // The first and a known value of the Federal Reserve's H.15 series, as the file itself has them.
    [DataFact("usd-eurodollar-3m-daily-h15.csv")]
    public void FixingsCsv_PublishedSeries_Reads()
    {
        using var text = File.OpenText(Repository.Data("usd-eurodollar-3m-daily-h15.csv"));
        var fixings = FixingsCsv.Parse(text, "usd-eurodollar-3m-daily-h15.csv");
        Assert.Equal(0.0788, fixings[new(1986, 1, 2)].Fraction);
        Assert.Equal(0.0794, fixings[new(1986, 1, 3)].Fraction);
    }

    static void InFolder(Action<string> test)
    {
        var folder = Directory.CreateTempSubdirectory("market");
        try { test(folder.FullName); }
        finally { folder.Delete(recursive: true); }
    }
}
