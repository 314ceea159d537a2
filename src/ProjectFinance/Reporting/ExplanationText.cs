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

    static void Append(StringBuilder text, Explanation explanation, int depth, HashSet<(string, Period?)> shown)
    {
        var indent = new string(' ', 2 * depth);
        var when = explanation.Period is { } period ? $", {period.End.Iso()}" : "";
        var source = explanation.Source.Length > 0 ? $"   [{explanation.Source}]" : "";
        text.Append(indent).Append(explanation.Name).Append(when).Append(" = ").Append(explanation.Shown).Append(source).Append('\n');
        if (explanation.IsInput) return;
        // A cell that several formulas refer to is taken apart once.
        if (!shown.Add((explanation.Name, explanation.Period)))
        {
            if (explanation.Parts.Length > 0) text.Append(indent).Append("  (explained above)\n");
            return;
        }
        text.Append(indent).Append("  = ").Append(explanation.Text).Append('\n');
        foreach (var part in explanation.Parts) Append(text, part, depth + 1, shown);
    }
}
