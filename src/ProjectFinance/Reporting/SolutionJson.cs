using System.Collections.Immutable;
using System.Text.Json;
using ProjectFinance.Deals;
using ProjectFinance.Deals.Json;
using ProjectFinance.Results;
using ProjectFinance.Scenarios;

namespace ProjectFinance.Reporting;

/// <summary>Writes break-evens, sizes and reverse stresses as JSON for other tools. Numbers in full precision; what does not apply is null; days count from the deal's closing.</summary>
public static class SolutionJson
{
    /// <summary>A break-even as JSON on one line, which ends with a line feed.</summary>
    /// <param name="deal">The deal as laid out.</param>
    /// <param name="solution">The break-even.</param>
    public static string Write(LaidOutDeal deal, Solution solution)
    {
        ArgumentNullException.ThrowIfNull(solution);
        return Object(deal, json => Body(json, solution));
    }

    /// <summary>Break-evens scenario by scenario as JSON on one line, which ends with a line feed.</summary>
    /// <param name="deal">The deal as laid out.</param>
    /// <param name="targets">The conditions.</param>
    /// <param name="solutions">The break-evens.</param>
    public static string Write(LaidOutDeal deal, ImmutableArray<Target> targets, ScenarioSolutions solutions)
    {
        ArgumentNullException.ThrowIfNull(solutions);
        return Object(deal, json =>
        {
            Varied(json, solutions.Varied);
            json.WriteStartArray("until");
            foreach (var target in targets) json.WriteStringValue(target.ToString());
            json.WriteEndArray();
            json.WriteNumber("first", solutions.First);
            json.WriteNumber("scenarios", solutions.Values.Length);
            json.WriteStartObject("shares");
            foreach (var outcome in Enum.GetValues<SolveOutcome>()) Number(json, Word(outcome), solutions.Share(outcome));
            json.WriteEndObject();
            json.WriteNumber("several", solutions.Several);
            RunJson.Array(json, "quantiles", ScenarioSolutionsText.Shares, (writer, share) =>
            {
                Number(writer, "share", share);
                Number(writer, "value", solutions.Quantile(share));
            });
            json.WriteNumber("evaluations", solutions.Evaluations);
            json.WriteStartArray("values");
            foreach (double value in solutions.Values) RunJson.Number(json, value);
            json.WriteEndArray();
        });
    }

    /// <summary>A size as JSON on one line, which ends with a line feed.</summary>
    /// <param name="deal">The deal as laid out.</param>
    /// <param name="sized">The size.</param>
    public static string Write(LaidOutDeal deal, SizedDebt sized)
    {
        ArgumentNullException.ThrowIfNull(sized);
        return Object(deal, json =>
        {
            Number(json, "commitment", sized.Commitment?.Value);
            json.WriteBoolean("limited", sized.IsLimited);
            json.WriteBoolean("holdsBelow", sized.HoldsBelow);
            json.WriteStartArray("binding");
            foreach (var value in sized.Binding) json.WriteStringValue(value.Target.ToString());
            json.WriteEndArray();
            Body(json, sized.Solution);
        });
    }

    /// <summary>A reverse stress as JSON on one line, which ends with a line feed.</summary>
    /// <param name="deal">The deal as laid out.</param>
    /// <param name="stress">The reverse stress.</param>
    public static string Write(LaidOutDeal deal, StressResult stress)
    {
        ArgumentNullException.ThrowIfNull(stress);
        return Object(deal, json =>
        {
            json.WriteString("until", stress.Terms.Until.ToString());
            json.WriteString("outcome", Word(stress.Outcome));
            Number(json, "distance", stress.Distance);
            Number(json, "probability", stress.Probability);
            RunJson.Array(json, "moves", stress.Moves, Move);
            Value(json, "usually", stress.Usually);
            Value(json, "outside", stress.Outside);
            Value(json, "inside", stress.Inside);
            Number(json, "insideShare", stress.InsideShare);
            Number(json, "within", stress.Terms.Within);
            json.WriteNumber("directions", stress.Directions);
            json.WriteNumber("starts", stress.Starts);
            json.WriteNumber("agreeing", stress.Agreeing);
            json.WriteNumber("evaluations", stress.Evaluations);
            json.WriteBoolean("checksPassed", stress.ChecksPassed);
        });
    }

