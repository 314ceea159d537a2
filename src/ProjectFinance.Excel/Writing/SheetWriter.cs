using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using ProjectFinance.Excel.Layout;

namespace ProjectFinance.Excel.Writing;

/// <summary>Writes a page as a worksheet.</summary>
static class SheetWriter
{
    internal static void Write(WorksheetPart part, Page page, StyleSheet styles)
    {
        using var writer = OpenXmlWriter.Create(part);
        writer.WriteStartElement(new Worksheet());
        writer.WriteElement(Properties(page));
        writer.WriteElement(View(page));
        writer.WriteElement(new SheetFormatProperties { DefaultRowHeight = 13.5, OutlineLevelRow = page.Outlined.Count > 0 ? (byte)1 : (byte)0 });
        if (page.Widths.Count > 0) writer.WriteElement(Widths(page));
        writer.WriteStartElement(new SheetData());
        foreach (var row in page.Cells.GroupBy(cell => cell.Row).OrderBy(row => row.Key)) Row(writer, row, page, styles);
        writer.WriteEndElement();
        int priority = 1;
        foreach (var (range, when) in page.Alarms)
            writer.WriteElement(new ConditionalFormatting(new ConditionalFormattingRule(new DocumentFormat.OpenXml.Spreadsheet.Formula(when)) { Type = ConditionalFormatValues.Expression, FormatId = 0, Priority = priority++ }) { SequenceOfReferences = new([range]) });
        writer.WriteElement(new PageMargins { Left = 0.4, Right = 0.4, Top = 0.6, Bottom = 0.6, Header = 0.3, Footer = 0.3 });
        writer.WriteElement(new PageSetup { PaperSize = 9, Orientation = OrientationValues.Landscape, FitToWidth = (uint)page.PagesAcross, FitToHeight = (uint)page.PagesDown });
        writer.WriteElement(new HeaderFooter(new OddFooter("&L&A&RPage &P of &N")));
        if (page.Notes.Count > 0) writer.WriteElement(new LegacyDrawing { Id = Notes.DrawingId });
        writer.WriteEndElement();
    }

    static SheetProperties Properties(Page page)
    {
        var properties = new SheetProperties();
        if (page.Tab.Length > 0) properties.Append(new TabColor { Rgb = $"FF{page.Tab}" });
        properties.Append(new OutlineProperties { SummaryBelow = true });
        properties.Append(new PageSetupProperties { FitToPage = true });
        return properties;
    }

    static SheetViews View(Page page)
    {
        var view = new SheetView { ShowGridLines = false, ZoomScale = 85, ZoomScaleNormal = 85, WorkbookViewId = 0 };
        if (page.FrozenRows > 0 || page.FrozenColumns > 0)
            view.Append(new Pane
            {
                VerticalSplit = page.FrozenRows > 0 ? page.FrozenRows : null, HorizontalSplit = page.FrozenColumns > 0 ? page.FrozenColumns : null,
                TopLeftCell = Reference(page.FrozenRows + 1, page.FrozenColumns + 1), State = PaneStateValues.Frozen,
                ActivePane = page.FrozenRows == 0 ? PaneValues.TopRight : page.FrozenColumns == 0 ? PaneValues.BottomLeft : PaneValues.BottomRight,
            });
        return new SheetViews(view);
    }

    static DocumentFormat.OpenXml.Spreadsheet.Columns Widths(Page page) => new(page.Widths.Index().Select(width => new Column
    {
        Min = (uint)width.Index + 1, Max = width.Index == page.Widths.Count - 1 ? Layout.Columns.Most : (uint)width.Index + 1, Width = width.Item, CustomWidth = true,
    }));

    static void Row(OpenXmlWriter writer, IGrouping<int, PageCell> row, Page page, StyleSheet styles)
    {
        var properties = new Row { RowIndex = (uint)row.Key };
        if (page.Outlined.Contains(row.Key)) properties.OutlineLevel = 1;
        if (page.Heights.TryGetValue(row.Key, out double height)) (properties.Height, properties.CustomHeight) = (height, true);
        writer.WriteStartElement(properties);
        foreach (var cell in row.OrderBy(cell => cell.Column)) writer.WriteElement(Written(cell, styles));
        writer.WriteEndElement();
    }

    static Cell Written(PageCell cell, StyleSheet styles)
    {
        var written = new Cell { CellReference = Reference(cell.Row, cell.Column), StyleIndex = styles.Of(cell.Style) };
        if (cell.Formula is not null) written.Append(new CellFormula(cell.Formula));
        if (cell.Number is { } number) written.Append(new CellValue(number.ToString("R", CultureInfo.InvariantCulture)));
        else if (cell.Formula is not null)
        {
            written.DataType = CellValues.String;
            written.Append(new CellValue(cell.Text ?? ""));
        }
        else
        {
            written.DataType = CellValues.InlineString;
            written.Append(new InlineString(new Text(cell.Text ?? "") { Space = SpaceProcessingModeValues.Preserve }));
        }
        return written;
    }

    internal static string Reference(int row, int column) => string.Create(CultureInfo.InvariantCulture, $"{Layout.Columns.Letters(column)}{row}");
}
