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
    internal required IReadOnlyDictionary<Op, MethodInfo> Operations { get; init; }

    static VectorCode Of512()
    {
        var type = typeof(Vector512<double>);
        return new()
        {
            Type = type,
            Bytes = Vector512<byte>.Count,
            Create = ((Func<double, Vector512<double>>)Vector512.Create).Method,
            Operations = new Dictionary<Op, MethodInfo>
            {
                [Op.Add] = Operator(type, "op_Addition", 2),
                [Op.Subtract] = Operator(type, "op_Subtraction", 2),
                [Op.Multiply] = Operator(type, "op_Multiply", 2),
                [Op.Divide] = Operator(type, "op_Division", 2),
                [Op.And] = Operator(type, "op_BitwiseAnd", 2),
                [Op.Or] = Operator(type, "op_BitwiseOr", 2),
                [Op.Not] = Operator(type, "op_OnesComplement", 1),
                [Op.Min] = ((Func<Vector512<double>, Vector512<double>, Vector512<double>>)Vector512.MinNative).Method,
                [Op.Max] = ((Func<Vector512<double>, Vector512<double>, Vector512<double>>)Vector512.MaxNative).Method,
                [Op.Floor] = ((Func<Vector512<double>, Vector512<double>>)Vector512.Floor).Method,
                [Op.Greater] = ((Func<Vector512<double>, Vector512<double>, Vector512<double>>)Vector512.GreaterThan).Method,
                [Op.GreaterOrEqual] = ((Func<Vector512<double>, Vector512<double>, Vector512<double>>)Vector512.GreaterThanOrEqual).Method,
                [Op.Choose] = ((Func<Vector512<double>, Vector512<double>, Vector512<double>, Vector512<double>>)Vector512.ConditionalSelect).Method,
            },
        };
    }

    static VectorCode Of256()
    {
        var type = typeof(Vector256<double>);
        return new()
        {
            Type = type,
            Bytes = Vector256<byte>.Count,
            Create = ((Func<double, Vector256<double>>)Vector256.Create).Method,
            Operations = new Dictionary<Op, MethodInfo>
            {
                [Op.Add] = Operator(type, "op_Addition", 2),
                [Op.Subtract] = Operator(type, "op_Subtraction", 2),
                [Op.Multiply] = Operator(type, "op_Multiply", 2),
                [Op.Divide] = Operator(type, "op_Division", 2),
                [Op.And] = Operator(type, "op_BitwiseAnd", 2),
                [Op.Or] = Operator(type, "op_BitwiseOr", 2),
                [Op.Not] = Operator(type, "op_OnesComplement", 1),
                [Op.Min] = ((Func<Vector256<double>, Vector256<double>, Vector256<double>>)Vector256.MinNative).Method,
                [Op.Max] = ((Func<Vector256<double>, Vector256<double>, Vector256<double>>)Vector256.MaxNative).Method,
                [Op.Floor] = ((Func<Vector256<double>, Vector256<double>>)Vector256.Floor).Method,
                [Op.Greater] = ((Func<Vector256<double>, Vector256<double>, Vector256<double>>)Vector256.GreaterThan).Method,
                [Op.GreaterOrEqual] = ((Func<Vector256<double>, Vector256<double>, Vector256<double>>)Vector256.GreaterThanOrEqual).Method,
                [Op.Choose] = ((Func<Vector256<double>, Vector256<double>, Vector256<double>, Vector256<double>>)Vector256.ConditionalSelect).Method,
            },
        };
    }

    static MethodInfo Operator([DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicMethods)] Type type, string name, int operands) =>
        type.GetMethod(name, [.. Enumerable.Repeat(type, operands)]) ?? throw new MissingMethodException(type.Name, name);
}
