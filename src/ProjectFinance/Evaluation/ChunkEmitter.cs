using System.Diagnostics.CodeAnalysis;
using System.Reflection.Emit;
using ProjectFinance.Modelling;

namespace ProjectFinance.Evaluation;

/// <summary>A chunk as machine code: runs over a strip of scenarios.</summary>
/// <param name="first">The address of the strip's first scenario in row 0, the first of those that callers see.</param>
/// <param name="end">The address after its last scenario in row 0.</param>
/// <param name="own">The address of the first row of the code's own memory, which holds one strip.</param>
/// <param name="table">The chunk's values: distances of rows in bytes, of those that callers see from row 0, of others from the code's own memory; then constants.</param>
delegate void ChunkMethod(nint first, nint end, nint own, nint table);

/// <summary>Writes chunks as machine code that reads rows and constants from a table, so that chunks of equal steps can share it.</summary>
[RequiresDynamicCode("Machine code is made while running.")]
sealed class ChunkEmitter
{
    /// <summary>How many vectors go through a chunk together: one waits while the other works, and both use a distance that was read once.</summary>
    internal const int Together = 2;

    const byte First = 0;
    const byte Own = 2;

    readonly VectorCode vector;
    readonly ChunkCode chunk;
    readonly ILGenerator il;
    readonly LocalBuilder[,] locals;
    readonly Dictionary<int, LocalBuilder> distances = [];
    int which;

    ChunkEmitter(VectorCode vector, ChunkCode chunk, ILGenerator il)
    {
        (this.vector, this.chunk, this.il) = (vector, chunk, il);
        locals = new LocalBuilder[Together, chunk.Locals];
        for (int v = 0; v < Together; v++)
            for (int i = 0; i < chunk.Locals; i++) locals[v, i] = il.DeclareLocal(vector.Type);
    }

    /// <summary>Makes the method of a chunk.</summary>
    internal static ChunkMethod Emit(VectorCode vector, ChunkCode chunk)
    {
        var method = new DynamicMethod("Chunk", typeof(void), [typeof(nint), typeof(nint), typeof(nint), typeof(nint)], typeof(ChunkEmitter).Module, skipVisibility: true) { InitLocals = false };
        new ChunkEmitter(vector, chunk, method.GetILGenerator(32 * chunk.Steps.Count)).Loop();
        return method.CreateDelegate<ChunkMethod>();
    }

    /// <summary>Where in a chunk's part of the table its constants begin: behind the distances of its rows, which take four bytes each.</summary>
    internal static int ConstantsFrom(ChunkCode chunk) => (chunk.Rows.Count + 1) / 2 * sizeof(double);

    void Loop()
    {
        var top = il.DefineLabel();
        il.MarkLabel(top);
        for (int from = 0, to = 0; to < chunk.Steps.Count; to++)
        {
            if (!chunk.Steps[to].EndsStatement) continue;
            distances.Clear();
            for (which = 0; which < Together; which++)
                for (int i = from; i <= to; i++) Step(chunk.Steps[i]);
            from = to + 1;
        }
        Advance(First);
        Advance(Own);
        il.Emit(OpCodes.Ldarg_0);
        il.Emit(OpCodes.Ldarg_1);
        il.Emit(OpCodes.Blt_Un, top);
        il.Emit(OpCodes.Ret);
    }

    void Advance(byte argument)
    {
        il.Emit(OpCodes.Ldarg_S, argument);
        Add(vector.Bytes * Together);
        il.Emit(OpCodes.Starg_S, argument);
    }

    void Step(ChunkStep step)
    {
        switch (step.Kind)
        {
            case ChunkStepKind.SharedRow or ChunkStepKind.OwnRow:
                Address(step.Kind == ChunkStepKind.OwnRow ? Own : First, step.Argument);
                il.Emit(OpCodes.Ldobj, vector.Type);
                break;
            case ChunkStepKind.Constant:
                Constant(step.Argument);
                il.Emit(OpCodes.Call, vector.Create);
                break;
            case ChunkStepKind.Zero or ChunkStepKind.One:
                il.Emit(OpCodes.Ldc_R8, step.Kind == ChunkStepKind.One ? 1.0 : 0.0);
                il.Emit(OpCodes.Call, vector.Create);
                break;
            case ChunkStepKind.Local:
                il.Emit(OpCodes.Ldloc, locals[which, step.Argument]);
                break;
            case ChunkStepKind.Operation:
                il.Emit(OpCodes.Call, vector.Operations[(Op)step.Argument]);
                break;
            case ChunkStepKind.SetLocal:
                il.Emit(OpCodes.Stloc, locals[which, step.Argument]);
                break;
            case ChunkStepKind.StoreShared or ChunkStepKind.StoreOwn:
                Address(step.Kind == ChunkStepKind.StoreOwn ? Own : First, step.Argument);
                break;
            default:
                il.Emit(OpCodes.Ldloc, locals[which, step.Argument]);
                il.Emit(OpCodes.Stobj, vector.Type);
                break;
        }
    }

    void Address(byte from, int row)
    {
        il.Emit(OpCodes.Ldarg_S, from);
        if (distances.TryGetValue(row, out var distance)) il.Emit(OpCodes.Ldloc, distance);
        else
        {
            il.Emit(OpCodes.Ldarg_3);
            Add(row * sizeof(int));
            il.Emit(OpCodes.Ldind_I4);
            il.Emit(OpCodes.Conv_I);
            il.Emit(OpCodes.Dup);
            distances.Add(row, distance = il.DeclareLocal(typeof(nint)));
            il.Emit(OpCodes.Stloc, distance);
        }
        il.Emit(OpCodes.Add);
        Add(which * vector.Bytes);
    }

    void Constant(int constant)
    {
        il.Emit(OpCodes.Ldarg_3);
        Add(ConstantsFrom(chunk) + constant * sizeof(double));
        il.Emit(OpCodes.Ldind_R8);
    }

    void Add(int bytes)
    {
        if (bytes == 0) return;
        il.Emit(OpCodes.Ldc_I4, bytes);
        il.Emit(OpCodes.Conv_I);
        il.Emit(OpCodes.Add);
    }
}
