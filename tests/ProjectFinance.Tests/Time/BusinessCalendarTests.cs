using FsCheck;
using FsCheck.Fluent;
using NodaTime;
using ProjectFinance.Time;

namespace ProjectFinance.Tests.Time;

public class BusinessCalendarTests
{
    // The calendar of SOFR begins in 2014.
    static readonly LocalDate KnownToAll = new(2015, 1, 1);

    static readonly LocalDate Epoch = new(1986, 3, 1);

    // Easter Monday 1997 fell on 31 March, at the end of a month, after Good Friday on the 28th. 1999-12-31 was a bank holiday before a weekend.
    // 1998-11-01 was a Sunday, the first of its month. 2006 ISDA Definitions 4.12 for the rules.
    public static TheoryData<string, BusinessDayConvention, string> Moves => new()
    {
        { "1997-03-31", BusinessDayConvention.None, "1997-03-31" },
        { "1997-03-31", BusinessDayConvention.Following, "1997-04-01" },
        { "1997-03-31", BusinessDayConvention.ModifiedFollowing, "1997-03-27" },
        { "1997-03-31", BusinessDayConvention.Preceding, "1997-03-27" },
        { "1997-03-31", BusinessDayConvention.Nearest, "1997-04-01" },
        { "1997-03-28", BusinessDayConvention.Nearest, "1997-03-27" },
        { "1997-03-28", BusinessDayConvention.ModifiedFollowing, "1997-03-27" },
        { "1999-12-31", BusinessDayConvention.ModifiedFollowing, "1999-12-30" },
        { "1999-12-31", BusinessDayConvention.Following, "2000-01-04" },
        { "1998-11-01", BusinessDayConvention.Preceding, "1998-10-30" },
        { "1998-11-01", BusinessDayConvention.ModifiedPreceding, "1998-11-02" },
        { "1998-11-07", BusinessDayConvention.ModifiedPreceding, "1998-11-06" },
        { "1998-11-07", BusinessDayConvention.Nearest, "1998-11-06" },
        { "1998-11-08", BusinessDayConvention.Nearest, "1998-11-09" },
        { "1996-09-30", BusinessDayConvention.ModifiedFollowing, "1996-09-30" },
    };

    [Theory]
    [MemberData(nameof(Moves))]
    public void Adjust_LondonDate_MovesByConvention(string date, BusinessDayConvention convention, string expected) =>
        Assert.Equal(Dates.Of(expected), BusinessCalendars.London.Adjust(Dates.Of(date), convention));

