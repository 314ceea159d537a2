using System.Runtime.CompilerServices;
using ProjectFinance.Modelling;

namespace ProjectFinance.Evaluation;

/// <summary>Runs a tape for one scenario, with the same bits as a block. A truth value is 1 or 0.</summary>
static unsafe class ScalarTape
{
    /// <summary>Runs the code on rows that lie one after another.</summary>
    internal static void Run(ReadOnlySpan<Instruction> code, Span<double> memory)
    {
        fixed (double* start = memory) Run(code, start, 1);
    }

    /// <summary>Runs the code on the first number of each row.</summary>
    internal static void Run(ReadOnlySpan<Instruction> code, double* memory, int stride)
    {
        foreach (ref readonly var x in code)
        {
            double* mask = memory + (nint)x.Mask * stride;
            double first = Of(x.First, Value(x.A, memory, stride), Value(x.B, memory, stride), mask);
            double* d = memory + (nint)x.D * stride;
            if (x.Second is { } second)
            {
                double third = Value(x.C, memory, stride);
                first = x.Swapped ? Of(second, third, first, mask) : Of(second, first, third, mask);
            }
            *d = first;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static double Value(in Operand operand, double* memory, int stride) => operand.IsConstant ? operand.Constant : memory[(nint)operand.Row * stride];

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static double Of(Op op, double a, double b, double* mask) => op switch
    {
        Op.Add => a + b,
        Op.Subtract => a - b,
        Op.Multiply => a * b,
        Op.Divide => a / b,
        Op.Min => double.MinNative(a, b),
        Op.Max => double.MaxNative(a, b),
        Op.Floor => Math.Floor(a),
        Op.Greater => a > b ? 1 : 0,
        Op.GreaterOrEqual => a >= b ? 1 : 0,
        Op.And => a * b,
        Op.Or => a + b - a * b,
        Op.Not => 1 - a,
        Op.Choose => *mask != 0 ? a : b,
        _ => throw new InvalidOperationException($"A tape cannot run {op}."),
    };
}
