using System.Collections.Immutable;
using NodaTime;
using ProjectFinance.Rates;
using ProjectFinance.Time;
using static ProjectFinance.Tests.Deals.SampleFiles;

namespace ProjectFinance.Tests.Rates;

/// <summary>What is known of reference rates, when their fixings are known, and what takes the place of LIBOR.</summary>
public class IndexConventionsTests
{
    // Two London business days and ACT/360 for dollars, same day and ACT/365F for sterling: ISDA Definitions, USD-LIBOR-BBA and GBP-LIBOR-BBA; CME Term SOFR: two U.S. government securities business days.
    [Theory]
    [InlineData("USD LIBOR 3M", 2, "London", "ACT/360", "P3M")]
    [InlineData("gbp libor 6m", 0, "London", "ACT/365F", "P6M")]
    [InlineData("EURIBOR 1W", 2, "TARGET", "ACT/360", "P1W")]
    [InlineData("Term SOFR 1M", 2, "US Government Securities", "ACT/360", "P1M")]
    [InlineData("SONIA", 0, "London", "ACT/365F", null)]
    [InlineData("USD prime", 0, "New York", "ACT/360", null)]
    public void Parse_KnownRate_HasItsConventions(string name, int days, string calendar, string dayCount, string? tenor)
    {
        var index = IndexConventions.Parse(name);

        Assert.Equal((days, calendar, dayCount, tenor), (index.FixingDays, Assert.Single(index.FixingCalendars).Name, index.DayCount.Name, index.Tenor?.ToString()));
    }

    [Fact]
    public void Parse_UnknownRate_NamesTheNearest() =>
        IsOnly(Problems(() => IndexConventions.Parse("Term SOFR 2M")), "Index 'Term SOFR 2M'", "no reference rate of this name", "Term SOFR 1M", "");

    [DataFact("libor-fallback-spread-adjustments.csv")]
    public void UsdSpreads_AreThePublishedOnes()
    {
        var published = File.ReadLines(Repository.Data("libor-fallback-spread-adjustments.csv")).Skip(1).Select(line => line.Split(','))
            .ToDictionary(cells => cells[0], cells => (double)(decimal.Parse(cells[1], System.Globalization.CultureInfo.InvariantCulture) / 100));

        Assert.Equal(published.OrderBy(x => x.Key, StringComparer.Ordinal), LiborFallback.UsdSpreads.ToDictionary(x => x.Key, x => x.Value.Fraction).OrderBy(x => x.Key, StringComparer.Ordinal));
    }

    // SOFR of Friday 30 June 2023 came out on Monday 3 July at 8:00 in New York, 12:00 UTC; that of Monday on Wednesday, after Independence Day.
    [Theory]
    [InlineData("2023-06-30", "2023-07-03", "2023-07-03T12:00:00Z")]
    [InlineData("2023-07-03", "2023-07-05", "2023-07-05T12:00:00Z")]
    public void Publication_Sofr_IsTheNextBusinessDayAtEight(string fixing, string day, string moment)
    {
        var published = IndexConventions.Parse("SOFR").Publication;

        Assert.Equal(Iso(day), published.DayOf(Iso(fixing)));
        Assert.Equal(NodaTime.Text.InstantPattern.General.Parse(moment).Value, published.MomentOf(Iso(fixing)));
    }

    [Fact]
    public void AsOf_SofrAndLibor_ForgetsWhatWasNotPublished()
    {
        var friday = new LocalDate(2023, 6, 30);
        var market = new Market
        {
            Name = "m",
            Indices = Sorted.Empty<IndexSeries>()
                .Add("SOFR", Series(IndexConventions.Parse("SOFR"), (friday.PlusDays(-1), 0.0506), (friday, 0.0509)))
                .Add("LIBOR", Series(IndexConventions.Parse("USD LIBOR 3M"), (friday.PlusDays(-1), 0.0553), (friday, 0.0554)))
                .Add("plain", Series(null, (friday, 0.05))),
        };

        Assert.Equal((1, 2, 1), Known(market.AsOf(friday)));
        Assert.Equal((1, 2, 1), Known(market.AsOf(friday.PlusDays(2))));
        Assert.Equal((2, 2, 1), Known(market.AsOf(friday.PlusDays(3))));
        // LIBOR of the Friday at 11:45 London summer time, 10:45 UTC; what says nothing of its publication, from the day's end.
        Assert.Equal((0, 1, 0), Known(market.AsOf(Instant.FromUtc(2023, 6, 30, 10, 44))));
        Assert.Equal((0, 2, 0), Known(market.AsOf(Instant.FromUtc(2023, 6, 30, 10, 45))));
        Assert.Equal((1, 2, 0), Known(market.AsOf(Instant.FromUtc(2023, 6, 30, 12, 0))));
        Assert.Equal((1, 2, 1), Known(market.AsOf(Instant.FromUtc(2023, 7, 3, 11, 59))));
        Assert.Equal((2, 2, 1), Known(market.AsOf(Instant.FromUtc(2023, 7, 3, 12, 0))));

        static (int, int, int) Known(Market market) => (market.Indices["SOFR"].Fixings.Count, market.Indices["LIBOR"].Fixings.Count, market.Indices["plain"].Fixings.Count);
    }

