using System.Collections.Immutable;
using ProjectFinance.Scenarios;

namespace ProjectFinance;

/// <summary>One output with every input moved down and up, one after the other: computed in full, with what the derivatives say beside it, so that kinks are seen.</summary>
public sealed record Tornado
{
    /// <summary>The output as planned, with its derivatives.</summary>
    public required Sensitivities AtPlan { get; init; }

    /// <summary>A bar for each input, the widest first, then by name.</summary>
    public required ImmutableArray<TornadoBar> Bars { get; init; }

    /// <summary>Computes an output of a model with its inputs moved.</summary>
    /// <param name="model">The model; it is completed first.</param>
    /// <param name="output">The output.</param>
    /// <param name="ranges">How far inputs are moved, by their names, one number of a line as LINE@DATE. The default, also for what it does not name, is <see cref="InputRange.Usual"/>.</param>
    /// <exception cref="InvalidInputException">The output has problems as <see cref="Sensitivities.Of(Model, ChosenOutput)"/> says, does not depend on an input with a range, or an input cannot take a value of its range.</exception>
    public static Tornado Of(Model model, ChosenOutput output, IReadOnlyDictionary<string, InputRange>? ranges = null)
    {
        var differentiated = new DifferentiatedOutput(model, output);
        var atPlan = Sensitivities.Of(differentiated);
        var inputs = Ranged(differentiated, atPlan, ranges ?? ImmutableDictionary<string, InputRange>.Empty);
        var rows = differentiated.Inputs.Index().ToDictionary(input => input.Item.Slot, input => input.Index);
        IEnumerable<(int, double)> Moved(Sensitivity input, InputMove move) => input.Slopes.Select(slope => (rows[slope.Input.Slot], move.Of(slope.Value)));
        var values = differentiated.Values([.. inputs.SelectMany(input => (IEnumerable<(int, double)>[])[Moved(input.Input, input.Range.Low), Moved(input.Input, input.Range.High)])]);
        return new()
        {
            AtPlan = atPlan,
            Bars = [.. inputs.Select((input, i) => new TornadoBar(input.Input, input.Range, atPlan.Value, values[2 * i], values[2 * i + 1])).OrderByDescending(bar => bar.Reach).ThenBy(bar => bar.Input.Input.Name, StringComparer.Ordinal)],
        };
    }

    static List<(Sensitivity Input, InputRange Range)> Ranged(DifferentiatedOutput output, Sensitivities atPlan, IReadOnlyDictionary<string, InputRange> ranges)
    {
        var gather = new Gather();
        var inputs = atPlan.Inputs.Select(input => (Input: input, Range: ranges.GetValueOrDefault(input.Input.Name) ?? InputRange.Usual(input.Input, input.Slopes.Select(slope => slope.Value)))).ToList();
        foreach (var (name, range) in ranges.OrderBy(range => range.Key, StringComparer.Ordinal))
            if (!atPlan.Inputs.Any(input => input.Input.Name == name)) gather.Try(() => inputs.Add((Part(output, atPlan, name), range)));
        foreach (var (input, range) in inputs)
            gather.Add(input.Slopes.SelectMany(slope => (Problem?[])[slope.Input.Problem(range.Low.Of(slope.Value)), slope.Input.Problem(range.High.Of(slope.Value))]).OfType<Problem>().Take(1));
        gather.Throw();
        return inputs;
    }

    /// <summary>The sensitivity to some of a group's numbers, such as one cell of a line.</summary>
    static Sensitivity Part(DifferentiatedOutput output, Sensitivities atPlan, string name)
    {
        var group = InputGroup.Find(output.Model, name, output.Inputs);
        return Sensitivities.Of(group, [.. atPlan.Inputs.SelectMany(input => input.Slopes).Where(slope => group.Cells.Contains(slope.Input))], atPlan.Unit);
    }
}

/// <summary>An output with one input moved down and up.</summary>
/// <param name="Input">The input, with its derivatives as planned.</param>
/// <param name="Range">How far it is moved.</param>
/// <param name="Planned">The output as planned.</param>
/// <param name="Low">The output with the input at the low end; positive infinity where it does not apply.</param>
/// <param name="High">The output with the input at the high end; positive infinity where it does not apply.</param>
public sealed record TornadoBar(Sensitivity Input, InputRange Range, double Planned, double Low, double High)
{
    /// <summary>By how much an estimate may miss, as a share of the bar's width, before the bar counts as bent.</summary>
    const double Straight = 0.05;

    /// <summary>What the derivatives say for the low end.</summary>
    public double LowEstimate => Planned + Input.EffectOf(Range.Low);

    /// <summary>What the derivatives say for the high end.</summary>
    public double HighEstimate => Planned + Input.EffectOf(Range.High);

    /// <summary>How far the output goes from plan on the farther side; infinite where it ceases to apply.</summary>
    public double Reach => Math.Max(Math.Abs(Low - Planned), Math.Abs(High - Planned));

    /// <summary>Whether an estimate misses by more than a twentieth of the farther of computed and estimated reach: a kink or a curve lies on the way.</summary>
    public bool IsBent
    {
        get
        {
            double width = Math.Max(Reach, Math.Max(Math.Abs(LowEstimate - Planned), Math.Abs(HighEstimate - Planned)));
            return width > 0 && (double.IsInfinity(width) || Math.Max(Math.Abs(Low - LowEstimate), Math.Abs(High - HighEstimate)) > Straight * width);
        }
    }
}
