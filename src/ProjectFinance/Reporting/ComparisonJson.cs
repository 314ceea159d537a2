using System.Collections.Immutable;
using System.Text.Json;
using NodaTime;
using ProjectFinance.Deals.Json;
using ProjectFinance.Results;

namespace ProjectFinance.Reporting;

/// <summary>
/// Writes a comparison as one JSON object for other tools: both deals, terms, figures, events, lines. Numbers in full precision, dates as ISO 8601, rates as
/// fractions; what does not apply is null.
/// </summary>
public static class ComparisonJson
{
    /// <summary>The comparison as JSON on one line, which ends with a line feed.</summary>
    /// <param name="comparison">The comparison.</param>
    /// <param name="attribution">What makes the difference in one number. The default is none.</param>
    public static string Write(DealComparison comparison, Attribution? attribution = null)
    {
        ArgumentNullException.ThrowIfNull(comparison);
        return JsonText.Of(json => Object(json, comparison, attribution), indented: false) + "\n";
    }

    static void Object(Utf8JsonWriter json, DealComparison comparison, Attribution? attribution)
    {
        json.WriteStartObject();
        Side(json, "first", comparison.First);
        Side(json, "second", comparison.Second);
        Engine.Write(json);
        json.WriteBoolean("differs", !comparison.IsNothing);
        RunJson.Array(json, "terms", comparison.Terms, Term);
        RunJson.Array(json, "figures", comparison.Figures, Figure);
        RunJson.Array(json, "events", comparison.Events, Event);
        json.WriteStartArray("ends");
        foreach (var end in comparison.CommonEnds) json.WriteStringValue(end.Iso());
        json.WriteEndArray();
        RunJson.Array(json, "lines", comparison.Lines, (to, line) => Row(to, line));
        Names(json, "onlyInFirst", comparison.OnlyInFirst);
        Names(json, "onlyInSecond", comparison.OnlyInSecond);
        if (attribution is not null) Attributed(json, attribution);
        json.WriteEndObject();
    }

    static void Texts(Utf8JsonWriter json, string name, ImmutableArray<string> texts)
    {
        json.WriteStartArray(name);
        foreach (var text in texts) json.WriteStringValue(text);
        json.WriteEndArray();
    }

    internal static void Attributed(Utf8JsonWriter json, Attribution attribution)
    {
        json.WriteStartObject("attribution");
        json.WriteString("of", attribution.Of.ToString());
        json.WriteString("unit", attribution.Unit.ToString());
        json.WriteNumber("first", attribution.First);
        json.WriteNumber("second", attribution.Second);
        json.WriteNumber("difference", attribution.Difference);
        json.WriteString("method", "Shapley values");
        RunJson.Array(json, "shares", attribution.Shares, (to, change) =>
        {
            to.WriteString("title", change.Title);
            to.WriteNumber("share", change.Share);
            to.WriteNumber("alone", change.Alone);
            to.WriteNumber("last", change.Last);
            Texts(to, "titles", change.Titles);
            RunJson.Array(to, "terms", change.Terms, Term);
            Texts(to, "amendments", change.Amendments);
            Texts(to, "series", change.Series);
            Texts(to, "actuals", change.Actuals);
        });
        json.WriteEndObject();
    }

    static void Side(Utf8JsonWriter json, string name, ComparedRun side)
    {
        json.WriteStartObject(name);
        json.WriteString("name", side.Deal.Deal.Name);
        json.WriteString("closing", side.Deal.Deal.Closing.Iso());
        json.WriteString("end", side.Deal.Deal.End.Iso());
        json.WriteString("market", side.Deal.Market.Name);
        json.WriteString("asOf", side.Deal.AsOf?.Iso());
        RunJson.Array(json, "checks", side.Run.Checks, RunJson.Check);
        json.WriteEndObject();
    }

    static void Term(Utf8JsonWriter json, TermChange term)
    {
        json.WriteString("kind", term.Kind.ToString().ToLowerInvariant());
        json.WriteString("subject", term.Subject);
        json.WriteString("term", term.Term);
        json.WriteString("path", term.Path);
        Raw(json, "before", term.Before);
        Raw(json, "after", term.After);
        json.WriteBoolean("isDescription", term.IsDescription);
    }

    static void Figure(Utf8JsonWriter json, ComparedFigure figure)
    {
        json.WriteString("name", figure.Name);
        if (figure is ComparedNumber number)
        {
            json.WriteString("measure", number.Measure.ToString().ToLowerInvariant());
            json.WriteString("unit", number.Unit.ToString());
            Values(json, number.First, number.Second, number.Difference);
        }
        else if (figure is ComparedDate date)
        {
            json.WriteString("measure", "date");
            json.WriteString("unit", Units.Day.ToString());
            Days(json, date.First, date.Second);
        }
        json.WriteBoolean("differs", figure.Differs);
    }

    static void Event(Utf8JsonWriter json, ComparedEvent happens)
    {
        json.WriteString("what", happens.What);
        Days(json, happens.First, happens.Second);
        json.WriteBoolean("differs", happens.Differs);
    }

    static void Row(Utf8JsonWriter json, ComparedLine line)
    {
        json.WriteString("name", line.Name);
        json.WriteString("unit", line.Unit.ToString());
        json.WriteString("kind", line.Kind.ToString().ToLowerInvariant());
        json.WriteBoolean("differs", line.Differs);
        json.WriteString("from", line.From?.Iso());
        if (line.Largest is { } largest)
        {
            json.WriteStartObject("largest");
            json.WriteString("on", largest.On.Iso());
            Values(json, largest.First, largest.Second, largest.Difference);
            json.WriteEndObject();
        }
        else json.WriteNull("largest");
        if (line.Total is { } total)
        {
            json.WriteStartObject("total");
            Values(json, total.First, total.Second, total.Difference);
            json.WriteEndObject();
        }
        else json.WriteNull("total");
        Each(json, "first", line.First);
        Each(json, "second", line.Second);
    }

    static void Values(Utf8JsonWriter json, double? first, double? second, double? difference)
    {
        foreach (var (name, value) in (ReadOnlySpan<(string, double?)>)[("first", first), ("second", second), ("difference", difference)])
        {
            json.WritePropertyName(name);
            RunJson.Number(json, value);
        }
    }

    static void Days(Utf8JsonWriter json, LocalDate? first, LocalDate? second)
    {
        json.WriteString("first", first?.Iso());
        json.WriteString("second", second?.Iso());
        if (first is { } one && second is { } other) json.WriteNumber("difference", NodaTime.Period.DaysBetween(one, other));
        else json.WriteNull("difference");
    }

    static void Each(Utf8JsonWriter json, string name, ImmutableArray<double> values)
    {
        json.WriteStartArray(name);
        foreach (double value in values) RunJson.Number(json, value);
        json.WriteEndArray();
    }

    static void Raw(Utf8JsonWriter json, string name, string? value)
    {
        json.WritePropertyName(name);
        json.WriteRawValue(value ?? "null");
    }

    static void Names(Utf8JsonWriter json, string name, ImmutableArray<Line> lines)
    {
        json.WriteStartArray(name);
        foreach (var line in lines) json.WriteStringValue(line.Name);
        json.WriteEndArray();
    }
}
