using System.Text;
using System.Text.RegularExpressions;

namespace ProjectFinance.Excel.Layout;

/// <summary>Gives cells names that spreadsheets accept, each once: none looks like a cell or is a word of theirs.</summary>
sealed partial class CellNames
{
    /// <summary>Shorter than the format's 255, so that formulas stay readable.</summary>
    const int Longest = 120;

    readonly HashSet<string> taken = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>The name for something that people call otherwise: "Project loan / Commitment" is Project_loan_Commitment.</summary>
    internal string Of(string title)
    {
        var text = new StringBuilder();
        foreach (char c in title)
        {
            if (char.IsAsciiLetterOrDigit(c) || c == '.') text.Append(c);
            else if (text.Length > 0 && text[^1] != '_') text.Append('_');
        }
        var name = text.ToString().Trim('_');
        if (name.Length > Longest) name = name[..Longest];
        if (name.Length == 0 || !char.IsAsciiLetter(name[0]) || IsTaken().IsMatch(name)) name = $"_{name}";
        var unique = name;
        for (int i = 2; !taken.Add(unique); i++) unique = $"{name}_{i}";
        return unique;
    }

    [GeneratedRegex("^(?:[A-Z]{1,3}[0-9]+|R[0-9]*C[0-9]*|R[0-9]*|C[0-9]*|TRUE|FALSE)$", RegexOptions.IgnoreCase)]
    private static partial Regex IsTaken();
}
