using System.Collections.Immutable;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;
using ProjectFinance.Evaluation;
using ProjectFinance.Modelling;

namespace ProjectFinance.Results;

/// <summary>What a mixture of two deals makes of one number, and how: mixtures of the same shape differ in the values of inputs alone, so that each is a scenario of the other.</summary>
/// <param name="Value">The number, finite.</param>
/// <param name="Shape">The hash of the formulas behind the number and of the inputs they take.</param>
/// <param name="Inputs">The values of these inputs, in the order of the model.</param>
sealed record Mixture(double Value, string Shape, ImmutableArray<double> Inputs)
{
    /// <summary>The mixture a model is of; null where the number does not apply in it.</summary>
    internal static Mixture? Of(Model model, ChosenOutput of)
    {
        var output = of.Find(model);
        var inputs = model.InputsOf([output]);
        var (flat, nodes) = Compilation.Lower(model, [output], inputs);
        double[] values = [.. inputs.Select(input => input.Value)];
        double value = new Program(new Tape(flat, nodes, inputs.Length), inputs).Evaluate(values)[0];
        return double.IsFinite(value) ? new(value, ShapeOf(flat, nodes[0], inputs), ImmutableCollectionsMarshal.AsImmutableArray(values)) : null;
    }

    static string ShapeOf(Graph flat, int output, ImmutableArray<InputCell> inputs)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(Encoding.UTF8.GetBytes(string.Join('\n', inputs.Select(input => $"{input.Name}@{input.Period?.Index}"))));
        Span<int> numbers = stackalloc int[6];
        for (int index = 0; index < flat.Count; index++)
        {
            ref readonly var node = ref flat[index];
            long constant = BitConverter.DoubleToInt64Bits(node.Constant);
            (numbers[0], numbers[1], numbers[2], numbers[3], numbers[4], numbers[5]) = ((int)node.Op, node.A, node.B, node.C, (int)constant, (int)(constant >> 32));
            hash.AppendData(MemoryMarshal.AsBytes(numbers));
        }
        numbers[0] = output;
        hash.AppendData(MemoryMarshal.AsBytes(numbers[..1]));
        return Fingerprint.Of(hash.GetHashAndReset());
    }
}