    [Fact]
    public void Adjust_AnyDate_LandsOnABusinessDayAndStays()
    {
        var conventions = Enum.GetValues<BusinessDayConvention>().Where(convention => convention != BusinessDayConvention.None).ToArray();
        var inputs = from days in Gen.Choose(0, 19_800)
                     from calendar in Gen.Elements(Calendars())
                     from convention in Gen.Elements(conventions)
                     select (Date: KnownToAll.PlusDays(days), Calendar: calendar, Convention: convention);

        Prop.ForAll(inputs.ToArbitrary(), input =>
        {
            var adjusted = input.Calendar.Adjust(input.Date, input.Convention);
            return input.Calendar.IsBusinessDay(adjusted)
                && input.Calendar.Adjust(adjusted, input.Convention) == adjusted
                && (!input.Calendar.IsBusinessDay(input.Date) || adjusted == input.Date);
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void AddBusinessDays_ThereAndBack_ReturnsToABusinessDay()
    {
        var inputs = from days in Gen.Choose(300, 19_400)
                     from count in Gen.Choose(-150, 150)
                     from calendar in Gen.Elements(Calendars())
                     select (Date: KnownToAll.PlusDays(days), Count: count, Calendar: calendar);

        Prop.ForAll(inputs.ToArbitrary(), input =>
        {
            var start = input.Calendar.Adjust(input.Date, BusinessDayConvention.Following);
            var moved = input.Calendar.AddBusinessDays(start, input.Count);
            return input.Calendar.AddBusinessDays(moved, -input.Count) == start && OpenDaysBetween(input.Calendar, start, moved) == Math.Abs(input.Count);
        }).QuickCheckThrowOnFailure();
    }

    // LIBOR is fixed two London business days ahead: the closing was on a Thursday; over Easter 1997 four days were closed.
    [Theory]
    [InlineData("1996-07-11", -2, "1996-07-09")]
    [InlineData("1997-04-01", -2, "1997-03-26")]
    [InlineData("1997-03-26", 2, "1997-04-01")]
    [InlineData("1997-03-31", 0, "1997-03-31")]
    public void AddBusinessDays_London_SkipsClosedDays(string date, int days, string expected) =>
        Assert.Equal(Dates.Of(expected), BusinessCalendars.London.AddBusinessDays(Dates.Of(date), days));

    [Fact]
    public void Union_OfTwo_IsOpenWhenBothAreOpen()
    {
        var both = BusinessCalendar.Union(BusinessCalendars.London, BusinessCalendars.NewYork);

        Assert.Equal("London+New York", both.Name);
        for (var date = new LocalDate(1996, 1, 1); date.Year < 2001; date = date.PlusDays(1))
            Assert.Equal(BusinessCalendars.London.IsBusinessDay(date) && BusinessCalendars.NewYork.IsBusinessDay(date), both.IsBusinessDay(date));
        Assert.Equal(BusinessCalendars.London.Holidays(1997).Union(BusinessCalendars.NewYork.Holidays(1997)).Order(), both.Holidays(1997));
    }

    [Fact]
    public void Union_OfRepeatedOrNestedCalendars_CountsEachOnce()
    {
        var both = BusinessCalendar.Union(BusinessCalendars.London, BusinessCalendars.NewYork);

        Assert.Equal("London+New York", BusinessCalendar.Union(both, BusinessCalendars.London).Name);
        Assert.Same(BusinessCalendars.London, BusinessCalendar.Union(BusinessCalendars.London, BusinessCalendars.London));
        Assert.Throws<InvalidInputException>(() => BusinessCalendar.Union());
    }

    [Fact]
    public void Parse_KnownNames_GiveTheCalendar()
    {
        foreach (var calendar in BusinessCalendars.All) Assert.Same(calendar, BusinessCalendars.Parse(calendar.Name));
        Assert.Same(BusinessCalendars.London, BusinessCalendars.Parse(" gblo "));
        Assert.Equal("London+New York", BusinessCalendars.Parse("london + new york").Name);
    }

    [Fact]
    public void Parse_UnknownName_NamesTheNearest()
    {
        var error = Assert.Throws<InvalidInputException>(() => BusinessCalendars.Parse("Londn"));
        Assert.Contains("did you mean 'London'?", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("1985-12-31")]
    [InlineData("2101-01-01")]
    public void IsBusinessDay_OutsideTheYears_IsAnError(string date)
    {
        var error = Assert.Throws<InvalidInputException>(() => BusinessCalendars.London.IsBusinessDay(Dates.Of(date)));
        Assert.Equal($"Calendar 'London': {date} lies outside the years it knows; dates from 1986-01-01 to 2100-12-31 can be asked for", error.Message);
        Assert.Throws<InvalidInputException>(() => BusinessCalendars.NewYork.Holidays(Dates.Of(date).Year));
    }

    [Fact]
    public void IsBusinessDay_ManyTimes_AllocatesNothing()
    {
        var calendar = BusinessCalendar.Union(BusinessCalendars.London, BusinessCalendars.NewYork);
        int open = CountOpen(calendar);

        long before = GC.GetAllocatedBytesForCurrentThread();
        int again = CountOpen(calendar);

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
        Assert.Equal(open, again);
    }

    [Fact]
    public void BusinessDaysBetween_AnyDates_AgreesWithCounting()
    {
        var inputs = from start in Gen.Choose(0, 19_000)
                     from days in Gen.Choose(0, 800)
                     from calendar in Gen.Elements(Calendars())
                     select (Start: KnownToAll.PlusDays(start), End: KnownToAll.PlusDays(start + days), Calendar: calendar);

        Prop.ForAll(inputs.ToArbitrary(), input =>
            input.Calendar.BusinessDaysBetween(input.Start, input.End) == OpenDaysBetween(input.Calendar, input.Start, input.End)).QuickCheckThrowOnFailure();
    }

    // Good Friday 2024 is open in New York alone, Easter Monday there and for government securities.
    [Fact]
    public void BusinessDaysBetween_Easter2024_CountsOpenDays()
    {
        LocalDate wednesday = Dates.Of("2024-03-27"), next = Dates.Of("2024-04-03");

        Assert.Equal([3, 5, 4, 3, 5, 7], BusinessCalendars.All.Select(calendar => calendar.BusinessDaysBetween(wednesday, next)));
        Assert.Throws<InvalidInputException>(() => BusinessCalendars.London.BusinessDaysBetween(next, wednesday));
        Assert.Throws<InvalidInputException>(() => BusinessCalendars.Target.BusinessDaysBetween(Dates.Of("1998-12-31"), next));
        Assert.Throws<InvalidInputException>(() => BusinessCalendars.Target.BusinessDaysBetween(wednesday, Dates.Of("2101-01-02")));
    }

    [Fact]
    public void Parse_ContractNames_GiveTheCalendars()
    {
        Assert.Same(BusinessCalendars.NewYork, BusinessCalendars.Parse("NewYork"));
        Assert.Same(BusinessCalendars.USGovernmentSecurities, BusinessCalendars.Parse("USGovernmentSecurities"));
        Assert.Same(BusinessCalendars.Target, BusinessCalendars.Parse("target"));
    }

    static int CountOpen(BusinessCalendar calendar)
    {
        int open = 0;
        for (int day = 0; day < 10_000; day++)
            if (calendar.IsBusinessDay(Epoch.PlusDays(day))) open++;
        return open;
    }

    static int OpenDaysBetween(BusinessCalendar calendar, LocalDate one, LocalDate other)
    {
        int open = 0;
        for (var date = LocalDate.Min(one, other); date < LocalDate.Max(one, other); date = date.PlusDays(1))
            if (calendar.IsBusinessDay(date)) open++;
        return open;
    }

    static BusinessCalendar[] Calendars() => [.. BusinessCalendars.All, BusinessCalendar.Union(BusinessCalendars.London, BusinessCalendars.NewYork)];
}
