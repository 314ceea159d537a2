using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using unsafe Loop = delegate*<in ProjectFinance.Evaluation.Instruction, double*, int, int, void>;

namespace ProjectFinance.Evaluation;

/// <summary>Runs a tape over a block of scenarios: one instruction over the whole block at a time, eight scenarios a step.</summary>
sealed unsafe class BlockTape
{
    internal const int Lanes = 8;

    readonly Instruction[] code;
    readonly Loop[] loops;

    internal BlockTape(Instruction[] code)
    {
        (this.code, loops) = (code, new Loop[code.Length]);
        for (int i = 0; i < code.Length; i++) loops[i] = BlockLoops.For(code[i]);
    }

    /// <summary>Runs every instruction over one block.</summary>
    /// <param name="memory">Row 0; every row begins on a 64-byte boundary.</param>
    /// <param name="stride">From one row to the next, in numbers.</param>
    /// <param name="width">How many scenarios, a multiple of eight.</param>
    internal void Run(double* memory, int stride, int width)
    {
        for (int i = 0; i < code.Length; i++) loops[i](in code[i], memory, stride, width);
    }

    /// <summary>The loop behind every instruction. Each combination of operations and operands is compiled when it is first met.</summary>
    // Compiled once and well: the usual quick first version is twenty times slower, and a simulation may be over before it is replaced.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal static void Each<TFirst, TSecond, TA, TB, TC>(in Instruction x, double* memory, int stride, int width)
        where TFirst : struct, IOperation where TSecond : struct, IOperation where TA : struct, ISource where TB : struct, ISource where TC : struct, ISource
    {
        double* a = memory + (nint)x.A.Row * stride;
        double* b = memory + (nint)x.B.Row * stride;
        double* c = memory + (nint)x.C.Row * stride;
        double* mask = memory + (nint)x.Mask * stride;
        double* d = memory + (nint)x.D * stride;
        double* end = d + width;
        Vector512<double> constantA = Vector512.Create(x.A.Constant), constantB = Vector512.Create(x.B.Constant), constantC = Vector512.Create(x.C.Constant);

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        static void Step(double* a, double* b, double* c, double* mask, double* d, Vector512<double> constantA, Vector512<double> constantB, Vector512<double> constantC) =>
            TSecond.Of(TFirst.Of(TA.Of(a, constantA), TB.Of(b, constantB), mask), TC.Of(c, constantC), mask).Store(d);

        // Four steps a turn leave the loop's own arithmetic a small part of the work.
        for (; end - d >= 4 * Lanes; d += 4 * Lanes)
        {
            Step(a, b, c, mask, d, constantA, constantB, constantC);
            Step(a + Lanes, b + Lanes, c + Lanes, mask + Lanes, d + Lanes, constantA, constantB, constantC);
            Step(a + 2 * Lanes, b + 2 * Lanes, c + 2 * Lanes, mask + 2 * Lanes, d + 2 * Lanes, constantA, constantB, constantC);
            Step(a + 3 * Lanes, b + 3 * Lanes, c + 3 * Lanes, mask + 3 * Lanes, d + 3 * Lanes, constantA, constantB, constantC);
            a += 4 * Lanes;
            b += 4 * Lanes;
            c += 4 * Lanes;
            mask += 4 * Lanes;
        }
        for (; d < end; d += Lanes)
        {
            Step(a, b, c, mask, d, constantA, constantB, constantC);
            a += Lanes;
            b += Lanes;
            c += Lanes;
            mask += Lanes;
        }
    }
}
