using NodaTime;

namespace ProjectFinance.Time;

/// <summary>The days on which banks in a place are open for business.</summary>
/// <remarks>The ones in use are in <see cref="BusinessCalendars"/>. A user may add another by deriving from this class; it must not change once made.</remarks>
public abstract class BusinessCalendar
{
    /// <summary>A calendar of this name.</summary>
    /// <param name="name">The name people use: "London".</param>
    protected BusinessCalendar(string name)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        Name = name;
    }

    /// <summary>The name people use: "London"; for several together "London+New York".</summary>
    public string Name { get; }

    /// <summary>The calendar on which a day is good if it is good in all the calendars given.</summary>
    /// <param name="calendars">At least one. Repeated ones count once.</param>
    /// <exception cref="InvalidInputException">No calendar is given.</exception>
    public static BusinessCalendar Union(params ReadOnlySpan<BusinessCalendar> calendars) => UnionCalendar.Of(calendars);

    /// <summary>Whether banks are open on the date.</summary>
    /// <exception cref="InvalidInputException">The date lies outside the years the calendar knows.</exception>
    public abstract bool IsBusinessDay(LocalDate date);

    /// <summary>The weekdays of a year on which banks are closed, in order: 8 in London in 1997.</summary>
    /// <exception cref="InvalidInputException">The year lies outside the years the calendar knows.</exception>
    public abstract IEnumerable<LocalDate> Holidays(int year);

    /// <summary>The date itself if it is a business day, otherwise the business day to which the convention moves it.</summary>
    /// <exception cref="InvalidInputException">The search leaves the years the calendar knows.</exception>
    public LocalDate Adjust(LocalDate date, BusinessDayConvention convention)
    {
        if (!Enum.IsDefined(convention)) throw new ArgumentOutOfRangeException(nameof(convention), convention, "A business day convention is expected.");
        if (convention == BusinessDayConvention.None || IsBusinessDay(date)) return date;
        return convention switch
        {
            BusinessDayConvention.Following => Search(date, 1),
            BusinessDayConvention.Preceding => Search(date, -1),
            BusinessDayConvention.ModifiedFollowing => InMonth(date, 1),
            BusinessDayConvention.ModifiedPreceding => InMonth(date, -1),
            _ => Search(date, date.DayOfWeek is IsoDayOfWeek.Sunday or IsoDayOfWeek.Monday ? 1 : -1),
        };
    }

    /// <summary>The business day a number of business days later, or earlier if the number is negative: two London business days before 1996-07-11 is 1996-07-09.</summary>
    /// <param name="date">The date counted from, business day or not; itself never counted.</param>
    /// <param name="days">Business days to go. With 0 the date is returned as it is.</param>
    /// <exception cref="InvalidInputException">The count leaves the years the calendar knows.</exception>
    public LocalDate AddBusinessDays(LocalDate date, int days)
    {
        int direction = Math.Sign(days);
        for (int left = days; left != 0; left -= direction) date = Search(date, direction);
        return date;
    }

    /// <summary>How many business days there are from one date, counted, to another, not counted: 5 in London from Monday 2024-07-01 to Monday 2024-07-08.</summary>
    /// <param name="start">The first day that counts, if it is a business day.</param>
    /// <param name="end">The day before which the count stops, on or after <paramref name="start"/>.</param>
    /// <exception cref="InvalidInputException">The end is before the start, or a day lies outside the years the calendar knows.</exception>
    public int BusinessDaysBetween(LocalDate start, LocalDate end)
    {
        if (end < start) throw InvalidInputException.Of($"Calendar '{Name}'", $"the end {end.Iso()} is before the start {start.Iso()}", "the end must fall on or after the start");
        return start == end ? 0 : CountBusinessDays(start, end);
    }

    /// <summary>The <see cref="Name"/>.</summary>
    public override string ToString() => Name;

    private protected virtual int CountBusinessDays(LocalDate start, LocalDate end)
    {
        int open = 0;
        for (var date = start; date < end; date = date.PlusDays(1))
            if (IsBusinessDay(date)) open++;
        return open;
    }

    LocalDate InMonth(LocalDate date, int direction)
    {
        var moved = Search(date, direction);
        return moved.Month == date.Month ? moved : Search(date, -direction);
    }

    /// <summary>The next business day after a date, or before it for a direction of -1.</summary>
    private protected virtual LocalDate Search(LocalDate date, int direction)
    {
        do
        {
            if (date == (direction > 0 ? LocalDate.MaxIsoValue : LocalDate.MinIsoValue))
                throw InvalidInputException.Of($"Calendar '{Name}'", $"the count leaves the years that dates have, after {date.Iso()}", "count fewer days, or from another date");
            date = date.PlusDays(direction);
        }
        while (!IsBusinessDay(date));
        return date;
    }
}
