using System.Collections.Immutable;
using NodaTime;

namespace ProjectFinance.Time;

/// <summary>Closed at weekends and on the holidays a rule gives, from 1986 to 2040. The days are worked out once, a bit each.</summary>
sealed class HolidayCalendar : BusinessCalendar
{
    const int FirstYear = 1986, LastYear = 2040;

    static readonly LocalDate First = new(FirstYear, 1, 1);

    readonly Func<int, IEnumerable<LocalDate>> rule;
    readonly ImmutableArray<ulong> open;
    readonly int count;

    /// <summary>Begins with the rule that gives each year's holidays.</summary>
    /// <param name="name">The name people use.</param>
    /// <param name="rule">The holidays of a year; those that fall on a weekend make no difference.</param>
    public HolidayCalendar(string name, Func<int, IEnumerable<LocalDate>> rule) : base(name)
    {
        this.rule = rule;
        count = Day(new LocalDate(LastYear, 12, 31)) + 1;
        var bits = new ulong[(count + 63) / 64];
        for (int day = 0; day < count; day++)
            if (IsWeekday(First.PlusDays(day))) bits[day / 64] |= 1UL << (day % 64);
        for (int year = FirstYear; year <= LastYear; year++)
            foreach (int day in rule(year).Select(Day)) bits[day / 64] &= ~(1UL << (day % 64));
        open = [.. bits];
    }

    public override bool IsBusinessDay(LocalDate date)
    {
        int day = Day(date);
        if ((uint)day >= (uint)count) throw Outside(date.Iso());
        return (open[day / 64] >> (day % 64) & 1) != 0;
    }

    public override IEnumerable<LocalDate> Holidays(int year) =>
        year is >= FirstYear and <= LastYear ? [.. rule(year).Where(IsWeekday).Distinct().Order()] : throw Outside($"year {year}");

    static int Day(LocalDate date) => NodaTime.Period.DaysBetween(First, date);

    static bool IsWeekday(LocalDate date) => date.DayOfWeek is not (IsoDayOfWeek.Saturday or IsoDayOfWeek.Sunday);

    InvalidInputException Outside(string asked) =>
        InvalidInputException.Of($"Calendar '{Name}'", $"{asked} lies outside the years it knows", $"dates from {FirstYear}-01-01 to {LastYear}-12-31 can be asked for");
}
