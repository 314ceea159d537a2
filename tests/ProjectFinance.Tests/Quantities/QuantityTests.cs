using FsCheck;
using FsCheck.Fluent;

namespace ProjectFinance.Tests.Quantities;

/// <summary>Amounts as people write them.</summary>
public class QuantityTests
{
    [Theory]
    [InlineData("USD 19,500,000", 19_500_000, "USD")]
    [InlineData("USD 19500000", 19_500_000, "USD")]
    [InlineData("  USD   292,500.25 ", 292_500.25, "USD")]
    [InlineData("USD/oz 385", 385, "USD/oz")]
    [InlineData("oz 57,499", 57_499, "oz")]
    [InlineData("oz Ag 1,000", 1_000, "oz Ag")]
    [InlineData("USD -5", -5, "USD")]
    [InlineData("USD .5", 0.5, "USD")]
    [InlineData("USD1,000", 1_000, "USD")]
    [InlineData("1.5", 1.5, "")]
    [InlineData("-3", -3, "")]
    public void Parse_OfAUnitAndANumber_IsBoth(string written, double value, string unit)
    {
        var quantity = Quantity.Parse(written);

        Assert.Equal(value, quantity.Value);
        Assert.Equal(Unit.Parse(unit), quantity.Unit);
    }

    [Theory]
    [InlineData("m3 5", 5, "m3")]
    [InlineData("USD/m3 1,250", 1_250, "USD/m3")]
    [InlineData("1/oz 2", 2, "1/oz")]
    public void Parse_OfAUnitThatHoldsADigit_FindsTheNumberAfterIt(string written, double value, string unit)
    {
        Assert.Equal(value, Quantity.Parse(written).Value);
        Assert.Equal(Unit.Parse(unit), Quantity.Parse(written).Unit);
    }

    [Theory]
    [InlineData("")]
    [InlineData("USD")]
    [InlineData("19,500,000 USD")]
    [InlineData("USD nineteen")]
    [InlineData("USD 1.2.3")]
    [InlineData("USD 1e400")]
    [InlineData("USD (5)")]
    [InlineData("USD 5%")]
    [InlineData("USDD 5")]
    [InlineData("USD NaN")]
    [InlineData("USD --5")]
    public void Parse_OfSomethingElse_IsRefusedWithTheText(string written)
    {
        var refused = Assert.Throws<InvalidInputException>(() => Quantity.Parse(written));

        Assert.Single(refused.Problems);
    }

    // "USD 1,5" is one and a half to half the world: reading it as fifteen would be a silent factor of ten.
    [Theory]
    [InlineData("USD 1,5")]
    [InlineData("USD 1,50")]
    [InlineData("USD 19,500,00")]
    [InlineData("USD 1,,000")]
    [InlineData("USD ,500")]
    [InlineData("USD 1000,000")]
    [InlineData("USD 1.000,50")]
    [InlineData("USD 1,000,")]
    public void Parse_WithCommasThatDoNotPartThousands_IsRefused(string written) => Assert.Throws<InvalidInputException>(() => Quantity.Parse(written));

    [Fact]
    public void Parse_OfNull_IsRefused() => Assert.Throws<ArgumentNullException>(() => Quantity.Parse(null!));

    // Cents up to ten thousand billion have at most fifteen digits, which a double holds and the text shows.
    [Fact]
    public void ToString_OfAnAmountInCents_ReadsBack() =>
        Prop.ForAll(Gen.Choose(-1_000_000_000, 1_000_000_000).SelectMany(a => Gen.Choose(0, 9_999).Select(b => (a * 10_000L + b) / 100m)).ToArbitrary(), amount =>
        {
            var quantity = (double)amount * Units.Usd;
            return Quantity.Parse(quantity.ToString()) == quantity;
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void ToString_GroupsThousands()
    {
        Assert.Equal("USD 19,500,000", (19_500_000 * Units.Usd).ToString());
        Assert.Equal("USD/oz 385.5", (385.5 * (Units.Usd / Units.GoldOunce)).ToString());
        Assert.Equal("0.25", (0.25 * Unit.None).ToString());
    }

    // 19,500,000 x 7.9375 % = 1,547,812.50; halved 773,906.25.
    [Fact]
    public void Quantity_TimesAndDividedByNumbers_KeepsItsUnit()
    {
        var year = 19_500_000 * Units.Usd * 0.079375;

        Assert.Equal(new Quantity(1_547_812.5, Units.Usd), year);
        Assert.Equal(new Quantity(773_906.25, Units.Usd), year / 2);
        Assert.Equal(new Quantity(-1_547_812.5, Units.Usd), -(1.0 * year));
    }
}
