using System.Globalization;
using System.IO.Compression;
using System.Xml.Linq;

namespace ProjectFinance.Tests.Excel;

/// <summary>The cells of a workbook file, read as plain XML: nothing here knows how the library writes workbooks.</summary>
sealed class Spreadsheet
{
    static readonly XNamespace Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    static readonly XNamespace Relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    static readonly XNamespace Package = "http://schemas.openxmlformats.org/package/2006/relationships";

    readonly Dictionary<string, Dictionary<string, SpreadsheetCell>> sheets = new(StringComparer.Ordinal);

    Spreadsheet()
    {
    }

    public IReadOnlyCollection<string> Sheets => sheets.Keys;

    /// <summary>What names refer to.</summary>
    public Dictionary<string, string> Names { get; private init; } = [];

    /// <summary>The cells of a sheet by reference: "G7".</summary>
    public IReadOnlyDictionary<string, SpreadsheetCell> this[string sheet] => sheets[sheet];

    public static Spreadsheet Read(byte[] file)
    {
        using var archive = new ZipArchive(new MemoryStream(file), ZipArchiveMode.Read);
        var names = Load(archive.GetEntry("xl/workbook.xml")!).Descendants(Main + "definedName").Where(name => name.Attribute("localSheetId") is null);
        var read = new Spreadsheet { Names = names.ToDictionary(name => name.Attribute("name")!.Value, name => name.Value, StringComparer.OrdinalIgnoreCase) };
        var shared = archive.GetEntry("xl/sharedStrings.xml") is { } strings ? Load(strings).Root!.Elements(Main + "si").Select(si => string.Concat(si.Descendants(Main + "t").Select(t => t.Value))).ToList() : [];
        foreach (var (name, part) in Parts(archive))
        {
            var cells = read.sheets[name] = new(StringComparer.Ordinal);
            foreach (var cell in Load(part).Descendants(Main + "c")) cells.Add(cell.Attribute("r")!.Value, Cell(cell, shared));
        }
        return read;
    }

    /// <summary>The same file with no value beside any formula, no notes, and with some cells changed.</summary>
    /// <param name="file">The file.</param>
    /// <param name="changes">Sheet, reference and number of each.</param>
    public static byte[] WithoutValues(byte[] file, params IReadOnlyCollection<(string Sheet, string Cell, double Value)> changes)
    {
        using var stream = new MemoryStream();
        stream.Write(file);
        using (var archive = new ZipArchive(stream, ZipArchiveMode.Update, leaveOpen: true))
        {
            WithoutPrintTitles(archive.GetEntry("xl/workbook.xml")!);
            foreach (var notes in archive.Entries.Where(entry => entry.FullName.StartsWith("xl/worksheets/_rels/", StringComparison.Ordinal)).ToList()) notes.Delete();
            foreach (var (name, part) in Parts(archive).ToList())
            {
                var sheet = Load(part);
                var onSheet = changes.Where(change => change.Sheet == name).ToLookup(change => change.Cell, StringComparer.Ordinal);
                sheet.Descendants(Main + "legacyDrawing").Remove();
                foreach (var cell in sheet.Descendants(Main + "c").ToList())
                {
                    if (cell.Element(Main + "f") is not null) cell.Element(Main + "v")?.Remove();
                    foreach (var change in onSheet[cell.Attribute("r")!.Value]) cell.Element(Main + "v")!.Value = change.Value.ToString("R", CultureInfo.InvariantCulture);
                }
                Save(sheet, part);
            }
        }
        return stream.ToArray();
    }

    // Columns repeated on every page take LibreOffice seconds for each sheet and change no number.
    static void WithoutPrintTitles(ZipArchiveEntry workbook)
    {
        var book = Load(workbook);
        book.Descendants(Main + "definedName").Where(name => name.Attribute("name")!.Value == "_xlnm.Print_Titles").Remove();
        Save(book, workbook);
    }

    static void Save(XDocument document, ZipArchiveEntry entry)
    {
        using var target = entry.Open();
        target.SetLength(0);
        document.Save(target);
    }

    static SpreadsheetCell Cell(XElement cell, List<string> shared)
    {
        var value = cell.Element(Main + "v")?.Value;
        var type = cell.Attribute("t")?.Value ?? "n";
        return new(
            cell.Element(Main + "f")?.Value,
            type is "n" && value is not null ? double.Parse(value, CultureInfo.InvariantCulture) : null,
            type switch { "s" => shared[int.Parse(value!, CultureInfo.InvariantCulture)], "inlineStr" => string.Concat(cell.Descendants(Main + "t").Select(t => t.Value)), "n" => null, _ => value });
    }

    static IEnumerable<(string Name, ZipArchiveEntry Part)> Parts(ZipArchive archive)
    {
        var targets = Load(archive.GetEntry("xl/_rels/workbook.xml.rels")!).Root!.Elements(Package + "Relationship").ToDictionary(r => r.Attribute("Id")!.Value, r => r.Attribute("Target")!.Value);
        foreach (var sheet in Load(archive.GetEntry("xl/workbook.xml")!).Descendants(Main + "sheet"))
        {
            var target = targets[sheet.Attribute(Relations + "id")!.Value];
            yield return (sheet.Attribute("name")!.Value, archive.GetEntry(target.StartsWith('/') ? target[1..] : $"xl/{target}")!);
        }
    }

    static XDocument Load(ZipArchiveEntry entry)
    {
        using var stream = entry.Open();
        return XDocument.Load(stream);
    }
}

/// <summary>A cell: its formula, its number or its text.</summary>
sealed record SpreadsheetCell(string? Formula, double? Number, string? Text);
