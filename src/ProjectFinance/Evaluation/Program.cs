using System.Buffers;
using System.Collections.Concurrent;
using System.Collections.Immutable;
using ProjectFinance.Modelling;

namespace ProjectFinance.Evaluation;

/// <summary>
/// The instructions that compute chosen outputs of a model from chosen inputs, and nothing else: cells that do not matter are
/// dropped and everything that does not vary is computed beforehand. Immutable; any number of threads may use one program.
/// </summary>
public sealed class Program
{
    readonly ConcurrentDictionary<int, CodeGeneration> generations = new();
    readonly Lazy<BlockTape> block;
    readonly Lazy<ScalarTape> scalar;

    internal Program(Tape tape, ImmutableArray<InputCell> inputs)
    {
        (Tape, Inputs) = (tape, inputs);
        (block, scalar) = (new(() => new BlockTape(tape.Code)), new(() => new ScalarTape(tape)));
    }

    /// <summary>What varies by scenario, in the order the rows of input are given.</summary>
    public ImmutableArray<InputCell> Inputs { get; }

    /// <summary>How many outputs were asked for.</summary>
    public int OutputCount => Tape.Layout.OutputRows.Length;

    /// <summary>How many operations a scenario takes.</summary>
    public int InstructionCount => Tape.Operations;

    internal Tape Tape { get; }

    /// <summary>The row an output lies in: outputs found to be the same number share one.</summary>
    internal int RowOf(int output) => Tape.Layout.OutputRows[output];

    internal BlockTape Block => block.Value;

    internal ScalarTape Scalar => scalar.Value;

    /// <summary>The machine code of this program for rows that lie a distance apart.</summary>
    internal CodeGeneration GenerationFor(int stride) => generations.GetOrAdd(stride, static (stride, tape) => new(tape.Layout, stride), Tape);

    /// <summary>Memory in which one thread evaluates blocks of scenarios.</summary>
    /// <param name="width">The most scenarios in a block, from 1. The default is 256; results are the same bits for every width.</param>
    /// <param name="tier">How blocks are evaluated. The default is on the tape at first and as machine code once that pays; the bits are the same.</param>
    public Evaluator CreateEvaluator(int width = Evaluator.DefaultWidth, EvaluationTier tier = EvaluationTier.Automatic) => new(this, width, tier);

    /// <summary>Evaluates one scenario.</summary>
    /// <param name="inputs">[input], in the order of <see cref="Inputs"/>.</param>
    /// <returns>[output], in the order asked for.</returns>
    public unsafe double[] Evaluate(ReadOnlySpan<double> inputs)
    {
        if (inputs.Length != Inputs.Length) throw new ArgumentException($"The program takes {Inputs.Length} inputs; {inputs.Length} were given.", nameof(inputs));
        var memory = ArrayPool<double>.Shared.Rent(Scalar.Length);
        Scalar.Prepare(memory);
        inputs.CopyTo(memory);
        fixed (double* start = memory) Scalar.Run(start);
        var outputs = new double[OutputCount];
        for (int o = 0; o < outputs.Length; o++) outputs[o] = memory[Tape.Layout.OutputRows[o]];
        ArrayPool<double>.Shared.Return(memory);
        return outputs;
    }

    /// <summary>Evaluates any number of scenarios, block by block, on this thread.</summary>
    /// <param name="inputs">[input][scenario], in the order of <see cref="Inputs"/>; all of one length.</param>
    /// <param name="outputs">[output][scenario], written.</param>
    /// <param name="width">Scenarios in a block. The default is 256.</param>
    public void Evaluate(IReadOnlyList<double[]> inputs, IReadOnlyList<double[]> outputs, int width = Evaluator.DefaultWidth)
    {
        ArgumentNullException.ThrowIfNull(inputs);
        ArgumentNullException.ThrowIfNull(outputs);
        if (inputs.Count != Inputs.Length) throw new ArgumentException($"The program takes {Inputs.Length} inputs; {inputs.Count} were given.", nameof(inputs));
        if (outputs.Count != OutputCount) throw new ArgumentException($"The program has {OutputCount} outputs; {outputs.Count} were given.", nameof(outputs));
        if (outputs.Count == 0) return;
        int scenarios = outputs[0].Length;
        if (inputs.Concat(outputs).Any(row => row.Length != scenarios)) throw new ArgumentException("Every row of inputs and outputs must have one number a scenario.", nameof(inputs));
        var evaluator = CreateEvaluator(width);
        for (int start = 0; start < scenarios; start += width)
        {
            int count = Math.Min(width, scenarios - start);
            for (int i = 0; i < inputs.Count; i++) inputs[i].AsSpan(start, count).CopyTo(evaluator.Input(i));
            evaluator.Run(count);
            for (int o = 0; o < outputs.Count; o++) evaluator.Output(o)[..count].CopyTo(outputs[o].AsSpan(start));
        }
    }
}
