using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace ProjectFinance.Evaluation;

/// <summary>
/// Decides when machine code is made for a program: once enough work has been done on its tape to tell that more will come, in the background, while
/// the tape goes on. Whoever runs a block next takes the code. The bits are the same, so nobody can tell but by the clock.
/// </summary>
/// <param name="layout">What is computed, and where it lies.</param>
/// <param name="stride">From one row to the next, in numbers.</param>
sealed class CodeGeneration(BlockLayout layout, int stride)
{
    /// <summary>Operations times scenarios after which code pays: compiling takes as long as some tens of millions on the tape.</summary>
    const long Worthwhile = 150_000_000;

    readonly Lock making = new();
    long work;
    volatile GeneratedCode? code;

    /// <summary>Whether this runtime can make machine code that pays; it cannot where programs were compiled ahead of time, and narrow vectors would not gain on the tape.</summary>
    internal static bool IsPossible => RuntimeFeature.IsDynamicCodeCompiled && Vector256.IsHardwareAccelerated;

    /// <summary>The code, or null while there is none.</summary>
    internal GeneratedCode? Code => code;

    /// <summary>Counts scenarios that ran on the tape, or are sure to be run.</summary>
    internal void Ran(long scenarios)
    {
        if (!IsPossible) return;
        long added = scenarios * layout.Order.Length, done = Interlocked.Add(ref work, added);
        if (done >= Worthwhile && done - added < Worthwhile) _ = Task.Run(Make);
    }

    /// <summary>Makes the code, or waits until it is made, where this is possible.</summary>
    internal void Make()
    {
        // Distances of rows are four bytes long.
        bool fits = (long)layout.Rows * stride * sizeof(double) <= int.MaxValue;
        if (!RuntimeFeature.IsDynamicCodeSupported || !IsPossible || !fits) return;
        lock (making) code ??= new GeneratedCode(layout, stride);
    }
}
