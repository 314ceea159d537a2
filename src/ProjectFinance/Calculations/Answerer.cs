using System.Buffers;
using System.Text.Json;
using System.Text.Unicode;
using ProjectFinance.Deals.Json;

namespace ProjectFinance.Calculations;

/// <summary>Answers requests, one after another.</summary>
sealed class Answerer : IDisposable
{
    const string Id = "id", Fn = "fn";

    readonly ArrayBufferWriter<byte> answer = new();
    readonly Utf8JsonWriter json;

    internal Answerer() => json = new(answer, CalculationJson.Writing);

    /// <summary>Answers one request.</summary>
    /// <returns>The answer, until the next one is asked for.</returns>
    internal ReadOnlySpan<byte> Answer(ReadOnlyMemory<byte> request)
    {
        JsonElement? id = null;
        try
        {
            if (!Utf8.IsValid(request.Span)) throw new JsonException("it is not UTF-8 text");
            JsonStrings.Check(request.Span);
            using var document = JsonDocument.Parse(request);
            id = IdIn(document.RootElement);
            Begin(id);
            Find(document.RootElement).Answer(document.RootElement, json);
            return End();
        }
        catch (JsonException broken) { return Refuse(null, $"Request: it is not valid JSON: {JsonStrings.Reason(IsBlank(request.Span), broken)}; write one JSON object on a line"); }
        catch (InvalidInputException found) { return Refuse(id, string.Join(" | ", found.Problems)); }
        catch (Exception unexpected) when (unexpected is not OutOfMemoryException)
        {
            return Refuse(id, $"Sorry, this is a mistake in projectfinance and not in the request: {unexpected.GetType().Name}: {unexpected.Message.ReplaceLineEndings(" ")}");
        }
    }

    /// <summary>Answers a line that is too long to be looked at.</summary>
    internal ReadOnlySpan<byte> RefuseLongLine() => Refuse(null, FormattableString.Invariant($"Request: the line is longer than {CalculationJson.LongestLine} bytes; send shorter requests"));

    /// <inheritdoc/>
    public void Dispose() => json.Dispose();

    static Function Find(JsonElement request)
    {
        if (request.ValueKind != JsonValueKind.Object) throw InvalidInputException.Of("Request", $"it is {JsonKinds.Describe(request)}", "write one JSON object");
        if (!request.TryGetProperty(Fn, out var fn)) throw InvalidInputException.Of("Request", $"the field '{Fn}' is missing", $"name one of {string.Join(", ", Function.Names)}");
        if (fn.ValueKind != JsonValueKind.String) throw InvalidInputException.Of("Request", $"'{Fn}' is {JsonKinds.Describe(fn)}", "it must be the name of a function", Fn);
        return Function.Find(fn.GetString()!);
    }

    // The document is disposed of before an error is written.
    static JsonElement? IdIn(JsonElement request) => request.ValueKind == JsonValueKind.Object && request.TryGetProperty(Id, out var id) ? id.Clone() : null;

    static bool IsBlank(ReadOnlySpan<byte> text) => text.IndexOfAnyExcept(" \t\r"u8) < 0;

    void Begin(JsonElement? id)
    {
        // What was written of an answer before it failed is taken back.
        answer.ResetWrittenCount();
        json.Reset();
        json.WriteStartObject();
        json.WritePropertyName(Id);
        if (id is { } given) json.WriteRawValue(given.GetRawText(), skipInputValidation: true);
        else json.WriteNullValue();
    }

    ReadOnlySpan<byte> End()
    {
        json.WriteEndObject();
        json.Flush();
        return answer.WrittenSpan;
    }

    ReadOnlySpan<byte> Refuse(JsonElement? id, string error)
    {
        Begin(id);
        json.WriteString("error", error);
        return End();
    }
}
