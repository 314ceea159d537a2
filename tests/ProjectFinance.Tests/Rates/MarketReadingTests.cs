using System.Text.Json;
using NodaTime;
using ProjectFinance.Deals;
using ProjectFinance.Rates;
using ProjectFinance.Reporting;
using ProjectFinance.Results;
using ProjectFinance.Tests.Results;

namespace ProjectFinance.Tests.Rates;

/// <summary>Where a number of the market was read: the rows are counted by eye in the files written here.</summary>
public sealed class MarketReadingTests : IDisposable
{
    const string Rates = """
        date,value
        2000-12-28,6.40

        2001-06-28,3.79
        2001-03-29,4.88
        """;

    const string Gold = """
        date,value
        2000-12-29,274.45
        2001-01-02,272.80
        2001-01-31,264.50
        2001-03-30,257.70
        2001-04-02,255.60
        """;

    const string Both = """
        {
          "name": "LIBOR and gold",
          "indices": { "LIBOR": { "fixings": { "csv": "libor.csv" }, "forward": { "2001-07-01": "3.5%", "2001-10-01": "3%" }, "plus": "0.1%", "source": "H.15" } },
          "prices": { "gold": { "unit": "USD/oz", "fixings": { "csv": "gold.csv" }, "source": "LBMA" } }
        }
        """;

    readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("projectfinance-readings-");

    public MarketReadingTests()
    {
        File("libor.csv", Rates);
        File("gold.csv", Gold);
    }

    public void Dispose() => folder.Delete(recursive: true);

    string File(string name, string text)
    {
        var path = Path.Combine(folder.FullName, name);
        System.IO.File.WriteAllText(path, text);
        return path;
    }

    Market Read(string json = Both) => Market.Read(File("market.json", json));

    static string[] Told(Action<MarketReadings> lookUp) => [.. (Observation.On("any", new(2001, 1, 1)) with { LooksUp = lookUp }).Readings.Select(one => one.ToString())];

    static string[] Price(Market market, LocalDate day) => Told(into => MarketLines.PriceOn(market, "gold", day, into: into));

    static string[] Average(Market market, LocalDate after, LocalDate upTo) => Told(into => MarketLines.AveragePrice(market, "gold", after, upTo, into));

    static string[] Fixing(Run run, LocalDate end) => [.. run.Model.Find("Loan / LIBOR fixing").Inputs[run.Model.Timeline.EndingOn(end).Index].Observed!.Readings.Select(one => one.ToString())];

    [Fact]
    public void FixingOfALoan_IsToldWithItsRowAndWhatIsAdded()
    {
        var run = Deal.Parse(ShortLoan.Json).Run(Read());

        Assert.Equal(["fixing of 2000-12-28, plus 0.1%: libor.csv, row 2"], Fixing(run, new(2001, 3, 31)));
        Assert.Equal(["fixing of 2001-03-29, plus 0.1%: libor.csv, row 5"], Fixing(run, new(2001, 6, 30)));
        // Fixed on 27 September, after the last fixing.
        Assert.Equal([$"forward rate from 2001-07-01, until the next: {folder.FullName}/market.json, indices.LIBOR.forward['2001-07-01']"], Fixing(run, new(2001, 12, 31)));
    }

    [Fact]
    public void FixingsWrittenInJson_AreToldByTheirPath()
    {
        var run = Deal.Parse(ShortLoan.Json).Run(Market.Parse(Both.Replace("{ \"csv\": \"libor.csv\" }", "{ \"2000-12-28\": \"6.4%\", \"2001-03-29\": \"4.88%\", \"2001-06-28\": \"3.79%\" }", StringComparison.Ordinal).Replace("\"fixings\": { \"csv\": \"gold.csv\" }", "\"afterwards\": 260", StringComparison.Ordinal), "rates.json"));

        Assert.Equal(["fixing of 2000-12-28, plus 0.1%: rates.json, indices.LIBOR.fixings['2000-12-28']"], Fixing(run, new(2001, 3, 31)));
    }

    [Fact]
    public void AverageOfAColumn_IsToldByItsFirstAndLastRow() =>
        Assert.Equal(["fixings of 2001-01-02 to 2001-03-30: gold.csv, rows 3 to 5"], Average(Read(), new(2000, 12, 31), new(2001, 3, 31)));

    [Fact]
    public void PriceOfADayWithoutAFixing_IsThatOfTheDayBefore() => Assert.Equal(["fixing of 2001-03-30, taken for 2001-04-01: gold.csv, row 5"], Price(Read(), new(2001, 4, 1)));

    [Fact]
    public void AveragesOfSpans_GoOnAtThePriceAfterwards()
    {
        var market = Market.Parse("""{ "name": "gold", "prices": { "gold": { "unit": "USD/oz", "values": { "2001-Q1": 263.5, "2001-Q2": 267.5 }, "afterwards": 270 } } }""", "gold.json");

        Assert.Equal(["averages of 2001-Q1 to 2001-Q2: gold.json, prices.gold.values['2001-Q1'] to ['2001-Q2']"], Average(market, new(2000, 12, 31), new(2001, 6, 30)));
        Assert.Equal(["average of 2001-Q2: gold.json, prices.gold.values['2001-Q2']", "price afterwards, held after 2001-06-30: gold.json, prices.gold.afterwards"], Average(market, new(2001, 5, 31), new(2001, 7, 31)));
        Assert.Empty(Average(market, new(1999, 12, 31), new(2000, 3, 31)));
    }

