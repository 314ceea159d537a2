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
    readonly BlockTape? block;
    readonly double[] pinned;
    readonly int stride;

    internal Evaluator(Tape tape, int width)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(width, 1);
        (this.tape, Width) = (tape, width);
        block = width == 1 ? null : new BlockTape(tape.Code);
        int lanes = Padded(width);
        // A row more than the block keeps rows of a power of two from falling on the same cache sets.
        stride = width == 1 ? 1 : lanes + BlockTape.Lanes;
        pinned = GC.AllocateArray<double>(Math.Max(1, tape.Rows) * stride + Alignment / sizeof(double), pinned: true);
        foreach (var (row, value) in tape.Constants) Row(row).Fill(value);
    }

    /// <summary>The most scenarios in a block.</summary>
    public int Width { get; }

    /// <summary>The row of an input, to be filled before running: one number a scenario. Running leaves it as it is.</summary>
    public Span<double> Input(int index)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(index);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(index, tape.InputRows);
        return Row(index)[..Width];
    }

    /// <summary>The row of an output after running: one number a scenario.</summary>
    public ReadOnlySpan<double> Output(int index) => Row(tape.OutputRows[index])[..Width];

    /// <summary>Evaluates the scenarios whose inputs were filled in.</summary>
    /// <param name="scenarios">How many, from 1 to <see cref="Width"/>. A last block need not be full.</param>
    public void Run(int scenarios)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(scenarios, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(scenarios, Width);
        if (block is null || scenarios == 1) ScalarTape.Run(tape.Code, Memory, stride);
        else RunInStrips(block, Padded(scenarios));
    }

    void RunInStrips(BlockTape block, int padded)
    {
        for (int start = 0; start < padded; start += Strip) block.Run(Memory + start, stride, Math.Min(Strip, padded - start));
    }

    double* Memory => (double*)(((nint)Unsafe(pinned) + Alignment - 1) & ~(Alignment - 1));

    static double* Unsafe(double[] pinned) => (double*)System.Runtime.CompilerServices.Unsafe.AsPointer(ref MemoryMarshal.GetArrayDataReference(pinned));

    Span<double> Row(int index) => new(Memory + (nint)index * stride, stride);

    // Lanes beyond the last scenario compute something of what was left in them, which nobody reads; no operation looks at another lane.
    static int Padded(int scenarios) => (scenarios + BlockTape.Lanes - 1) / BlockTape.Lanes * BlockTape.Lanes;
}
