using System.Text.RegularExpressions;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using NodaTime;
using ProjectFinance.Deals;
using ProjectFinance.Excel;
using ProjectFinance.Excel.Layout;
using ProjectFinance.Results;
using ProjectFinance.Tests.Cli;
using ProjectFinance.Tests.Deals;
using ProjectFinance.Time;

namespace ProjectFinance.Tests.Excel;

/// <summary>Names that spreadsheets cannot have, and what a workbook cannot hold.</summary>
public sealed partial class WorkbookBadInputTests
{
    static Model Yearly(int years = 3, int start = 2000) => new(Timeline.From(new(start, 12, 31), Enumerable.Range(1, years).Select(i => new LocalDate(start + i, 12, 31))));

    static Spreadsheet Written(Model model)
    {
        var file = DealWorkbook.Write(new Runner(model).Run(), "Trial");
        using var document = SpreadsheetDocument.Open(new MemoryStream(file), isEditable: false);
        Assert.Empty(new OpenXmlValidator(DocumentFormat.OpenXml.FileFormatVersions.Office2019).Validate(document).Select(error => $"{error.Part?.Uri} {error.Path?.XPath}: {error.Description}"));
        return Spreadsheet.Read(file);
    }

    static IReadOnlyList<Problem> Refused(Model model) => Assert.Throws<InvalidInputException>(() => DealWorkbook.Write(new Runner(model).Run(), "Trial")).Problems;

    // Ten lines each, so that each section has a sheet of its own: equal after 31 characters, equal but for case, equal to names the workbook or Excel has, forbidden characters, half of a pair.
    [Fact]
    public void Sections_WithNamesThatSheetsCannotHave_GetSheetsOfTheirOwn()
    {
        string[] sections = ["The senior secured project loan of the first tranche", "The senior secured project loan of the second", "LOAN", "loan", "Inputs", "history", "A/B[c]:*?\\", "'quoted'", "Say \"so\"", "Loan (a", $"{new string('x', 30)}\U0001F600"];
        var model = Yearly();
        foreach (var section in sections)
            for (int i = 0; i < 10; i++) model.Line($"{section} / Line {i}", Units.Usd, _ => 1 * Units.Usd);

        var names = Written(model).Sheets;

        Assert.Equal(names.Count, names.Distinct(StringComparer.OrdinalIgnoreCase).Count());
        Assert.All(names, name => Assert.True(name.Length is > 0 and <= 31 && !Forbidden().IsMatch(name) && name.IsNormalized(), name));
        Assert.Contains("The senior secured project lo 2", names);
        Assert.DoesNotContain("history", names, StringComparer.OrdinalIgnoreCase);
    }

    [Theory]
    [InlineData("A1")]
    [InlineData("XFD1048576")]
    [InlineData("R1C1")]
    [InlineData("r2")]
    [InlineData("C")]
    [InlineData("TRUE")]
    [InlineData("3 month rate")]
    [InlineData("%")]
    [InlineData("Zinssatz für Gold")]
    public void Inputs_WithNamesThatLookLikeSomethingElse_HaveNamesOfTheirOwn(string name)
    {
        var model = Yearly();
        var rate = model.Parameter(name, 5 * Units.Usd);
        var same = model.Parameter($"{name}!", 6 * Units.Usd);
        model.Line("Own / Line", Units.Usd, _ => rate.Formula + same.Formula);

        var names = Written(model).Names.Keys.ToList();

        Assert.Equal(names.Count, names.Distinct(StringComparer.OrdinalIgnoreCase).Count());
        Assert.All(names, given => Assert.Matches("^[A-Za-z_][A-Za-z0-9_.]*$", given));
        Assert.DoesNotContain(names, given => CellLike().IsMatch(given));
    }

