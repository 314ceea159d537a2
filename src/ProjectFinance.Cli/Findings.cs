namespace ProjectFinance.Cli;

/// <summary>Gathers the problems of all files and arguments, to report them at once.</summary>
sealed class Findings
{
    readonly List<Problem> problems = [];

    /// <summary>The result of reading something; its problems, if any, are kept and the result is the default.</summary>
    internal T? Try<T>(Func<T> read)
    {
        try
        {
            return read();
        }
        catch (InvalidInputException found)
        {
            problems.AddRange(found.Problems);
            return default;
        }
    }

    internal void Add(Problem problem) => problems.Add(problem);

    /// <summary>Stops when anything was found.</summary>
    /// <exception cref="InvalidInputException">Everything that was found, each problem once.</exception>
    internal void Throw()
    {
        if (problems.Count > 0) throw new InvalidInputException(problems.Distinct());
    }
}
