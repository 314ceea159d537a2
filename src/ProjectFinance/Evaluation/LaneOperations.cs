using System.Runtime.Intrinsics;

namespace ProjectFinance.Evaluation;

/// <summary>One operation on eight scenarios at once. A truth value is a mask: all bits set, or none.</summary>
unsafe interface IOperation
{
    static abstract Vector512<double> Of(Vector512<double> a, Vector512<double> b, double* mask);
}

unsafe struct LaneAdd : IOperation { public static Vector512<double> Of(Vector512<double> a, Vector512<double> b, double* mask) => a + b; }

unsafe struct LaneSubtract : IOperation { public static Vector512<double> Of(Vector512<double> a, Vector512<double> b, double* mask) => a - b; }

unsafe struct LaneMultiply : IOperation { public static Vector512<double> Of(Vector512<double> a, Vector512<double> b, double* mask) => a * b; }

unsafe struct LaneDivide : IOperation { public static Vector512<double> Of(Vector512<double> a, Vector512<double> b, double* mask) => a / b; }

unsafe struct LaneMin : IOperation { public static Vector512<double> Of(Vector512<double> a, Vector512<double> b, double* mask) => Vector512.MinNative(a, b); }

unsafe struct LaneMax : IOperation { public static Vector512<double> Of(Vector512<double> a, Vector512<double> b, double* mask) => Vector512.MaxNative(a, b); }

unsafe struct LaneFloor : IOperation { public static Vector512<double> Of(Vector512<double> a, Vector512<double> b, double* mask) => Vector512.Floor(a); }

unsafe struct LaneGreater : IOperation { public static Vector512<double> Of(Vector512<double> a, Vector512<double> b, double* mask) => Vector512.GreaterThan(a, b); }

unsafe struct LaneGreaterOrEqual : IOperation { public static Vector512<double> Of(Vector512<double> a, Vector512<double> b, double* mask) => Vector512.GreaterThanOrEqual(a, b); }

unsafe struct LaneAnd : IOperation { public static Vector512<double> Of(Vector512<double> a, Vector512<double> b, double* mask) => a & b; }

unsafe struct LaneOr : IOperation { public static Vector512<double> Of(Vector512<double> a, Vector512<double> b, double* mask) => a | b; }

unsafe struct LaneNot : IOperation { public static Vector512<double> Of(Vector512<double> a, Vector512<double> b, double* mask) => ~a; }

unsafe struct LaneChoose : IOperation { public static Vector512<double> Of(Vector512<double> a, Vector512<double> b, double* mask) => Vector512.ConditionalSelect(Vector512.Load(mask), a, b); }

/// <summary>The same operation with its operands exchanged.</summary>
unsafe struct LaneSwapped<TOperation> : IOperation where TOperation : struct, IOperation
{
    public static Vector512<double> Of(Vector512<double> a, Vector512<double> b, double* mask) => TOperation.Of(b, a, mask);
}

/// <summary>No second operation: the first one's result.</summary>
unsafe struct LaneNothing : IOperation { public static Vector512<double> Of(Vector512<double> a, Vector512<double> b, double* mask) => a; }

/// <summary>Where an operand of eight scenarios comes from.</summary>
unsafe interface ISource
{
    static abstract Vector512<double> Of(double* row, Vector512<double> constant);
}

unsafe struct FromRow : ISource { public static Vector512<double> Of(double* row, Vector512<double> constant) => Vector512.Load(row); }

unsafe struct FromConstant : ISource { public static Vector512<double> Of(double* row, Vector512<double> constant) => constant; }
