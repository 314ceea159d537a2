using static ProjectFinance.Formula;
using static ProjectFinance.Units;

namespace ProjectFinance.Tests.Modelling;

/// <summary>Dimensions are checked while a formula is written.</summary>
public class FormulaUnitTests
{
    static readonly Unit PerOunce = Usd / GoldOunce;

    readonly Model model = Small.Quarters();
    readonly Formula dollars;
    readonly Formula ounces;
    readonly Formula price;

    public FormulaUnitTests()
    {
        dollars = model.Supplied("Dollars", Usd)[1];
        ounces = model.Supplied("Ounces", GoldOunce)[1];
        price = model.Supplied("Price", PerOunce, positive: true)[1];
    }

    [Fact]
    public void Add_DollarsToOunces_SaysWhich()
    {
        var problem = Small.Refused(() => _ = dollars + ounces);

        Assert.Equal(new Problem("Units", "cannot add USD and oz", "both must be counted in the same unit"), problem);
    }

    [Fact]
    public void Every_OperationOnTwoUnits_IsRefusedAndNamesIt()
    {
        (string Verb, Action Write)[] refused =
        [
            ("subtract", () => _ = dollars - ounces),
            ("take the lesser of", () => Min(dollars, ounces)),
            ("take the greater of", () => Max(dollars, ounces)),
            ("choose between", () => When(dollars > 0, dollars, ounces)),
            ("choose between", () => When(true, dollars, ounces)),
            ("choose between", () => Ratio(dollars, ounces, dollars)),
            ("compare", () => _ = dollars > ounces),
            ("compare", () => _ = dollars <= ounces),
            ("add", () => _ = dollars + 1),
            ("add", () => _ = dollars + 1 * GoldOunce),
            ("add", () => Sum([dollars, dollars, ounces])),
        ];

        Assert.All(refused, r => Assert.StartsWith($"cannot {r.Verb} ", Small.Refused(r.Write).Fact, StringComparison.Ordinal));
    }

    [Fact]
    public void Units_OfProductsAndQuotients_FollowTheFormula()
    {
        Assert.Equal(Usd, (ounces * price).Unit);
        Assert.Equal(GoldOunce, (dollars / price).Unit);
        Assert.Equal(PerOunce, Ratio(dollars, ounces, 0).Unit);
        Assert.Equal(Unit.None, Ratio(dollars, dollars, double.PositiveInfinity).Unit);
        Assert.Equal(Usd, (0.05 * dollars).Unit);
        Assert.Equal(Usd, (-dollars).Unit);
        Assert.Equal(Unit.None, (dollars / (1 * Usd)).Unit);
    }

    [Fact]
    public void BareZeroAndInfinity_GoWithAnyUnit()
    {
        Assert.Equal(Usd, (dollars + 0).Unit);
        Assert.Equal(Usd, NotNegative(dollars).Unit);
        Assert.Equal(GoldOunce, Min(double.PositiveInfinity, ounces).Unit);
        Assert.Equal(Usd, When(dollars > 0, 0, dollars).Unit);
        Assert.Equal(Unit.None, Ratio(dollars, dollars, 0).Unit);
        Assert.Equal(Usd, Sum([0, dollars]).Unit);
        Assert.Equal(Unit.None, Sum([]).Unit);
    }

    // Nothing times or over something is still nothing, and goes with any unit: a sum that happens to be empty must not break a line.
    [Fact]
    public void BareZero_TimesOrOverAnything_GoesWithAnyUnit()
    {
        Formula nothing = Sum([]);

        Assert.Equal(Usd, (dollars + nothing * price).Unit);
        Assert.Equal(Usd, (dollars + price * nothing).Unit);
        Assert.Equal(Usd, (dollars + nothing / price).Unit);
        Assert.Equal(Usd, (dollars + Ratio(nothing, ounces, 0)).Unit);
        Assert.Equal(Unit.None, (1 + Ratio(0, dollars, double.PositiveInfinity)).Unit);
    }

    [Fact]
    public void EmptySumOfALine_HasTheLinesUnit()
    {
        var line = model.Supplied("Production", GoldOunce);

        Assert.Equal(GoldOunce, line.Sum(3, 2).Unit);
        Assert.Equal(0, Assert.Single(model.Values(line.Sum(3, 2))));
        Assert.Equal(Usd, (line.Sum(3, 2) * price).Unit);
    }

    [Fact]
    public void PresentValueOfLaterProduction_InTheLastColumn_IsMoneyToo()
    {
        var line = model.Supplied("Production", GoldOunce);
        model.Line("Later revenue", Usd, t => line.Sum(t.Index + 1, model.Periods.Count - 1) * price);

        model.Complete();
    }

    // A zero that was written with a unit keeps it.
    [Fact]
    public void ZeroDollars_AddedToOunces_IsRefused() => Small.Refused(() => _ = ounces + 0 * Usd);

    [Fact]
    public void Line_WithAFormulaInAnotherUnit_IsRefusedWithLineAndPeriod()
    {
        model.Line("Revenue", Usd, _ => ounces);

        var problem = Small.Refused(model.Complete);

        Assert.Equal(new Problem("Line 'Revenue'", "its formula is counted in oz", "the line is counted in USD", "period ending 2000-12-31"), problem);
    }

    [Fact]
    public void Parameter_HasItsUnit()
    {
        var commitment = model.Parameter("Commitment", 19_500_000 * Usd);

        Assert.Equal(Usd, (commitment - dollars).Unit);
        Small.Refused(() => _ = commitment + ounces);
    }

    [Fact]
    public void FormulasOfTwoModels_CannotBeMixed()
    {
        var other = Small.Quarters().Supplied("Dollars", Usd)[1];

        Assert.Throws<InvalidOperationException>(() => dollars + other);
        Assert.Throws<InvalidOperationException>(() => Max(0, dollars) > Max(0, other));
        Assert.Throws<InvalidOperationException>(() => When(dollars > 0, other, 0));
        Assert.Throws<InvalidOperationException>(() => (dollars > 0) & (other > 0));
        Assert.Throws<InvalidOperationException>(() => Ratio(dollars, dollars, Ratio(other, other, 0)));
        model.Line("Of another model", Usd, _ => other);
        Assert.Throws<InvalidOperationException>(model.Complete);
    }
}
