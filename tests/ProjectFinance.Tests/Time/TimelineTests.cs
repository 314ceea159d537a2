using FsCheck;
using FsCheck.Fluent;
using NodaTime;
using ProjectFinance.Time;

namespace ProjectFinance.Tests.Time;

public class TimelineTests
{
    static readonly LocalDate Closing = new(1996, 7, 11);
    static readonly LocalDate Maturity = new(2000, 12, 31);

    // The quarters of the July 1996 facility: 18 columns, 81 and 92 days first, 1,634 days from closing to 2000-12-31.
    [Fact]
    public void Quarterly_ReferenceDeal_EndsOnQuarterEnds()
    {
        var timeline = Timeline.Quarterly(Closing, Maturity);

        Assert.Equal(18, timeline.Count);
        Assert.Equal("1996-07-11/1996-09-30", timeline[0].ToString());
        Assert.Equal("1996-09-30/1996-12-31", timeline[1].ToString());
        Assert.Equal("2000-09-30/2000-12-31", timeline[17].ToString());
        Assert.Equal([81, 92, 90, 91], timeline.Periods.Take(4).Select(period => period.Days));
        Assert.Equal(1634, timeline.Periods.Sum(period => period.Days));
        Assert.Equal(0.225, timeline[0].YearFraction(DayCounts.Actual360));
        Assert.True(timeline[0].IsFirst);
        Assert.False(timeline[1].IsFirst);
        Assert.Equal((Closing, Maturity), (timeline.Start, timeline.End));
    }

    [Theory]
    [InlineData("1996-07-11", "1996-10-15", "1996-07-31 1996-08-31 1996-09-30 1996-10-15")]
    [InlineData("1995-12-31", "1996-03-31", "1996-01-31 1996-02-29 1996-03-31")]
    [InlineData("1996-02-28", "1996-02-29", "1996-02-29")]
    [InlineData("1996-12-30", "1997-01-01", "1996-12-31 1997-01-01")]
    public void Monthly_AnyDates_EndOnMonthEnds(string start, string end, string expected) =>
        Assert.Equal(expected, Ends(Timeline.Monthly(Dates.Of(start), Dates.Of(end))));

    [Theory]
    [InlineData("1996-01-31", "1996-10-31", "1996-03-31 1996-06-30 1996-09-30 1996-10-31")]
    [InlineData("1996-11-15", "1997-02-15", "1996-12-31 1997-02-15")]
    public void Quarterly_OtherDates_EndOnCalendarQuarters(string start, string end, string expected) =>
        Assert.Equal(expected, Ends(Timeline.Quarterly(Dates.Of(start), Dates.Of(end))));

    [Theory]
    [InlineData("1996-08-31", "1998-02-28", 6, "1997-02-28 1997-08-31 1998-02-28")] // month ends at both ends
    [InlineData("1996-07-11", "1997-12-31", 6, "1996-12-31 1997-06-30 1997-12-31")] // back from a month end
    [InlineData("1996-07-11", "1997-09-11", 6, "1997-01-11 1997-07-11 1997-09-11")] // forward, short last column
    [InlineData("1996-11-30", "1997-06-15", 3, "1997-02-28 1997-05-31 1997-06-15")] // forward on month ends
    [InlineData("1996-08-30", "1997-05-30", 3, "1996-11-30 1997-02-28 1997-05-30")] // February leaves no trace
    public void Regular_Months_KeepsMonthEnds(string start, string end, int months, string expected) =>
        Assert.Equal(expected, Ends(Timeline.Regular(Dates.Of(start), Dates.Of(end), NodaTime.Period.FromMonths(months))));

    [Fact]
    public void Regular_Weeks_CountsForward() =>
        Assert.Equal("1996-07-18 1996-07-25 1996-07-31", Ends(Timeline.Regular(Closing, Dates.Of("1996-07-31"), NodaTime.Period.FromWeeks(1))));

    [Fact]
    public void From_UnorderedRepeatedDates_GivesTheirUnion()
    {
        LocalDate[] dates = [Dates.Of("1996-12-31"), Closing, Dates.Of("1996-09-30"), Dates.Of("1996-12-31")];

        Assert.Equal("1996-07-11 1996-09-30 1996-12-31", Ends(Timeline.From(Closing, dates)));
        Assert.Equal("1996-09-30 1996-12-31", Ends(Timeline.From(Closing, dates, withClosingColumn: false)));
        var closing = Timeline.From(Closing, dates)[0];
        Assert.Equal((Closing, Closing, 0), (closing.Start, closing.End, closing.Days));
        Assert.Equal(0.0, closing.YearFraction(DayCounts.Actual360));
    }

    [Fact]
    public void From_DatesBeforeClosing_ReportsEachOfThem()
    {
        var error = Assert.Throws<InvalidInputException>(() => Timeline.From(Closing, [Dates.Of("1996-07-10"), Maturity, Dates.Of("1996-01-01")]));

        Assert.Equal(2, error.Problems.Length);
        Assert.Equal("Timeline: boundary 1996-01-01 falls before the closing 1996-07-11; boundaries must fall on or after the closing", error.Problems[0].ToString());
    }

