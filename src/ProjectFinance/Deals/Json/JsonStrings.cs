using System.Text.Json;

namespace ProjectFinance.Deals.Json;

/// <summary>What is wrong with JSON text, and what its reader accepts that nothing after it could read.</summary>
static class JsonStrings
{
    /// <summary>What is wrong, without what the framework's messages end with: positions that count from zero, in bytes, and its own settings.</summary>
    /// <param name="isEmpty">Whether there is no text at all.</param>
    /// <param name="broken">What the reader found.</param>
    internal static string Reason(bool isEmpty, JsonException broken) =>
        isEmpty ? "the text is empty"
        : broken.Message.StartsWith("Expected depth", StringComparison.Ordinal) ? "an object or array is not closed"
        : broken.Message.Split(" LineNumber:")[0].Split(" Change the reader options")[0].TrimEnd('.', ' ');

    /// <summary>Refuses text such as "\ud800", which is well-formed JSON but half a character.</summary>
    /// <param name="bytes">Valid UTF-8.</param>
    /// <exception cref="JsonException">There is such text, or no JSON.</exception>
    internal static void Check(ReadOnlySpan<byte> bytes)
    {
        if (bytes.IndexOf("\\u"u8) < 0) return;
        var reader = new Utf8JsonReader(bytes);
        while (reader.Read())
        {
            if (reader.TokenType is not (JsonTokenType.String or JsonTokenType.PropertyName)) continue;
            try { reader.GetString(); }
            catch (InvalidOperationException)
            {
                int start = (int)reader.TokenStartIndex;
                var before = bytes[..start];
                throw new JsonException("an escape in this text is half a character", null, before.Count((byte)'\n'), start - (before.LastIndexOf((byte)'\n') + 1));
            }
        }
    }
}
