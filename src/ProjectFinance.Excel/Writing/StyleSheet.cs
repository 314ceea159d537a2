using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Spreadsheet;

namespace ProjectFinance.Excel.Writing;

/// <summary>Numbers the styles that cells ask for, and writes them.</summary>
sealed class StyleSheet
{
    const uint FirstOwnFormat = 164;

    readonly Dictionary<CellStyle, uint> numbers = new() { [CellStyle.Text()] = 0 };
    readonly Dictionary<string, uint> formats = new(StringComparer.Ordinal) { [NumberFormats.General] = 0 };

    /// <summary>The number of a style.</summary>
    internal uint Of(CellStyle style)
    {
        if (numbers.TryGetValue(style, out uint number)) return number;
        if (!formats.ContainsKey(style.Format)) formats.Add(style.Format, FirstOwnFormat + (uint)formats.Count - 1);
        numbers.Add(style, number = (uint)numbers.Count);
        return number;
    }

    /// <summary>The part of the file with every style asked for so far.</summary>
    internal Stylesheet Written()
    {
        var own = formats.Where(format => format.Value != 0).ToList();
        var styles = new Stylesheet();
        if (own.Count > 0) styles.Append(new NumberingFormats(own.Select(format => new NumberingFormat { NumberFormatId = format.Value, FormatCode = format.Key })) { Count = (uint)own.Count });
        var inks = Enum.GetValues<Ink>();
        styles.Append(
            new Fonts(inks.Select(FontOf)) { Count = (uint)inks.Length },
            new Fills(new[] { new Fill(new PatternFill { PatternType = PatternValues.None }), new Fill(new PatternFill { PatternType = PatternValues.Gray125 }) }.Concat(inks.Select(FillOf))) { Count = (uint)inks.Length + 2 },
            new Borders(new Border(new LeftBorder(), new RightBorder(), new TopBorder(), new BottomBorder(), new DiagonalBorder())) { Count = 1 },
            new CellStyleFormats(new CellFormat { NumberFormatId = 0, FontId = 0, FillId = 0, BorderId = 0 }) { Count = 1 },
            new CellFormats(numbers.OrderBy(style => style.Value).Select(style => FormatOf(style.Key))) { Count = (uint)numbers.Count },
            new CellStyles(new DocumentFormat.OpenXml.Spreadsheet.CellStyle { Name = "Normal", FormatId = 0, BuiltinId = 0 }) { Count = 1 },
            new DifferentialFormats(new DifferentialFormat(new Font(new Bold(), new Color { Rgb = "FFFFFFFF" }), new Fill(new PatternFill(new BackgroundColor { Rgb = "FFC00000" })))) { Count = 1 });
        return styles;
    }

    CellFormat FormatOf(CellStyle style)
    {
        var format = new CellFormat
        {
            NumberFormatId = formats[style.Format], FontId = (uint)style.Ink, FillId = (uint)style.Ink + 2, BorderId = 0, FormatId = 0,
            ApplyNumberFormat = true, ApplyFont = true, ApplyFill = true, ApplyAlignment = true,
        };
        var alignment = new Alignment { Vertical = VerticalAlignmentValues.Top };
        if (style.Ink is Ink.Prose or Ink.Column) (alignment.WrapText, alignment.Horizontal) = (style.Ink == Ink.Prose, style.Ink == Ink.Column ? HorizontalAlignmentValues.Right : HorizontalAlignmentValues.Left);
        format.Append(alignment);
        return format;
    }

    static Font FontOf(Ink ink)
    {
        var font = new Font();
        if (ink is Ink.Title or Ink.Heading or Ink.Column) font.Append(new Bold());
        if (ink == Ink.Link) font.Append(new Underline());
        font.Append(new FontSize { Val = ink == Ink.Title ? 14 : 10 });
        font.Append(new Color { Rgb = ink switch { Ink.Input => "FF0000FF", Ink.Aside => "FF7F7F7F", Ink.Title or Ink.Heading or Ink.Link => "FF1F3864", _ => "FF000000" } });
        font.Append(new FontName { Val = "Calibri" });
        return font;
    }

    static Fill FillOf(Ink ink) => ink switch
    {
        Ink.Input => Filled("FFFFF9E5"),
        Ink.Heading => Filled("FFDDE6F2"),
        Ink.Column => Filled("FFF2F2F2"),
        _ => new Fill(new PatternFill { PatternType = PatternValues.None }),
    };

    static Fill Filled(HexBinaryValue colour) => new(new PatternFill(new ForegroundColor { Rgb = colour }) { PatternType = PatternValues.Solid });
}