    static string Object(LaidOutDeal deal, Action<Utf8JsonWriter> body)
    {
        ArgumentNullException.ThrowIfNull(deal);
        return JsonText.Of(json =>
        {
            json.WriteStartObject();
            json.WriteString("deal", deal.Deal.Name);
            HistoryText.Field(json, deal);
            Engine.Write(json);
            body(json);
            json.WriteEndObject();
        }, indented: false) + "\n";
    }

    static void Varied(Utf8JsonWriter json, Variation varied)
    {
        json.WriteStartObject("vary");
        json.WriteString("name", varied.Name);
        json.WriteString("by", Word(varied.By));
        json.WriteString("unit", varied.Unit.ToString());
        Number(json, "usual", varied.Usual);
        Number(json, "from", varied.From);
        Number(json, "to", varied.To);
        Number(json, "step", varied.Step);
        json.WriteNumber("inputs", varied.Inputs.Length);
        json.WriteNumber("unmoved", varied.Unmoved);
        json.WriteEndObject();
    }

    static void Body(Utf8JsonWriter json, Solution solution)
    {
        Varied(json, solution.Varied);
        json.WriteString("outcome", Word(solution.Outcome));
        json.WritePropertyName("answer");
        if (solution.Answer is { } answer) Whole(json, answer);
        else json.WriteNullValue();
        RunJson.Array(json, "crossings", solution.Crossings, Crossing);
        RunJson.Array(json, "conditions", Enumerable.Range(0, solution.Targets.Length), (writer, i) => Condition(writer, solution, i));
        Number(json, "closest", solution.Closest);
        json.WriteBoolean("holdsAtFrom", solution.HoldsAtFrom);
        json.WriteBoolean("holdsAtTo", solution.HoldsAtTo);
        json.WriteString("method", solution.Method);
        json.WriteNumber("scanned", solution.Scanned);
        json.WriteNumber("evaluations", solution.Evaluations);
        json.WriteBoolean("checksPassed", solution.ChecksPassed);
    }

    static void Condition(Utf8JsonWriter json, Solution solution, int i)
    {
        TargetValue? At(ImmutableArray<TargetValue> values) => values.IsEmpty ? null : values[i];
        json.WriteString("condition", solution.Targets[i].ToString());
        Value(json, "usually", solution.Usually[i]);
        Value(json, "atAnswer", At(solution.AtAnswer));
        Value(json, "atNeighbour", At(solution.AtNeighbour));
        Value(json, "atClosest", At(solution.AtClosest));
    }

    static void Whole(Utf8JsonWriter json, Crossing crossing)
    {
        json.WriteStartObject();
        Crossing(json, crossing);
        json.WriteEndObject();
    }

    static void Crossing(Utf8JsonWriter json, Crossing crossing)
    {
        Number(json, "value", crossing.Value);
        Number(json, "neighbour", crossing.Neighbour);
        json.WriteBoolean("holdsAbove", crossing.HoldsAbove);
        json.WriteBoolean("jump", crossing.IsJump);
        Number(json, "residual", crossing.Residual);
    }

    static void Move(Utf8JsonWriter json, StressMove move)
    {
        json.WriteString("input", move.Factor.Input);
        json.WriteString("unit", move.Unit.ToString());
        json.WriteString("by", Word(move.Factor.By));
        Number(json, "standardDeviation", move.Factor.StandardDeviation);
        Number(json, "deviations", move.Deviations);
        Number(json, "number", move.Number);
        Number(json, "usual", move.Usual);
        Number(json, "moved", move.Moved);
    }

    static void Value(Utf8JsonWriter json, string name, TargetValue? value)
    {
        if (value is null)
        {
            json.WriteNull(name);
            return;
        }
        json.WriteStartObject(name);
        Number(json, "value", value.At?.Value);
        json.WriteString("on", value.At is { } at ? ProjectFinance.DateText.Iso(at.On) : null);
        json.WriteBoolean("holds", value.Holds);
        json.WriteEndObject();
    }

    static void Number(Utf8JsonWriter json, string name, double? value)
    {
        json.WritePropertyName(name);
        RunJson.Number(json, value);
    }

    static string Word<T>(T value) where T : struct, Enum => value.ToString() is var word ? char.ToLowerInvariant(word[0]) + word[1..] : "";
}
