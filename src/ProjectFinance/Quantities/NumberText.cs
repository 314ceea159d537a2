using System.Globalization;

namespace ProjectFinance.Quantities;

/// <summary>Writes numbers as people read them in their unit: money to the cent, ounces to the thousandth, ratios and rates in full.</summary>
static class NumberText
{
    /// <summary>What is written for a ratio that does not apply.</summary>
    internal const string NotApplicable = "n/a";

    /// <summary>The number in its unit, without the unit's symbol.</summary>
    internal static string Of(double value, Unit unit)
    {
        if (double.IsInfinity(value)) return NotApplicable;
        var format = unit.IsCurrency ? "#,##0.00" : unit.IsMetal ? "#,##0.000" : unit.IsNone ? "#,##0.##########" : "#,##0.00####";
        return value.ToString(format, CultureInfo.InvariantCulture);
    }
}
