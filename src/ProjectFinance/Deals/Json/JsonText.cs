using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace ProjectFinance.Deals.Json;

/// <summary>Writes JSON as text.</summary>
static class JsonText
{
    /// <summary>What is written, for people on many lines or else on one.</summary>
    public static string Of(Action<Utf8JsonWriter> write, bool indented)
    {
        var bytes = new ArrayBufferWriter<byte>();
        // People read these files: "USD/oz" and "O'Brien" stay as they are written.
        var options = new JsonWriterOptions { Indented = indented, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
        using (var json = new Utf8JsonWriter(bytes, options)) write(json);
        return Encoding.UTF8.GetString(bytes.WrittenSpan);
    }
}
