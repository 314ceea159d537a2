using ProjectFinance.Tests.Modelling;
using static ProjectFinance.Units;

namespace ProjectFinance.Tests.Evaluation;

/// <summary>A construction facility sized on uses that contain its own interest, fees and reserve, written as lines of one's own with the size as one unknown.</summary>
public class SizingTests
{
    const int Months = 14;
    const double Capital = 47.8;

    // Published beside the method ("Sizing and circularity" of the mechanics): a copy-and-paste loop needs 8, 14 and 18 passes for 1e-12; and bisection agrees.
    [Theory]
    [InlineData(0.46, 0.08, 0.005, 0.015, 0, 22.627596395)]
    [InlineData(0.80, 0.08, 0.01, 0.03, 0.06, 42.995646282)]
    [InlineData(0.90, 0.12, 0.015, 0.04, 0.10, 53.064044265)]
    public void DebtSize_OfConstructionFunding_IsThePublishedOne(double share, double rate, double commitmentFee, double upfront, double reserve, double expected)
    {
        var model = Small.Days(Months);
        var debt = model.Unknown("Debt", Usd, LineKind.Level);
        var closing = model.Declare("Closing", Usd, LineKind.Level);
        var uses = model.Line("Uses", Usd, t => Capital / Months * Usd + closing.Previous(t, 0) * rate / 12
            + (debt[0] - closing.Previous(t, 0)) * commitmentFee / 12 + (t.IsFirst ? upfront * debt[0] : 0));
        var draw = model.Line("Draw", Usd, t => share * uses[t]);
        closing.Is(t => closing.Previous(t, 0) + draw[t]);
        debt.Is(t => t.IsFirst ? share * (uses.Sum(0, Months - 1) + reserve * debt[0]) : debt[0]);

        var values = model.Values(debt[0], debt[Months - 1], closing[Months - 1] + share * reserve * debt[0], model.Find("Checks / Debt solves its formula")[0]);

        // The vectors are given to nine decimals.
        Assert.Equal(expected, values[0], 1e-9);
        Assert.Equal(values[0], values[1]);
        // What the months drew, and the reserve's share, is the debt.
        Assert.Equal(values[0], values[2], 1e-12);
        Assert.Equal(0, values[3], 1e-12);
    }
}
