namespace ProjectFinance.Tests.Excel;

/// <summary>Changed inputs of a workbook, and what the library has for them.</summary>
/// <param name="Cells">The cells of the changed inputs, with sheet, reference and number.</param>
/// <param name="Run">The library's run.</param>
/// <param name="Nearby">The library's runs with each input moved by a ten-billionth of a thousandth of itself, up or down.</param>
sealed record InputTrial(IReadOnlyCollection<(string Sheet, string Cell, double Value)> Cells, Run Run, Lazy<IReadOnlyList<Run>> Nearby)
{
    const double Relative = 1e-9;

    /// <summary>
    /// Whether the library's own number is one of rounding: inputs that differ by less than any program tells apart give another. So it is with a ratio to a balance that is zero but for 1E-10, left by
    /// sums of millions; programs that add in another order, as spreadsheets do, have another rest.
    /// </summary>
    public bool IsRounding(Line line, Period period)
    {
        double value = Run[line, period];
        return Nearby.Value.Any(run => !Same(value, run[line, period]));
    }

    static bool Same(double a, double b) => a == b || Math.Abs(a - b) <= Relative * Math.Abs(a);
}
