using NodaTime;
using ProjectFinance.Modelling;
using static ProjectFinance.Formula;

namespace ProjectFinance;

/// <summary>
/// An event the contract turns on: Mechanical Completion, Completion. It is reached on a date, which is a parameter that scenarios may move, or at the end of
/// the first column in which a test holds, or never. Margins and fees change on the day itself, inside a period if need be.
/// </summary>
public sealed class Milestone
{
    readonly Model model;
    readonly Flag reached;
    readonly Line? known;
    Func<Period, Condition>? test;

    internal Milestone(Model model, string name, LocalDate? expected, string source)
    {
        (this.model, Name) = (model, name);
        Date = model.Parameter($"Milestones / {name} date", DayNumber(expected) * Units.Day, source);
        reached = model.Flag($"Milestones / {name}", t => Date.Formula <= Day(t.End), source);
    }

    internal Milestone(Model model, string name, string source)
    {
        (this.model, Name) = (model, name);
        known = model.Declare($"Milestones / {name} date", Units.Day, LineKind.Level, source);
        known.Is(t => When(ReachedBefore(t), known.Previous(t, double.PositiveInfinity), When(Test(t), Day(t.End), double.PositiveInfinity)));
        reached = model.Flag($"Milestones / {name}", t => ReachedBefore(t) | Test(t), source);
    }

    /// <summary>The name of the line that says whether it is reached: "Milestones / Completion".</summary>
    internal string FlagName => $"Milestones / {Name}";

    /// <summary>The event's name.</summary>
    public string Name { get; }

    /// <summary>When the event is reached, in days from the start of the timeline; positive infinity for never. Null for an event that is reached by test.</summary>
    public Parameter? Date { get; }

    /// <summary>The last day by which it is agreed to be reached; null where none is. Nothing is computed from it: what follows is for a breach.</summary>
    public LocalDate? Longstop { get; internal init; }

    /// <summary>Gives an event that is reached by test its test.</summary>
    /// <param name="theTest">What must hold at a column's end; once it has, the event stays reached.</param>
    /// <exception cref="InvalidOperationException">The event is reached on a date, or has a test already.</exception>
    public void ReachedWhen(Func<Period, Condition> theTest)
    {
        if (Date is not null || test is not null) throw new InvalidOperationException($"Milestone '{Name}' is reached on a date, or has a test already.");
        test = theTest;
    }

    /// <summary>Whether the event is reached by the end of a period, that day included.</summary>
    public Condition Reached(Period period) => reached[period];

    /// <summary>Whether the event is reached by the start of a period, that day included.</summary>
    public Condition ReachedBefore(Period period) => Date is null ? reached.Previous(period, false) : Date.Formula <= Day(period.Start);

    /// <summary>Whether the event is reached by the end of the column that ends on a date, that day included.</summary>
    /// <exception cref="InvalidInputException">The event is reached by test and no column ends on the date.</exception>
    public Condition ReachedBy(LocalDate columnEnd) => Date is null ? reached[model.Timeline.EndingOn(columnEnd)] : Date.Formula <= Day(columnEnd);

    /// <summary>The event's day number, as far as it is known when a period begins: an event that is reached by test is only known once it has been; else positive infinity.</summary>
    public Formula DateKnownBefore(Period period) => Date is null ? known!.Previous(period, double.PositiveInfinity) : Date.Formula;

    /// <summary>The part of a period's days that lie after the event, from 0 to 1; in a column without days, whether it is reached.</summary>
    public Formula ShareAfter(Period period) => ShareAfter(period, period);

    /// <summary>The same, as far as it is known when another period begins.</summary>
    internal Formula ShareAfter(Period period, Period known) => period.Days == 0
        ? When(Reached(period), 1, 0)
        // In this order an event on a column's last day counts, for derivatives by its date, in the column after it alone.
        : Max(Min(period.Days * Units.Day, Day(period.End) - DateKnownBefore(known)), 0) / (period.Days * Units.Day);

    /// <summary>The day number of a date, as <see cref="Date"/> counts; positive infinity for null, never.</summary>
    public double DayNumber(LocalDate? date) =>
        date is { } day ? NodaTime.Period.DaysBetween(model.Timeline.Start, day) : double.PositiveInfinity;

    /// <summary>A date as an amount that can be compared with day numbers.</summary>
    public Formula Day(LocalDate date) => DayNumber(date) * Units.Day;

    Condition Test(Period period) => test is null
        ? throw InvalidInputException.Of($"Milestone '{Name}'", "it is reached by test and has none", "call ReachedWhen(...) once before the model is evaluated")
        : test(period);
}
