using System.Buffers;
using System.Buffers.Binary;
using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.Json;
using Microsoft.Win32.SafeHandles;
using ProjectFinance.Deals.Json;

namespace ProjectFinance.Scenarios;

/// <summary>
/// Writes every output of every scenario of a shard: a NumPy file of shape (scenarios,) for each output, one of shape (scenarios, periods) for each band, and "index.json", which says which is which. Files get
/// their names when all is written. Any number of threads may write blocks at once.
/// </summary>
sealed class RawOutput : IDisposable
{
    readonly SimulationHeading heading;
    readonly long first;
    readonly long count;
    readonly string folder;
    readonly string ending;
    readonly ImmutableArray<RawFile> files;
    bool isComplete;

    internal RawOutput(SimulationPlan plan, Shard shard, string folder)
    {
        (heading, this.folder) = (plan.Heading, folder);
        first = Math.Min(shard.BlocksOf(SimulationPlan.BlocksOf(heading.Paths)).First * SimulationPlan.Block, heading.Paths);
        count = shard.ScenariosOf(heading.Paths);
        ending = shard.Of == 1 ? "" : string.Create(CultureInfo.InvariantCulture, $".shard-{shard.Index}-of-{shard.Of}");
        var taken = new HashSet<string>(StringComparer.Ordinal);
        var opened = new List<RawFile>();
        try
        {
            foreach (var (i, output) in heading.Outputs.Index()) opened.Add(Open(output, i, 1, Slug(output.Name, taken), Npy.Head(count)));
            foreach (var (i, band) in heading.Bands.Index()) opened.Add(Open(band, heading.Outputs.Length + i * heading.Ends.Length, heading.Ends.Length, Slug($"{band.Name} by period", taken), Npy.Head(count, heading.Ends.Length)));
        }
        catch
        {
            opened.ForEach(file => file.Discard());
            throw;
        }
        files = [.. opened];
    }

    /// <summary>Writes a block.</summary>
    /// <param name="rows">[figure][scenario of the block].</param>
    /// <param name="start">The number of its first scenario.</param>
    /// <param name="scenarios">How many it has.</param>
    internal void Write(IReadOnlyList<double[]> rows, long start, int scenarios)
    {
        foreach (var file in files)
        {
            int length = sizeof(double) * scenarios * file.Width;
            var rented = ArrayPool<byte>.Shared.Rent(length);
            var bytes = rented.AsSpan(0, length);
            for (int s = 0; s < scenarios; s++)
            for (int t = 0; t < file.Width; t++)
                BinaryPrimitives.WriteDoubleLittleEndian(bytes[(sizeof(double) * (s * file.Width + t))..], rows[file.Row + t][s]);
            RandomAccess.Write(file.Handle, bytes, file.Start + sizeof(double) * (start - first) * file.Width);
            ArrayPool<byte>.Shared.Return(rented);
        }
    }

    /// <summary>Gives the files their names.</summary>
    internal void Complete()
    {
        foreach (var file in files) file.Finish();
        WriteIndex(Path.Combine(folder, $"index{ending}.json"));
        isComplete = true;
    }

    /// <summary>Takes away what was not completed.</summary>
    public void Dispose()
    {
        if (isComplete) return;
        foreach (var file in files) file.Discard();
    }

    void WriteIndex(string index)
    {
        var beside = Beside(index);
        try
        {
            using (var stream = new FileStream(beside, FileMode.CreateNew, FileAccess.Write))
            {
                stream.Write(Encoding.UTF8.GetBytes(JsonText.Of(Index, indented: true) + "\n"));
                stream.Flush(flushToDisk: true);
            }
            File.Move(beside, index, overwrite: true);
        }
        catch
        {
            File.Delete(beside);
            throw;
        }
    }

    void Index(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteString("deal", heading.Deal);
        json.WriteNumber("paths", heading.Paths);
        json.WriteNumber("firstScenario", first);
        json.WriteNumber("scenarios", count);
        json.WriteStartArray("files");
        foreach (var file in files)
        {
            json.WriteStartObject();
            json.WriteString("file", Path.GetFileName(file.Path));
            json.WriteString("output", file.Heading.Name);
            json.WriteString("unit", file.Heading.Unit.ToString());
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteStartArray("periods");
        foreach (var end in heading.Ends) json.WriteStringValue(end.Iso());
        json.WriteEndArray();
        json.WriteEndObject();
    }

    RawFile Open(FigureHeading figure, int row, int width, string slug, byte[] head)
    {
        var path = Path.Combine(folder, $"{slug}{ending}.npy");
        var beside = Beside(path);
        var handle = File.OpenHandle(beside, FileMode.CreateNew, FileAccess.Write);
        var file = new RawFile(figure, row, width, path, beside, handle, head.Length);
        try { RandomAccess.Write(handle, head, 0); }
        catch
        {
            file.Discard();
            throw;
        }
        return file;
    }

    static string Beside(string path) => Path.Combine(Path.GetDirectoryName(path)!, $".{Path.GetFileName(path)}.{Path.GetRandomFileName()}");

    // "lowest Ratios / DSCR" becomes lowest-ratios-dscr.
    static string Slug(string name, HashSet<string> taken)
    {
        var plain = string.Join('-', string.Concat(name.ToLowerInvariant().Select(c => char.IsAsciiLetterOrDigit(c) ? c : ' ')).Split(' ', StringSplitOptions.RemoveEmptyEntries));
        var slug = plain;
        for (int i = 2; !taken.Add(slug); i++) slug = string.Create(CultureInfo.InvariantCulture, $"{plain}-{i}");
        return slug;
    }

    sealed record RawFile(FigureHeading Heading, int Row, int Width, string Path, string Beside, SafeFileHandle Handle, int Start)
    {
        internal void Finish()
        {
            RandomAccess.FlushToDisk(Handle);
            Handle.Dispose();
            File.Move(Beside, Path, overwrite: true);
        }

        internal void Discard()
        {
            Handle.Dispose();
            File.Delete(Beside);
        }
    }
}
