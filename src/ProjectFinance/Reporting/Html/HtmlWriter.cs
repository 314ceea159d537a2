using System.Collections.Immutable;
using System.Text;

namespace ProjectFinance.Reporting;

/// <summary>Writes markup that is well formed as HTML and as XML. Every text and every attribute is encoded.</summary>
sealed class HtmlWriter
{
    // They begin on a line of their own, so that two pages can be compared line by line.
    static readonly ImmutableHashSet<string> OwnLine = ["head", "body", "header", "nav", "main", "section", "figure", "table", "thead", "tbody", "tfoot", "tr", "h1", "h2", "h3", "p", "ul", "li", "dl", "dt", "div", "svg", "g", "style", "script", "meta", "title"];

    readonly StringBuilder page = new("<!DOCTYPE html>");
    readonly Stack<string> open = new();

    /// <summary>Begins an element.</summary>
    /// <param name="element">Its name.</param>
    /// <param name="attributes">Its attributes; those without a value are left out.</param>
    internal HtmlWriter Open(string element, params ReadOnlySpan<(string Name, string? Value)> attributes)
    {
        Start(element, attributes);
        page.Append('>');
        open.Push(element);
        return this;
    }

    /// <summary>Ends the element begun last.</summary>
    internal HtmlWriter Close()
    {
        page.Append("</").Append(open.Pop()).Append('>');
        return this;
    }

    /// <summary>An element that holds nothing: a line break, a shape of a drawing.</summary>
    internal HtmlWriter Empty(string element, params ReadOnlySpan<(string Name, string? Value)> attributes)
    {
        Start(element, attributes);
        page.Append("/>");
        return this;
    }

    /// <summary>An element that holds a text.</summary>
    internal HtmlWriter Element(string element, string text, params ReadOnlySpan<(string Name, string? Value)> attributes) => Open(element, attributes).Text(text).Close();

    /// <summary>A text.</summary>
    internal HtmlWriter Text(string text)
    {
        foreach (var rune in text.EnumerateRunes()) Append(rune);
        return this;
    }

    /// <summary>Style sheet or script, as <see cref="Guarded"/> gives it.</summary>
    internal HtmlWriter Verbatim(string element, string code)
    {
        Open(element);
        page.Append(code);
        return Close();
    }

    /// <summary>Style sheet or script, kept from what reads XML by a comment of their own language.</summary>
    internal static string Guarded(string code) => code.Contains("]]>", StringComparison.Ordinal) || code.Contains("</", StringComparison.Ordinal)
        ? throw new ArgumentException("It holds what would end it.", nameof(code)) : $"/*<![CDATA[*/\n{code}/*]]>*/";

    /// <summary>Data for the script: JSON in which no character means anything to a reader of markup.</summary>
    internal HtmlWriter Data(string id, string json)
    {
        if (json.AsSpan().ContainsAny("<>&")) throw new ArgumentException("It holds characters of markup.", nameof(json));
        Open("script", ("type", "application/json"), ("id", id));
        page.Append(json);
        return Close();
    }

    /// <summary>The page, which must be complete.</summary>
    public override string ToString() => open.Count == 0 ? page.Append('\n').ToString() : throw new InvalidOperationException($"'{open.Peek()}' was not closed.");

    void Start(string element, ReadOnlySpan<(string Name, string? Value)> attributes)
    {
        if (OwnLine.Contains(element)) page.Append('\n');
        page.Append('<').Append(element);
        foreach (var (name, value) in attributes)
        {
            if (value is null) continue;
            page.Append(' ').Append(name).Append("=\"");
            Text(value);
            page.Append('"');
        }
    }

    void Append(Rune rune)
    {
        _ = rune.Value switch
        {
            '&' => page.Append("&amp;"),
            '<' => page.Append("&lt;"),
            '>' => page.Append("&gt;"),
            '"' => page.Append("&quot;"),
            '\'' => page.Append("&#39;"),
            // XML has no place for control characters, nor for the last two of each plane's.
            < ' ' or (>= 0x7f and < 0xa0) or 0xfffe or 0xffff => page.Append(' '),
            _ => page.Append(rune.ToString()),
        };
    }
}
