using System.Text;
using System.Xml;

namespace ProjectFinance.Excel.Writing;

/// <summary>Texts as cells can hold them.</summary>
static class PlainText
{
    /// <summary>The most characters a cell or a note holds.</summary>
    internal const int Longest = 32_767;

    const char Unknown = '\uFFFD';

    /// <summary>The text with the sign for an unknown character in the place of each that the file format has no room for, cut to what a cell holds.</summary>
    internal static string Of(string text)
    {
        var plain = IsPlain(text) ? text : Replaced(text);
        return Cut(plain, Longest);
    }

    /// <summary>The beginning of a text, no character of which is cut in two.</summary>
    internal static string Cut(string text, int length) =>
        text.Length <= length ? text : text[..(length > 0 && char.IsHighSurrogate(text[length - 1]) ? length - 1 : length)];

    static bool IsPlain(string text)
    {
        foreach (char c in text)
            if (!XmlConvert.IsXmlChar(c)) return false;
        return true;
    }

    static string Replaced(string text)
    {
        var plain = new StringBuilder();
        foreach (var rune in text.EnumerateRunes())
        {
            if (rune.Utf16SequenceLength == 1 && !XmlConvert.IsXmlChar((char)rune.Value)) plain.Append(Unknown);
            else plain.Append(rune);
        }
        return plain.ToString();
    }
}
