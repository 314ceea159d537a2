namespace ProjectFinance.Excel.Writing;

/// <summary>How a cell looks.</summary>
/// <param name="Format">How its number is written.</param>
/// <param name="Ink">What kind of cell it is.</param>
readonly record struct CellStyle(string Format, Ink Ink)
{
    internal static CellStyle Text(Ink ink = Ink.Calculation) => new(NumberFormats.General, ink);
}

/// <summary>What kind of cell it is, as modellers show by colour.</summary>
enum Ink : byte
{
    /// <summary>A formula: black.</summary>
    Calculation,

    /// <summary>Something people may change: blue on a pale ground.</summary>
    Input,

    /// <summary>A number or a row that only serves a formula: grey.</summary>
    Aside,

    /// <summary>The title of a sheet.</summary>
    Title,

    /// <summary>The heading of a section.</summary>
    Heading,

    /// <summary>The heading of a column.</summary>
    Column,

    /// <summary>Text over several lines.</summary>
    Prose,

    /// <summary>Leads to another sheet.</summary>
    Link,
}
