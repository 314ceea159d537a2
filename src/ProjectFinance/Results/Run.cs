using System.Collections.Immutable;
using ProjectFinance.Results;

namespace ProjectFinance;

/// <summary>The values of every line of a model for one scenario.</summary>
public sealed class Run
{
    readonly double[] values;
    readonly ImmutableArray<InputCell> inputs;
    readonly ImmutableArray<double> inputValues;

    internal Run(Model model, double[] values, ImmutableArray<InputCell> inputs, ImmutableArray<double> inputValues)
    {
        (Model, this.values, this.inputs, this.inputValues) = (model, values, inputs, inputValues);
        Checks = [.. model.Lines.Where(line => line.Kind == LineKind.Check).Select(line => CheckResult.Of(line, Values(line), () => LargestAmount(line.Unit)))];
    }

    /// <summary>The model.</summary>
    public Model Model { get; }

    /// <summary>The model's own checks: lines that must be zero in every period.</summary>
    public ImmutableArray<CheckResult> Checks { get; }

    /// <summary>Whether every check is zero.</summary>
    public bool Passed => Checks.All(check => check.Passed);

    /// <summary>The value of a line in a period, in the line's unit; positive infinity for a ratio that does not apply.</summary>
    public double this[Line line, Period period] => Values(line)[period.Index];

    /// <summary>The value of a line, found by name, in a period.</summary>
    /// <exception cref="InvalidInputException">There is no line of that name; the message names the nearest.</exception>
    public double this[string line, Period period] => this[Model.Find(line), period];

    /// <summary>A line's values, [period].</summary>
    /// <exception cref="ArgumentException">The line belongs to another model, or was added after the run.</exception>
    public ReadOnlySpan<double> Values(Line line)
    {
        ArgumentNullException.ThrowIfNull(line);
        int periods = Model.Periods.Count;
        if (line.Model != Model || (line.Number + 1) * periods > values.Length) throw new ArgumentException($"The run has no values of line '{line.Name}'.", nameof(line));
        return values.AsSpan(line.Number * periods, periods);
    }

    double LargestAmount(Unit unit) => Model.Lines.Where(line => line.Unit == unit && line.Kind != LineKind.Check)
        .SelectMany(line => Values(line).ToArray()).Where(double.IsFinite).Select(Math.Abs).DefaultIfEmpty().Max();

    /// <summary>A line's values, found by name, [period].</summary>
    /// <exception cref="InvalidInputException">There is no line of that name; the message names the nearest.</exception>
    public ReadOnlySpan<double> Values(string line) => Values(Model.Find(line));

    /// <summary>Every input on which a line depends, with the value it had in this run.</summary>
    internal IEnumerable<(InputCell Input, double Value)> Inputs => inputs.Zip(inputValues);

    /// <summary>The value an input had in this run; null when no line depends on it.</summary>
    public double? Value(InputCell input)
    {
        ArgumentNullException.ThrowIfNull(input);
        // In the order of the model, and so of the slots.
        int low = 0, high = inputs.Length;
        while (low < high)
        {
            int middle = (low + high) / 2;
            if (inputs[middle].Slot < input.Slot) low = middle + 1;
            else high = middle;
        }
        return low < inputs.Length && inputs[low] == input ? inputValues[low] : null;
    }
}
