using NodaTime;
using NodaTime.Text;

namespace ProjectFinance.Tests.Time;

/// <summary>Writes dates short in test tables.</summary>
static class Dates
{
    public static LocalDate Of(string iso) => LocalDatePattern.Iso.Parse(iso).Value;
}
