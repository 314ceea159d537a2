using System.Collections.Immutable;
using ProjectFinance.Evaluation;
using ProjectFinance.Randomness;

namespace ProjectFinance.Scenarios;

/// <summary>The moves of a reverse stress as points of a space in which they are independent with deviation 1, and the margin at a point.</summary>
sealed class StressSpace
{
    readonly ImmutableArray<Variation> factors;
    readonly double[][] lower;
    readonly Evaluator evaluator;
    readonly Evaluator gradient;

    internal StressSpace(Model model, ReverseStress terms, TargetMargins targets, ImmutableArray<Variation> factors, double[][] lower)
    {
        (Model, Terms, Targets, this.factors, this.lower) = (model, terms, targets, factors, lower);
        ImmutableArray<InputCell> cells = [.. factors.SelectMany(factor => factor.Inputs)];
        evaluator = model.Compile(targets.Outputs, cells).CreateEvaluator();
        gradient = model.CompileGradient(targets.Outputs[0], cells).CreateEvaluator(StressSearch.Starts);
    }

    internal Model Model { get; }

    internal ReverseStress Terms { get; }

    internal TargetMargins Targets { get; }

    internal int Dimensions => factors.Length;

    internal long Evaluations { get; private set; }

    /// <summary>Reads a reverse stress for a model.</summary>
    /// <exception cref="InvalidInputException">Something cannot be used; every problem at once.</exception>
    internal static StressSpace Of(Model model, ReverseStress terms)
    {
        var (targets, factors, lower) = StressReading.Read(model, terms);
        return new(model, terms, targets, factors, lower);
    }

    /// <summary>The margins at a radius along each of some directions, [lane].</summary>
    internal void Margins(double[][] directions, ReadOnlySpan<double> radii, Span<double> margins)
    {
        for (int start = 0; start < radii.Length; start += evaluator.Width)
        {
            int count = Math.Min(evaluator.Width, radii.Length - start);
            Fill(evaluator, directions.AsSpan(start, count), radii.Slice(start, count));
            evaluator.Run(count);
            Evaluations += count;
            if (Targets.Read(evaluator, margins.Slice(start, count)) is var bad and >= 0) throw Targets.NotANumber(FormattableString.Invariant($"{radii[start + bad]:R} standard deviations out"));
        }
    }

    /// <summary>The direction in which the margin rises most at points, at most <see cref="StressSearch.Starts"/> of them; null where it does not change or has no slope.</summary>
    internal double[]?[] Steepest(double[][] directions, ReadOnlySpan<double> radii)
    {
        Fill(gradient, directions, radii);
        gradient.Run(radii.Length);
        Evaluations += radii.Length;
        var steepest = new double[]?[radii.Length];
        for (int lane = 0; lane < steepest.Length; lane++) steepest[lane] = Unit(Slopes(lane, directions[lane], radii[lane]));
        return steepest;
    }

    /// <summary>The number that each factor moves by at a point: what its inputs are multiplied by, or what is added to them.</summary>
    internal double[] Numbers(double[] direction, double radius) => [.. factors.Select((_, f) => Number(f, radius * Along(f, direction)))];

    /// <summary>The moves at a point.</summary>
    internal ImmutableArray<StressMove> Moves(double[] direction, double radius) => [.. factors.Select((factor, f) =>
    {
        double deviations = radius * Along(f, direction), number = Number(f, deviations), usual = factor.UsualValues.Average();
        return new StressMove(Terms.Factors[f], factor.Inputs[0].Unit, deviations, number, usual, factor.UsualValues.Average(value => factor.ValueOf(value, number)));
    })];

    /// <summary>The changes to a run at a point.</summary>
    internal Dictionary<InputCell, double> Changes(double[] direction, double radius)
    {
        var numbers = Numbers(direction, radius);
        return factors.SelectMany((factor, f) => factor.Changes(numbers[f])).ToDictionary();
    }

    internal static double[]? Unit(double[] vector)
    {
        double length = Math.Sqrt(vector.Sum(x => x * x));
        return length > 0 && double.IsFinite(length) ? [.. vector.Select(x => x / length)] : null;
    }

    void Fill(Evaluator into, ReadOnlySpan<double[]> directions, ReadOnlySpan<double> radii)
    {
        var numbers = new double[radii.Length];
        for (int f = 0, row = 0; f < factors.Length; f++)
        {
            for (int lane = 0; lane < numbers.Length; lane++) numbers[lane] = Number(f, radii[lane] * Along(f, directions[lane]));
            for (int i = 0; i < factors[f].Inputs.Length; i++, row++)
            {
                var values = into.Input(row);
                for (int lane = 0; lane < numbers.Length; lane++) values[lane] = factors[f].ValueOf(factors[f].UsualValues[i], numbers[lane]);
            }
        }
    }

    double Number(int factor, double deviations)
    {
        double size = Terms.Factors[factor].StandardDeviation * deviations;
        return factors[factor].By == VariedBy.Factor ? Exponential.Of(size) : size;
    }

    // A factor's own deviations a standard deviation along a direction: a row of the Cholesky matrix times the direction.
    double Along(int factor, double[] direction)
    {
        double sum = 0;
        for (int j = 0; j <= factor; j++) sum += lower[factor][j] * direction[j];
        return sum;
    }

    double[] Slopes(int lane, double[] direction, double radius)
    {
        var slopes = new double[factors.Length];
        double sign = Targets.Targets[0].Comparison == Comparison.AtMost ? -1 : 1;
        for (int f = 0, row = 0; f < factors.Length; f++)
        {
            double slope = 0, deviation = Terms.Factors[f].StandardDeviation, number = Number(f, radius * Along(f, direction));
            for (int i = 0; i < factors[f].Inputs.Length; i++, row++)
            {
                // Of usual x e^(s z) the slope by z is s times it, of usual + s z it is s.
                double byMove = factors[f].By == VariedBy.Factor ? deviation * factors[f].UsualValues[i] * number : deviation;
                slope += gradient.Output(1 + row)[lane] * byMove;
            }
            for (int j = 0; j <= f; j++) slopes[j] += sign * slope * lower[f][j];
        }
        return slopes;
    }
}
