using System.Collections.Immutable;
using NodaTime;

namespace ProjectFinance.Monitoring;

/// <summary>Puts what happened in the place of a model's formulas.</summary>
sealed class HistoryLock
{
    const string Allowed = "name a line as run prints it, 'Prices / SERIES' or 'Indices / SERIES' for the market, or 'Milestones / NAME date'";

    readonly Model model;
    readonly HistoryFacts facts;
    readonly Gather gather = new();
    readonly Dictionary<(Line Line, int Period), Given> given = [];
    readonly HistoryMilestones milestones;
    readonly List<LockedCell> cells = [];

    /// <summary>The days of facts that cannot be placed: from the first on it cannot be judged whether the others add up.</summary>
    readonly List<LocalDate> unplaced;

    HistoryLock(Model model, HistoryFacts facts)
    {
        (this.model, this.facts, milestones) = (model, facts, new(model, facts));
        unplaced = [.. facts.WrongFixingDays, .. facts.Unread.Select(line => line.Day ?? LocalDate.MinIsoValue)];
    }

    /// <summary>Locks history in a model whose lines have their names and whose formulas are not evaluated yet.</summary>
    /// <exception cref="InvalidInputException">A fact cannot be read or placed, or facts contradict each other, as far as that can be judged without the others; every problem at once.</exception>
    internal static LockedHistory Of(Model model, HistoryFacts facts)
    {
        var history = new HistoryLock(model, facts);
        var (gather, milestones) = (history.gather, history.milestones);
        gather.Add(facts.Unread.Select(line => line.Problem));
        gather.Add(facts.WrongFixings.Found);
        if (!facts.MayEndLater && !model.Periods.Any(t => t.End == facts.To)) gather.Try(() => EndingOn(model, facts.To));
        ImmutableArray<Actual> known = [.. facts.Known, .. milestones.NotReached()];
        var later = history.Place(known.Where(fact => HistoryFacts.SeriesOf(fact, model.Market) is null), mustExist: false);
        history.Lock();
        // Formulas write lines of the market as they are first asked for.
        if (!gather.Try(model.Complete)) gather.Throw();
        history.Place(later, mustExist: true);
        history.Lock();
        history.LockFixings();
        milestones.Settle([.. history.Flags()], gather);
        history.SettlePast();
        var locked = new LockedHistory(facts.To, [.. history.cells.OrderBy(cell => cell.Line.Number).ThenBy(cell => cell.Period.Index)], milestones.Dates, known, facts.LeftOut)
        {
            Unobserved = [.. history.Unobserved()],
            Postponed = milestones.Postponed,
        };
        gather.Try(() => gather.Add(HistoryChecks.Problems(model, locked, before: history.unplaced.Count == 0 ? LocalDate.MaxIsoValue : history.unplaced.Min())));
        gather.Throw();
        return locked;
    }

    static void EndingOn(Model model, LocalDate to)
    {
        try { model.Timeline.EndingOn(to); }
        catch (InvalidInputException found) { throw new InvalidInputException(found.Problems.Select(problem => problem with { Subject = $"Actuals up to {to.Iso()}", Where = "--actuals-to" })); }
    }

    /// <summary>Places facts; those that name nothing that exists yet come back.</summary>
    List<Actual> Place(IEnumerable<Actual> some, bool mustExist)
    {
        var unknown = new List<Actual>();
        foreach (var fact in some.ToList())
        {
            bool isPlaced = gather.Try(() =>
            {
                if (model.TryFind(fact.Line) is { } line)
                {
                    if (mustExist && !line.IsInput) throw ActualValue.Wrong(fact, "the line is written only while others are computed", "give the lines it is made of");
                    Place(fact, line);
                }
                else if (milestones.OfDate(fact.Line) is { } milestone) milestones.Reach(fact, milestone);
                else if (!mustExist) unknown.Add(fact);
                else throw Unknown(fact);
            });
            if (!isPlaced) unplaced.Add(IsOfMilestone(fact) ? LocalDate.MinIsoValue : fact.Date);
        }
        return unknown;
    }

    // When it was reached changes what came before it was known.
    static bool IsOfMilestone(Actual fact) => fact.Line.StartsWith("Milestones / ", StringComparison.Ordinal);

    InvalidInputException Unknown(Actual fact) => model.Parameters.Any(parameter => parameter.Name == fact.Line)
        ? ActualValue.Wrong(fact, "it is a term of the deal, which is agreed and does not happen", "change it by an amendment")
        : ActualValue.Wrong(fact, "the model has no line of that name", $"{Nearest.Hint(fact.Line, Names)}; {Allowed}");

    IEnumerable<string> Names => model.Lines.Select(line => line.Name).Concat(model.Milestones.Select(milestone => milestone.Date?.Name).OfType<string>())
        .Concat(model.Market.Prices.Keys.Select(series => $"{MarketLines.PriceSection} / {series}")).Concat(model.Market.Indices.Keys.Select(series => $"{MarketLines.IndexSection} / {series}"));

    void Place(Actual fact, Line line)
    {
        if (line.Kind == LineKind.Check)
        {
            // What a run prints of a check is nothing but rounding.
            if (Math.Abs(ActualValue.Number(fact, line.Unit)) > Noticeable.Money) throw ActualValue.Wrong(fact, "it is a check, which is computed and never happens", "leave it out");
            return;
        }
        var period = At(fact, line);
        if (line.Unit == Units.Day && ActualValue.Date(fact) is { } day) Reached(fact, line, day);
        else Give(fact, line, period, line.Kind == LineKind.Flag ? ActualValue.Truth(fact) : ActualValue.Number(fact, line.Unit));
    }

