namespace ProjectFinance.Cli;

/// <summary>Tells people what is wrong with their input.</summary>
static class Complaint
{
    /// <summary>Writes each problem on a line, then how many there are.</summary>
    /// <returns>The exit code for unusable input.</returns>
    internal static int Write(TextWriter error, IReadOnlyCollection<Problem> problems)
    {
        foreach (var problem in problems) error.WriteLine(OneLine(problem.ToString()));
        error.WriteLine(problems.Count == 1 ? "1 problem" : $"{problems.Count} problems");
        return ExitCodes.UnusableInput;
    }

    /// <summary>The text without line breaks and without characters that would move a terminal's cursor.</summary>
    internal static string OneLine(string text) => string.Concat(text.ReplaceLineEndings(" ").Select(c => char.IsControl(c) ? ' ' : c));
}
