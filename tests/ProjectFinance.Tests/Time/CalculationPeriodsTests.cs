using FsCheck;
using FsCheck.Fluent;
using NodaTime;
using ProjectFinance.Time;

namespace ProjectFinance.Tests.Time;

public class CalculationPeriodsTests
{
    // By hand from the contract's words; the boundaries, start and end among them.
    [Theory]
    [InlineData("2024-01-15", "2025-01-15", "P3M", null, null, "2024-01-15 2024-04-15 2024-07-15 2024-10-15 2025-01-15")]
    [InlineData("2024-01-10", "2024-12-31", "P3M", null, null, "2024-01-10 2024-03-31 2024-06-30 2024-09-30 2024-12-31")]
    [InlineData("2024-01-10", "2024-12-31", "P3M", "LongFront", null, "2024-01-10 2024-06-30 2024-09-30 2024-12-31")]
    [InlineData("2024-01-10", "2024-12-31", "P3M", "ShortBack", null, "2024-01-10 2024-04-10 2024-07-10 2024-10-10 2024-12-31")]
    [InlineData("2024-01-10", "2024-12-31", "P3M", "LongBack", null, "2024-01-10 2024-04-10 2024-07-10 2024-12-31")]
    [InlineData("2024-01-10", "2024-05-31", "P3M", "LongBack", null, "2024-01-10 2024-05-31")]
    [InlineData("2024-01-10", "2024-02-20", "P3M", "ShortFront", null, "2024-01-10 2024-02-20")]
    [InlineData("2023-08-30", "2024-02-29", "P3M", "None", null, "2023-08-30 2023-11-30 2024-02-29")] // on the 30th, as far as February goes
    [InlineData("2023-11-30", "2024-03-31", "P1M", "None", null, "2023-11-30 2023-12-31 2024-01-31 2024-02-29 2024-03-31")]
    [InlineData("2023-11-30", "2024-03-30", "P1M", null, null, "2023-11-30 2023-12-30 2024-01-30 2024-02-29 2024-03-30")]
    [InlineData("2024-01-31", "2024-04-30", "P1M", "ShortBack", "Day30", null)]
    [InlineData("2024-01-30", "2024-04-30", "P1M", "None", "Day30", "2024-01-30 2024-02-29 2024-03-30 2024-04-30")]
    [InlineData("2024-02-29", "2024-05-31", "P1M", "None", "EOM", "2024-02-29 2024-03-31 2024-04-30 2024-05-31")]
    [InlineData("2024-01-10", "2024-05-15", "P1M", "ShortFront", "15", "2024-01-10 2024-01-15 2024-02-15 2024-03-15 2024-04-15 2024-05-15")]
    [InlineData("2024-03-20", "2025-03-19", "P3M", "None", "IMM", "2024-03-20 2024-06-19 2024-09-18 2024-12-18 2025-03-19")]
    [InlineData("2024-02-05", "2024-12-18", "P3M", "LongFront", "IMM", "2024-02-05 2024-06-19 2024-09-18 2024-12-18")]
    [InlineData("2024-01-01", "2024-03-01", "P28D", "ShortBack", null, "2024-01-01 2024-01-29 2024-02-26 2024-03-01")]
    [InlineData("2024-01-01", "2024-02-05", "P2W", null, null, "2024-01-01 2024-01-08 2024-01-22 2024-02-05")]
    [InlineData("2020-02-29", "2024-02-29", "P1Y", null, null, "2020-02-29 2021-02-28 2022-02-28 2023-02-28 2024-02-29")]
    public void Periods_ByHand_HaveTheirDates(string start, string end, string step, string? stub, string? roll, string? expected)
    {
        var terms = new CalculationPeriods(Dates.Of(start), Dates.Of(end), CouponFrequency.Parse(step))
        {
            Stub = stub is null ? null : Conventions.ParseStub(stub), Roll = roll is null ? null : RollConvention.Parse(roll),
        };
        if (expected is null) Assert.Single(terms.Problems("Schedule", ""));
        else Assert.Equal(expected, Text(terms));
    }