    void Give(Actual fact, Line line, Period period, double value)
    {
        if (line.IsInput && !line.IsSuppliedIn(period))
        {
            if (value != 0) throw ActualValue.Wrong(fact, $"the line has no value in the column {period}", "leave it out, or give it for a column in which there is one");
        }
        else if (!given.TryGetValue((line, period.Index), out var before)) given.Add((line, period.Index), new(fact, value));
        else if (line.Kind == LineKind.Flow) before.Add(fact, value);
        else if (!before.Value.Equals(value)) throw HistoryConflict.Between(before.First, before.Value, fact, value);
    }

    /// <summary>The column of a fact: of a flow that its day lies in, of everything else the one that ends on it.</summary>
    Period At(Actual fact, Line line)
    {
        try { return line.Kind == LineKind.Flow ? model.Timeline.Containing(fact.Date) : model.Timeline.EndingOn(fact.Date); }
        catch (InvalidInputException found) { throw new InvalidInputException(found.Problems.Select(problem => problem with { Subject = ActualValue.Subject(fact), Where = fact.Where })); }
    }

    /// <summary>A milestone that is reached by test: its date is known from then on, and its flag for all of history.</summary>
    void Reached(Actual fact, Line date, LocalDate day)
    {
        milestones.Day(fact);
        double number = NodaTime.Period.DaysBetween(model.Timeline.Start, day);
        var flag = model.Milestones.FirstOrDefault(milestone => $"{milestone.FlagName} date" == date.Name) is { } milestone ? model.TryFind(milestone.FlagName) : null;
        foreach (var t in model.Periods.Where(t => t.End <= facts.To))
        {
            if (t.End >= day) Give(fact, date, t, number);
            if (flag is not null) Give(fact with { Value = t.End >= day ? "yes" : "no" }, flag, t, t.End >= day ? 1 : 0);
        }
    }

    void Lock()
    {
        foreach (var ((line, index), one) in given.Where(one => milestones.OfFlag(one.Key.Line) is null).ToList())
        {
            given.Remove((line, index));
            bool isLocked = gather.Try(() =>
            {
                var period = model.Periods[index];
                try { model.Lock(line, period, one.Value, one.Source); }
                catch (InvalidInputException found) { throw new InvalidInputException(found.Problems.Select(problem => problem with { Subject = ActualValue.Subject(one.First), Where = one.First.Where })); }
                cells.Add(new(line, period, one.Value, one.Source));
            });
            if (!isLocked) unplaced.Add(one.First.Date);
        }
    }

    /// <summary>What is given of the flags of milestones with a date, which the date makes.</summary>
    IEnumerable<(Milestone Milestone, LocalDate End, bool Holds, Actual Fact)> Flags() =>
        given.Select(one => (milestones.OfFlag(one.Key.Line)!, model.Periods[one.Key.Period].End, one.Value.Value != 0, one.Value.First));

    /// <summary>Inputs of columns of history and of days observed in it lie in history, given or not.</summary>
    void SettlePast()
    {
        foreach (var input in model.Inputs.Where(input => !input.IsActual && (input.Observed?.Over.End ?? input.Period?.End) <= facts.To).ToList()) model.Restate(input with { IsPast = true });
    }

    /// <summary>Inputs that observe a series on the day of a fixing that happened are known.</summary>
    void LockFixings()
    {
        var fixings = facts.Known.Select(fact => (Fact: fact, Series: HistoryFacts.SeriesOf(fact, model.Market))).Where(one => one.Series is not null).ToLookup(one => (one.Series!, one.Fact.Date), one => one.Fact);
        foreach (var input in model.Inputs.Where(input => !input.IsActual && input.Period is not null).ToList())
        {
            if (input.Observed is not { IsAverage: false } seen || fixings[(seen.Series, seen.Over.End)].FirstOrDefault() is not { } fact) continue;
            var line = model.Find(input.Name);
            if (!line.IsSuppliedIn(input.Period!)) continue;
            bool isLocked = gather.Try(() =>
            {
                double value = line.Name == fact.Line ? ActualValue.Number(fact, line.Unit) : input.Value;
                model.Lock(line, input.Period!, value, fact.Cited);
                cells.Add(new(line, input.Period!, value, fact.Cited));
            });
            if (!isLocked) unplaced.Add(fact.Date);
        }
    }

    IEnumerable<Actual> Unobserved()
    {
        var seen = model.Inputs.Select(input => input.Observed).OfType<Observation>().Distinct().ToLookup(one => one.Series, StringComparer.Ordinal);
        return facts.Known.Where(fact => HistoryFacts.SeriesOf(fact, model.Market) is { } series && !seen[series].Any(one => one.Over.Start < fact.Date && fact.Date <= one.Over.End));
    }

    /// <summary>What is given of a cell.</summary>
    sealed class Given(Actual first, double value)
    {
        readonly List<string> sources = [first.Cited];

        internal Actual First => first;

        internal double Value { get; private set; } = value;

        internal string Source => string.Join("; ", sources.Where(source => source.Length > 0).Distinct());

        internal void Add(Actual fact, double more)
        {
            Value += more;
            sources.Add(fact.Cited);
        }
    }
}