    [Fact]
    public void From_NothingAfterClosing_IsAnError()
    {
        Assert.Throws<InvalidInputException>(() => Timeline.From(Closing, []));
        Assert.Throws<InvalidInputException>(() => Timeline.From(Closing, [Closing]));
    }

    [Fact]
    public void Regular_EndNotAfterStartOrStepNotForward_IsAnError()
    {
        Assert.Throws<InvalidInputException>(() => Timeline.Quarterly(Closing, Closing));
        Assert.Throws<InvalidInputException>(() => Timeline.Monthly(Maturity, Closing));
        foreach (var step in new[] { NodaTime.Period.Zero, NodaTime.Period.FromMonths(-3), NodaTime.Period.FromHours(5) })
            Assert.Throws<InvalidInputException>(() => Timeline.Regular(Closing, Maturity, step));
    }

    [Fact]
    public void EndingOn_NoSuchEnd_NamesTheNearest()
    {
        var timeline = Timeline.Quarterly(Closing, Maturity);

        Assert.Equal(2, timeline.EndingOn(Dates.Of("1997-03-31")).Index);
        Assert.Equal("Timeline: no column ends on 1997-03-27; the nearest columns end on 1996-12-31 and 1997-03-31",
            Assert.Throws<InvalidInputException>(() => timeline.EndingOn(Dates.Of("1997-03-27"))).Message);
        Assert.EndsWith("the nearest columns end on 2000-12-31", Assert.Throws<InvalidInputException>(() => timeline.EndingOn(Dates.Of("2001-01-01"))).Message, StringComparison.Ordinal);
        Assert.EndsWith("the nearest columns end on 1996-09-30", Assert.Throws<InvalidInputException>(() => timeline.EndingOn(Closing)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void HasBoundary_StartEndsAndOtherDates_AreToldApart()
    {
        var timeline = Timeline.Quarterly(Closing, Maturity);

        Assert.True(timeline.HasBoundary(Closing));
        Assert.True(timeline.HasBoundary(Dates.Of("1999-12-31")));
        Assert.True(timeline.HasBoundary(Maturity));
        Assert.False(timeline.HasBoundary(Dates.Of("1999-12-30")));
        Assert.False(timeline.HasBoundary(Dates.Of("2001-01-01")));
    }

    [Fact]
    public void Containing_EachDay_IsAfterStartAndUpToEnd()
    {
        var timeline = Timeline.Quarterly(Closing, Maturity);

        for (var date = Closing.PlusDays(1); date <= Maturity; date = date.PlusDays(1))
            Assert.Same(timeline.Periods.Single(period => period.Start < date && date <= period.End), timeline.Containing(date));
        Assert.Throws<InvalidInputException>(() => timeline.Containing(Closing));
        Assert.Throws<InvalidInputException>(() => timeline.Containing(Maturity.PlusDays(1)));
        Assert.Equal(0, Timeline.From(Closing, [Maturity]).Containing(Closing).Index);
        Assert.Equal(1, Timeline.From(Closing, [Maturity]).Containing(Closing.PlusDays(1)).Index);
    }

    [Fact]
    public void DaysWithin_AnySpan_CountsDayByDay()
    {
        var period = Timeline.Quarterly(Closing, Maturity)[0];
        var spans = from one in Gen.Choose(-40, 130) from other in Gen.Choose(-40, 130) select (From: Closing.PlusDays(one), To: Closing.PlusDays(other));

        Prop.ForAll(spans.ToArbitrary(), span =>
        {
            int days = 0;
            for (var date = period.Start.PlusDays(1); date <= period.End; date = date.PlusDays(1))
                if (date > span.From && date <= span.To) days++;
            return period.DaysWithin(span.From, span.To) == days;
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void AnyTimeline_ColumnsAdjoin_AndDaysSumToTheSpan()
    {
        var inputs = from start in Gen.Choose(0, 4000)
                     from length in Gen.Choose(1, 4000)
                     from months in Gen.Choose(1, 14)
                     from offsets in Gen.ArrayOf(Gen.Choose(0, 3000))
                     select (Start: Closing.PlusDays(start), Length: length, Months: months, Offsets: offsets);

        Prop.ForAll(inputs.ToArbitrary(), input =>
        {
            var end = input.Start.PlusDays(input.Length);
            Timeline[] timelines =
            [
                Timeline.Monthly(input.Start, end),
                Timeline.Quarterly(input.Start, end),
                Timeline.Regular(input.Start, end, NodaTime.Period.FromMonths(input.Months)),
                Timeline.Regular(input.Start, end, NodaTime.Period.FromDays(input.Months)),
                Timeline.From(input.Start, [.. input.Offsets.Select(days => input.Start.PlusDays(days)), input.Start.PlusDays(3000)]),
            ];
            return timelines.All(timeline =>
                timeline.Periods.Sum(period => period.Days) == NodaTime.Period.DaysBetween(timeline.Start, timeline.End)
                && timeline.Periods.Skip(1).All(period => period.Start == timeline[period.Index - 1].End && period.Days > 0));
        }).QuickCheckThrowOnFailure();
    }

    static string Ends(Timeline timeline) => string.Join(' ', timeline.Periods.Select(period => period.End.Iso()));
}
