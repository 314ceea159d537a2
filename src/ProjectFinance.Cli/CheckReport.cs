namespace ProjectFinance.Cli;

/// <summary>Says which of a model's own checks are not zero.</summary>
static class CheckReport
{
    /// <summary>Writes each on a line.</summary>
    /// <param name="paper">Where to.</param>
    /// <param name="run">The run.</param>
    /// <param name="of">Which of several deals it is, with a comma and a space. The default is the only one.</param>
    /// <returns>The exit code.</returns>
    internal static int Write(Paper paper, Run run, string of = "")
    {
        var failed = run.Checks.Where(check => !check.Passed).ToList();
        foreach (var check in failed) paper.Error.WriteLine(Complaint.OneLine(FormattableString.Invariant($"{of}Check '{check.Name}': it is off by {check.Largest:R} in the period {check.At}; it must be zero")));
        return failed.Count == 0 ? ExitCodes.Done : ExitCodes.CheckFailed;
    }
}
