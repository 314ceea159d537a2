using System.Runtime.Intrinsics;

namespace ProjectFinance.Evaluation;

/// <summary>One operation on eight scenarios at once. A truth value is a mask: all bits set, or none.</summary>
unsafe interface IOperation
{
    static abstract Vector512<double> Of(Vector512<double> a, Vector512<double> b, double* mask);
}

unsafe struct Add : IOperation { public static Vector512<double> Of(Vector512<double> a, Vector512<double> b, double* mask) => a + b; }

unsafe struct Subtract : IOperation { public static Vector512<double> Of(Vector512<double> a, Vector512<double> b, double* mask) => a - b; }

unsafe struct Multiply : IOperation { public static Vector512<double> Of(Vector512<double> a, Vector512<double> b, double* mask) => a * b; }

unsafe struct Divide : IOperation { public static Vector512<double> Of(Vector512<double> a, Vector512<double> b, double* mask) => a / b; }

unsafe struct Min : IOperation { public static Vector512<double> Of(Vector512<double> a, Vector512<double> b, double* mask) => Vector512.MinNative(a, b); }

unsafe struct Max : IOperation { public static Vector512<double> Of(Vector512<double> a, Vector512<double> b, double* mask) => Vector512.MaxNative(a, b); }

unsafe struct Floor : IOperation { public static Vector512<double> Of(Vector512<double> a, Vector512<double> b, double* mask) => Vector512.Floor(a); }

unsafe struct Greater : IOperation { public static Vector512<double> Of(Vector512<double> a, Vector512<double> b, double* mask) => Vector512.GreaterThan(a, b); }

unsafe struct GreaterOrEqual : IOperation { public static Vector512<double> Of(Vector512<double> a, Vector512<double> b, double* mask) => Vector512.GreaterThanOrEqual(a, b); }

unsafe struct And : IOperation { public static Vector512<double> Of(Vector512<double> a, Vector512<double> b, double* mask) => a & b; }

unsafe struct Or : IOperation { public static Vector512<double> Of(Vector512<double> a, Vector512<double> b, double* mask) => a | b; }

unsafe struct Not : IOperation { public static Vector512<double> Of(Vector512<double> a, Vector512<double> b, double* mask) => ~a; }

unsafe struct Choose : IOperation { public static Vector512<double> Of(Vector512<double> a, Vector512<double> b, double* mask) => Vector512.ConditionalSelect(Vector512.Load(mask), a, b); }

/// <summary>The same operation with its operands exchanged.</summary>
unsafe struct Swapped<TOperation> : IOperation where TOperation : struct, IOperation
{
    public static Vector512<double> Of(Vector512<double> a, Vector512<double> b, double* mask) => TOperation.Of(b, a, mask);
}

/// <summary>No second operation: the first one's result.</summary>
unsafe struct Nothing : IOperation { public static Vector512<double> Of(Vector512<double> a, Vector512<double> b, double* mask) => a; }

/// <summary>Where an operand of eight scenarios comes from.</summary>
unsafe interface ISource
{
    static abstract Vector512<double> Of(double* row, Vector512<double> constant);
}

unsafe struct FromRow : ISource { public static Vector512<double> Of(double* row, Vector512<double> constant) => Vector512.Load(row); }

unsafe struct FromConstant : ISource { public static Vector512<double> Of(double* row, Vector512<double> constant) => constant; }
