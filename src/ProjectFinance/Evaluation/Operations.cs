using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace ProjectFinance.Evaluation;

/// <summary>One operation on eight scenarios at once. A truth value is a mask: all bits set, or none.</summary>
interface IOperation
{
    static abstract Vector512<double> Of(Vector512<double> a, Vector512<double> b);
}

struct Add : IOperation { public static Vector512<double> Of(Vector512<double> a, Vector512<double> b) => a + b; }

struct Subtract : IOperation { public static Vector512<double> Of(Vector512<double> a, Vector512<double> b) => a - b; }

struct Multiply : IOperation { public static Vector512<double> Of(Vector512<double> a, Vector512<double> b) => a * b; }

struct Divide : IOperation { public static Vector512<double> Of(Vector512<double> a, Vector512<double> b) => a / b; }

struct Min : IOperation { public static Vector512<double> Of(Vector512<double> a, Vector512<double> b) => Vector512.MinNative(a, b); }

struct Max : IOperation { public static Vector512<double> Of(Vector512<double> a, Vector512<double> b) => Vector512.MaxNative(a, b); }

struct Floor : IOperation { public static Vector512<double> Of(Vector512<double> a, Vector512<double> b) => Vector512.Floor(a); }

struct Greater : IOperation { public static Vector512<double> Of(Vector512<double> a, Vector512<double> b) => Vector512.GreaterThan(a, b); }

struct GreaterOrEqual : IOperation { public static Vector512<double> Of(Vector512<double> a, Vector512<double> b) => Vector512.GreaterThanOrEqual(a, b); }

struct And : IOperation { public static Vector512<double> Of(Vector512<double> a, Vector512<double> b) => a & b; }

struct Or : IOperation { public static Vector512<double> Of(Vector512<double> a, Vector512<double> b) => a | b; }

struct Not : IOperation { public static Vector512<double> Of(Vector512<double> a, Vector512<double> b) => ~a; }
