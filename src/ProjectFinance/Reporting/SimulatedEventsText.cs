using System.Globalization;
using ProjectFinance.Scenarios;

namespace ProjectFinance.Reporting;

/// <summary>Prints how likely breaches and events of default are, and when they first happen.</summary>
static class SimulatedEventsText
{
    internal static IEnumerable<TextLine> Lines(SimulationResult result) =>
    [
        .. Kind(result, "Breaches", SimulatedEvent.Breach),
        .. Kind(result, "Events of default", SimulatedEvent.Default),
        .. Kind(result, "Acceleration", SimulatedEvent.Acceleration),
    ];

    static IEnumerable<TextLine> Kind(SimulationResult result, string title, SimulatedEvent kind)
    {
        var all = result.Events.Where(happens => happens.Kind == kind).ToList();
        var happening = all.Where(happens => happens.Count > 0).ToList();
        // "Any" is one more than there are to be tested for.
        int tested = all.Count(happens => happens.Line.Length > 0);
        if (all.Count == 0) return [];
        if (happening.Count == 0) return [new(title, Emphasis.Heading), new(tested == 1 ? "  Never in any scenario." : string.Create(CultureInfo.InvariantCulture, $"  None of the {tested} tested for in any scenario.")), new("")];
        var lines = SimulatedTable.Lines(Rows(title, happening));
        int never = tested - happening.Count(happens => happens.Line.Length > 0);
        return never == 0 ? lines : lines.SkipLast(1).Concat([new(string.Create(CultureInfo.InvariantCulture, $"  The other {never} tested for: never in any scenario."), Emphasis.Note), new("")]);
    }

    /// <summary>How likely what ever happens is, and when it first does.</summary>
    internal static SimulatedRows Rows(string title, IEnumerable<EventStatistics> happening) => new(title, ["Probability", "Std error", "Earliest", "Half by", "Latest"], [.. happening.Select(happens => (happens.Name, (IReadOnlyList<string>)
        [Share(happens.Probability, "0.00"), Share(happens.StandardError, "0.000"), Day(happens.First[0].On), Day(happens.MedianFirst!.Value), Day(happens.First[^1].On)]))]);

    static string Share(double part, string format) => (part * 100).ToString(format, CultureInfo.InvariantCulture) + "%";

    static string Day(NodaTime.LocalDate day) => day.Iso() + " ";
}
