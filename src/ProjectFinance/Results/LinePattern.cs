using System.Collections.Immutable;
using System.IO.Enumeration;

namespace ProjectFinance.Results;

/// <summary>Finds lines by a pattern over their names: "Project loan / *", "*closing balance". Upper and lower case are alike.</summary>
public static class LinePattern
{
    /// <summary>The lines a pattern means, in the order of the model.</summary>
    /// <param name="model">The model.</param>
    /// <param name="pattern">A line's name, where * stands for any text and ? for any one character.</param>
    /// <exception cref="InvalidInputException">No line has such a name; the message names the nearest.</exception>
    public static ImmutableArray<Line> Find(Model model, string pattern)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(pattern);
        return Find(model.Lines, line => line.Name, pattern);
    }

    /// <summary>The things whose line's name is like a pattern, in their order.</summary>
    /// <exception cref="InvalidInputException">No line has such a name; the message names the nearest.</exception>
    internal static ImmutableArray<T> Find<T>(IReadOnlyCollection<T> lines, Func<T, string> name, string pattern)
    {
        ImmutableArray<T> found = [.. lines.Where(line => FileSystemName.MatchesSimpleExpression(pattern, name(line)))];
        if (found.Length > 0) return found;
        bool isPattern = pattern.AsSpan().ContainsAny('*', '?');
        throw InvalidInputException.Of($"Line {(isPattern ? "pattern " : "")}'{pattern}'", "no line's name is like it",
            Nearest.Hint(pattern.Trim('*', '?', ' ', '/'), lines.Select(name)));
    }
}
