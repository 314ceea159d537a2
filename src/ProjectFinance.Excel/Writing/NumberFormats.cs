namespace ProjectFinance.Excel.Writing;

/// <summary>How numbers are written, as the codes of the file format. What stands for infinity is written in words.</summary>
static class NumberFormats
{
    // Above any amount and far below what stands for infinity; written out, as not every program reads an exponent here.
    const string Infinite = "[>=100000000000000000000]";

    internal const string General = "General";

    internal const string Money = "#,##0.00_);(#,##0.00);\"-\"_)";

    /// <summary>Money that may be without limit; a format has room for two conditions, so zero is written out.</summary>
    internal const string UnlimitedMoney = $"{Infinite}\"n/a\"_);[<0](#,##0.00);#,##0.00_)";

    internal const string Ounces = $"{Infinite}\"n/a\"_);[<0](#,##0.000);#,##0.000_)";

    internal const string Whole = $"{Infinite}\"n/a\"_);[<0](#,##0);#,##0_)";

    internal const string Rate = $"{Infinite}\"n/a\"_);[<0](0.0000%);0.0000%_)";

    internal const string Ratio = $"{Infinite}\"n/a\"_);[<0](0.00x);0.00x_)";

    internal const string Number = $"{Infinite}\"n/a\"_);[<0](#,##0.0000##);#,##0.0000##_)";

    internal const string Date = $"{Infinite}\"never\";yyyy\\-mm\\-dd_)";

    internal const string Flag = "0_)";

    internal const string Factor = $"{Infinite}\"n/a\"_);0.######_)";

    internal const string Error = "0.0E+00";
}
