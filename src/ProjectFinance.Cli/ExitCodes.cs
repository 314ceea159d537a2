namespace ProjectFinance.Cli;

/// <summary>What the tool returns.</summary>
static class ExitCodes
{
    /// <summary>Done.</summary>
    internal const int Done = 0;

    /// <summary>The deal ran, but one of the model's own checks is not zero.</summary>
    internal const int CheckFailed = 1;

    /// <summary>A file or an argument cannot be used.</summary>
    internal const int UnusableInput = 2;

    /// <summary>A mistake in the tool itself.</summary>
    internal const int InternalError = 3;

    /// <summary>A simulation was stopped or its output could not be written; the same command may succeed another time.</summary>
    internal const int MayBeRetried = 4;
}
