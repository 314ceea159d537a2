using System.Text.Json;
using NodaTime;
using ProjectFinance.Reporting;

namespace ProjectFinance.Calculations;

/// <summary>Writes the fields of answers: numbers in full precision, dates as ISO 8601.</summary>
static class Answers
{
    internal static void Value(this Utf8JsonWriter json, double value) => json.Number("value", value);

    internal static void Number(this Utf8JsonWriter json, string name, double value)
    {
        json.WritePropertyName(name);
        RunJson.Number(json, value);
    }

    internal static void Numbers(this Utf8JsonWriter json, string name, IEnumerable<double> values)
    {
        json.WriteStartArray(name);
        foreach (double value in values) RunJson.Number(json, value);
        json.WriteEndArray();
    }

    internal static void Date(this Utf8JsonWriter json, string name, LocalDate value) => json.WriteString(name, value.Iso());
}
