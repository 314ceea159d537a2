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
            double a = x.AIsConstant ? x.ConstantA : memory[(nint)x.A * stride];
            double b = x.BIsConstant ? x.ConstantB : memory[(nint)x.B * stride];
            memory[(nint)x.D * stride] = x.Op switch
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
                Op.Choose => memory[(nint)x.C * stride] != 0 ? a : b,
                _ => throw new InvalidOperationException($"A tape cannot run {x.Op}."),
            };
        }
    }
}
