using System.Globalization;
using NodaTime;
using NodaTime.Text;

namespace ProjectFinance.Monitoring;

/// <summary>Reads the value of an actual as the line it is of counts it.</summary>
static class ActualValue
{
    const NumberStyles Plain = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent;

    /// <summary>Above this a rate of the market is a percent number that was written without its sign.</summary>
    const double LargestRate = 1;

    /// <summary>The number, in the unit.</summary>
    /// <exception cref="InvalidInputException">It is none, or is stated in another unit.</exception>
    internal static double Number(Actual actual, Unit unit)
    {
        if (actual.Unit is { } stated && stated != unit.ToString()) throw Wrong(actual, $"it is stated in '{stated}'", $"the line is counted in '{unit}'");
        if (double.TryParse(actual.Value, Plain, CultureInfo.InvariantCulture, out double number)) return double.IsFinite(number) ? number : throw NoNumber(actual, unit);
        if (actual.Value.EndsWith('%')) return Share(actual, unit);
        Quantity amount;
        try { amount = Quantity.Parse(actual.Value); }
        catch (InvalidInputException) { throw NoNumber(actual, unit); }
        return amount.Unit.IsNone || amount.Unit == unit ? amount.Value : throw Wrong(actual, $"it is stated in '{amount.Unit}'", $"the line is counted in '{unit}'");
    }

    /// <summary>A fixing of an index, as a yearly fraction.</summary>
    /// <exception cref="InvalidInputException">It is none.</exception>
    internal static double Rate(Actual actual) => Number(actual, Unit.None) is var rate && Math.Abs(rate) <= LargestRate ? rate
        : throw Wrong(actual, FormattableString.Invariant($"a rate of {actual.Value} is {rate * 100:0.####} %"), "write a percentage with its sign, '5.6875%', or a fraction, '0.056875'");

    /// <summary>1 for a condition that held, 0 for one that did not.</summary>
    /// <exception cref="InvalidInputException">It is neither.</exception>
    internal static double Truth(Actual actual) => actual.Value switch
    {
        "yes" or "1" => 1,
        "no" or "0" => 0,
        _ => throw Wrong(actual, $"'{actual.Value}' is no answer", "write 'yes' or 'no'"),
    };

    /// <summary>A date; null where the value is written as none.</summary>
    internal static LocalDate? Date(Actual actual) => LocalDatePattern.Iso.Parse(actual.Value) is { Success: true, Value: var date } ? date : null;

    internal static InvalidInputException Wrong(Actual actual, string fact, string allowed) => InvalidInputException.Of(Subject(actual), fact, allowed, actual.Where);

    internal static string Subject(Actual actual) => $"Actual of '{actual.Line}', {actual.Date.Iso()}";

    static double Share(Actual actual, Unit unit)
    {
        if (!unit.IsNone) throw Wrong(actual, "it is stated as a percentage", $"the line is counted in '{unit}'");
        try { return Percentage.Parse(actual.Value); }
        catch (InvalidInputException) { throw NoNumber(actual, unit); }
    }

    static InvalidInputException NoNumber(Actual actual, Unit unit) => Wrong(actual, $"'{actual.Value}' is not a number",
        unit == Units.Day ? "write a date, 1997-03-31" : unit.IsNone ? "write digits with a point, '0.056875', or a percentage, '5.6875%'" : $"write digits with a point, '4900000.00', or an amount with its unit, '{unit} 4,900,000.00'");
}
