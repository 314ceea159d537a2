namespace ProjectFinance.Excel.Layout;

/// <summary>Spreadsheets have no infinity: a number larger than any amount stands for a ratio that does not apply and a date that never comes.</summary>
static class Infinity
{
    /// <summary>The number: comparisons, minima and maxima come out as with infinity, and it can be multiplied by anything an amount may be.</summary>
    internal const double Value = 1e99;

    /// <summary>From here on a number is infinite.</summary>
    internal const double From = 1e90;

    /// <summary>The number's name in formulas.</summary>
    internal const string NotApplicable = nameof(NotApplicable);

    /// <summary>A number as a cell holds it.</summary>
    internal static double Held(double value) => double.IsPositiveInfinity(value) ? Value : double.IsNegativeInfinity(value) ? -Value : value;
}
