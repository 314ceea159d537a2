using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace ProjectFinance.Evaluation;

/// <summary>
/// A program as machine code made for it: chunks of operations, each running over a strip of scenarios. Chunks of equal steps share a method and read their
/// rows and constants from a table, so that there is little to compile and the code stays in the cache. The same bits as the tape. Values between inputs and
/// outputs lie in memory of its own, as wide as a strip.
/// </summary>
[RequiresDynamicCode("Machine code is made while running.")]
sealed unsafe class GeneratedCode
{
    // Half of a second cache of two megabytes, or of one.
    const int MostOwnBytes = 1 << 20;
    const int WidestStrip = 64;
    const int NarrowestStrip = 16;

    readonly ChunkMethod[] methods;
    readonly int[] starts;
    readonly long[] table;

    /// <summary>Makes and compiles the code.</summary>
    /// <param name="layout">What is computed, and where it lies.</param>
    /// <param name="stride">From one row that callers see to the next, in numbers.</param>
    internal GeneratedCode(BlockLayout layout, int stride)
    {
        int chunks = layout.ChunkEnds.Length, own = layout.Rows - layout.SharedRows;
        Strip = WidestStrip;
        while (Strip > NarrowestStrip && own * Strip * sizeof(double) > MostOwnBytes) Strip /= 2;
        OwnLength = Math.Max(1, own) * OwnStride;
        (methods, starts) = (new ChunkMethod[chunks], new int[chunks]);
        var values = new List<long>();
        var shapes = new Dictionary<IReadOnlyList<ChunkStep>, int>(new SameSteps());
        var (first, shapeOf) = (new List<ChunkCode>(), new int[chunks]);
        var writer = new ChunkCode.Writer(layout);
        for (int i = 0; i < chunks; i++)
        {
            var chunk = writer.Write(i);
            if (!shapes.TryGetValue(chunk.Steps, out shapeOf[i]))
            {
                shapes.Add(chunk.Steps, shapeOf[i] = first.Count);
                first.Add(chunk);
            }
            starts[i] = values.Count;
            Append(values, chunk, row => sizeof(double) * (row < layout.SharedRows ? row * stride : (row - layout.SharedRows) * OwnStride));
        }
        var compiled = new ChunkMethod[first.Count];
        Parallel.For(0, compiled.Length, i => compiled[i] = Compile(first[i]));
        for (int i = 0; i < chunks; i++) methods[i] = compiled[shapeOf[i]];
        Methods = compiled.Length;
        table = GC.AllocateArray<long>(values.Count + 1, pinned: true);
        values.CopyTo(table);
    }

    /// <summary>How many methods were compiled.</summary>
    internal int Methods { get; }

    /// <summary>The most scenarios at a time, so that the rows in use stay in the processor's caches.</summary>
    internal int Strip { get; }

    /// <summary>How many numbers the code needs as memory of its own.</summary>
    internal int OwnLength { get; }

    // A vector more than the strip keeps rows of a power of two from falling on the same cache sets.
    int OwnStride => Strip + BlockTape.Lanes;

    /// <summary>Runs every chunk over scenarios, a strip at a time.</summary>
    /// <param name="memory">The first scenario in row 0.</param>
    /// <param name="own">Memory of the code's own, beginning on a 64-byte boundary.</param>
    /// <param name="width">How many scenarios, a multiple of sixteen.</param>
    internal void Run(double* memory, double* own, int width)
    {
        for (int start = 0; start < width; start += Strip) RunStrip(memory + start, own, Math.Min(Strip, width - start));
        GC.KeepAlive(this);
    }

    void RunStrip(double* memory, double* own, int width)
    {
        nint first = (nint)memory, end = (nint)(memory + width);
        long* values = (long*)Unsafe.AsPointer(ref MemoryMarshal.GetArrayDataReference(table));
        for (int i = 0; i < methods.Length; i++) methods[i](first, end, (nint)own, (nint)(values + starts[i]));
    }

    static ChunkMethod Compile(ChunkCode chunk)
    {
        var method = ChunkEmitter.Emit(VectorCode.Widest, chunk);
        RuntimeHelpers.PrepareDelegate(method);
        return method;
    }

    static void Append(List<long> values, ChunkCode chunk, Func<int, int> distance)
    {
        for (int r = 0; r < chunk.Rows.Count; r += 2)
        {
            long second = r + 1 < chunk.Rows.Count ? distance(chunk.Rows[r + 1]) : 0;
            values.Add((uint)distance(chunk.Rows[r]) | second << 32);
        }
        foreach (double constant in chunk.Constants) values.Add(BitConverter.DoubleToInt64Bits(constant));
    }

    /// <summary>Chunks are of one shape when their steps are equal.</summary>
    sealed class SameSteps : IEqualityComparer<IReadOnlyList<ChunkStep>>
    {
        public bool Equals(IReadOnlyList<ChunkStep>? x, IReadOnlyList<ChunkStep>? y) => x is not null && y is not null && x.SequenceEqual(y);

        public int GetHashCode(IReadOnlyList<ChunkStep> steps)
        {
            var hash = new HashCode();
            foreach (var step in steps) hash.Add(((int)step.Kind << 24) + step.Argument);
            return hash.ToHashCode();
        }
    }
}
