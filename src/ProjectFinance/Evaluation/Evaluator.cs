using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace ProjectFinance.Evaluation;

/// <summary>
/// Memory in which one thread evaluates blocks of scenarios: fill the input rows, run, read the output rows. Running allocates nothing.
/// Not for use by several threads at once; give each its own.
/// </summary>
public sealed unsafe class Evaluator
{
    internal const int DefaultWidth = 256;
    const int Alignment = 64;

    // A wider block is run in strips, or the rows in use would not stay in the processor's second cache.
    const int Strip = DefaultWidth;

    readonly Tape tape;
    readonly ScalarTape? scalar;
    readonly BlockTape? block;
    readonly CodeGeneration? generation;
    readonly double[] pinned;
    readonly int stride;
    double[]? ownOfCode;

    internal Evaluator(Program program, int width, EvaluationTier tier)
    {
        var tape = program.Tape;
        ArgumentOutOfRangeException.ThrowIfLessThan(width, 1);
        (this.tape, Width) = (tape, width);
        int lanes = Padded(width);
        // A row more than the block keeps rows of a power of two from falling on the same cache sets.
        stride = width == 1 ? 1 : lanes + BlockTape.Lanes;
        if (width > 1) block = program.Block;
        if (width > 1 && tier != EvaluationTier.Tape) generation = program.GenerationFor(stride);
        if (tier == EvaluationTier.Code) generation?.Make();
        if (width == 1) scalar = program.Scalar;
        pinned = Pinned(scalar?.Length ?? Math.Max(1, tape.Rows) * stride);
        if (scalar is not null) scalar.Prepare(new(Memory, scalar.Length));
        else
            foreach (var (row, value) in tape.Layout.Constants) Row(row).Fill(value);
    }

    /// <summary>The most scenarios in a block.</summary>
    public int Width { get; }

    /// <summary>The row of an input, to be filled before running: one number a scenario. Running leaves it as it is.</summary>
    public Span<double> Input(int index)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(index);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(index, tape.Layout.InputRows);
        return Row(index)[..Width];
    }

    /// <summary>The row of an output after running: one number a scenario.</summary>
    public ReadOnlySpan<double> Output(int index) => Row(tape.Layout.OutputRows[index])[..Width];

    /// <summary>Evaluates the scenarios whose inputs were filled in.</summary>
    /// <param name="scenarios">How many, from 1 to <see cref="Width"/>. A last block need not be full.</param>
    public void Run(int scenarios)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(scenarios, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(scenarios, Width);
        int padded = Padded(scenarios);
        if (block is null) scalar!.Run(Memory);
        else if (generation?.Code is { } code) code.Run(Memory, Aligned(ownOfCode ??= Pinned(code.OwnLength)), padded);
        else
        {
            for (int start = 0; start < padded; start += Strip) block.Run(Memory + start, stride, Math.Min(Strip, padded - start));
            generation?.Ran(scenarios);
        }
    }

    /// <summary>Says that about so many scenarios will run, so that machine code is made at once where they make it worth while.</summary>
    internal void Expect(long scenarios) => generation?.Ran(scenarios);

    /// <summary>Whether blocks run as machine code by now.</summary>
    internal bool IsGenerated => generation?.Code is not null;

    double* Memory => Aligned(pinned);

    static double[] Pinned(int length) => GC.AllocateArray<double>(length + Alignment / sizeof(double), pinned: true);

    static double* Aligned(double[] pinned) => (double*)(((nint)Unsafe.AsPointer(ref MemoryMarshal.GetArrayDataReference(pinned)) + Alignment - 1) & ~(Alignment - 1));

    Span<double> Row(int index) => new(Memory + (nint)index * stride, stride);

    // Generated code takes two vectors a turn.
    const int Turn = ChunkEmitter.Together * BlockTape.Lanes;

    // Lanes beyond the last scenario compute something of what was left in them, which nobody reads; no operation looks at another lane.
    static int Padded(int scenarios) => (scenarios + Turn - 1) / Turn * Turn;
}
