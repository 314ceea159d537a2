namespace ProjectFinance.Excel.Layout;

/// <summary>The columns that every sheet with periods has, counted from 1.</summary>
static class Columns
{
    internal const int Name = 1, Unit = 2, Source = 3, Constant = 4, Total = 5;

    /// <summary>The empty column before the first period, whose noughts a first column begins with.</summary>
    internal const int Before = 6;

    /// <summary>The columns of a sheet, as the format limits them.</summary>
    internal const int Most = 16_384;

    /// <summary>The rows of a sheet, as the format limits them.</summary>
    internal const int MostRows = 1_048_576;

    /// <summary>The column of a period; -1 is the empty one before the first.</summary>
    internal static int OfPeriod(int period) => Before + 1 + period;

    /// <summary>A column's letters: 1 is A, 27 is AA.</summary>
    internal static string Letters(int column)
    {
        var letters = "";
        for (; column > 0; column = (column - 1) / 26) letters = (char)('A' + (column - 1) % 26) + letters;
        return letters;
    }
}