    [Theory]
    [InlineData("2024-04-30", null, null, "2024-01-15 2024-04-30 2024-07-31 2024-10-31 2025-01-31 2025-02-20")]
    [InlineData(null, "2024-12-15", null, "2024-01-15 2024-03-15 2024-06-15 2024-09-15 2024-12-15 2025-02-20")]
    [InlineData("2024-03-31", "2024-12-31", null, "2024-01-15 2024-03-31 2024-06-30 2024-09-30 2024-12-31 2025-02-20")]
    [InlineData("2024-04-30", null, "LongBack", "2024-01-15 2024-04-30 2024-07-31 2024-10-31 2025-02-20")]
    [InlineData("2024-05-20", null, "ShortFront", "2024-01-15 2024-05-20 2024-08-20 2024-11-20 2025-02-20")]
    public void Periods_RegularDatesGiven_HaveStubsAtThem(string? first, string? last, string? stub, string expected)
    {
        var terms = new CalculationPeriods(Dates.Of("2024-01-15"), Dates.Of("2025-02-20"), NodaTime.Period.FromMonths(3))
        {
            FirstRegular = first is null ? null : Dates.Of(first), LastRegular = last is null ? null : Dates.Of(last), Stub = stub is null ? null : Conventions.ParseStub(stub),
        };
        Assert.Equal(expected, Text(terms));
    }

    // 30 June 2024 is a Sunday and the last of its month, 31 March 2024 Easter Sunday: both go back. The dates after them do not.
    [Fact]
    public void Periods_London_KeepBothForms()
    {
        var periods = new CalculationPeriods(Dates.Of("2023-12-31"), Dates.Of("2024-09-30"), NodaTime.Period.FromMonths(3)).Periods(BusinessCalendars.London, BusinessDayConvention.ModifiedFollowing);

        Assert.Equal(["2023-12-31/2024-03-31 2023-12-29/2024-03-28", "2024-03-31/2024-06-30 2024-03-28/2024-06-28", "2024-06-30/2024-09-30 2024-06-28/2024-09-30"],
            periods.Select(period => $"{period.UnadjustedStart.Iso()}/{period.UnadjustedEnd.Iso()} {period}"));
    }

    [Fact]
    public void Periods_OfOtherSchedules_BeginOnTheStartGiven()
    {
        var schedule = new OnDatesOfYear([new(9, 30), new(12, 31)], Dates.Of("1997-09-30"), Dates.Of("1998-12-31"));

        Assert.Equal(["1997-07-01/1997-09-30", "1997-09-30/1997-12-31", "1997-12-31/1998-09-30", "1998-09-30/1998-12-31"],
            schedule.Periods(Dates.Of("1997-07-01"), BusinessCalendars.None, BusinessDayConvention.None).Select(period => period.ToString()));
        Assert.Throws<InvalidInputException>(() => schedule.Periods(Dates.Of("1997-09-30"), BusinessCalendars.None, BusinessDayConvention.None));
    }

    public static TheoryData<CalculationPeriods, string> Faulty => new()
    {
        { Year with { End = Dates.Of("2023-01-01") }, "the end 2023-01-01 is not after the start 2024-01-15" },
        { Year with { End = Dates.Of("2024-01-15") }, "the end 2024-01-15 is not after the start 2024-01-15" },
        { Year with { Step = NodaTime.Period.Zero }, "the step P0D does not go forward" },
        { Year with { Step = NodaTime.Period.FromDays(28), Roll = RollConvention.Imm }, "dates roll to IMM in steps of P28D" },
        { Year with { FirstRegular = Dates.Of("2024-01-14") }, "the first regular date 2024-01-14 does not lie from 2024-01-15 to 2025-01-15" },
        { Year with { LastRegular = Dates.Of("2025-01-16") }, "the last regular date 2025-01-16 does not lie from 2024-01-15 to 2025-01-15" },
        { Year with { FirstRegular = Dates.Of("2024-06-15"), LastRegular = Dates.Of("2024-05-15") }, "the last regular date 2024-05-15 does not lie from 2024-06-15 to 2025-01-15" },
        { Year with { End = Dates.Of("2025-02-01"), Stub = StubConvention.None }, "steps of P3M from 2024-01-15 to 2025-02-01 do not fit" },
        { Year with { FirstRegular = Dates.Of("2024-02-01"), LastRegular = Dates.Of("2024-12-01") }, "steps of P3M from 2024-02-01 to 2024-12-01 do not fit" },
        { Year with { End = Dates.Of("2024-03-01"), Stub = StubConvention.LongFront }, "no whole step of P3M lies between 2024-01-15 and 2024-03-01, so the stub cannot be long" },
        { Year with { Roll = RollConvention.EndOfMonth }, "2025-01-15, from which dates are counted, is not on the roll EOM" },
        { Year with { Roll = RollConvention.Imm, Stub = StubConvention.ShortBack }, "2024-01-15, from which dates are counted, is not on the roll IMM" },
    };

    [Theory]
    [MemberData(nameof(Faulty))]
    public void Problems_FaultyTerms_AreNamed(CalculationPeriods terms, string fact)
    {
        Assert.Equal(fact, Assert.Single(terms.Problems("Schedule", "interest.dates")).Fact);
        Assert.Throws<InvalidInputException>(() => terms.Periods(BusinessCalendars.None, BusinessDayConvention.None));
    }

