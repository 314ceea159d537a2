using System.Collections.Immutable;
using FsCheck;
using FsCheck.Fluent;
using NodaTime;
using ProjectFinance.Time;

namespace ProjectFinance.Tests.Time;

public class ScheduleTests
{
    static readonly ImmutableArray<AnnualDate> SeptemberAndDecember = [new(9, 30), new(12, 31)];

    // The eight instalments of the July 1996 facility: gaps of 92 and 273 days, once 274 because 2000 is a leap year.
    [Fact]
    public void OnDatesOfYear_ReferenceInstalments_AreEight()
    {
        var dates = Unadjusted(new OnDatesOfYear(SeptemberAndDecember, Dates.Of("1997-09-30"), Dates.Of("2000-12-31")));

        Assert.Equal(8, dates.Count);
        Assert.Equal([92, 273, 92, 273, 92, 274, 92], dates.Zip(dates.Skip(1), (one, next) => NodaTime.Period.DaysBetween(one, next)));
        Assert.Equal((Dates.Of("1997-09-30"), Dates.Of("2000-12-31")), (dates[0], dates[^1]));
    }

    // 1999-12-31 was a bank holiday in London; 2000-09-30 a Saturday and 2000-12-31 a Sunday, both the last of their month.
    [Fact]
    public void Dates_London_KeepsBothForms()
    {
        var dates = new OnDatesOfYear(SeptemberAndDecember, Dates.Of("1999-09-30"), Dates.Of("2000-12-31"))
            .Dates(BusinessCalendars.London, BusinessDayConvention.ModifiedFollowing);

        Assert.Equal(["1999-09-30 1999-09-30", "1999-12-31 1999-12-30", "2000-09-30 2000-09-29", "2000-12-31 2000-12-29"],
            dates.Select(date => $"{date.Unadjusted.Iso()} {date.Adjusted.Iso()}"));
    }

    [Fact]
    public void OnDatesOfYear_AnyOrderAndLeapDay_ComeInOrderOfTime()
    {
        var schedule = new OnDatesOfYear([new(9, 30), new(2, 29)], Dates.Of("1995-03-01"), Dates.Of("1997-03-01"));
        Assert.Equal("1995-09-30 1996-02-29 1996-09-30 1997-02-28", Text(schedule));
    }

    [Theory]
    [InlineData(3, "1996-09-30", "1997-06-30", "1996-09-30 1996-12-31 1997-03-31 1997-06-30")] // month ends kept
    [InlineData(1, "1997-01-30", "1997-04-29", "1997-01-30 1997-02-28 1997-03-30")] // counted from the first; ends before the last
    [InlineData(12, "1996-02-29", "2000-02-29", "1996-02-29 1997-02-28 1998-02-28 1999-02-28 2000-02-29")]
    [InlineData(6, "1996-07-11", "1996-07-11", "1996-07-11")]
    public void Every_Months_CountsFromTheFirst(int months, string first, string last, string expected) =>
        Assert.Equal(expected, Text(new Every(NodaTime.Period.FromMonths(months), Dates.Of(first), Dates.Of(last))));

    [Fact]
    public void Every_Quarter_AdjustsEachFromTheUnadjusted()
    {
        // 31 March 1997 was Easter Monday; the date after it is counted from the contract's dates, not from 27 March.
        var dates = new Every(NodaTime.Period.FromMonths(3), Dates.Of("1996-12-31"), Dates.Of("1997-06-30")).Dates(BusinessCalendars.London, BusinessDayConvention.ModifiedFollowing);
        Assert.Equal(["1996-12-31", "1997-03-27", "1997-06-30"], dates.Select(date => date.Adjusted.Iso()));
    }

    [Fact]
    public void Every_ToTheEndOfTheCalendar_Stops()
    {
        Assert.Equal("9999-06-30 9999-12-31", Text(new Every(NodaTime.Period.FromMonths(6), Dates.Of("9999-06-30"), Dates.Of("9999-12-31"))));
        Assert.Equal("9999-12-30 9999-12-31", Text(new Every(NodaTime.Period.FromDays(1), Dates.Of("9999-12-30"), Dates.Of("9999-12-31"))));
        Assert.Equal("1996-07-11", Text(new Every(NodaTime.Period.FromYears(int.MaxValue), Dates.Of("1996-07-11"), Dates.Of("9999-12-31"))));
    }

    [Fact]
    public void Every_AnyStep_AgreesWithAddingToTheFirst()
    {
        var inputs = from start in Gen.Choose(0, 5000)
                     from months in Gen.Choose(0, 13)
                     from days in Gen.Choose(0, 40)
                     where months + days > 0
                     select (First: new LocalDate(1996, 1, 1).PlusDays(start), Months: months, Days: days);

        Prop.ForAll(inputs.ToArbitrary(), input =>
        {
            var step = new PeriodBuilder { Months = input.Months, Days = input.Days }.Build();
            var dates = Unadjusted(new Every(step, input.First, input.First.PlusYears(3)));
            bool keepsMonthEnd = input.Days == 0 && input.First.PlusDays(1).Day == 1;
            for (int k = 0; k < dates.Count; k++)
            {
                var expected = input.First.PlusMonths(k * input.Months).PlusDays(k * input.Days);
                if (keepsMonthEnd) expected = expected.With(DateAdjusters.EndOfMonth);
                if (dates[k] != expected) return false;
            }
            return dates.Count > 0;
        }).QuickCheckThrowOnFailure();
    }

