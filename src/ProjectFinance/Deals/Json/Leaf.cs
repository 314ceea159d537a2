using System.Collections.Immutable;
using System.Globalization;
using NodaTime;
using NodaTime.Text;
using ProjectFinance.Time;

namespace ProjectFinance.Deals.Json;

/// <summary>The values that term sheets and market files are made of, as people write them.</summary>
static class Leaf
{
    public static TextShape<string> Text { get; } = new("text", text => text, text => text);

    public static NumberShape Number { get; } = new();

    public static CountShape Count { get; } = new();

    public static TruthShape Truth { get; } = new();

    public static TextShape<LocalDate> Date { get; } = Noda(LocalDatePattern.Iso, "Date", "a date, such as '1996-07-11'", "^[0-9]{4}-[0-9]{2}-[0-9]{2}$");

    public static TextShape<LocalTime> Time { get; } = Noda(LocalTimePattern.CreateWithInvariantCulture("HH':'mm"), "Time", "a time of day, such as '08:00'", "^[0-9]{2}:[0-9]{2}$");

    public static TextShape<AnnualDate> AnnualDate { get; } = Noda(AnnualDatePattern.Iso, "Date of the year", "a month and day, such as '09-30'", "^[0-9]{2}-[0-9]{2}$");

    public static TextShape<NodaTime.Period> Step { get; } = Noda(PeriodPattern.Roundtrip, "Step", "a period, such as 'P3M' for three months", "^P");

    public static TextShape<Unit> Unit { get; } = new("a unit, such as 'USD' or 'USD/oz'", text => text == "number" ? ProjectFinance.Unit.None : ProjectFinance.Unit.Parse(text), unit => unit.ToString());

    public static TextShape<Quantity> Quantity { get; } = new("an amount with its unit, such as 'USD 19,500,000'", ProjectFinance.Quantity.Parse, Written, "[0-9]");

    /// <summary>A percentage written as text; <see cref="Percentage"/> also takes numbers.</summary>
    public static TextShape<Percentage> PercentText { get; } = new("a percentage, such as '2.25%'", ProjectFinance.Percentage.Parse, percentage => percentage.ToString());

    public static PercentageShape Percentage { get; } = new();

    public static TextShape<DayCount> DayCount { get; } = new("a day count, such as 'ACT/360'", (text, file) => DayCounts.Parse(text, file.Calendars), count => count.Name);

    public static TextShape<RollConvention> Roll { get; } = new("a roll convention, such as 'EOM', 'IMM' or 'Day15'", RollConvention.Parse, roll => roll.ToString());

    public static TextShape<BusinessCalendar> Calendar { get; } = new("a business calendar, such as 'London'", (text, file) => BusinessCalendars.Parse(text, file.Calendars), calendar => calendar.Name);

    public static ArrayShape<string> Texts { get; } = new(Text);

    public static ArrayShape<BusinessCalendar> Calendars { get; } = new(Calendar);

    /// <summary>Several values of one kind.</summary>
    public static ArrayShape<T> Array<T>(Shape<T> item) => new(item);

    /// <summary>Values by name.</summary>
    public static MapShape<string, T> ByName<T>(Shape<T> item, string? noun = null) => new(Text, item, StringComparer.Ordinal, noun);

    /// <summary>Values by date.</summary>
    public static MapShape<LocalDate, T> ByDate<T>(Shape<T> item) => new(Date, item, Comparer<LocalDate>.Default);

    /// <summary>One of a few words: the names of an enumeration in camel case.</summary>
    public static TextShape<T> Word<T>(string what) where T : struct, Enum
    {
        var words = Enum.GetValues<T>().ToImmutableSortedDictionary(value => Camel(value.ToString()), value => value, StringComparer.Ordinal);
        return new($"{what}, one of {string.Join(", ", words.Keys.Select(word => $"'{word}'"))}",
            text => words.TryGetValue(text, out var value) ? value : throw InvalidInputException.Of($"{Capital(what)} '{text}'", "it is not known", Nearest.Hint(text, words.Keys)),
            value => Camel(value.ToString()),
            words: words.Keys);
    }

    static TextShape<T> Noda<T>(IPattern<T> pattern, string noun, string expected, string expression) => new(expected,
        text => pattern.Parse(text) is { Success: true } read ? read.Value : throw InvalidInputException.Of($"{noun} '{text}'", "it cannot be read", $"it must be {expected}"),
        pattern.Format, expression);

    // Quantities read without an exponent, and as written by themselves with at most fifteen digits.
    static string Written(Quantity quantity)
    {
        var usual = quantity.ToString();
        if (ProjectFinance.Quantity.Parse(usual) == quantity) return usual;
        var exact = quantity.Value.ToString("F340", CultureInfo.InvariantCulture).TrimEnd('0').TrimEnd('.');
        return quantity.Unit.IsNone ? exact : $"{quantity.Unit.Symbol} {exact}";
    }

    static string Camel(string name) => char.ToLowerInvariant(name[0]) + name[1..];

    static string Capital(string name) => char.ToUpperInvariant(name[0]) + name[1..];
}
