using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.Json.Nodes;
using NodaTime;
using ProjectFinance.Time;

namespace ProjectFinance.Deals.Json;

/// <summary>A user's own holidays: an array of dates, or an object with the dates or the CSV file that has them, and the dates for which they hold. Always written by date.</summary>
sealed class HolidayListShape : Shape<HolidayList>
{
    static readonly ObjectShape<Written> Full = new ObjectShape<Written>("holidayList", "A user's own holidays, besides Saturdays and Sundays.", new())
        .Maybe("holidays", Leaf.Array(Leaf.Date), x => x.Holidays, (x, v) => x with { Holidays = v }, "The holidays, in any order.")
        .Maybe("csv", Leaf.Text, x => x.Csv, (x, v) => x with { Csv = v }, "Instead, the path of a CSV file with the header date, from the folder of this one.")
        .Maybe("from", Leaf.Date, x => x.From, (x, v) => x with { From = v }, "The first date the list holds for; left out for the first day of the year of the first holiday.")
        .Maybe("to", Leaf.Date, x => x.To, (x, v) => x with { To = v }, "The last date; left out for the last day of the year of the last holiday.");

    /// <summary>The only one there is.</summary>
    public static HolidayListShape Shape { get; } = new();

    public override string Expected => "an array of dates, or an object with 'holidays' or 'csv'";

    public override bool TryRead(JsonElement json, JsonPlace at, [MaybeNullWhen(false)] out HolidayList value)
    {
        value = null;
        if (json.ValueKind == JsonValueKind.Array)
        {
            bool read = Leaf.Array(Leaf.Date).TryRead(json, at, out var dates);
            value = new(dates);
            return read;
        }
        if (json.ValueKind != JsonValueKind.Object) return Refuse(json, at, out value);
        if (!Full.TryRead(json, at, out var written)) return false;
        ImmutableArray<LocalDate> holidays = written.Holidays ?? [];
        if (written.Holidays is null == written.Csv is null)
        {
            at.Report(written.Csv is null ? "it has neither holidays nor a file" : "it has both holidays and a file", "give one of 'holidays' and 'csv'");
            return false;
        }
        if (written.Csv is { } path && !new CsvFile(path).TryRead("Holidays", at.Field("csv"), HolidaysCsv.Parse, out holidays)) return false;
        value = new(holidays) { From = written.From, To = written.To };
        return true;
    }

    public override void Write(HolidayList value, Utf8JsonWriter json)
    {
        if (value is { From: null, To: null }) Leaf.Array(Leaf.Date).Write(value.Holidays, json);
        else Full.Write(new() { Holidays = value.Holidays, From = value.From, To = value.To }, json);
    }

    public override JsonObject Schema(Definitions definitions) => new() { ["anyOf"] = new JsonArray(Leaf.Array(Leaf.Date).Schema(definitions), Full.Schema(definitions)) };

    sealed record Written
    {
        internal ImmutableArray<LocalDate>? Holidays { get; init; }

        internal string? Csv { get; init; }

        internal LocalDate? From { get; init; }

        internal LocalDate? To { get; init; }
    }
}
