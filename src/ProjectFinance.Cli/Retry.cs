namespace ProjectFinance.Cli;

/// <summary>Tells what went wrong on the way, and may go well another time, from what is wrong with the input.</summary>
static class Retry
{
    /// <summary>Does something long.</summary>
    /// <returns>What it returns; <see cref="ExitCodes.MayBeRetried"/> where it was stopped or a file could not be written.</returns>
    internal static int Run(Paper paper, Func<int> work)
    {
        try
        {
            return work();
        }
        catch (OperationCanceledException)
        {
            return Failed(paper, "it was stopped; nothing was written");
        }
        catch (Exception failed) when (failed is IOException or UnauthorizedAccessException)
        {
            return Failed(paper, $"its output cannot be written: {failed.Message.TrimEnd('.')}");
        }
    }

    static int Failed(Paper paper, string fact)
    {
        paper.Error.WriteLine(Complaint.OneLine(new Problem("Run", fact, "run the same command again").ToString()));
        return ExitCodes.MayBeRetried;
    }
}
