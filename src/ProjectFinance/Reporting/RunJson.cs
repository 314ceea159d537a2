using System.Text.Json;
using ProjectFinance.Deals;
using ProjectFinance.Deals.Json;
using ProjectFinance.Results;

namespace ProjectFinance.Reporting;

/// <summary>
/// Writes a run as one JSON object for other tools: deal, engine, periods, lines, ratios, covenants, breaches, checks. Numbers in full precision, dates
/// as ISO 8601, rates as fractions; what does not apply is null.
/// </summary>
public static class RunJson
{
    /// <summary>The run as JSON on one line, which ends with a line feed.</summary>
    /// <param name="deal">The deal as laid out.</param>
    /// <param name="run">A run of its model.</param>
    /// <param name="lines">The lines to write under "lines". The default is every line.</param>
    /// <param name="variance">What happened against the plan, under "actuals". The default is nothing.</param>
    /// <param name="attribution">What the share of each line of it is in the change of one number. The default is none.</param>
    public static string Write(LaidOutDeal deal, Run run, IEnumerable<Line>? lines = null, Variance? variance = null, Attribution? attribution = null)
    {
        ArgumentNullException.ThrowIfNull(deal);
        ArgumentNullException.ThrowIfNull(run);
        return JsonText.Of(json =>
        {
            json.WriteStartObject();
            Fields(json, deal, run, lines ?? run.Model.Lines);
            if (variance is not null) VarianceJson.Fields(json, deal, variance, attribution);
            json.WriteEndObject();
        }, indented: false) + "\n";
    }

    /// <summary>Writes the fields of the object into one that is begun.</summary>
    internal static void Fields(Utf8JsonWriter json, LaidOutDeal deal, Run run, IEnumerable<Line> lines)
    {
        json.WriteStartObject("deal");
        json.WriteString("name", deal.Deal.Name);
        json.WriteString("closing", deal.Deal.Closing.Iso());
        json.WriteString("market", deal.Market.Name);
        Array(json, "amendments", deal.Amendments, Amended);
        json.WriteEndObject();
        Engine.Write(json);
        Array(json, "periods", run.Model.Periods, Period);
        Array(json, "lines", lines, (to, line) => Row(to, run, line));
        Array(json, "ratios", run.Model.Lines.Where(line => line.Section == "Ratios" && line.Unit.IsNone), (to, line) => Ratio(to, run, line));
        Array(json, "covenants", ComplianceCalendar.Of(deal, run), Duty);
        Array(json, "breaches", Breach.LinesOf(run.Model), (to, line) => Breached(to, run, line));
        Array(json, "checks", run.Checks, Check);
    }

    static void Amended(Utf8JsonWriter json, Amendment amendment)
    {
        json.WriteString("name", amendment.Name);
        json.WriteString("effective", amendment.Effective.Iso());
        json.WriteString("known", (amendment.Known ?? amendment.Effective).Iso());
        json.WriteString("source", amendment.Source);
    }

    static void Period(Utf8JsonWriter json, Period period)
    {
        json.WriteString("start", period.Start.Iso());
        json.WriteString("end", period.End.Iso());
        json.WriteNumber("days", period.Days);
    }

    static void Row(Utf8JsonWriter json, Run run, Line line)
    {
        json.WriteString("name", line.Name);
        json.WriteString("unit", line.Unit.ToString());
        json.WriteString("source", line.Source);
        Values(json, run, line);
    }

    static void Ratio(Utf8JsonWriter json, Run run, Line line)
    {
        var lowest = ValueOn.Lowest(run, line);
        json.WriteString("name", line.Name);
        json.WritePropertyName("minimum");
        Number(json, lowest?.Value);
        json.WriteString("on", lowest?.On.Iso());
        Values(json, run, line);
    }

    static void Duty(Utf8JsonWriter json, ComplianceEntry entry)
    {
        json.WriteString("name", entry.Name);
        json.WriteString("kind", Lower(entry.Kind));
        json.WriteString("date", entry.Date.Iso());
        json.WriteString("unit", entry.Unit.ToString());
        foreach (var (name, value) in (ReadOnlySpan<(string, double?)>)[("value", entry.Value), ("limit", entry.Limit), ("headroom", entry.Headroom)])
        {
            json.WritePropertyName(name);
            Number(json, value);
        }
        json.WriteString("state", Lower(entry.State));
        json.WriteString("note", entry.Note);
    }

    static string Lower<T>(T word) where T : struct, Enum => word.ToString().ToLowerInvariant();

    static void Breached(Utf8JsonWriter json, Run run, Line line)
    {
        var breach = Breach.Of(run, line);
        json.WriteString("name", line.Name);
        json.WriteBoolean("breached", breach is not null);
        json.WriteString("first", breach?.First.Iso());
        json.WriteStartArray("periods");
        foreach (var period in run.Model.Periods)
            if (run[line, period] != 0) json.WriteStringValue(period.End.Iso());
        json.WriteEndArray();
    }

    internal static void Check(Utf8JsonWriter json, CheckResult check)
    {
        json.WriteString("name", check.Name);
        json.WritePropertyName("largest");
        Number(json, check.Largest);
        json.WriteBoolean("passed", check.Passed);
    }

    static void Values(Utf8JsonWriter json, Run run, Line line)
    {
        json.WriteStartArray("values");
        foreach (double value in run.Values(line)) Number(json, value);
        json.WriteEndArray();
    }

    internal static void Array<T>(Utf8JsonWriter json, string name, IEnumerable<T> items, Action<Utf8JsonWriter, T> write)
    {
        json.WriteStartArray(name);
        foreach (var item in items)
        {
            json.WriteStartObject();
            write(json, item);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    internal static void Number(Utf8JsonWriter json, double? value)
    {
        if (value is { } number && double.IsFinite(number)) json.WriteRawValue(ExactNumber.Of(number));
        else json.WriteNullValue();
    }
}
