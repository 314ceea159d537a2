using System.Text.Json;
using ProjectFinance.Deals;
using ProjectFinance.Monitoring;
using ProjectFinance.Results;
using ProjectFinance.Time;

namespace ProjectFinance.Reporting;

/// <summary>Tells how far a deal's history goes, and what was taken from silence.</summary>
static class HistoryText
{
    const int Named = 3;

    /// <summary>A line or more; none for a deal to which nothing has happened yet.</summary>
    internal static IEnumerable<TextLine> Lines(LaidOutDeal deal) => Sentences(deal).SelectMany(told => Prose.Wrap(told)).Select(line => new TextLine(line));

    /// <summary>The end of history as a field of a JSON object; nothing where there is none.</summary>
    internal static void Field(Utf8JsonWriter json, LaidOutDeal deal)
    {
        if (deal.History is { } history) json.WriteString("actualTo", history.To.Iso());
    }

    /// <summary>What is said, a sentence or two at a time; nothing for a deal to which nothing has happened yet.</summary>
    internal static IEnumerable<string> Sentences(LaidOutDeal deal) => deal.History is not { } history ? [] :
    [
        Locked(history),
        .. history.Postponed.Select(one => $"{one.Milestone} was expected on {one.Expected.Iso()}, and nothing says that it was reached by {one.Earliest.PlusDays(-1).Iso()}: it is taken as reached on {one.Earliest.Iso()}, at the earliest."),
        .. history.Unobserved.IsEmpty ? Array.Empty<string>() : [Unobserved(history)],
    ];

    static string Locked(LockedHistory history)
    {
        int figures = history.Cells.Length + history.Dates.Length, lines = history.Cells.Select(cell => cell.Line).Distinct().Count() + history.Dates.Length;
        var later = history.LeftOut == 0 ? "" : $" {history.LeftOut} dated later {(history.LeftOut == 1 ? "is" : "are")} left out.";
        return $"Actual to {history.To.Iso()}: {figures} {(figures == 1 ? "figure" : "figures")} of {lines} {(lines == 1 ? "line" : "lines")} {(figures == 1 ? "is" : "are")} locked; everything else is computed.{later}";
    }

    static string Unobserved(LockedHistory history) =>
        $"Fixings that nothing observes on their day: {string.Join("; ", history.Unobserved.Take(Named).Select(fact => $"{fact.Line} of {fact.Date.Iso()}"))}{(history.Unobserved.Length > Named ? $" and {history.Unobserved.Length - Named} more" : "")}.";
}
