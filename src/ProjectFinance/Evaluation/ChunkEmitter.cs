using System.Diagnostics.CodeAnalysis;
using System.Reflection.Emit;
using ProjectFinance.Modelling;

namespace ProjectFinance.Evaluation;

/// <summary>A chunk as machine code: runs over a strip of scenarios.</summary>
/// <param name="first">The address of the strip's first scenario in row 0.</param>
/// <param name="end">The address after its last scenario in row 0.</param>
/// <param name="table">The chunk's values: distances of rows from row 0 in bytes, and constants; not read where they are part of the code.</param>
delegate void ChunkMethod(nint first, nint end, nint table);

/// <summary>Writes chunks as machine code, with the values of a chunk as part of the code or read from a table.</summary>
[RequiresDynamicCode("Machine code is made while running.")]
sealed class ChunkEmitter
{
    const int SlotBytes = sizeof(long);

    readonly VectorCode vector;
    readonly ChunkCode chunk;
    readonly ILGenerator il;
    readonly int rowBytes;
    readonly bool isShared;
    readonly LocalBuilder[] locals;

    ChunkEmitter(VectorCode vector, ChunkCode chunk, ILGenerator il, int rowBytes, bool isShared)
    {
        (this.vector, this.chunk, this.il, this.rowBytes, this.isShared) = (vector, chunk, il, rowBytes, isShared);
        locals = new LocalBuilder[chunk.Locals];
        for (int i = 0; i < locals.Length; i++) locals[i] = il.DeclareLocal(vector.Type);
    }

    /// <summary>Makes the method of a chunk.</summary>
    /// <param name="vector">The vector to work on.</param>
    /// <param name="chunk">The chunk.</param>
    /// <param name="rowBytes">From one row to the next.</param>
    /// <param name="isShared">Whether rows and constants are read from the table.</param>
    internal static ChunkMethod Emit(VectorCode vector, ChunkCode chunk, int rowBytes, bool isShared)
    {
        var method = new DynamicMethod("Chunk", typeof(void), [typeof(nint), typeof(nint), typeof(nint)], typeof(ChunkEmitter).Module, skipVisibility: true);
        new ChunkEmitter(vector, chunk, method.GetILGenerator(16 * chunk.Steps.Count), rowBytes, isShared).Loop();
        return method.CreateDelegate<ChunkMethod>();
    }

    void Loop()
    {
        var top = il.DefineLabel();
        il.MarkLabel(top);
        foreach (var step in chunk.Steps) Step(step);
        il.Emit(OpCodes.Ldarg_0);
        Add(vector.Bytes);
        il.Emit(OpCodes.Starg_S, (byte)0);
        il.Emit(OpCodes.Ldarg_0);
        il.Emit(OpCodes.Ldarg_1);
        il.Emit(OpCodes.Blt_Un, top);
        il.Emit(OpCodes.Ret);
    }

    void Step(ChunkStep step)
    {
        switch (step.Kind)
        {
            case ChunkStepKind.Row:
                Address(step.Argument);
                il.Emit(OpCodes.Ldobj, vector.Type);
                break;
            case ChunkStepKind.Constant:
                Constant(step.Argument);
                il.Emit(OpCodes.Call, vector.Create);
                break;
            case ChunkStepKind.Local:
                il.Emit(OpCodes.Ldloc, locals[step.Argument]);
                break;
            case ChunkStepKind.Operation:
                il.Emit(OpCodes.Call, vector.Operations[(Op)step.Argument]);
                break;
            case ChunkStepKind.SetLocal:
                il.Emit(OpCodes.Stloc, locals[step.Argument]);
                break;
            case ChunkStepKind.Store:
                Address(step.Argument);
                break;
            default:
                il.Emit(OpCodes.Ldloc, locals[step.Argument]);
                il.Emit(OpCodes.Stobj, vector.Type);
                break;
        }
    }

    void Address(int value)
    {
        il.Emit(OpCodes.Ldarg_0);
        if (!isShared)
        {
            Add(chunk.Values[value].Row * rowBytes);
            return;
        }
        Slot(value);
        il.Emit(OpCodes.Ldind_I);
        il.Emit(OpCodes.Add);
    }

    void Constant(int value)
    {
        if (!isShared)
        {
            il.Emit(OpCodes.Ldc_R8, chunk.Values[value].Constant);
            return;
        }
        Slot(value);
        il.Emit(OpCodes.Ldind_R8);
    }

    void Slot(int value)
    {
        il.Emit(OpCodes.Ldarg_2);
        Add(value * SlotBytes);
    }

    void Add(int bytes)
    {
        if (bytes == 0) return;
        il.Emit(OpCodes.Ldc_I4, bytes);
        il.Emit(OpCodes.Conv_I);
        il.Emit(OpCodes.Add);
    }
}