    [Fact]
    public void Problems_SeveralFaults_AreAllReported() =>
        Assert.Equal(3, (Year with { End = Dates.Of("2023-01-01"), Step = NodaTime.Period.Zero, LastRegular = Dates.Of("2030-01-01") }).Problems("Schedule", "").Count());

    [Fact]
    public void Periods_CalendarOutsideItsRange_IsAnError() =>
        Assert.Throws<InvalidInputException>(() => (Year with { End = Dates.Of("2110-01-15") }).Periods(BusinessCalendars.London, BusinessDayConvention.Following));

    [Fact]
    public void Periods_AnyTerms_AbutInOrderAndKeepTheirEnds()
    {
        var inputs = from start in Gen.Choose(0, 9_000)
                     from days in Gen.Choose(120, 4_000)
                     from months in Gen.Choose(1, 3)
                     from stub in Gen.Elements(StubConvention.ShortFront, StubConvention.LongFront, StubConvention.ShortBack, StubConvention.LongBack)
                     select new CalculationPeriods(new LocalDate(1996, 1, 1).PlusDays(start), new LocalDate(1996, 1, 1).PlusDays(start + days), NodaTime.Period.FromMonths(months)) { Stub = stub };

        Prop.ForAll(inputs.ToArbitrary(), terms =>
        {
            var periods = terms.Periods(BusinessCalendars.London, BusinessDayConvention.ModifiedFollowing);
            var abut = periods.Zip(periods.Skip(1), (one, next) => one.End == next.Start && one.UnadjustedEnd == next.UnadjustedStart).All(same => same);
            var forward = periods.All(period => period.UnadjustedStart < period.UnadjustedEnd && period.Start <= period.End);
            var moved = periods.All(period => period.End == BusinessCalendars.London.Adjust(period.UnadjustedEnd, BusinessDayConvention.ModifiedFollowing));
            // No period but the stub is more than three days off its months.
            int odd = periods.Count(period => Math.Abs(NodaTime.Period.DaysBetween(period.UnadjustedStart.PlusMonths(terms.Step.Months), period.UnadjustedEnd)) > 3);
            return abut && forward && moved && odd <= 1 && periods[0].UnadjustedStart == terms.Start && periods[^1].UnadjustedEnd == terms.End;
        }).QuickCheckThrowOnFailure();
    }

    [Theory]
    [InlineData("ShortInitial", StubConvention.ShortFront)]
    [InlineData("long final", StubConvention.LongBack)]
    [InlineData("NONE", StubConvention.None)]
    public void ParseStub_UsualNames_AreRead(string name, StubConvention expected) => Assert.Equal(expected, Conventions.ParseStub(name));

    [Theory]
    [InlineData("Modified Following", BusinessDayConvention.ModifiedFollowing)]
    [InlineData("modifiedPreceding", BusinessDayConvention.ModifiedPreceding)]
    [InlineData("Unadjusted", BusinessDayConvention.None)]
    [InlineData("nearest", BusinessDayConvention.Nearest)]
    public void ParseBusinessDay_UsualNames_AreRead(string name, BusinessDayConvention expected) => Assert.Equal(expected, Conventions.ParseBusinessDay(name));

    [Fact]
    public void Parse_UnknownNames_NameTheNearest()
    {
        Assert.Contains("'Following'", Assert.Throws<InvalidInputException>(() => Conventions.ParseBusinessDay("Folowing")).Message, StringComparison.Ordinal);
        Assert.Contains("'ShortFront'", Assert.Throws<InvalidInputException>(() => Conventions.ParseStub("ShortFrnt")).Message, StringComparison.Ordinal);
        Assert.Contains("'IMM'", Assert.Throws<InvalidInputException>(() => RollConvention.Parse("IMN")).Message, StringComparison.Ordinal);
        Assert.Throws<InvalidInputException>(() => RollConvention.Parse("Day32"));
        Assert.Equal("Day15 EOM IMM None", string.Join(' ', RollConvention.Parse("15"), RollConvention.Parse("eom"), RollConvention.Parse("imm"), RollConvention.None));
    }

    static CalculationPeriods Year => new(Dates.Of("2024-01-15"), Dates.Of("2025-01-15"), NodaTime.Period.FromMonths(3));

    static string Text(CalculationPeriods terms)
    {
        var periods = terms.Periods(BusinessCalendars.None, BusinessDayConvention.None);
        return string.Join(' ', periods.Select(period => period.Start).Append(periods[^1].End).Select(date => date.Iso()));
    }
}
