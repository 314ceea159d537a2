using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace ProjectFinance.Evaluation;

/// <summary>
/// A program as machine code made for it: a method for each chunk of operations, each running over a strip of scenarios. Small programs have
/// their rows and constants in the code; in large ones chunks of equal shape share a method and read them from a table, so that there is less
/// to compile and the code stays in the cache. The same bits as the tape, in the same rows.
/// </summary>
[RequiresDynamicCode("Machine code is made while running.")]
sealed unsafe class GeneratedCode
{
    /// <summary>How many operations a program may have before its chunks share methods.</summary>
    internal const int MostUnshared = 3_000;

    readonly ChunkMethod[] methods;
    readonly int[] starts;
    readonly long[] table;

    /// <summary>Makes and compiles the code.</summary>
    /// <param name="layout">What is computed, and where it lies.</param>
    /// <param name="stride">From one row to the next, in numbers.</param>
    /// <param name="isShared">Whether chunks of equal shape share a method. The default goes by size.</param>
    internal GeneratedCode(BlockLayout layout, int stride, bool? isShared = null)
    {
        bool shares = isShared ?? layout.Order.Length > MostUnshared;
        int chunks = layout.ChunkEnds.Length, rowBytes = stride * sizeof(double);
        (methods, starts) = (new ChunkMethod[chunks], new int[chunks]);
        var values = new List<long>();
        var shapes = new Dictionary<IReadOnlyList<ChunkStep>, ChunkMethod>(new SameSteps());
        var writer = new ChunkCode.Writer(layout);
        for (int i = 0; i < chunks; i++)
        {
            var chunk = writer.Write(i);
            starts[i] = values.Count;
            if (!shares) methods[i] = Compile(chunk);
            else
            {
                if (!shapes.TryGetValue(chunk.Steps, out var method)) shapes.Add(chunk.Steps, method = Compile(chunk));
                methods[i] = method;
                foreach (var value in chunk.Values) values.Add(value.Row < 0 ? BitConverter.DoubleToInt64Bits(value.Constant) : (long)value.Row * rowBytes);
            }
        }
        Methods = shares ? shapes.Count : chunks;
        table = GC.AllocateArray<long>(values.Count + 1, pinned: true);
        values.CopyTo(table);

        ChunkMethod Compile(ChunkCode chunk)
        {
            var method = ChunkEmitter.Emit(VectorCode.Widest, chunk, rowBytes, shares);
            RuntimeHelpers.PrepareDelegate(method);
            return method;
        }
    }

    /// <summary>How many methods were compiled.</summary>
    internal int Methods { get; }

    /// <summary>Runs every chunk over a strip of scenarios.</summary>
    /// <param name="memory">The first scenario in row 0.</param>
    /// <param name="width">How many scenarios, a multiple of eight.</param>
    internal void Run(double* memory, int width)
    {
        nint first = (nint)memory, end = (nint)(memory + width);
        long* slots = (long*)Unsafe.AsPointer(ref MemoryMarshal.GetArrayDataReference(table));
        for (int i = 0; i < methods.Length; i++) methods[i](first, end, (nint)(slots + starts[i]));
    }

    /// <summary>Chunks are of one shape when their steps are equal.</summary>
    sealed class SameSteps : IEqualityComparer<IReadOnlyList<ChunkStep>>
    {
        public bool Equals(IReadOnlyList<ChunkStep>? x, IReadOnlyList<ChunkStep>? y) => x is not null && y is not null && x.SequenceEqual(y);

        public int GetHashCode(IReadOnlyList<ChunkStep> steps)
        {
            var hash = new HashCode();
            foreach (var step in steps) hash.Add(step);
            return hash.ToHashCode();
        }
    }
}
