using System.Collections.Immutable;
using NodaTime;
using ProjectFinance.Time;

namespace ProjectFinance.Monitoring;

/// <summary>
/// The milestones that have a date of their own, in history: reached on the day given; else, where they were expected in history and nothing says that they were reached, not reached before its end
/// (docs/decisions/0013).
/// </summary>
sealed class HistoryMilestones(Model model, HistoryFacts facts)
{
    readonly Dictionary<Milestone, (Actual Fact, double Day)> reached = [];
    readonly List<PostponedMilestone> postponed = [];

    /// <summary>The dates that happened, as inputs.</summary>
    internal ImmutableArray<InputCell> Dates => [.. reached.Keys.Select(milestone => milestone.Date!.Input)];

    /// <summary>Those that were expected in history and were not reached.</summary>
    internal ImmutableArray<PostponedMilestone> Postponed => [.. postponed];

    /// <summary>What silence means: that a milestone expected in history was not reached, where neither its date nor its flag says that it was.</summary>
    internal IEnumerable<Actual> NotReached()
    {
        if (facts.IsSpelledOut || !model.Periods.Any(t => t.End == facts.To)) return [];
        return model.Milestones.Where(milestone => milestone.Date is { } date && date.Value > 0 && date.Value <= milestone.DayNumber(facts.To) && !facts.Known.Any(fact => Settles(fact, milestone)))
            .Select(milestone => new Actual(facts.To, milestone.FlagName, "no", $"nothing says that it was reached by {facts.To.Iso()}"));
    }

    /// <summary>The milestone whose date a fact is named for; null for none.</summary>
    internal Milestone? OfDate(string line) => model.Milestones.FirstOrDefault(milestone => milestone.Date?.Name == line);

    /// <summary>The milestone whose flag a line is; null for none.</summary>
    internal Milestone? OfFlag(Line line) => line.Kind == LineKind.Flag ? model.Milestones.FirstOrDefault(milestone => milestone.Date is not null && milestone.FlagName == line.Name) : null;

    /// <summary>Takes the day on which one was reached.</summary>
    /// <exception cref="InvalidInputException">It is no day of history, or another than was given before.</exception>
    internal void Reach(Actual fact, Milestone milestone)
    {
        double day = milestone.DayNumber(Day(fact));
        if (!reached.TryGetValue(milestone, out var before)) reached.Add(milestone, (fact, day));
        else if (!before.Day.Equals(day)) throw HistoryConflict.Between(before.Fact, double.NaN, fact, double.NaN);
    }

    /// <summary>The day of history that a fact states.</summary>
    /// <exception cref="InvalidInputException">It is none.</exception>
    internal LocalDate Day(Actual fact)
    {
        if (ActualValue.Date(fact) is not { } day) throw ActualValue.Wrong(fact, $"'{fact.Value}' is not a date", "write the day on which it was reached, 1997-07-29");
        if (day > facts.To || day < model.Timeline.Start) throw ActualValue.Wrong(fact, $"{day.Iso()} is not between {model.Timeline.Start.Iso()} and {facts.To.Iso()}", "what happened lies in history; a later expectation is agreed by an amendment");
        return day;
    }

    /// <summary>Makes the dates known, and moves those that were not reached behind the last day on which they were not.</summary>
    /// <param name="flags">What is given of their flags.</param>
    /// <param name="gather">Takes flags that the dates contradict.</param>
    internal void Settle(IReadOnlyCollection<(Milestone Milestone, LocalDate End, bool Holds, Actual Fact)> flags, Gather gather)
    {
        foreach (var (milestone, (fact, day)) in reached) model.Known(milestone.Date!.Input with { Usual = () => day }, fact.Cited);
        foreach (var own in flags.GroupBy(flag => flag.Milestone))
            if (!reached.ContainsKey(own.Key) && !own.Any(flag => flag.Holds)) Postpone(own.Key, own.Max(flag => flag.End));
        foreach (var (milestone, end, holds, fact) in flags)
            if (milestone.Date!.Value <= milestone.DayNumber(end) is var isReached && isReached != holds)
                gather.Add([new(ActualValue.Subject(fact), $"it is {fact.Value}, and the date of the milestone makes it {(isReached ? "yes" : "no")}", $"give the date on which it was reached, as '{milestone.Date.Name}'", fact.Where)]);
    }

    void Postpone(Milestone milestone, LocalDate notBy)
    {
        var input = milestone.Date!.Input;
        if (input.Value > milestone.DayNumber(notBy)) return;
        var (expected, earliest) = (model.Timeline.Start.PlusDays((int)input.Value), notBy.PlusDays(1));
        var told = $"expected {expected.Iso()}, and not reached by {notBy.Iso()}: the day after at the earliest";
        model.Restate(input with { Usual = () => milestone.DayNumber(earliest), Source = input.Source.Length == 0 ? told : $"{told}; {input.Source}" });
        postponed.Add(new(milestone.Name, expected, earliest));
    }

    // A flag that is given at the end of history says all, whatever it says.
    bool Settles(Actual fact, Milestone milestone) => fact.Line == milestone.Date!.Name || fact.Line == milestone.FlagName && (fact.Date == facts.To || fact.Value is "yes" or "1");
}
