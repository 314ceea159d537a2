using System.Text;
using ProjectFinance.Results;
using ProjectFinance.Time;

namespace ProjectFinance.Reporting;

/// <summary>Writes explanations as an indented tree.</summary>
public static class ExplanationText
{
    /// <summary>The explanation: one line for the value and its source, one for its formula, then its parts indented.</summary>
    public static string Write(Explanation explanation)
    {
        ArgumentNullException.ThrowIfNull(explanation);
        var text = new StringBuilder();
        var shown = new HashSet<(string, Period?)>();
        Append(text, explanation, 0, shown);
        return text.ToString();
    }

    /// <summary>Where a value comes from; for the market also what of it, and its row: "gold, average from 1997-01-01 to 1997-03-31 (average of 1997-Q1: market.json, prices.gold.values['1997-Q1'])".</summary>
    static string Source(Explanation explanation)
    {
        if (explanation.Observed is not { } observed) return explanation.Source;
        return $"{Row(observed)}{(explanation.Source.Length > 0 ? ": " : "")}{explanation.Source}";
    }

    /// <summary>What of the market a value stands for, and where it was read.</summary>
    internal static string Row(Observation observed)
    {
        var what = observed.IsAverage ? $"{observed.Series}, average from {observed.Over.Start.PlusDays(1).Iso()} to {observed.Over.End.Iso()}" : $"{observed.Series} of {observed.Over.End.Iso()}";
        var read = observed.Readings.Select(one => one.Series == observed.Series ? one.ToString() : $"{one.Series}, {one}").ToList();
        return read.Count == 0 ? what : $"{what} ({string.Join("; ", read)})";
    }

    static void Append(StringBuilder text, Explanation explanation, int depth, HashSet<(string, Period?)> shown)
    {
        var indent = new string(' ', 2 * depth);
        var when = explanation.Period is { } period ? $", {period.End.Iso()}" : "";
        var source = Source(explanation) is { Length: > 0 } written ? $"   [{written}]" : "";
        text.Append(indent).Append(explanation.Name).Append(when).Append(" = ").Append(explanation.Shown).Append(source).Append('\n');
        if (explanation.IsInput) return;
        // A cell that several formulas refer to is taken apart once.
        if (!shown.Add((explanation.Name, explanation.Period)))
        {
            if (explanation.Parts.Length > 0) text.Append(indent).Append("  (explained above)\n");
            return;
        }
        text.Append(indent).Append("  = ").Append(explanation.Text).Append('\n');
        foreach (var reason in explanation.Reasons) text.Append(indent).Append("  because ").Append(reason.Summary).Append('\n');
        foreach (var part in explanation.Parts) Append(text, part, depth + 1, shown);
    }
}
