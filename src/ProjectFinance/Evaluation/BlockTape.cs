using System.Runtime.Intrinsics;
using ProjectFinance.Modelling;

namespace ProjectFinance.Evaluation;

/// <summary>Runs a tape over a block of scenarios, one operation over the whole block at a time, eight scenarios a step.</summary>
static unsafe class BlockTape
{
    internal const int Lanes = 8;

    /// <summary>Runs the code over a block.</summary>
    /// <param name="code">The instructions.</param>
    /// <param name="memory">Row 0; every row begins on a 64-byte boundary.</param>
    /// <param name="stride">From one row to the next, in numbers.</param>
    /// <param name="width">How many scenarios, a multiple of eight.</param>
    internal static void Run(ReadOnlySpan<Instruction> code, double* memory, int stride, int width)
    {
        foreach (ref readonly var x in code)
        {
            double* a = memory + (nint)x.A * stride;
            double* b = memory + (nint)x.B * stride;
            double* d = memory + (nint)x.D * stride;
            switch (x.Op)
            {
                case Op.Add: Each<Add>(x, a, b, d, width); break;
                case Op.Subtract: Each<Subtract>(x, a, b, d, width); break;
                case Op.Multiply: Each<Multiply>(x, a, b, d, width); break;
                case Op.Divide: Each<Divide>(x, a, b, d, width); break;
                case Op.Min: Each<Min>(x, a, b, d, width); break;
                case Op.Max: Each<Max>(x, a, b, d, width); break;
                case Op.Floor: Each<Floor>(x, a, b, d, width); break;
                case Op.Greater: Each<Greater>(x, a, b, d, width); break;
                case Op.GreaterOrEqual: Each<GreaterOrEqual>(x, a, b, d, width); break;
                case Op.And: Each<And>(x, a, b, d, width); break;
                case Op.Or: Each<Or>(x, a, b, d, width); break;
                case Op.Not: Each<Not>(x, a, b, d, width); break;
                case Op.Choose: Choose(x, memory + (nint)x.C * stride, a, b, d, width); break;
                default: throw new InvalidOperationException($"A tape cannot run {x.Op}.");
            }
        }
    }

    static void Each<TOperation>(in Instruction x, double* a, double* b, double* d, int width) where TOperation : struct, IOperation
    {
        if (x.AIsConstant)
        {
            var constant = Vector512.Create(x.ConstantA);
            for (int k = 0; k < width; k += Lanes) TOperation.Of(constant, Vector512.Load(b + k)).Store(d + k);
        }
        else if (x.BIsConstant)
        {
            var constant = Vector512.Create(x.ConstantB);
            for (int k = 0; k < width; k += Lanes) TOperation.Of(Vector512.Load(a + k), constant).Store(d + k);
        }
        else
        {
            for (int k = 0; k < width; k += Lanes) TOperation.Of(Vector512.Load(a + k), Vector512.Load(b + k)).Store(d + k);
        }
    }

    static void Choose(in Instruction x, double* mask, double* a, double* b, double* d, int width)
    {
        var constantA = Vector512.Create(x.ConstantA);
        var constantB = Vector512.Create(x.ConstantB);
        if (x.AIsConstant && x.BIsConstant)
            for (int k = 0; k < width; k += Lanes) Vector512.ConditionalSelect(Vector512.Load(mask + k), constantA, constantB).Store(d + k);
        else if (x.AIsConstant)
            for (int k = 0; k < width; k += Lanes) Vector512.ConditionalSelect(Vector512.Load(mask + k), constantA, Vector512.Load(b + k)).Store(d + k);
        else if (x.BIsConstant)
            for (int k = 0; k < width; k += Lanes) Vector512.ConditionalSelect(Vector512.Load(mask + k), Vector512.Load(a + k), constantB).Store(d + k);
        else
            for (int k = 0; k < width; k += Lanes) Vector512.ConditionalSelect(Vector512.Load(mask + k), Vector512.Load(a + k), Vector512.Load(b + k)).Store(d + k);
    }
}
