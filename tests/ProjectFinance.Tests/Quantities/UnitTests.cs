using FsCheck;
using FsCheck.Fluent;

namespace ProjectFinance.Tests.Quantities;

/// <summary>Products, quotients, spelling and equality of units: the algebra of exponents, done here a second time with a dictionary.</summary>
public class UnitTests
{
    static readonly string[] Symbols = ["USD", "CAD", "oz", "oz Ag", "share", "day", "t", "m3"];

    [Fact]
    public void Product_OfPriceAndOunces_IsMoney() => Assert.Equal(Units.Usd, Units.Usd / Units.GoldOunce * Units.GoldOunce);

    [Fact]
    public void Quotient_OfAUnitByItself_IsAPlainNumber()
    {
        Assert.Equal(Unit.None, Units.Usd / Units.Usd);
        Assert.Equal(Unit.None, Unit.Parse("USD/oz") / Unit.Parse("USD/oz"));
        Assert.True((Unit.Parse("USD/oz") / (Units.Usd / Units.GoldOunce)).IsNone);
    }

    [Fact]
    public void Equality_DoesNotDependOnTheWay()
    {
        var oneWay = Units.Usd / Units.GoldOunce / Units.Day;
        var another = Units.Usd / (Units.Day * Units.GoldOunce);

        Assert.Equal(oneWay, another);
        Assert.True(oneWay == another);
        Assert.False(oneWay != another);
        Assert.Equal(oneWay.GetHashCode(), another.GetHashCode());
        Assert.Equal(oneWay.Symbol, another.Symbol);
    }

    [Fact]
    public void Equality_OfDifferentDimensions_IsFalse()
    {
        Assert.NotEqual(Units.Usd, Units.Cad);
        Assert.NotEqual(Units.GoldOunce, Units.SilverOunce);
        Assert.NotEqual(Units.Usd / Units.GoldOunce, Units.GoldOunce / Units.Usd);
        Assert.NotEqual(Units.Usd, Units.Usd * Units.Usd);
        Assert.False(Units.Usd.Equals(null));
        Assert.False(Units.Usd == null);
    }

    [Theory]
    [InlineData("XAU", "oz")]
    [InlineData("oz Au", "oz")]
    [InlineData("XAG", "oz Ag")]
    [InlineData("shares", "share")]
    [InlineData("short tons", "st")]
    [InlineData("tonnes", "t")]
    [InlineData("USD/XAU", "USD/oz")]
    [InlineData(" USD / oz ", "USD/oz")]
    [InlineData("1/oz", "1/oz")]
    [InlineData("1", "")]
    [InlineData("", "")]
    public void Parse_OfAnotherSpelling_IsTheSameUnit(string written, string symbol) => Assert.Equal(symbol, Unit.Parse(written).Symbol);

    [Theory]
    [InlineData("US", "'USD'")]
    [InlineData("USD/ozz", "'oz'")]
    [InlineData("shaers", "'shares'")]
    [InlineData("usd", "'USD'")]
    public void Parse_OfAnUnknownSymbol_NamesTheNearest(string written, string nearest)
    {
        var refused = Assert.Throws<InvalidInputException>(() => Unit.Parse(written));

        var problem = Assert.Single(refused.Problems);
        Assert.Contains(written, problem.Subject, StringComparison.Ordinal);
        Assert.Contains(nearest, problem.Allowed, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("USD/")]
    [InlineData("/oz")]
    [InlineData("USD//oz")]
    [InlineData("USD oz")]
    public void Parse_OfSomethingBroken_IsRefused(string written) => Assert.Throws<InvalidInputException>(() => Unit.Parse(written));

    [Fact]
    public void IsCurrency_OnlyOfOneCurrencyToTheFirstPower()
    {
        Assert.True(Units.Usd.IsCurrency);
        Assert.True(Unit.Parse("DEM").IsCurrency);
        Assert.False(Units.GoldOunce.IsCurrency);
        Assert.False((Units.Usd * Units.Usd).IsCurrency);
        Assert.False((Unit.None / Units.Usd).IsCurrency);
        Assert.False(Unit.None.IsCurrency);
    }

    // Exponents added and subtracted in a dictionary, whatever the order of the factors.
    [Fact]
    public void ProductsAndQuotients_OfAnyFactors_AreSumsOfExponents()
    {
        var factors = Gen.ArrayOf(Gen.Elements(Symbols).SelectMany(symbol => Gen.Elements(1, -1).Select(power => (symbol, power))));
        Prop.ForAll(factors.ToArbitrary(), written =>
        {
            var unit = written.Aggregate(Unit.None, (u, f) => f.power > 0 ? u * Unit.Parse(f.symbol) : u / Unit.Parse(f.symbol));
            var powers = written.GroupBy(f => f.symbol).Select(g => (g.Key, Power: g.Sum(f => f.power))).Where(g => g.Power != 0).ToList();
            var backwards = powers.AsEnumerable().Reverse().Aggregate(Unit.None, (u, f) =>
                Enumerable.Range(0, Math.Abs(f.Power)).Aggregate(u, (v, _) => f.Power > 0 ? v * Unit.Parse(f.Key) : v / Unit.Parse(f.Key)));

            return unit == backwards && unit.IsNone == (powers.Count == 0) && unit.GetHashCode() == backwards.GetHashCode()
                && Unit.Parse(unit.Symbol) == unit;
        }).QuickCheckThrowOnFailure();
    }
}
