using System.Globalization;
using FsCheck;
using FsCheck.Fluent;

namespace ProjectFinance.Tests.Quantities;

/// <summary>Rates as people write them.</summary>
public class PercentageTests
{
    // The literal on the right is what the compiler makes of the same digits: the double nearest to them.
    [Theory]
    [InlineData("5.6875%", 0.056875)]
    [InlineData("5.55078 %", 0.0555078)]
    [InlineData("2.25%", 0.0225)]
    [InlineData("1.875%", 0.01875)]
    [InlineData("0.12%", 0.0012)]
    [InlineData("0.0225", 0.0225)]
    [InlineData(" 10% ", 0.1)]
    [InlineData("-0.5%", -0.005)]
    [InlineData("0.26161%", 0.0026161)]
    [InlineData("100%", 1)]
    [InlineData("0", 0)]
    public void Parse_OfAPercentageOrFraction_IsTheNearestDouble(string written, double fraction) =>
        Assert.Equal(BitConverter.DoubleToInt64Bits(fraction), BitConverter.DoubleToInt64Bits(Percentage.Parse(written).Fraction));

    [Theory]
    [InlineData("")]
    [InlineData("%")]
    [InlineData("5%%")]
    [InlineData("five")]
    [InlineData("5,5%")]
    [InlineData("5 percent")]
    [InlineData("5e1%")]
    [InlineData("%5")]
    [InlineData("99999999999999999999999999999999")]
    public void Parse_OfSomethingElse_IsRefusedWithTheText(string written)
    {
        var refused = Assert.Throws<InvalidInputException>(() => Percentage.Parse(written));

        Assert.Equal($"Rate '{written}'", Assert.Single(refused.Problems).Subject);
    }

    // Six decimals of a percent, as rates are quoted: the text of the percentage reads back to the same double, and that is the decimal's own.
    [Fact]
    public void ToString_OfAQuotedRate_ReadsBack() => Prop.ForAll(Gen.Choose(-50_000_000, 50_000_000).ToArbitrary(), millionths =>
    {
        decimal percent = millionths / 1_000_000m;
        var read = Percentage.Parse(percent.ToString(CultureInfo.InvariantCulture) + "%");
        return read.Fraction.Equals((double)(percent / 100)) && Percentage.Parse(read.ToString()) == read;
    }).QuickCheckThrowOnFailure();
}
