namespace ProjectFinance.Tests.Calculations;

/// <summary>The requests of docs/calculations.md, each with the answer that stands below it there.</summary>
static class CalculationPage
{
    internal static IEnumerable<(string Request, string Answer)> Examples()
    {
        bool isInside = false;
        var lines = new List<string>();
        foreach (var line in File.ReadLines(Repository.PathOf("docs", "calculations.md")))
        {
            if (line.StartsWith("```", StringComparison.Ordinal)) isInside = line == "```jsonl";
            else if (isInside) lines.Add(line);
        }
        return lines.Chunk(2).Select(pair => (pair[0], pair[1]));
    }
}
