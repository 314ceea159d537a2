using NodaTime;
using ProjectFinance.Tests.Cli;
using ProjectFinance.Time;
using static ProjectFinance.Tests.Deals.SampleFiles;

namespace ProjectFinance.Tests.Deals;

/// <summary>Holidays of one's own in a term sheet. Monday 30 September 1996 ends an interest period of the sample; with it closed, Modified Following goes back to Friday 27 September.</summary>
public sealed class OwnCalendarTests : IDisposable
{
    const string List = """{ "Mine": { "holidays": ["1996-09-30", "1996-09-28", "1996-09-30"], "from": "1996-01-01", "to": "2005-12-31" } }""";
    const string Days = "facilities[0].businessDays";
    const string Named = """{ "calendars": ["London", "mine"] }""";

    static readonly LocalDate Monday = new(1996, 9, 30), Friday = new(1996, 9, 27);

    readonly CommandLineTrial trial = new();

    public void Dispose() => trial.Dispose();

    [Theory]
    [InlineData("""["London", "Mine"]""")]
    [InlineData("""["London+mine"]""")]
    public void Parse_CalendarOfOnesOwn_IsClosedOnItsDays(string named)
    {
        var deal = Deal.Parse(Changed(DealPath, [("calendars", List), (Days, $$"""{ "calendars": {{named}} }""")]));
        var calendar = BusinessCalendar.Union(deal.Facilities[0].BusinessDays.Calendars.AsSpan());

        Assert.Equal("London+Mine", calendar.Name);
        Assert.Equal(Friday, calendar.Adjust(Monday, BusinessDayConvention.ModifiedFollowing));
        Assert.Contains(Friday, ProjectFinance.Deals.DealLayout.Lay(deal).Loans[0].Settlements.Keys);
        Assert.Equal(deal.ToJson(), Deal.Parse(deal.ToJson()).ToJson());
    }

    [Fact]
    public void Parse_DayCountByACalendarOfOnesOwn_CountsItsDays()
    {
        var deal = Deal.Parse(Changed(DealPath, [("calendars", List), ("facilities[0].interest.dayCount", "\"BUS/252 Mine\"")]));

        // From Friday to Tuesday the Friday alone is open.
        Assert.Equal(1 / 252.0, deal.Facilities[0].Interest.DayCount.YearFraction(Friday, new(1996, 10, 1)));
    }

    [Fact]
    public void Read_ListInAFile_IsThatOfTheFile()
    {
        trial.File("mine.csv", "date,name\n1996-09-30,Founders' Day\n1996-09-30,again\n");
        var deal = Deal.Read(trial.File("deal.json", Changed(DealPath, [("calendars", """{ "Mine": { "csv": "mine.csv", "from": "1996-01-01", "to": "2005-12-31" } }"""), (Days, Named)])));

        Assert.False(deal.Facilities[0].BusinessDays.Calendars[1].IsBusinessDay(Monday));
        Assert.Equal(["1996-09-30", "1996-09-30"], deal.Calendars["Mine"].Holidays.Select(date => date.Iso()));
    }

    // A loan that no account is concerned with has problems of its own, which do not matter here.
    [Theory]
    [InlineData("Mine", false)]
    [InlineData("Minne", true)]
    public void Read_FileThatAmends_MayNameTheCalendarsOfTheOther(string named, bool isRefused)
    {
        trial.File("base.json", Changed(DealPath, [("calendars", List)]));
        var problems = Problems(() => Deal.Read(trial.File("later.json", $$"""
            { "amends": "base.json", "amendments": [ { "name": "Second loan", "effective": "1996-12-31", "adds": { "facilities": [ {
                "name": "Second loan", "commitment": "USD 1,000,000", "draws": { "asNeeded": { "fund": "Proceeds Account / Funding need", "lastDate": "1997-03-31" } },
                "interest": { "index": "USD LIBOR 3M", "margin": "2%", "dates": { "onDates": ["1997-03-31"] }, "fixingCalendars": ["{{named}}"] },
                "repayment": { "bullet": { "date": "1997-03-31" } } } ] } } ] }
            """)));

        Assert.Equal(isRefused, problems.Any(problem => problem.Where.EndsWith("fixingCalendars[0]", StringComparison.Ordinal) && problem.Fact.Contains("no business calendar has this name", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("""{ "London": ["1996-09-30"] }""", "Calendar 'London'", "the name is that of a known calendar", "choose another", "calendars.London")]
    [InlineData("""{ "Mine": { "holidays": ["2006-01-02"], "from": "1996-01-01", "to": "2005-12-31" } }""", "Calendar 'Mine'", "the date 2006-01-02 lies outside the range", "from 1996-01-01 to 2005-12-31", "calendars.Mine")]
    [InlineData("""{ "Mine": [] }""", "Calendar 'Mine'", "it has no holiday", "give holidays", "calendars.Mine")]
    [InlineData("""{ "Mine": ["1996-09-31"] }""", "Calendar 'Mine'", "the date '1996-09-31' cannot be read", "1996-07-11", "calendars.Mine[0]")]
    [InlineData("""{ "Mine": { "holidays": [], "csv": "mine.csv" } }""", "Calendar 'Mine'", "it has both holidays and a file", "give one", "calendars.Mine")]
    [InlineData("""{ "Mine": { "csv": "mine.csv" } }""", "Calendar 'Mine'", "the file 'mine.csv' has no folder", "read it from a file", "calendars.Mine.csv")]
    [InlineData("""{ "Mine": 5 }""", "Calendar 'Mine'", "'Mine' is the number 5", "an array of dates", "calendars.Mine")]
    [InlineData("""{ "Mine": ["1996-09-30"], "MINE": ["1996-09-30"] }""", "Calendar 'MINE'", "'MINE' is given more than once", "give it once", "calendars.MINE")]
    public void Parse_ListThatMakesNoSense_SaysWhyAndWhere(string list, string subject, string fact, string allowed, string where) =>
        IsOnly(ProblemsWith(("calendars", list), (Days, list.Contains("London", StringComparison.Ordinal) ? "{}" : Named)), subject, fact, allowed, where);

    [Fact]
    public void Parse_NameThatIsNotKnown_HasTheNearestOfOnesOwnToo() =>
        IsOnly(ProblemsWith(("calendars", List), (Days, """{ "calendars": ["Minne"] }""")), "Facility 'Project loan'", "no business calendar has this name", "did you mean 'Mine'", $"{Days}.calendars[0]");

    // One year of holidays does not say which days of the next are good.
    [Fact]
    public void Parse_DatesAfterTheList_AreAClearError() =>
        Assert.Contains(ProblemsWith(("calendars", """{ "Mine": ["1996-09-30"] }"""), (Days, Named)), problem => problem.Fact.Contains("lies outside the years it knows", StringComparison.Ordinal) && problem.Allowed.Contains("dates from 1996-01-01 to 1996-12-31", StringComparison.Ordinal));
}