    // U+0001 and U+FFFE cannot stand in XML at all, nor half of a pair; what looks like markup or a formula is text.
    [Fact]
    public void Lines_WithCharactersThatXmlForbids_ShowTheSignForUnknownOnes()
    {
        var model = Yearly();
        model.Line("Own / a\u0001b\uFFFEc\uD83D", Units.Usd, _ => 1 * Units.Usd, source: "=1+1 <&> \u0002");
        model.Line("Own / =HYPERLINK(\"x\")", Units.Usd, _ => 2 * Units.Usd, source: new string('s', 40_000));

        var texts = Written(model)["Other"].Values.Select(cell => cell.Text).OfType<string>().ToList();

        Assert.Contains("a\uFFFDb\uFFFDc\uFFFD", texts);
        Assert.Contains("=HYPERLINK(\"x\")", texts);
        Assert.Contains("=1+1 <&> \uFFFD", texts);
        Assert.Contains(new string('s', 32_767), texts);
    }

    [Fact]
    public void Formula_LongerThanPeopleRead_IsTakenApart()
    {
        var model = Yearly();
        var rows = Enumerable.Range(0, 400).Select(i => model.Input($"Rows / {i:000}", Units.Usd, t => i + t.Index)).ToList();
        model.Line("Own / All", Units.Usd, t => rows.Aggregate(0 * Units.Usd, (Formula sum, Line row) => sum + 2 * row[t]));

        Assert.All(Written(model)["Other"].Values.Select(cell => cell.Formula).OfType<string>(), formula => Assert.InRange(formula.Length, 1, 300));
    }

    [Fact]
    public void Formula_MeasuredAsTheFormatCounts_LeavesQuotedNamesOut()
    {
        Assert.Equal(new FormulaSize(31, 2, 3), FormulaSize.Of("MAX('a(,'!A1,(1+2),MIN(B2,\"(\"))"));
        Assert.Equal(300, FormulaSize.Of($"MIN({string.Join(',', Enumerable.Repeat("A1", 300))})").Arguments);
        Assert.Equal(70, FormulaSize.Of(string.Concat(Enumerable.Repeat("IF(A1,", 70)) + "1" + new string(')', 70)).Depth);
    }

    [Fact]
    public void Timeline_BeforeSpreadsheetsCountDays_IsRefused()
    {
        var model = Yearly(start: 1890);
        model.Line("Own / Line", Units.Usd, _ => 1 * Units.Usd);

        Assert.Equal("its timeline starts on 1890-12-31", Assert.Single(Refused(model)).Fact);
    }

    // A million rows would take minutes to write: they are only laid out.
    [Fact]
    public void Rows_MoreThanASheetHolds_AreRefused()
    {
        var model = Yearly(1);
        var line = model.Line("Own / Line", Units.Usd, _ => 1 * Units.Usd);
        var run = new Runner(model).Run();
        var row = new BookRow { Id = 0, Kind = RowKind.Line, Name = line.Name, Line = line, Sheet = "Other", Number = 1_048_577 };

        var found = Assert.Throws<InvalidInputException>(() => FormatLimits.Check(new Book(run, "Trial", [row], [], [])));

        Assert.Equal("Sheet 'Other'", Assert.Single(found.Problems).Subject);
    }

    [Fact]
    public void Export_ThatFails_LeavesAFileThatWasThereAsItWas()
    {
        using var trial = new CommandLineTrial();
        var deal = trial.Deal("\"closing\": \"1996-07-11\"", "\"closing\": \"1996-17-11\"");
        var book = trial.File("deal.xlsx", "kept");

        Assert.Equal(2, CommandLineTrial.Run("export", deal, "--to", book).Code);
        Assert.Equal("kept", File.ReadAllText(book));
        Assert.Equal(["deal.json", "deal.xlsx"], trial.Files);
    }

    [GeneratedRegex(@"[\[\]:*?/\\]|^'|'$")]
    private static partial Regex Forbidden();

    [GeneratedRegex("^(?:[A-Z]{1,3}[0-9]+|R[0-9]*C?[0-9]*|C[0-9]*|TRUE|FALSE)$", RegexOptions.IgnoreCase)]
    private static partial Regex CellLike();
}