    public static TheoryData<Schedule, string> Faulty => new()
    {
        { new Every(NodaTime.Period.FromMonths(3), Dates.Of("1997-01-01"), Dates.Of("1996-01-01")), "the last date 1996-01-01 is before the first 1997-01-01" },
        { new Every(NodaTime.Period.Zero, Dates.Of("1996-01-01"), Dates.Of("1997-01-01")), "the step P0D does not go forward" },
        { new Every(NodaTime.Period.FromMonths(-3), Dates.Of("1996-01-01"), Dates.Of("1997-01-01")), "the step P-3M does not go forward" },
        { new Every(NodaTime.Period.FromHours(30), Dates.Of("1996-01-01"), Dates.Of("1997-01-01")), "the step PT30H does not go forward" },
        { new OnDatesOfYear([], Dates.Of("1996-01-01"), Dates.Of("1997-01-01")), "no date of the year is given" },
        { new OnDatesOfYear([new(9, 30), new(9, 30)], Dates.Of("1996-01-01"), Dates.Of("1997-01-01")), "09-30 is given more than once" },
        { new OnDatesOfYear([new(9, 30)], Dates.Of("1996-01-01"), Dates.Of("1996-09-29")), "none of 09-30 falls from 1996-01-01 to 1996-09-29" },
        { new OnDatesOfYear([new(9, 30)], Dates.Of("1997-01-01"), Dates.Of("1996-01-01")), "the last date 1996-01-01 is before the first 1997-01-01" },
        { new OnDates([]), "no date is given" },
        { new OnDates(default), "no date is given" },
        { new OnDates([Dates.Of("1997-01-01"), Dates.Of("1996-01-01")]), "date 2, 1996-01-01, does not follow 1997-01-01" },
        { new OnDates([Dates.Of("1997-01-01"), Dates.Of("1997-01-01")]), "date 2, 1997-01-01, does not follow 1997-01-01" },
    };

    [Theory]
    [MemberData(nameof(Faulty))]
    public void Problems_FaultyTerms_AreNamedWithSubjectAndPlace(Schedule schedule, string fact)
    {
        var problem = Assert.Single(schedule.Problems("Facility 'Project loan'", "facilities[0].repayment"));

        Assert.Contains(fact, problem.Fact, StringComparison.Ordinal);
        Assert.Equal(("Facility 'Project loan'", "facilities[0].repayment"), (problem.Subject, problem.Where));
        Assert.Throws<InvalidInputException>(() => schedule.Dates(BusinessCalendars.None, BusinessDayConvention.None));
    }

    [Fact]
    public void Problems_SeveralFaults_AreAllReported() =>
        Assert.Equal(2, new Every(NodaTime.Period.Zero, Dates.Of("1997-01-01"), Dates.Of("1996-01-01")).Problems("Schedule", "").Count());

    [Fact]
    public void Equality_SameDates_IsByValue()
    {
        LocalDate first = Dates.Of("1997-09-30"), last = Dates.Of("2000-12-31");

        Assert.Equal(new OnDates([first, last]), new OnDates([first, last]));
        Assert.NotEqual(new OnDates([first, last]), new OnDates([first]));
        Assert.Equal(new OnDatesOfYear([new(9, 30), new(12, 31)], first, last), new OnDatesOfYear(SeptemberAndDecember, first, last));
        Assert.NotEqual(new OnDatesOfYear([new(9, 30)], first, last), new OnDatesOfYear(SeptemberAndDecember, first, last));
    }

    [Fact]
    public void ToString_Terms_ReadAsTheContractDoes()
    {
        LocalDate first = Dates.Of("1997-09-30"), last = Dates.Of("2000-12-31");

        Assert.Equal("every P3M from 1997-09-30 to 2000-12-31", new Every(NodaTime.Period.FromMonths(3), first, last).ToString());
        Assert.Equal("09-30, 12-31 of each year from 1997-09-30 to 2000-12-31", new OnDatesOfYear(SeptemberAndDecember, first, last).ToString());
        Assert.Equal("1997-09-30, 2000-12-31", new OnDates([first, last]).ToString());
        Assert.Equal("1997-03-31 moved to 1997-03-27", new ScheduleDate(Dates.Of("1997-03-31"), Dates.Of("1997-03-27")).ToString());
        Assert.Equal("1997-09-30", new ScheduleDate(first, first).ToString());
    }

    static string Text(Schedule schedule) => string.Join(' ', Unadjusted(schedule).Select(date => date.Iso()));

    static List<LocalDate> Unadjusted(Schedule schedule) => [.. schedule.Dates(BusinessCalendars.None, BusinessDayConvention.None).Select(date => date.Unadjusted)];
}
