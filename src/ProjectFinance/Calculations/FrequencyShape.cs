using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.Json.Nodes;
using ProjectFinance.Deals.Json;
using ProjectFinance.Time;

namespace ProjectFinance.Calculations;

/// <summary>How often interest is paid: a period as text, or how many times a year as a number.</summary>
sealed class FrequencyShape : Shape<NodaTime.Period>
{
    static readonly TextShape<NodaTime.Period> Step = new("a period, such as 'P3M' for three months", CouponFrequency.Parse, step => step.ToString());

    public override string Expected => $"{Step.Expected}, or how many times a year";

    public override bool TryRead(JsonElement json, JsonPlace at, [MaybeNullWhen(false)] out NodaTime.Period value)
    {
        if (json.ValueKind != JsonValueKind.Number) return Step.TryRead(json, at, out value);
        return Step.TryParse(json.GetRawText(), at, out value);
    }

    public override void Write(NodaTime.Period value, Utf8JsonWriter json) => Step.Write(value, json);

    public override JsonObject Schema(Definitions definitions) => new() { ["anyOf"] = new JsonArray(Step.Schema(definitions), new JsonObject { ["type"] = "integer" }) };
}
