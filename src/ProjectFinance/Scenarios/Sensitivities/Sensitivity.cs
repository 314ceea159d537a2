using System.Collections.Immutable;

namespace ProjectFinance;

/// <summary>How an output depends on one input, or on several that people name together.</summary>
/// <param name="Input">The input: "gold", "Project loan / Commitment".</param>
/// <param name="Slopes">Each number of the input with its derivative, in the order of the model.</param>
/// <param name="Move">A usual move of the input.</param>
/// <param name="Unit">What the output is counted in.</param>
public sealed record Sensitivity(InputGroup Input, ImmutableArray<InputSlope> Slopes, InputMove Move, Unit Unit)
{
    /// <summary>How much the output rises when every number of the input rises by one, in <see cref="DerivativeUnit"/>.</summary>
    public double Derivative => Slopes.Sum(slope => slope.Derivative);

    /// <summary>What the derivatives are counted in: "USD per USD/oz", "number per day".</summary>
    public string DerivativeUnit => $"{Unit} per {Input.Unit}";

    /// <summary>By how much the output changes with <see cref="Move"/>, as far as the derivatives say: kinks on the way are not seen.</summary>
    public double Effect => EffectOf(Move);

    /// <summary>The least of the input's numbers as planned; infinite for a milestone that is never reached.</summary>
    public double Least => Slopes.Min(slope => slope.Value);

    /// <summary>The greatest of the input's numbers as planned.</summary>
    public double Greatest => Slopes.Max(slope => slope.Value);

    /// <summary>By how much the output changes with any move, as far as the derivatives say.</summary>
    public double EffectOf(InputMove move)
    {
        ArgumentNullException.ThrowIfNull(move);
        return Slopes.Sum(slope => slope.Derivative * move.ChangeOf(slope.Value));
    }
}

/// <summary>The derivative of an output by one number.</summary>
/// <param name="Input">The number.</param>
/// <param name="Value">Its value where the derivative was taken.</param>
/// <param name="Derivative">How much the output rises when the number rises by one.</param>
public readonly record struct InputSlope(InputCell Input, double Value, double Derivative);
