using System.Collections.Immutable;
using NodaTime;
using ProjectFinance.Rates;

namespace ProjectFinance.Tests.Rates;

/// <summary>The rate of an index on days that are not fixing dates, as curves need it.</summary>
public class IndexSeriesTests
{
    static readonly IndexSeries Fixed = new()
    {
        Fixings = ImmutableSortedDictionary<LocalDate, Percentage>.Empty.Add(new(1996, 7, 9), 0.0556).Add(new(1996, 9, 26), 0.0544),
        Plus = 0.0012,
    };

    static readonly IndexSeries WithForwards = Fixed with { Forward = ImmutableSortedDictionary<LocalDate, Percentage>.Empty.Add(new(1996, 8, 1), 0.06) };

    // The fixing with what is added to it, and for a week after; later the forward rate, or the last fixing where there is none.
    [Theory]
    [InlineData("1996-07-09", 0.0568, 0.0568)]
    [InlineData("1996-07-16", 0.0568, 0.0568)]
    [InlineData("1996-08-31", 0.0568, 0.06)]
    [InlineData("1996-09-30", 0.0556, 0.0556)]
    [InlineData("1999-12-31", 0.0556, 0.06)]
    public void Latest_OnAnyDay_IsTheRateAsItStands(string day, double expected, double expectedWithForwards)
    {
        var date = NodaTime.Text.LocalDatePattern.Iso.Parse(day).Value;

        Assert.Equal(expected, Fixed.Latest(date)!.Value, 1e-15);
        Assert.Equal(expectedWithForwards, WithForwards.Latest(date)!.Value, 1e-15);
    }

    [Fact]
    public void Latest_BeforeAnythingIsKnown_IsNothing() => Assert.Null(WithForwards.Latest(new(1996, 7, 8)));
}
