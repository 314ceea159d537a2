using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace ProjectFinance.Results;

/// <summary>Hashes of what went into a run and of what came out: names, units and the bits of every number, in the order of the model.</summary>
static class RunHash
{
    /// <summary>Of every line's name, unit and values.</summary>
    internal static string OfResults(Run run) => Of(hash =>
    {
        Timeline(hash, run.Model);
        foreach (var line in run.Model.Lines)
        {
            Text(hash, line.Name);
            Text(hash, line.Unit.ToString());
            foreach (double value in run.Values(line)) Number(hash, value);
        }
    });

    /// <summary>Of every input's name, column and value.</summary>
    internal static string OfInputs(Run run) => Of(hash =>
    {
        Timeline(hash, run.Model);
        foreach (var (input, value) in run.Inputs)
        {
            Text(hash, input.Name);
            Text(hash, input.Unit.ToString());
            Number(hash, input.Period?.Index ?? -1);
            Number(hash, value);
        }
    });

    static string Of(Action<IncrementalHash> write)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        write(hash);
        return Fingerprint.Of(hash.GetHashAndReset());
    }

    static void Timeline(IncrementalHash hash, Model model)
    {
        Number(hash, model.Periods.Count);
        foreach (var period in model.Periods) Text(hash, period.ToString());
    }

    // The length first, so that no two texts in a row look like two others.
    static void Text(IncrementalHash hash, string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        Number(hash, bytes.Length);
        hash.AppendData(bytes);
    }

    // Zero has two signs, which no reader of the results can tell apart.
    static void Number(IncrementalHash hash, double value)
    {
        Span<byte> bytes = stackalloc byte[sizeof(double)];
        BinaryPrimitives.WriteDoubleLittleEndian(bytes, value + 0.0);
        hash.AppendData(bytes);
    }
}
