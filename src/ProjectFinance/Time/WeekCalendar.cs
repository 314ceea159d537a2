using NodaTime;

namespace ProjectFinance.Time;

/// <summary>A calendar without holidays, in any year: closed at weekends, or never.</summary>
sealed class WeekCalendar(string name, bool closedAtWeekends) : BusinessCalendar(name)
{
    public override bool IsBusinessDay(LocalDate date) => !closedAtWeekends || date.DayOfWeek is not (IsoDayOfWeek.Saturday or IsoDayOfWeek.Sunday);

    public override IEnumerable<LocalDate> Holidays(int year) => [];
}
