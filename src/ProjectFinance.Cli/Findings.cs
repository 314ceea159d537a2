namespace ProjectFinance.Cli;

/// <summary>Gathers the problems of all files and arguments, to report them at once.</summary>
sealed class Findings
{
    readonly List<Problem> problems = [];
    readonly List<Problem> kept = [];

    /// <summary>The result of reading something; its problems, if any, are kept and the result is the default.</summary>
    /// <param name="read">What to do.</param>
    /// <param name="where">Where problems are that do not say it themselves. The default is nowhere.</param>
    internal T? Try<T>(Func<T> read, string where = "")
    {
        try
        {
            return read();
        }
        catch (InvalidInputException found)
        {
            problems.AddRange(found.Problems.Select(problem => problem.Where.Length == 0 ? problem with { Where = where } : problem));
            return default;
        }
    }

    /// <summary>Whether nothing was found so far.</summary>
    internal bool IsEmpty => problems.Count == 0;

    internal void Add(Problem problem) => problems.Add(problem);

    /// <summary>Adds problems that laying the deal out would tell, for where it does not come to that.</summary>
    internal void Keep(IEnumerable<Problem> found) => kept.AddRange(found);

    /// <summary>Adds what was found elsewhere.</summary>
    internal void Join(Findings others)
    {
        problems.AddRange(others.problems);
        kept.AddRange(others.kept);
    }

    /// <summary>Stops when anything was found.</summary>
    /// <exception cref="InvalidInputException">Everything that was found, each problem once.</exception>
    internal void Throw()
    {
        if (problems.Count > 0) throw new InvalidInputException(problems.Concat(kept).Distinct());
    }
}
