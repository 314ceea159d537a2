using System.IO.Compression;

namespace ProjectFinance.Excel.Writing;

/// <summary>Rewrites an archive so that its bytes depend on nothing but its contents: entries by name, no times.</summary>
static class SteadyZip
{
    // The earliest time an archive can hold.
    static readonly DateTimeOffset Time = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    internal static byte[] Of(byte[] archive)
    {
        using var from = new ZipArchive(new MemoryStream(archive), ZipArchiveMode.Read);
        using var bytes = new MemoryStream();
        using (var to = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            // The list of contents comes first, as some programs expect.
            foreach (var entry in from.Entries.OrderBy(entry => entry.FullName != "[Content_Types].xml").ThenBy(entry => entry.FullName, StringComparer.Ordinal))
            {
                var copy = to.CreateEntry(entry.FullName, CompressionLevel.Optimal);
                copy.LastWriteTime = Time;
                using var source = entry.Open();
                using var target = copy.Open();
                source.CopyTo(target);
            }
        }
        return bytes.ToArray();
    }
}
