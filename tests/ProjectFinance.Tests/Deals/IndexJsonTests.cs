using NodaTime;
using ProjectFinance.Facilities;
using ProjectFinance.Rates;
using static ProjectFinance.Tests.Deals.SampleFiles;

namespace ProjectFinance.Tests.Deals;

/// <summary>How settings of an index and fallbacks are written in a term sheet, and what is refused.</summary>
public class IndexJsonTests
{
    const string Interest = "facilities[0].interest", Loan = "Facility 'Project loan'";

    [Fact]
    public void Read_SettingAndFallbacks_HaveTheirFiguresAndReadBack()
    {
        var deal = With(
            ("setting", """{ "inAdvance": { "tenors": [{ "length": "P3M", "index": "USD LIBOR 3M" }, { "length": "P1M", "index": "USD LIBOR 1M" }], "brokenPeriods": "nextShorter" } }"""),
            ("fallbacks", """
                [{ "from": "1999-01-04", "index": "Term SOFR 3M", "spread": "0.26161%", "conventions": "Term SOFR 3M", "fixingDays": 3 },
                 { "from": "2000-01-04", "index": "SOFR", "setting": { "overnight": { "method": "compoundedBalance", "lookbackDays": 5, "lockoutDays": 1, "dailyFloor": "0%" } } }]
                """));
        var terms = deal.Facilities[0].Interest;

        Assert.Equal(BrokenPeriodRate.NextShorter, Assert.IsType<FixedInAdvance>(terms.Setting).BrokenPeriods);
        Assert.Equal((new LocalDate(1999, 1, 4), 0.0026161, 3, "US Government Securities"), (terms.Fallbacks[0].From, terms.Fallbacks[0].Spread.Fraction, terms.Fallbacks[0].FixingDays, terms.Fallbacks[0].FixingCalendars[0].Name));
        var overnight = Assert.IsType<OvernightInArrears>(terms.Fallbacks[1].Setting).Terms;
        Assert.Equal((OvernightMethod.CompoundedBalance, 5, 1, 360), (overnight.Method, overnight.LookbackDays, overnight.LockoutDays, overnight.DaysInYear));
        Assert.Equal(deal.ToJson(), ReadShape(deal.ToJson()).ToJson());
    }

    [Fact]
    public void ToJson_Conventions_WriteOnlyWhatDiffers()
    {
        var json = With(("conventions", "\"Term SOFR 3M\""), ("fixingDays", "2"), ("dayCount", "\"ACT/365F\"")).ToJson();
        var interest = System.Text.Json.Nodes.JsonNode.Parse(json)!["facilities"]![0]!["interest"]!;

        Assert.Equal(("Term SOFR 3M", "ACT/365F", true, true),
            (interest["conventions"]!.GetValue<string>(), interest["dayCount"]!.GetValue<string>(), interest["fixingDays"] is null, interest["setting"] is null));
    }

    [Theory]
    [InlineData("conventions", "\"Term SOFFR 3M\"", "no reference rate of this name", "did you mean 'Term SOFR 3M'", "conventions")]
    [InlineData("setting", """{ "inAdvance": { "tenors": [{ "length": "P1M", "index": "USD LIBOR 1M" }] } }""", "the index 'USD LIBOR 3M' is not among its tenors", "its own length", "setting.inAdvance.tenors")]
    [InlineData("setting", """{ "inAdvance": { "tenors": [{ "length": "P3M", "index": "USD LIBOR 3M" }, { "length": "P3M", "index": "X" }] } }""", "two tenors are P3M long", "one index", "setting.inAdvance.tenors[1].length")]
    [InlineData("setting", """{ "inAdvance": { "tenors": [{ "length": "P0D", "index": "USD LIBOR 3M" }] } }""", "the tenor of 'USD LIBOR 3M' is P", "a day or longer", "setting.inAdvance.tenors[0].length")]
    [InlineData("setting", """{ "overnight": { "lockoutDays": -2 } }""", "the lockout is -2 business days", "not be negative", "setting.overnight.lockoutDays")]
    [InlineData("setting", """{ "overnight": { "method": "compoundedBalance", "lookbackDays": 2, "observationShift": true } }""", "the balance is compounded with an observation shift", "compound the rate", "setting.overnight.observationShift")]
    [InlineData("setting", """{ "overnigt": {} }""", "'overnigt' is not an alternative here", "did you mean 'overnight'", "setting.overnigt")]
    [InlineData("fallbacks", """[{ "from": "1999-01-04", "index": "USD LIBOR 3M" }]""", "names an index that the loan has had before", "named once", "fallbacks[0].index")]
    [InlineData("fallbacks", """[{ "from": "1999-01-04", "index": "A" }, { "from": "1999-01-04", "index": "B" }]""", "is written after the one from 1999-01-04", "in the order of their dates", "fallbacks[1].from")]
    [InlineData("fallbacks", """[{ "from": "1999-01-04", "index": "A", "fixingDays": -1 }]""", "the number of fixing days is -1", "0 or more", "fallbacks[0].fixingDays")]
    [InlineData("fallbacks", """[{ "from": "1999-01-04", "index": "A", "fixingCalendars": [] }]""", "fixing calendar", "at least one", "fallbacks[0].fixingCalendars")]
    public void Parse_BadIndex_SaysWhyAndWhere(string field, string json, string fact, string allowed, string where) =>
        IsOnly(ProblemsWith(($"{Interest}.{field}", json)), Loan, fact, allowed, $"{Interest}.{where}");

    static Deal With(params (string Field, string Json)[] changes)
    {
        var json = System.Text.Json.Nodes.JsonNode.Parse(System.IO.File.ReadAllText(DealPath))!;
        foreach (var (field, value) in changes) json["facilities"]![0]!["interest"]![field] = System.Text.Json.Nodes.JsonNode.Parse(value);
        return Deal.Parse(json.ToJsonString());
    }
}
