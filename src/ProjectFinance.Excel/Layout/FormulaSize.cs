namespace ProjectFinance.Excel.Layout;

/// <summary>How large a formula is, as the format limits it.</summary>
/// <param name="Length">Characters.</param>
/// <param name="Depth">How deeply functions stand inside one another.</param>
/// <param name="Arguments">The most arguments that one function has.</param>
readonly record struct FormulaSize(int Length, int Depth, int Arguments)
{
    /// <summary>Measures the text of a formula; what stands between quotation marks counts for its length alone.</summary>
    internal static FormulaSize Of(string text)
    {
        int depth = 0, deepest = 0, most = 0;
        var open = new Stack<(bool IsFunction, int Arguments)>();
        char quote = '\0', before = '\0';
        foreach (char c in text)
        {
            if (quote != '\0') quote = c == quote ? '\0' : quote;
            else if (c is '\'' or '"') quote = c;
            else if (c == '(')
            {
                bool isFunction = char.IsAsciiLetter(before);
                open.Push((isFunction, 1));
                if (isFunction) deepest = Math.Max(deepest, ++depth);
            }
            else if (c == ')' && open.TryPop(out var closed))
            {
                if (closed.IsFunction) depth--;
                most = Math.Max(most, closed.Arguments);
            }
            else if (c == ',' && open.TryPop(out var inner)) open.Push(inner with { Arguments = inner.Arguments + 1 });
            before = c;
        }
        return new(text.Length, deepest, most);
    }
}
