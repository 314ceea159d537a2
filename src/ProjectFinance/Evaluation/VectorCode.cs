using System.Collections.Frozen;
using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using System.Runtime.Intrinsics;
using ProjectFinance.Modelling;

namespace ProjectFinance.Evaluation;

/// <summary>The widest vector this processor works on at once, and what generated code calls on it. Every width gives the same bits.</summary>
sealed record VectorCode
{
    /// <summary>The widest.</summary>
    internal static VectorCode Widest { get; } = Vector512.IsHardwareAccelerated ? Of512() : Of256();

    /// <summary>The type of the vector.</summary>
    internal required Type Type { get; init; }

    /// <summary>How many bytes it has.</summary>
    internal required int Bytes { get; init; }

    /// <summary>Makes a vector of one number.</summary>
    internal required MethodInfo Create { get; init; }

    /// <summary>What each operation calls, by its number.</summary>
    internal required FrozenDictionary<Op, MethodInfo> Operations { get; init; }

    static VectorCode Of512() => new()
    {
        Type = typeof(Vector512<double>),
        Bytes = Vector512<byte>.Count,
        Create = ((Func<double, Vector512<double>>)Vector512.Create).Method,
        Operations = WithOperators(typeof(Vector512<double>), new()
        {
            [Op.Min] = ((Func<Vector512<double>, Vector512<double>, Vector512<double>>)Vector512.MinNative).Method,
            [Op.Max] = ((Func<Vector512<double>, Vector512<double>, Vector512<double>>)Vector512.MaxNative).Method,
            [Op.Floor] = ((Func<Vector512<double>, Vector512<double>>)Vector512.Floor).Method,
            [Op.Greater] = ((Func<Vector512<double>, Vector512<double>, Vector512<double>>)Vector512.GreaterThan).Method,
            [Op.GreaterOrEqual] = ((Func<Vector512<double>, Vector512<double>, Vector512<double>>)Vector512.GreaterThanOrEqual).Method,
            [Op.Choose] = ((Func<Vector512<double>, Vector512<double>, Vector512<double>, Vector512<double>>)Vector512.ConditionalSelect).Method,
        }),
    };

    static VectorCode Of256() => new()
    {
        Type = typeof(Vector256<double>),
        Bytes = Vector256<byte>.Count,
        Create = ((Func<double, Vector256<double>>)Vector256.Create).Method,
        Operations = WithOperators(typeof(Vector256<double>), new()
        {
            [Op.Min] = ((Func<Vector256<double>, Vector256<double>, Vector256<double>>)Vector256.MinNative).Method,
            [Op.Max] = ((Func<Vector256<double>, Vector256<double>, Vector256<double>>)Vector256.MaxNative).Method,
            [Op.Floor] = ((Func<Vector256<double>, Vector256<double>>)Vector256.Floor).Method,
            [Op.Greater] = ((Func<Vector256<double>, Vector256<double>, Vector256<double>>)Vector256.GreaterThan).Method,
            [Op.GreaterOrEqual] = ((Func<Vector256<double>, Vector256<double>, Vector256<double>>)Vector256.GreaterThanOrEqual).Method,
            [Op.Choose] = ((Func<Vector256<double>, Vector256<double>, Vector256<double>, Vector256<double>>)Vector256.ConditionalSelect).Method,
        }),
    };

    // An operator compiles faster than the method of the same meaning, which is generic.
    static FrozenDictionary<Op, MethodInfo> WithOperators([DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicMethods)] Type vector, Dictionary<Op, MethodInfo> operations)
    {
        foreach (var (op, name) in ((Op, string)[])[(Op.Add, "op_Addition"), (Op.Subtract, "op_Subtraction"), (Op.Multiply, "op_Multiply"), (Op.Divide, "op_Division"), (Op.And, "op_BitwiseAnd"), (Op.Or, "op_BitwiseOr")])
            operations.Add(op, Operator(vector, name, vector, vector));
        operations.Add(Op.Not, Operator(vector, "op_OnesComplement", vector));
        return operations.ToFrozenDictionary();
    }

    static MethodInfo Operator([DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicMethods)] Type vector, string name, params Type[] operands) =>
        vector.GetMethod(name, operands) ?? throw new MissingMethodException(vector.Name, name);
}
