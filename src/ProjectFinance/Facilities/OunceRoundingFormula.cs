using static ProjectFinance.Formula;

namespace ProjectFinance.Facilities;

/// <summary>Rounds an amount of metal as agreed.</summary>
static class OunceRoundingFormula
{
    // An amount that stands on a step already may differ from it in the last bits; a millionth of a step keeps it there.
    const double Slack = 1e-6;

    /// <summary>The rounded amount.</summary>
    internal static Formula Of(OunceRounding rounding, Formula ounces) => rounding switch
    {
        OunceRounding.DownToThousandth => Down(ounces, 1000),
        OunceRounding.DownToWhole => Down(ounces, 1),
        _ => ounces,
    };

    static Formula Down(Formula ounces, double steps) => Floor(ounces * steps + Slack * ounces.Unit) / steps;
}
