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
        ImmutableArray<Line> found = [.. model.Lines.Where(line => FileSystemName.MatchesSimpleExpression(pattern, line.Name))];
        if (found.Length > 0) return found;
        bool isPattern = pattern.AsSpan().ContainsAny('*', '?');
        throw InvalidInputException.Of($"Line {(isPattern ? "pattern " : "")}'{pattern}'", "no line's name is like it",
            Nearest.Hint(pattern.Trim('*', '?', ' ', '/'), model.Lines.Select(line => line.Name)));
    }
}
