using System.Globalization;
using NodaTime;

namespace ProjectFinance.Time;

/// <summary>On which day of its month a regular date of a schedule falls.</summary>
/// <remarks>A roll other than <see cref="None"/> needs steps of whole months. Source: FpML, rollConventionEnum; 2006 ISDA Definitions 4.11 (EOM).</remarks>
public readonly record struct RollConvention
{
    const int End = 31, ThirdWednesday = 32;

    readonly int day;

    RollConvention(int day) => this.day = day;

    /// <summary>The day of the date the steps are counted from, or the last of a shorter month.</summary>
    public static RollConvention None => default;

    /// <summary>The last day of the month.</summary>
    public static RollConvention EndOfMonth => new(End);

    /// <summary>The third Wednesday of the month, on which futures of the International Monetary Market settle.</summary>
    public static RollConvention Imm => new(ThirdWednesday);

    /// <summary>A day of the month, or the last of a shorter month.</summary>
    /// <param name="day">From 1 to 31; the 31st is <see cref="EndOfMonth"/>.</param>
    /// <exception cref="InvalidInputException">The day is another number.</exception>
    public static RollConvention OnDay(int day) =>
        day is >= 1 and <= 31 ? new(day) : throw InvalidInputException.Of("Roll convention", $"the day of the month is {day}", "it must be from 1 to 31");

    /// <summary>The convention of a name, in capitals or not.</summary>
    /// <param name="name">"None", "EOM" or "EndOfMonth", "IMM", or a day of the month as "15" or "Day15".</param>
    /// <exception cref="InvalidInputException">No roll convention has the name; the message says which ones come near.</exception>
    public static RollConvention Parse(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        var written = name.Trim().ToUpperInvariant().Replace("_", "", StringComparison.Ordinal).Replace(" ", "", StringComparison.Ordinal);
        var number = written.StartsWith("DAY", StringComparison.Ordinal) ? written.AsSpan(3) : written;
        if (int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out int day)) return OnDay(day);
        return written switch
        {
            "" or "NONE" => None,
            "EOM" or "ENDOFMONTH" => EndOfMonth,
            "IMM" => Imm,
            _ => throw InvalidInputException.Of($"Roll convention '{name}'", "no roll convention has this name", Nearest.Hint(name, ["None", "EOM", "IMM", "Day15"])),
        };
    }

    /// <summary>The name as <see cref="Parse"/> reads it: "EOM", "IMM", "Day15", "None".</summary>
    public override string ToString() => day switch
    {
        0 => "None",
        End => "EOM",
        ThirdWednesday => "IMM",
        _ => string.Create(CultureInfo.InvariantCulture, $"Day{day}"),
    };

    /// <summary>The day in a month.</summary>
    /// <param name="year">The year.</param>
    /// <param name="month">The month, from 1.</param>
    /// <param name="anchorDay">The day of the month of the date the steps are counted from.</param>
    internal LocalDate In(int year, int month, int anchorDay) => day == ThirdWednesday
        ? LocalDate.FromYearMonthWeekAndDay(year, month, 3, IsoDayOfWeek.Wednesday)
        : new LocalDate(year, month, Math.Min(day == 0 ? anchorDay : day, Rolling.DaysInMonth(year, month)));

    /// <summary>Whether a date is on the roll.</summary>
    internal bool Has(LocalDate date) => In(date.Year, date.Month, date.Day) == date;
}
