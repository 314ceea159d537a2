using System.Globalization;
using System.Text.RegularExpressions;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using ProjectFinance.Deals;
using ProjectFinance.Excel;
using ProjectFinance.Results;

namespace ProjectFinance.Tests.Excel;

/// <summary>The file itself: valid, the same every time, without circular references or numbers hidden in formulas.</summary>
public sealed partial class WorkbookFileTests
{
    static byte[] Reference => SeedBooks.Of("illinois-creek-afterwards").File;

    [Fact]
    public void Write_TheSameRun_GivesTheSameBytes() => Assert.Equal(DealWorkbook.Write(SmallBook.Run(), "Small"), DealWorkbook.Write(SmallBook.Run(), "Small"));

    [Fact]
    public void Write_AnyRun_PassesTheValidator()
    {
        foreach (var file in (byte[][])[Reference, DealWorkbook.Write(SmallBook.Run(), "Small & <plain>")])
        {
            using var document = SpreadsheetDocument.Open(new MemoryStream(file), isEditable: false);
            Assert.Empty(new OpenXmlValidator(DocumentFormat.OpenXml.FileFormatVersions.Office2019).Validate(document).Select(error => $"{error.Part?.Uri} {error.Path?.XPath}: {error.Description}"));
        }
    }

    // Read from the text of the formulas alone: cells of all sheets with what they name, ranges spread out; no way leads back.
    [Fact]
    public void Write_ADealWithSolvedLines_HasNoCircularReference()
    {
        var book = Spreadsheet.Read(Reference);
        var reads = new Dictionary<(string, int, int), List<(string, int, int)>>();
        foreach (var sheet in book.Sheets)
        foreach (var (cell, content) in book[sheet])
            if (content.Formula is { } formula && !formula.StartsWith("HYPERLINK", StringComparison.Ordinal)) reads.Add(At(sheet, cell), [.. Named(formula, sheet)]);

        Assert.Empty(Waiting(reads));
    }

    [Fact]
    public void Write_AnyLine_HasNoNumberInItsFormulas()
    {
        var book = Spreadsheet.Read(Reference);
        var found = from sheet in book.Sheets
                    from cell in book[sheet]
                    where cell.Value.Formula is { } formula && Numbers().IsMatch(Quoted().Replace(formula, ""))
                    select $"{sheet}!{cell.Key}: {cell.Value.Formula}";

        Assert.Empty(found.Take(5));
    }

    [Fact]
    public void Write_MostLines_HaveOneFormulaAcross()
    {
        var rows = SeedBooks.Of("illinois-creek-1996-07").Rows.ToList();

        Assert.True(rows.Count(row => row.Formulas.Count == 1) > 0.98 * rows.Count);
    }

    // By hand: 70 % of 5,000 drawn in the first quarter, at 3.6 % + 2.75 % for the 91 days of the second.
    [Fact]
    public void Write_Values_StandBesideTheFormulas()
    {
        var run = SmallBook.Run();
        var sheet = Spreadsheet.Read(DealWorkbook.Write(run, "Small"))["Other"];
        var interest = sheet.Single(cell => cell.Value.Text == "Interest").Key;

        Assert.Equal(3_500 * (0.036 + 0.0275) * 91 / 360, sheet[$"H{interest[1..]}"].Number!.Value, 1e-9);
        Assert.NotNull(sheet[$"H{interest[1..]}"].Formula);
    }

    [Fact]
    public void Write_WhatDoesNotApply_IsTheNamedNumber()
    {
        var sheet = Spreadsheet.Read(DealWorkbook.Write(SmallBook.Run(), "Small"))["Ratios"];

        Assert.Equal(1e99, sheet[$"G{sheet.Single(cell => cell.Value.Text == "DSCR").Key[1..]}"].Number);
    }

    [Fact]
    public void Write_MorePeriodsThanASheetHolds_IsRefused()
    {
        var model = new Model(Timeline.From(new(2000, 1, 1), Enumerable.Range(1, 16_400).Select(i => new NodaTime.LocalDate(2000, 1, 1).PlusDays(i))));
        model.Line("A / One", Units.Usd, _ => 1 * Units.Usd);
        var found = Assert.Throws<InvalidInputException>(() => DealWorkbook.Write(new Runner(model).Run(), "Long"));

        Assert.Equal("the model has 16401 periods", Assert.Single(found.Problems).Fact);
    }

    static IEnumerable<(string, int, int)> Named(string formula, string own) => References().Matches(formula).SelectMany(match =>
    {
        var sheet = match.Groups["sheet"].Success ? match.Groups["sheet"].Value.Replace("''", "'", StringComparison.Ordinal) : own;
        var (_, row, first) = At(sheet, match.Groups["from"].Value);
        var (_, last, to) = match.Groups["to"].Success ? At(sheet, match.Groups["to"].Value) : (sheet, row, first);
        return from r in Enumerable.Range(row, last - row + 1) from column in Enumerable.Range(first, to - first + 1) select (sheet, r, column);
    });

    static (string Sheet, int Row, int Column) At(string sheet, string cell)
    {
        var plain = cell.Replace("$", "", StringComparison.Ordinal);
        var letters = plain.TrimEnd("0123456789".ToCharArray());
        return (sheet, int.Parse(plain.AsSpan(letters.Length), CultureInfo.InvariantCulture), letters.Aggregate(0, (column, letter) => 26 * column + letter - 'A' + 1));
    }

    /// <summary>The cells that are left when those that wait for nothing are computed, again and again.</summary>
    static List<(string, int, int)> Waiting(Dictionary<(string, int, int), List<(string, int, int)>> reads)
    {
        var readers = new Dictionary<(string, int, int), List<(string, int, int)>>();
        var waits = reads.ToDictionary(cell => cell.Key, cell => cell.Value.Distinct().Count(reads.ContainsKey));
        foreach (var (cell, named) in reads)
            foreach (var read in named.Distinct().Where(reads.ContainsKey))
            {
                if (!readers.TryGetValue(read, out var list)) readers.Add(read, list = []);
                list.Add(cell);
            }
        var ready = new Queue<(string, int, int)>(waits.Where(cell => cell.Value == 0).Select(cell => cell.Key));
        while (ready.TryDequeue(out var cell))
        {
            waits.Remove(cell);
            foreach (var reader in readers.GetValueOrDefault(cell, []))
                if (--waits[reader] == 0) ready.Enqueue(reader);
        }
        return [.. waits.Keys];
    }

    [GeneratedRegex(@"(?:'(?<sheet>(?:[^']|'')+)'!)?(?<![A-Za-z0-9_.])(?<from>\$?[A-Z]{1,3}\$?[0-9]+)(?::(?<to>\$?[A-Z]{1,3}\$?[0-9]+))?(?![A-Za-z0-9_(.])")]
    private static partial Regex References();

    [GeneratedRegex(@"'[^']*'|""[^""]*""")]
    private static partial Regex Quoted();

    [GeneratedRegex(@"(?<![A-Za-z0-9_.$])(?!(?:0|1)(?![0-9.]))[0-9]+(?:\.[0-9]+)?")]
    private static partial Regex Numbers();
}
