namespace ProjectFinance.Excel.Layout;

/// <summary>Numbers the rows of sheets.</summary>
static class Rows
{
    /// <summary>The first row below the heading of a sheet: title, number, first day, last day, days, an empty row.</summary>
    internal const int First = 7;

    internal static void Number(BookSheet sheet)
    {
        int number = First;
        foreach (var entry in sheet.Entries)
        {
            if (entry.Row is { } row) row.Number = number++;
            else number += 2;
        }
    }

    internal static void Number(IReadOnlyList<BookRow> timeline)
    {
        int number = First;
        foreach (var row in timeline) row.Number = number++;
    }
}
