using System.Collections.Immutable;
using System.Globalization;
using NodaTime;
using NodaTime.Text;

namespace ProjectFinance.Rates;

/// <summary>Reads the fixings of a reference rate from CSV text, as statistical offices publish them.</summary>
public static class FixingsCsv
{
    const string Header = "date,value";
    const NumberStyles Written = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint;

    /// <summary>Reads a header <c>date,value</c> and lines such as <c>1996-07-09,5.6875</c>. Empty lines are skipped.</summary>
    /// <param name="text">The text; dates are ISO, values percent numbers: 5.6875 means 5.6875 %.</param>
    /// <param name="name">The file's name, for messages.</param>
    /// <returns>The rates by fixing date, as yearly fractions: 5.6875 % is 0.056875.</returns>
    /// <exception cref="InvalidInputException">Every line that cannot be read or repeats a date.</exception>
    public static ImmutableSortedDictionary<LocalDate, Percentage> Parse(TextReader text, string name) => Rates(text, name).Values;

    /// <summary>Reads a header <c>date,value</c> and lines such as <c>1996-07-11,382.70</c>. Empty lines are skipped.</summary>
    /// <param name="text">The text; dates are ISO.</param>
    /// <param name="name">The file's name, for messages.</param>
    /// <returns>The prices by day, in the unit of their series.</returns>
    /// <exception cref="InvalidInputException">Every line that cannot be read or repeats a date.</exception>
    public static ImmutableSortedDictionary<LocalDate, double> ParsePrices(TextReader text, string name) => Prices(text, name).Values;

    /// <summary>Reads rates, and in which row each stands.</summary>
    /// <inheritdoc cref="Parse"/>
    // Divided as a decimal, so that 5.6875 is the double nearest to 0.056875.
    internal static FixingTable<Percentage> Rates(TextReader text, string name) =>
        Read<Percentage>(text, name, percent => (double)(percent / 100), "write a percent number: 5.6875 means 5.6875 %");

    /// <summary>Reads prices, and in which row each stands.</summary>
    /// <inheritdoc cref="ParsePrices"/>
    internal static FixingTable<double> Prices(TextReader text, string name) => Read(text, name, price => (double)price, "write a number: 382.70");

    static FixingTable<T> Read<T>(TextReader text, string name, Func<decimal, T> figure, string allowed)
    {
        ArgumentNullException.ThrowIfNull(text);
        var problems = new List<Problem>();
        var fixings = ImmutableSortedDictionary.CreateBuilder<LocalDate, T>();
        var lines = new SortedDictionary<LocalDate, int>();
        var rows = Csv.Rows(text, line => problems.Add(new("Fixings", "a quotation mark is not closed", "close it, or write none", $"{name}, line {line}"))).ToList();
        var header = rows.Count == 0 ? null : string.Join(',', rows[0].Fields);
        if (header != Header) problems.Add(new("Fixings", header is null ? "the file is empty" : $"the header is '{header}'", $"it must be '{Header}'", $"{name}, line {(rows.Count == 0 ? 1 : rows[0].Line)}"));
        foreach (var row in rows.Skip(1))
            if (Wrong(row) is var (fact, should))
                problems.Add(new("Fixings", fact, should, $"{name}, line {row.Line}"));
        return problems.Count == 0 ? new(fixings.ToImmutable(), new(name, [.. lines.Keys], [.. lines.Values])) : throw new InvalidInputException(problems);

        (string Fact, string Allowed)? Wrong(CsvRow row)
        {
            var cells = row.Fields;
            if (cells is not [var day, var number]) return ($"the line has {cells.Length} column{(cells.Length == 1 ? "" : "s")}", "each line must have a date and a value");
            if (LocalDatePattern.Iso.Parse(day) is not { Success: true, Value: var date }) return ($"the date '{day}' cannot be read", "write year, month and day, such as 1996-07-09");
            if (!decimal.TryParse(number, Written, CultureInfo.InvariantCulture, out decimal value)) return ($"the value '{number}' on {day} is not a number", allowed);
            lines.TryAdd(date, row.Line);
            return fixings.TryAdd(date, figure(value)) ? null : ($"the date {day} is given more than once", "each date must be given once");
        }
    }
}
