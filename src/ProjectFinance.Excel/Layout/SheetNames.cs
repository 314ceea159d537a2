using ProjectFinance.Excel.Writing;

namespace ProjectFinance.Excel.Layout;

/// <summary>Gives sheets names that spreadsheets accept, each once.</summary>
sealed class SheetNames
{
    const int Longest = 31;

    readonly HashSet<string> taken = new(StringComparer.OrdinalIgnoreCase) { "History" };

    /// <summary>The name for a sheet: at most 31 characters, none of []:*?/\, no apostrophe at either end.</summary>
    internal string Of(string title)
    {
        var plain = string.Concat(PlainText.Of(title).Select(c => c is '[' or ']' or ':' or '*' or '?' or '/' or '\\' || char.IsControl(c) ? ' ' : c)).Trim(' ', '\'');
        if (plain.Length == 0) plain = "Lines";
        var name = Cut(plain, Longest);
        for (int i = 2; !taken.Add(name); i++)
        {
            var number = FormattableString.Invariant($" {i}");
            name = Cut(plain, Longest - number.Length) + number;
        }
        return name;
    }

    static string Cut(string text, int length) => PlainText.Cut(text, length).TrimEnd(' ', '\'');
}
