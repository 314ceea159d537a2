using System.Text.RegularExpressions;

namespace ProjectFinance.Tests.Docs;

/// <summary>What a filing reports under its Items 2 and 5: its sentences and its figures, line breaks taken out.</summary>
/// <param name="Name">The filing: "8-K 1996-07-11".</param>
/// <param name="Text">The items, with single spaces.</param>
sealed partial record Filing(string Name, string Text)
{
    /// <summary>The sentences, in order. Headings of a few words are none.</summary>
    public IEnumerable<string> Sentences => EndOfSentence.Split(Text).Select(sentence => sentence.Trim()).Where(sentence => sentence.Split(' ').Length > MostWordsOfAHeading);

    /// <summary>Every amount, percentage, ratio, count and date of a text, as written: "$1,500,000", "2.25%", "September 30, 1997". References to items and exhibits are none.</summary>
    public static IEnumerable<string> Figures(string text) => Figure.Matches(Reference.Replace(text, " ")).Select(match => match.Value.TrimEnd('.', ',')).Distinct(StringComparer.Ordinal);

    /// <summary>Reads a filing.</summary>
    public static Filing Read(string name, string path)
    {
        var text = Spaces.Replace(File.ReadAllText(path), " ");
        int first = text.IndexOf("Item 2.", StringComparison.Ordinal) is >= 0 and var second ? second : text.IndexOf("Item 5.", StringComparison.Ordinal);
        return new(name, text[first..text.IndexOf("Item 7.", StringComparison.Ordinal)]);
    }

    const int MostWordsOfAHeading = 5;

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces { get; }

    [GeneratedRegex(@"(?<=[A-Za-z0-9\)""])\.\s(?=[A-Z]|\([a-z]\)\s)")]
    private static partial Regex EndOfSentence { get; }

    [GeneratedRegex(@"Items? \d|Exhibit \d")]
    private static partial Regex Reference { get; }

    [GeneratedRegex(@"(?:January|February|March|April|May|June|July|August|September|October|November|December)(?: \d{1,2}, \d{4}| \d{4}| \d{1,2}(?!\d))?|\b(?:one-half|two|three|four|eight)\b|(?:Cdn\. )?\$?(?:\d[\d,]*(?:\.\d+)?|\.\d+)%?")]
    private static partial Regex Figure { get; }
}
