using System.Collections.Immutable;
using System.Globalization;
using ProjectFinance.Quantities;
using ProjectFinance.Results;

namespace ProjectFinance.Reporting;

/// <summary>
/// Writes numbers for tables: thousands separators, negatives in parentheses, "-" for zero, "n/a" for a ratio that does not apply. Every figure ends
/// in its sign's place (a space, a parenthesis, "%" or "x"), so that digits stand under digits.
/// </summary>
static class Figure
{
    internal const string Zero = "- ";

    static readonly ImmutableHashSet<string> Rates = ["Index", "Margin", "Rate", "Rate for the period"];
    static readonly ImmutableHashSet<string> Shares = ["Gearing", "Reserve tail"];

    /// <summary>A line's value.</summary>
    /// <param name="line">The line, which says how its values are written.</param>
    /// <param name="value">The value; null where it does not apply.</param>
    /// <param name="scale">What money is divided by: 1 or 1,000.</param>
    internal static string Of(Line line, double? value, double scale) =>
        line.Unit == Units.Day && value is { } day ? ValueText.Of(line.Model, day, Units.Day) + " " : Of(line.Name, line.Unit, line.Kind, value, scale);

    /// <summary>A value of a line that is known by its name, unit and kind.</summary>
    internal static string Of(string line, Unit unit, LineKind kind, double? value, double scale) => (kind, value) switch
    {
        (_, null) => NumberText.NotApplicable + " ",
        (LineKind.Flag, { } flag) => flag == 0 ? Zero : "yes ",
        (LineKind.Check, { } off) => Math.Abs(off) <= CheckResult.Tolerance ? Zero : Signed(off, "#,##0.0000"),
        (_, { } amount) when unit.IsCurrency => Money(amount, scale),
        (_, { } number) when unit.IsNone => Number(line, number),
        (_, { } price) when unit.Symbol.Contains('/', StringComparison.Ordinal) => Signed(price, "#,##0.00"),
        (_, { } count) => Math.Abs(count) < Noticeable.Money ? Zero : Signed(count, "#,##0"),
    };

    /// <summary>Money in whole units of its currency, or in thousands.</summary>
    internal static string Money(double amount, double scale = 1) => Math.Abs(amount) < Noticeable.Money ? Zero : Signed(amount / scale, "#,##0");

    /// <summary>A yearly rate as a percentage with the five decimals in which an index is fixed: 5.68750%.</summary>
    internal static string Rate(double rate) => Percent(rate, "0.00000");

    /// <summary>A cover ratio in times: 1.43x.</summary>
    internal static string Times(double? ratio) => ratio is { } times && double.IsFinite(times) ? times.ToString("0.00", CultureInfo.InvariantCulture) + "x" : NumberText.NotApplicable + " ";

    /// <summary>A share of a whole: 41.3%.</summary>
    internal static string Share(double share) => Percent(share, "0.0");

    /// <summary>An amount as in a sentence: "USD 19,500,000".</summary>
    internal static string Sentence(Quantity amount) => $"{amount.Unit} {amount.Value.ToString("#,##0;-#,##0;0", CultureInfo.InvariantCulture)}";

    /// <summary>By how much a check is off at most.</summary>
    internal static string Of(CheckResult check) => Signed(check.Largest, "#,##0.0000");

    /// <summary>Whether anything of a line would be printed as other than zero.</summary>
    internal static bool IsAnything(Run run, Line line) => run.Values(line).ContainsAnyExceptInRange(-Noticeable.Money, Noticeable.Money);

    static string Number(string line, double number)
    {
        var title = line[(line.LastIndexOf(" / ", StringComparison.Ordinal) is var at and >= 0 ? at + 3 : 0)..];
        if (Rates.Contains(title) || title.EndsWith(" fixing", StringComparison.Ordinal)) return number == 0 ? Zero : Rate(number);
        if (Shares.Contains(title)) return number == 0 ? Zero : Share(number);
        return line.StartsWith("Ratios / ", StringComparison.Ordinal) ? Times(number) : number == 0 ? Zero : Signed(number, "#,##0.####");
    }

    static string Percent(double fraction, string format) => (fraction * 100).ToString(format, CultureInfo.InvariantCulture) + "%";

    internal static string Signed(double value, string format)
    {
        var digits = Math.Abs(value).ToString(format, CultureInfo.InvariantCulture);
        return value < 0 ? $"({digits})" : digits + " ";
    }
}
