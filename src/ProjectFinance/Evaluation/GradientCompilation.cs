using System.Collections.Immutable;
using ProjectFinance.Modelling;

namespace ProjectFinance.Evaluation;

/// <summary>Makes programs that compute derivatives.</summary>
public static class GradientCompilation
{
    /// <summary>
    /// Makes the program that computes a number of a model and its derivatives by everything that varies. Its first output is the number, the others the derivatives in the order of the
    /// inputs: how much the output rises when the input rises by one, as long as no kink lies between (docs/gradient.md says what holds at kinks).
    /// </summary>
    /// <param name="model">The model; it is completed first.</param>
    /// <param name="output">The cell or formula differentiated.</param>
    /// <param name="varying">What the scenarios supply, in the order they will supply it; everything else keeps its usual value.</param>
    /// <exception cref="InvalidInputException">The model has problems, or an input that is needed and does not vary has no usual value; every problem at once.</exception>
    public static Program CompileGradient(this Model model, Formula output, IEnumerable<InputCell> varying) =>
        CompileGradient(model, output, varying, Recomputation.Stretch);

    /// <summary>The same, with stretches of the way forward of a given length.</summary>
    internal static Program CompileGradient(Model model, Formula output, IEnumerable<InputCell> varying, int stretch)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(varying);
        ImmutableArray<InputCell> inputs = [.. varying];
        var (flat, nodes) = Compilation.Lower(model, [output], inputs);
        int[] by = [.. inputs.Select((_, row) => flat.Input(row, Sign.Unknown))];
        int forward = flat.Count;
        // A milestone that is never reached has an infinite day number.
        int[] wanted = [nodes[0], .. Gradient.Of(flat, nodes[0], by, row => (uint)row < (uint)inputs.Length && inputs[row].Unit == Units.Day)];
        if (Recomputation.Operations(flat, nodes[0]) >= 3 * stretch) flat = Recomputation.Apply(flat, forward, wanted, stretch);
        return new Program(new Tape(flat, wanted, inputs.Length), inputs);
    }
}
