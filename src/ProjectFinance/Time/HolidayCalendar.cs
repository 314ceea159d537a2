using System.Collections.Immutable;
using System.Numerics;
using NodaTime;

namespace ProjectFinance.Time;

/// <summary>Closed at weekends and on stated holidays, over stated dates. The days are worked out once, a bit each.</summary>
sealed class HolidayCalendar : BusinessCalendar
{
    /// <summary>Saturday and Sunday.</summary>
    internal static readonly ImmutableArray<IsoDayOfWeek> SaturdayAndSunday = [IsoDayOfWeek.Saturday, IsoDayOfWeek.Sunday];

    readonly LocalDate first, last;
    readonly ImmutableArray<LocalDate> holidays;
    readonly ImmutableArray<ulong> open;
    readonly int count;

    /// <summary>A calendar of known holidays.</summary>
    /// <param name="name">The name people use.</param>
    /// <param name="first">The first date that may be asked for.</param>
    /// <param name="last">The last, on or after the first.</param>
    /// <param name="holidays">The holidays, in any order; those at a weekend or outside the dates make no difference.</param>
    /// <param name="weekend">The days of the week on which it is always closed.</param>
    public HolidayCalendar(string name, LocalDate first, LocalDate last, IEnumerable<LocalDate> holidays, ImmutableArray<IsoDayOfWeek> weekend) : base(name)
    {
        (this.first, this.last) = (first, last);
        count = Day(last) + 1;
        this.holidays = [.. holidays.Where(date => date >= first && date <= last && !weekend.Contains(date.DayOfWeek)).Distinct().Order()];
        var bits = new ulong[(count + 63) / 64];
        for (int day = 0; day < count; day++)
            if (!weekend.Contains((IsoDayOfWeek)(((int)first.DayOfWeek - 1 + day) % 7 + 1))) bits[day / 64] |= 1UL << (day % 64);
        foreach (int day in this.holidays.Select(Day)) bits[day / 64] &= ~(1UL << (day % 64));
        open = [.. bits];
    }

    /// <summary>A calendar whose holidays follow a rule, closed on Saturdays and Sundays.</summary>
    /// <param name="name">The name people use.</param>
    /// <param name="firstYear">The first year the rule holds for.</param>
    /// <param name="lastYear">The last.</param>
    /// <param name="rule">The holidays of a year.</param>
    public static HolidayCalendar ByRule(string name, int firstYear, int lastYear, Func<int, IEnumerable<LocalDate>> rule) =>
        new(name, new(firstYear, 1, 1), new(lastYear, 12, 31), Enumerable.Range(firstYear, lastYear - firstYear + 1).SelectMany(rule), SaturdayAndSunday);

    public override bool IsBusinessDay(LocalDate date)
    {
        int day = Day(date);
        if ((uint)day >= (uint)count) throw Outside(date.Iso());
        return IsOpen(day);
    }

    public override IEnumerable<LocalDate> Holidays(int year) =>
        year >= first.Year && year <= last.Year ? [.. holidays.Where(date => date.Year == year)] : throw Outside($"year {year}");

    private protected override int CountBusinessDays(LocalDate start, LocalDate end)
    {
        int from = Day(start), to = Day(end) - 1;
        if (from < 0) throw Outside(start.Iso());
        if (to >= count) throw Outside(end.PlusDays(-1).Iso());
        int found = BitOperations.PopCount(open[to / 64] << (63 - to % 64)) - BitOperations.PopCount(open[from / 64] & ((1UL << (from % 64)) - 1));
        for (int word = from / 64; word < to / 64; word++) found += BitOperations.PopCount(open[word]);
        return found;
    }

    private protected override LocalDate Search(LocalDate date, int direction)
    {
        int from = Day(date), day = from;
        do
        {
            day += direction;
            if ((uint)day >= (uint)count) throw Outside(date.PlusDays(day - from).Iso());
        }
        while (!IsOpen(day));
        return date.PlusDays(day - from);
    }

    bool IsOpen(int day) => (open[day / 64] >> (day % 64) & 1) != 0;

    int Day(LocalDate date) => NodaTime.Period.DaysBetween(first, date);

    InvalidInputException Outside(string asked) =>
        InvalidInputException.Of($"Calendar '{Name}'", $"{asked} lies outside the years it knows", $"dates from {first.Iso()} to {last.Iso()} can be asked for");
}
