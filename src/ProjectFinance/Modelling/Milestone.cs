using NodaTime;
using static ProjectFinance.Formula;

namespace ProjectFinance;

/// <summary>
/// An event the contract turns on: Mechanical Completion, Completion. Its date is a parameter, so scenarios may move it;
/// margins and fees change on the day itself, inside a period if need be.
/// </summary>
public sealed class Milestone
{
    readonly Model model;
    readonly Flag reached;

    internal Milestone(Model model, string name, LocalDate? expected, string source)
    {
        (this.model, Name) = (model, name);
        Date = model.Parameter($"Milestones / {name} date", DayNumber(expected) * Units.Day, source);
        reached = model.Flag($"Milestones / {name}", t => Date.Formula <= Day(t.End), source);
    }

    /// <summary>The event's name.</summary>
    public string Name { get; }

    /// <summary>When the event is reached, in days from the start of the timeline; positive infinity for never.</summary>
    public Parameter Date { get; }

    /// <summary>Whether the event is reached by the end of a period, that day included.</summary>
    public Condition Reached(Period period) => reached[period];

    /// <summary>Whether the event is reached by the start of a period, that day included.</summary>
    public Condition ReachedBefore(Period period) => Date.Formula <= Day(period.Start);

    /// <summary>The part of a period's days that lie after the event, from 0 to 1; in a column without days, whether it is reached.</summary>
    public Formula ShareAfter(Period period) => period.Days == 0
        ? When(Reached(period), 1, 0)
        : Max(0, Min(period.Days * Units.Day, Day(period.End) - Date)) / (period.Days * Units.Day);

    /// <summary>The day number of a date, as <see cref="Date"/> counts; positive infinity for null, never.</summary>
    public double DayNumber(LocalDate? date) =>
        date is { } day ? NodaTime.Period.DaysBetween(model.Timeline.Start, day) : double.PositiveInfinity;

    /// <summary>A date as an amount that can be compared with <see cref="Date"/>.</summary>
    public Formula Day(LocalDate date) => DayNumber(date) * Units.Day;
}
