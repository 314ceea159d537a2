using System.Globalization;
using System.Text.Json;
using NodaTime;
using NodaTime.Text;

namespace ProjectFinance.Tests.Actus;

/// <summary>One test of the ACTUS suite: the terms of a contract, what was observed, and the events expected.</summary>
sealed record ActusCase(string Id, IReadOnlyDictionary<string, string> Terms, LocalDateTime? To, IReadOnlyDictionary<string, SortedList<LocalDateTime, double>> Observed, IReadOnlyList<ActusObservedEvent> Events, IReadOnlyList<ActusRow> Expected)
{
    static readonly LocalDateTimePattern[] Stamps =
        [LocalDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd'T'HH:mm:ss"), LocalDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd'T'HH:mm"), LocalDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd")];

    /// <summary>Every case of the *.json files of a folder, by id.</summary>
    public static SortedDictionary<string, ActusCase> All(string folder)
    {
        var cases = new SortedDictionary<string, ActusCase>(StringComparer.Ordinal);
        foreach (var path in Directory.EnumerateFiles(folder, "*.json").Order(StringComparer.Ordinal))
        {
            using var file = JsonDocument.Parse(File.ReadAllText(path));
            foreach (var written in file.RootElement.EnumerateObject()) cases[written.Name] = Read(written.Name, written.Value);
        }
        return cases;
    }

    public bool Has(string term) => Terms.ContainsKey(term);

    public string Word(string term, string otherwise = "") => Terms.GetValueOrDefault(term, otherwise);

    public double Number(string term, double otherwise = 0) => Terms.TryGetValue(term, out var written) ? Parsed(written) : otherwise;

    public double? NumberOrNone(string term) => Terms.TryGetValue(term, out var written) ? Parsed(written) : null;

    public LocalDateTime? Time(string term) => Terms.TryGetValue(term, out var written) ? Stamp(written) : null;

    /// <summary>The terms of an array, which is written with commas: "[a, b]".</summary>
    public IReadOnlyList<string> Array(string term) => [.. Word(term).Trim('[', ']').Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(word => word.Trim('"'))];

    public static LocalDateTime Stamp(string written) =>
        Stamps.Select(pattern => pattern.Parse(written.Trim())).FirstOrDefault(parsed => parsed.Success)?.Value ?? throw new FormatException($"'{written}' is not a time of the ACTUS tests");

    public static double Parsed(string written) => double.Parse(written.Trim(), CultureInfo.InvariantCulture);

    public static ActusCase Read(string id, JsonElement written)
    {
        var terms = written.GetProperty("terms").EnumerateObject().Where(term => Text(term.Value).Length > 0).ToDictionary(term => term.Name, term => Text(term.Value), StringComparer.Ordinal);
        var to = written.TryGetProperty("to", out var last) && Text(last) is { Length: > 0 } stamp ? Stamp(stamp) : (LocalDateTime?)null;
        var observed = new Dictionary<string, SortedList<LocalDateTime, double>>(StringComparer.Ordinal);
        if (written.TryGetProperty("dataObserved", out var data) && data.ValueKind == JsonValueKind.Object)
            foreach (var series in data.EnumerateObject())
            {
                var values = observed[series.Name] = [];
                foreach (var point in series.Value.GetProperty("data").EnumerateArray()) values[Stamp(Text(point.GetProperty("timestamp")))] = Parsed(Text(point.GetProperty("value")));
            }
        var events = written.TryGetProperty("eventsObserved", out var seen) && seen.ValueKind == JsonValueKind.Array ? seen.EnumerateArray().Select(ActusObservedEvent.Read).ToList() : [];
        return new(id, terms, to, observed, events, [.. written.GetProperty("results").EnumerateArray().Select(ActusRow.Read)]);
    }

    public static string Text(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => value.GetString()!.Trim(),
        JsonValueKind.Null => "",
        JsonValueKind.Array => string.Join(",", value.EnumerateArray().Select(Text)),
        _ => value.GetRawText(),
    };
}

/// <summary>An event that happened, which the terms do not foretell: principal repaid, a call.</summary>
sealed record ActusObservedEvent(LocalDateTime Time, string Type, double Value)
{
    public static ActusObservedEvent Read(JsonElement written)
    {
        string Of(params string[] names) => names.Select(name => written.TryGetProperty(name, out var value) ? ActusCase.Text(value) : "").FirstOrDefault(text => text.Length > 0) ?? "";
        return new(ActusCase.Stamp(Of("time", "eventDate", "timestamp")), Of("type", "eventType"), Of("value", "payoff") is { Length: > 0 } value ? ActusCase.Parsed(value) : 0);
    }
}

/// <summary>One event: what is paid, and the state after it, with the sign of the contract's holder.</summary>
sealed record ActusRow(LocalDateTime Time, string Type, double Payoff, double Notional, double Rate, double Accrued)
{
    public static ActusRow Read(JsonElement written)
    {
        double Number(string name) => ActusCase.Parsed(ActusCase.Text(written.GetProperty(name)));
        return new(ActusCase.Stamp(ActusCase.Text(written.GetProperty("eventDate"))), ActusCase.Text(written.GetProperty("eventType")), Number("payoff"), Number("notionalPrincipal"), Number("nominalInterestRate"), Number("accruedInterest"));
    }

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Time:uuuu-MM-dd'T'HH:mm:ss} {Type} pays {Payoff}, notional {Notional}, rate {Rate}, accrued {Accrued}");
}
