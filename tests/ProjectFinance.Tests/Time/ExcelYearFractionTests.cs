using System.Globalization;
using NodaTime;
using NodaTime.Text;
using ProjectFinance.Time;

namespace ProjectFinance.Tests.Time;

/// <summary>YEARFRAC as Microsoft Excel computes it, line by line of the file yearfrac.test in the folder that EXCEL_LINES names, or shared/peers/excel.</summary>
public class ExcelYearFractionTests
{
    static readonly LocalDatePattern Written = LocalDatePattern.CreateWithInvariantCulture("M/d/yyyy");

    // Twelve or thirteen digits are given.
    const double Relative = 1e-11;

    public static string? File { get; } = Folder() is { } folder && Path.Combine(folder, "yearfrac.test") is var file && System.IO.File.Exists(file) ? file : null;

    [ExcelLinesFact]
    public void YearFraction_EveryLine_IsWhatExcelShows()
    {
        var wrong = new List<string>();
        int lines = 0;
        foreach (var line in System.IO.File.ReadLines(File!).Where(line => line.Trim().Length > 0))
        {
            var cells = line.Split(',');
            var (start, end, expected) = (Date(cells[0]), Date(cells[1]), double.Parse(cells[^1], CultureInfo.InvariantCulture));
            // YEARFRAC takes its dates in either order.
            double ours = DayCounts.OfExcelBasis(Basis(cells)).YearFraction(LocalDate.Min(start, end), LocalDate.Max(start, end));
            if (Math.Abs(ours - expected) > Relative * Math.Abs(expected)) wrong.Add($"{line}: {ours:R}");
            lines++;
        }

        Assert.Empty(wrong);
        Assert.True(lines > 0, "the file has no line");
    }

    static LocalDate Date(string cell) => Written.Parse(cell.Trim().Split(' ')[0]).Value;

    static int Basis(string[] cells) => cells.Length < 4 ? 0 : cells[2].Trim() switch
    {
        "UsPsa30_360" => 0,
        "ActualActual" => 1,
        "Actual360" => 2,
        "Actual365" => 3,
        "Europ30_360" => 4,
        var basis => throw new InvalidOperationException($"'{basis}' is not a basis"),
    };

    static string? Folder()
    {
        if (Environment.GetEnvironmentVariable("EXCEL_LINES") is { Length: > 0 } named) return named;
        return Repository.SharedData is { } data ? Path.Combine(Path.GetDirectoryName(data)!, "peers", "excel") : null;
    }
}

/// <summary>A fact about Excel's results, skipped with a clear message where they are absent.</summary>
[AttributeUsage(AttributeTargets.Method)]
sealed class ExcelLinesFactAttribute : FactAttribute
{
    public ExcelLinesFactAttribute() => Skip = ExcelYearFractionTests.File is null ? "needs yearfrac.test in the folder that EXCEL_LINES names, or in shared/peers/excel above the tests" : null;
}