    // The prime rate of H.15: 8.25 % from 1996-02-01, 8.50 % from 1997-03-26.
    [Fact]
    public void On_HeldFixings_StandUntilTheNextOrALaterForwardRate()
    {
        var prime = Series(IndexConventions.Parse("USD prime"), (new(1996, 2, 1), 0.0825), (new(1997, 3, 26), 0.085)) with
        {
            Forward = ImmutableSortedDictionary<LocalDate, Percentage>.Empty.Add(new(1995, 1, 1), 0.09).Add(new(1998, 1, 1), 0.08),
        };

        Assert.Equal([0.09, 0.0825, 0.0825, 0.085, 0.085, 0.08], new LocalDate[] { new(1996, 1, 31), new(1996, 2, 1), new(1997, 3, 25), new(1997, 3, 26), new(1997, 12, 31), new(1998, 1, 1) }.Select(day => prime.On(day)));
        Assert.Equal(0.085, prime.Latest(new(1997, 12, 31)));
    }

    [Fact]
    public void Publication_BadInput_IsEveryProblem()
    {
        var problems = MarketProblemsWith(("indices.USD LIBOR 3M.publication", """{ "businessDays": -1, "calendars": [], "zone": "America/New York" }"""));

        const string Where = "indices['USD LIBOR 3M'].publication";
        Assert.Equal([$"{Where}.businessDays", $"{Where}.calendars", $"{Where}.zone"], problems.Select(problem => problem.Where));
        Assert.Contains("America/New_York", problems[2].Allowed, StringComparison.Ordinal);
        IsOnly(MarketProblemsWith(("indices.USD LIBOR 3M.publication", """{ "time": "8 o'clock" }""")), "Index 'USD LIBOR 3M'", "the time '8 o'clock' cannot be read", "'08:00'", $"{Where}.time");
        IsOnly(MarketProblemsWith(("indices.USD LIBOR 3M.conventions", "\"SOFRR\"")), "Index 'USD LIBOR 3M'", "no reference rate of this name", "did you mean 'SOFR'", "indices['USD LIBOR 3M'].conventions");
    }

    [Fact]
    public void ToJson_Conventions_ReadBackAsTheSame()
    {
        const string Json = """{ "name": "m", "indices": { "P": { "fixings": { "1996-02-01": "8.25%" }, "conventions": "USD prime" }, "S": { "publication": { "businessDays": 1, "calendars": ["New York"], "time": "09:00", "zone": "America/New_York" }, "held": false } } }""";
        var market = Market.Parse(Json);

        Assert.True(market.Indices["P"].IsHeld);
        Assert.Equal((new LocalTime(9, 0), "America/New_York"), (market.Indices["S"].Publication!.Time, market.Indices["S"].Publication!.Zone));
        Assert.True(System.Text.Json.Nodes.JsonNode.DeepEquals(System.Text.Json.Nodes.JsonNode.Parse(Json), System.Text.Json.Nodes.JsonNode.Parse(market.ToJson())), market.ToJson());
    }

    static IndexSeries Series(IndexConventions? conventions, params (LocalDate On, double Rate)[] fixings) =>
        new() { Conventions = conventions, Fixings = fixings.ToImmutableSortedDictionary(fixing => fixing.On, fixing => (Percentage)fixing.Rate) };

    static LocalDate Iso(string date) => NodaTime.Text.LocalDatePattern.Iso.Parse(date).Value;
}
