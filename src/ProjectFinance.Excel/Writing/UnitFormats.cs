namespace ProjectFinance.Excel.Writing;

/// <summary>Chooses how numbers of a unit are written.</summary>
static class UnitFormats
{
    static readonly string[] Rates = ["rate", "margin", "share", "LIBOR", "SOFR", "gearing", "tail", "percentage", "yield", "contango", "commission", "/ Index"];

    /// <summary>The format for a line.</summary>
    internal static string Of(Line line) => line.Kind switch
    {
        LineKind.Flag => NumberFormats.Flag,
        LineKind.Level when line.Unit == Units.Day => NumberFormats.Date,
        _ => Of(line.Unit, line.Name),
    };

    /// <summary>The format for a number by its unit, or by its name where it has none.</summary>
    internal static string Of(Unit unit, string name) =>
        unit.IsCurrency ? NumberFormats.Money
        : unit == Units.GoldOunce || unit == Units.SilverOunce ? NumberFormats.Ounces
        : unit == Units.Share || unit == Units.Day ? NumberFormats.Whole
        : !unit.IsNone ? NumberFormats.Number
        : Array.Exists(Rates, word => name.Contains(word, StringComparison.OrdinalIgnoreCase)) ? NumberFormats.Rate
        : name.StartsWith("Ratios / ", StringComparison.Ordinal) ? NumberFormats.Ratio
        : NumberFormats.Number;
}
