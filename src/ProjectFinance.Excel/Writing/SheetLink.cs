namespace ProjectFinance.Excel.Writing;

/// <summary>Names sheets in formulas, and leads to them.</summary>
static class SheetLink
{
    /// <summary>A sheet before a cell of it: 'Project loan'!</summary>
    internal static string On(string sheet) => $"'{sheet.Replace("'", "''", StringComparison.Ordinal)}'!";

    /// <summary>A formula that shows a sheet's name and leads to it.</summary>
    internal static string To(string sheet) => $"HYPERLINK({Literal($"#{On(sheet)}A1")},{Literal(sheet)})";

    static string Literal(string text) => $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