    [Fact]
    public void WhatIsNotYetKnown_IsReadInTheTermSheet()
    {
        var run = Deal.Parse(ShortLoan.Json, "loan.json").Run(Read(), asOf: new(2001, 3, 31));

        Assert.Equal(["fixing of 2001-03-29, plus 0.1%: libor.csv, row 5"], Fixing(run, new(2001, 6, 30)));
        Assert.Equal(["planned rate, on every day not yet fixed: loan.json, planning.indices.LIBOR"], Fixing(run, new(2001, 9, 30)));
    }

    [Fact]
    public void HeldRate_IsToldWithTheDayOfItsChange()
    {
        var market = Market.Parse("""{ "name": "prime", "indices": { "LIBOR": { "fixings": { "2000-12-01": "9.5%" }, "held": true } } }""", "prime.json");

        Assert.Equal(["fixing of 2000-12-01, held until the next: prime.json, indices.LIBOR.fixings['2000-12-01']"], Fixing(Deal.Parse(ShortLoan.Json).Run(market), new(2001, 3, 31)));
    }

    [Fact]
    public void DifferenceOfTwoRates_IsReadTwice()
    {
        var market = Market.Parse("""
            { "name": "lease rates", "indices": {
              "LIBOR": { "difference": { "of": "A", "less": "B" } },
              "A": { "fixings": { "2000-12-28": "6.5%", "2001-03-29": "5%", "2001-06-28": "5%", "2001-09-27": "5%" } },
              "B": { "forward": { "2000-01-01": "4%" } } } }
            """, "lease.json");
        var seen = Deal.Parse(ShortLoan.Json).Run(market).Model.Find("Loan / LIBOR fixing").Inputs[1].Observed!.Readings;

        Assert.Equal([("A", "fixing of 2000-12-28", ""), ("B", "forward rate from 2000-01-01", "until the next")], seen.Select(one => (one.Series, one.Figure, one.Rule)));
    }

    [Fact]
    public void FixingThatHappened_IsReadInTheActuals()
    {
        var actuals = Actuals.Parse(new StringReader("date,line,value\n2001-02-15,Prices / gold,259.10\n2001-03-31,Loan / Principal paid,0\n"), "happened.csv");
        var deal = DealLayout.Lay(Deal.Parse(ShortLoan.Json), Read(), actuals: actuals);

        Assert.Equal(["fixing of 2001-01-31: gold.csv, row 4", "fixing of 2001-02-15: happened.csv, line 2", "fixing of 2001-03-30: gold.csv, row 5"], Average(deal.Market, new(2001, 1, 30), new(2001, 3, 31)));
    }

    [Fact]
    public void LockedCell_IsReadInTheActualsAndNotInTheMarket()
    {
        var actuals = Actuals.Parse(new StringReader("date,line,value,source\n2001-03-29,Indices / LIBOR,4.9%,screen\n2001-03-31,Loan / Principal paid,0,agent\n"), "happened.csv");
        var run = Deal.Parse(ShortLoan.Json).Run(Read(), actuals: actuals);

        var told = run.Explain("Loan / LIBOR fixing", new(2001, 6, 30));

        Assert.Equal("actual (screen, happened.csv, line 2)", told.Source);
        Assert.Empty(told.Observed!.Readings);
    }

    [Fact]
    public void SeriesMadeInAProgram_WasReadNowhere()
    {
        Market made = new() { Name = "made", Indices = Sorted.Empty<IndexSeries>().Add("LIBOR", new() { Forward = Read().Indices["LIBOR"].Forward.Add(new(2000, 1, 1), 0.06) }) };

        Assert.Empty(Fixing(Deal.Parse(ShortLoan.Json).Run(made), new(2001, 3, 31)));
    }

    [Fact]
    public void WhereItWasRead_MakesNoSeriesAnotherAndNoCertificate()
    {
        var (here, there) = (Read(), Market.Read(File("other.json", Both)));
        var series = here.Indices["LIBOR"];
        var (one, other) = (DealLayout.Lay(Deal.Parse(ShortLoan.Json, "a.json"), here), DealLayout.Lay(Deal.Parse(ShortLoan.Json, "b.json"), there));

        Assert.Equal(series, series with { Origin = null });
        Assert.Equal(series.GetHashCode(), (series with { Origin = null }).GetHashCode());
        Assert.Equal(one.Deal.Planning, one.Deal.Planning! with { Places = Sorted.Empty<FilePlace>() });
        Assert.Equal(RunCertificate.Of(one, new Runner(one.Model).Run()).Hash, RunCertificate.Of(other, new Runner(other.Model).Run()).Hash);
        Assert.Equal(Observation.On("gold", new(2001, 1, 1)), Observation.On("gold", new(2001, 1, 1)) with { LooksUp = _ => { } });
    }

    [Fact]
    public void Explanation_TellsTheRow_AsTextAndAsJson()
    {
        var told = Deal.Parse(ShortLoan.Json).Run(Read()).Explain("Loan / LIBOR fixing", new(2001, 3, 31));

        Assert.Equal("Loan / LIBOR fixing, 2001-03-31 = 0.065   [LIBOR of 2000-12-28 (fixing of 2000-12-28, plus 0.1%: libor.csv, row 2): H.15]\n", ExplanationText.Write(told));
        var read = JsonDocument.Parse(ExplanationJson.Write(told)).RootElement.GetProperty("observed").GetProperty("read")[0];
        Assert.Equal(["LIBOR", "fixing of 2000-12-28", "plus 0.1%", "libor.csv", "row 2"], new[] { "series", "figure", "rule", "file", "place" }.Select(key => read.GetProperty(key).GetString()));
    }
}
