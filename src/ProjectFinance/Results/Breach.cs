using NodaTime;
using ProjectFinance.Deals;

namespace ProjectFinance.Results;

/// <summary>Something a lender would call a breach, or an event of default, and when it was one.</summary>
/// <param name="Line">The line that records it: "Breaches / Completion not reached by 1997-11-30", "Defaults / Completion not reached by 1997-11-30".</param>
/// <param name="First">The end of the first column in which it held.</param>
/// <param name="Last">The end of the last column in which it held; it may have been cured and come back in between.</param>
/// <param name="Columns">In how many columns it held.</param>
/// <param name="IsContinuing">Whether it held in the last column of the timeline.</param>
public sealed record Breach(string Line, LocalDate First, LocalDate Last, int Columns, bool IsContinuing)
{
    /// <summary>What it is: "Completion not reached by 1997-11-30".</summary>
    public string Title => Line[(Line.IndexOf(" / ", StringComparison.Ordinal) + 3)..];

    /// <summary>The lines in which a deal records breaches.</summary>
    internal static IEnumerable<Line> LinesOf(Model model) => model.Lines.Where(line => line.Section == BreachLines.Section && line.Name != BreachLines.Section);

    /// <summary>The lines in which a deal records events of default.</summary>
    internal static IEnumerable<Line> DefaultsOf(Model model) => LinesOf(model).Select(breach => model.TryFind($"{Modelling.Defaults.Section}{breach.Name[BreachLines.Section.Length..]}")).OfType<Line>();

    /// <summary>The events of default that continue at the end of a column, by title.</summary>
    internal static IEnumerable<string> Continuing(Run run, Period t) => DefaultsOf(run.Model).Where(line => run[line, t] != 0).Select(line => line.Name[(Modelling.Defaults.Section.Length + 3)..]);

    /// <summary>When a line recorded a breach; null for never.</summary>
    internal static Breach? Of(Run run, Line line)
    {
        var held = run.Model.Periods.Where(t => run[line, t] != 0).ToList();
        return held.Count == 0 ? null : new(line.Name, held[0].End, held[^1].End, held.Count, held[^1].Index == run.Model.Periods.Count - 1);
    }
}
