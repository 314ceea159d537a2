using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using ProjectFinance.Results;

namespace ProjectFinance.Excel.Writing;

/// <summary>Writes pages and names as the bytes of a workbook: the same bytes for the same pages.</summary>
static class WorkbookFile
{
    internal static byte[] Bytes(IReadOnlyList<Page> pages, IReadOnlyList<(string Name, string Refers)> names, string title)
    {
        using var stream = new MemoryStream();
        using (var document = SpreadsheetDocument.Create(stream, SpreadsheetDocumentType.Workbook)) Fill(document, pages, names, title);
        return SteadyZip.Of(stream.ToArray());
    }

    static void Fill(SpreadsheetDocument document, IReadOnlyList<Page> pages, IReadOnlyList<(string Name, string Refers)> names, string title)
    {
        var workbook = document.AddWorkbookPart();
        document.ChangeIdOfPart(workbook, "workbook");
        var styles = new StyleSheet();
        var sheets = new Sheets();
        foreach (var (i, page) in pages.Index())
        {
            var id = FormattableString.Invariant($"sheet{i + 1}");
            var part = workbook.AddNewPart<WorksheetPart>(id);
            if (page.Notes.Count > 0) Notes.Write(part, page);
            SheetWriter.Write(part, page, styles);
            sheets.Append(new Sheet { Name = page.Name, SheetId = (uint)i + 1, Id = id });
        }
        workbook.AddNewPart<WorkbookStylesPart>("styles").Stylesheet = styles.Written();
        workbook.Workbook = new Workbook(
            new BookViews(new WorkbookView { ActiveTab = 0, TabRatio = 800 }), sheets,
            new DefinedNames([.. names.Select(name => new DefinedName(name.Refers) { Name = name.Name }), .. Printed(pages), .. Titles(pages)]),
            new CalculationProperties { CalculationId = 191029, FullCalculationOnLoad = true });
        Properties(document, title);
    }

    // The frozen rows, and the names of lines, are repeated on every page of paper.
    static IEnumerable<DefinedName> Titles(IReadOnlyList<Page> pages) => pages.Index().Where(page => page.Item.FrozenRows > 0).Select(page =>
    {
        var rows = FormattableString.Invariant($"{SheetLink.On(page.Item.Name)}$1:${page.Item.FrozenRows}");
        var columns = page.Item.FrozenColumns > 0 ? $"{SheetLink.On(page.Item.Name)}$A:$A," : "";
        return new DefinedName(columns + rows) { Name = "_xlnm.Print_Titles", LocalSheetId = (uint)page.Index };
    });

    static IEnumerable<DefinedName> Printed(IReadOnlyList<Page> pages) =>
        pages.Index().Where(page => page.Item.Printed.Length > 0).Select(page => new DefinedName($"{SheetLink.On(page.Item.Name)}{page.Item.Printed}") { Name = "_xlnm.Print_Area", LocalSheetId = (uint)page.Index });

    static void Properties(SpreadsheetDocument document, string title)
    {
        var core = document.AddNewPart<CoreFilePropertiesPart>("core");
        using (var text = new StreamWriter(core.GetStream(FileMode.Create)))
            text.Write($"""<?xml version="1.0" encoding="UTF-8" standalone="yes"?><cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>{System.Security.SecurityElement.Escape(PlainText.Of(title))}</dc:title><dc:creator>{System.Security.SecurityElement.Escape(Engine.Name)}</dc:creator></cp:coreProperties>""");
        document.AddNewPart<ExtendedFilePropertiesPart>("app").Properties = new DocumentFormat.OpenXml.ExtendedProperties.Properties(new DocumentFormat.OpenXml.ExtendedProperties.Application(Engine.Name));
    }
}
