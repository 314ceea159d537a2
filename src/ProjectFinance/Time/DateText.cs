using NodaTime;
using NodaTime.Text;

namespace ProjectFinance;

/// <summary>Writes dates for messages and labels, always as ISO 8601, in no culture.</summary>
static class DateText
{
    /// <summary>The date as year, month and day: "1996-09-30".</summary>
    public static string Iso(this LocalDate date) => LocalDatePattern.Iso.Format(date);
}
