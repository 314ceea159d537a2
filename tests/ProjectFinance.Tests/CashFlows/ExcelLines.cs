using System.Globalization;
using NodaTime;
using NodaTime.Text;

namespace ProjectFinance.Tests.CashFlows;

/// <summary>
/// Results of Microsoft Excel 2010, one a line: the arguments in the function's order, then the value. The folder is named by the environment variable EXCEL_LINES; the default is shared/peers/excel
/// in a folder above the test assembly. Source: github.com/fsprojects/ExcelFinancialFunctions, tests/ExcelFinancialFunctions.Tests/testdata (Apache License 2.0).
/// </summary>
static class ExcelLines
{
    const string Variable = "EXCEL_LINES";

    static readonly LocalDatePattern Date = LocalDatePattern.CreateWithInvariantCulture("M/d/uuuu");

    public static string? Folder { get; } = Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } named ? Path.GetFullPath(named) : Default();

    /// <summary>Why the lines of a function cannot be read here, or null when they can.</summary>
    public static string? WhyMissing(string function) => Folder is null
        ? $"needs Excel's results: name their folder in {Variable}, or put them at shared/peers/excel in a folder above the test assembly"
        : File.Exists(PathOf(function)) ? null : $"needs {PathOf(function)}, Excel's results of {function}";

    /// <summary>The lines of a function with their arguments, blank lines left out.</summary>
    public static IEnumerable<(string Line, string[] Fields)> Of(string function) =>
        File.ReadLines(PathOf(function)).Select(line => line.Trim()).Where(line => line.Length > 0).Select(line => (line, line.Split(',')));

    public static double Number(string field) => double.Parse(field, NumberStyles.Float, CultureInfo.InvariantCulture);

    public static double[] Numbers(string field) => [.. field.Split(';').Select(Number)];

    public static LocalDate[] Dates(string field) => [.. field.Split(';').Select(text => Date.Parse(text.Split(' ')[0]).Value)];

    public static PaymentTiming Timing(string field) => Enum.Parse<PaymentTiming>(field);

    static string PathOf(string function) => Path.Combine(Folder!, function + ".test");

    static string? Default()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (Path.Combine(folder.FullName, "shared", "peers", "excel") is var found && Directory.Exists(found)) return found;
        return null;
    }
}

/// <summary>A fact about every line of one of Excel's functions; skipped, saying what it needs, where there are none.</summary>
[AttributeUsage(AttributeTargets.Method)]
sealed class ExcelFactAttribute : FactAttribute
{
    public ExcelFactAttribute(string function) => Skip = ExcelLines.WhyMissing(function);
}
