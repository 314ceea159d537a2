using System.Collections.Immutable;
using ProjectFinance.Evaluation;

namespace ProjectFinance.Scenarios;

/// <summary>Makes of a name and options the inputs that move and the range looked at.</summary>
static class VariationChoice
{
    const double Widest = 4, Narrowest = 0.01;

    /// <summary>The inputs of a name that some outputs depend on, and how they move.</summary>
    /// <exception cref="InvalidInputException">There are no such inputs, the outputs do not depend on them, or the range cannot be used; every problem at once.</exception>
    internal static Variation Of(Model model, string name, IEnumerable<Formula> outputs, SolveOptions options)
    {
        var group = InputGroup.Find(model, name);
        var needed = model.InputsOf(outputs).ToHashSet();
        ImmutableArray<InputCell> cells = [.. group.Cells.Where(cell => needed.Contains(cell) && !IsKnown(cell, options))];
        if (cells.IsEmpty) throw Unmovable(group, needed, options);
        ImmutableArray<double> usual = [.. Gather.Each(cells, (cell, _) => cell.Value)];
        var (from, to) = Range(model, group.Unit, cells, usual, options);
        var chosen = new Variation
        {
            Name = name, By = options.By, Unit = options.By == VariedBy.Factor ? Unit.None : group.Unit, Inputs = cells, UsualValues = usual, Unmoved = group.Cells.Length - cells.Length,
            Usual = options.By switch { VariedBy.Level => usual.Average(), VariedBy.Factor => 1, _ => 0 },
            From = options.From ?? from, To = options.To ?? to, Step = options.Step ?? (group.Unit == Units.Day && options.By != VariedBy.Factor ? 1 : 0),
        };
        Check(chosen, options);
        return chosen;
    }

    static bool IsKnown(InputCell cell, SolveOptions options) => cell.Observed is { } seen && seen.Over.End <= options.KnownTo;

    static InvalidInputException Unmovable(InputGroup group, HashSet<InputCell> needed, SolveOptions options) => group.Cells.Any(needed.Contains)
        ? InvalidInputException.Of($"Input '{group.Name}'", $"all of it is known by {options.KnownTo!.Value.Iso()}", "vary something that is not known yet, or take an earlier day")
        : InvalidInputException.Of($"Input '{group.Name}'", "the outputs asked for do not depend on it", Nearest.Hint(group.Name, InputGroup.All(needed).Select(g => g.Name)));

    static (double From, double To) Range(Model model, Unit unit, ImmutableArray<InputCell> cells, ImmutableArray<double> usual, SolveOptions options)
    {
        var sizes = usual.Select(Math.Abs).Where(double.IsFinite).DefaultIfEmpty().ToList();
        double days = model.Timeline.Start is var start ? NodaTime.Period.DaysBetween(start, model.Timeline.End) : 0;
        return (options.By, unit == Units.Day) switch
        {
            (VariedBy.Factor, _) => (Narrowest, Widest),
            (VariedBy.Level, true) => (0, days),
            (_, true) => (-sizes.Min(), Math.Max(0, days - sizes.Max())),
            (VariedBy.Level, _) => (cells.Any(cell => cell.IsPositive) || cells.Any(cell => cell.Observed is not null) && !unit.IsNone ? Narrowest * sizes.Min() : 0, Widest * sizes.Max()),
            _ => (cells.Any(cell => cell.IsPositive) ? -(1 - Narrowest) * sizes.Min() : -sizes.Max(), (Widest - 1) * sizes.Max()),
        };
    }

    static void Check(Variation chosen, SolveOptions options)
    {
        var problems = new List<Problem>();
        string subject = $"Range of '{chosen.Name}'";
        if (!double.IsFinite(chosen.From) || !double.IsFinite(chosen.To)) problems.Add(new(subject, "an end is not a finite number", "give finite numbers"));
        else if (!(chosen.From < chosen.To))
            problems.Add(new(subject, FormattableString.Invariant($"it is empty: from {chosen.From:R} to {chosen.To:R}"), "give a range whose lower end is below its upper end; where all usual values are zero both ends are needed"));
        else
            foreach (double end in (ReadOnlySpan<double>)[chosen.From, chosen.To])
                problems.AddRange(chosen.Inputs.Select((cell, i) => cell.Problem(chosen.ValueOf(chosen.UsualValues[i], end))).OfType<Problem>().Take(1));
        if (!(chosen.Step >= 0) || !double.IsFinite(chosen.Step)) problems.Add(new("Step", FormattableString.Invariant($"it is {chosen.Step:R}"), "give a step above zero, or 0 for any number"));
        if (options.Parts is < 1 or > 100_000) problems.Add(new("Parts of the range", $"there are {options.Parts}", "give a number from 1 to 100,000"));
        if (options.Tolerance is { } width && !(width > 0)) problems.Add(new("Tolerance", FormattableString.Invariant($"it is {width:R}"), "give a number above zero"));
        if (problems.Count > 0) throw new InvalidInputException(problems);
        if (Math.Ceiling(chosen.PlaceOf(chosen.From)) >= Math.Floor(chosen.PlaceOf(chosen.To)) && chosen.Step > 0)
            throw InvalidInputException.Of(subject, FormattableString.Invariant($"fewer than two multiples of {chosen.Step:R} lie in it"), "widen the range or give a smaller step");
    }
}
