using System.Collections.Immutable;
using ProjectFinance.Evaluation;

namespace ProjectFinance.Scenarios;

/// <summary>Conditions that are to hold together, as one margin that is not negative where all of them do.</summary>
sealed class TargetMargins
{
    readonly ImmutableArray<double> slacks;

    TargetMargins(ImmutableArray<Target> targets, ImmutableArray<Formula> outputs, ImmutableArray<double> slacks) => (Targets, Outputs, this.slacks) = (targets, outputs, slacks);

    internal ImmutableArray<Target> Targets { get; }

    internal ImmutableArray<Formula> Outputs { get; }

    /// <summary>Whether a value is to be taken exactly: the margin is then what the output is above it, and zero is what is looked for.</summary>
    internal bool IsExact => Targets[0].Comparison == Comparison.Exactly;

    /// <summary>By how much margins may differ and still count as nothing.</summary>
    internal double Negligible { get; private init; }

    /// <summary>Reads conditions for a model.</summary>
    /// <exception cref="InvalidInputException">There is none, one of them does not fit the model, or one of several asks for a value exactly; every problem at once.</exception>
    internal static TargetMargins Of(Model model, ImmutableArray<Target> targets)
    {
        if (targets.IsEmpty) throw InvalidInputException.Of("Conditions", "there is none", "say what is to hold: 'lowest Ratios / DSCR >= 1.20'");
        var outputs = Gather.Each(targets, (target, _) => targets.Length > 1 && target.Comparison == Comparison.Exactly
            ? throw InvalidInputException.Of($"Condition '{target}'", "it asks for one value and is not alone", "use >= and <= where several conditions hold together") : target.In(model));
        ImmutableArray<double> slacks = [.. targets.Select(target => target.Slack(target.Output.UnitIn(model)))];
        return new(targets, [.. outputs], slacks)
        {
            Negligible = targets.Length > 1 ? Noticeable.Number : targets[0].Output.UnitIn(model).IsCurrency ? Noticeable.Amount : Noticeable.Number * Math.Max(1, Math.Abs(targets[0].Value)),
        };
    }

    /// <summary>Reads the margins of a block off its outputs.</summary>
    /// <returns>The first lane in which an output is not a number, or -1.</returns>
    internal int Read(Evaluator evaluator, Span<double> margins)
    {
        margins.Fill(double.PositiveInfinity);
        for (int o = 0; o < Targets.Length; o++)
        {
            var output = evaluator.Output(o);
            double scale = Targets.Length == 1 ? 1 : Math.Max(1, Math.Abs(Targets[o].Value));
            for (int i = 0; i < margins.Length; i++)
            {
                double margin = Targets[o].Margin(output[i], slacks[o]) / scale;
                if (double.IsNaN(margin)) return i;
                margins[i] = Math.Min(margins[i], margin);
            }
        }
        return -1;
    }

    /// <summary>The conditions in a run.</summary>
    internal ImmutableArray<TargetValue> In(Run run) => [.. Targets.Select((target, o) =>
    {
        var at = target.Output.In(run);
        double margin = target.Margin(at?.Value ?? double.PositiveInfinity, slacks[o]);
        return new TargetValue(target, at, target.Comparison == Comparison.Exactly ? Math.Abs(margin) <= Negligible : margin >= 0);
    })];

    /// <summary>What to say of an output that is not a number.</summary>
    internal InvalidInputException NotANumber(string where) =>
        InvalidInputException.Of("Output", $"one of {string.Join(", ", Targets.Select(target => $"'{target.Output}'"))} cannot be computed", "the inputs must be finite numbers", where);
}
