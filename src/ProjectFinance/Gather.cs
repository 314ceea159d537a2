namespace ProjectFinance;

/// <summary>Goes on after a problem, so that all problems are reported at once.</summary>
sealed class Gather
{
    readonly List<Problem> problems = [];

    /// <summary>Whether anything was found so far.</summary>
    internal bool HasFound => problems.Count > 0;

    /// <summary>Does something; its problems, if any, are kept for later.</summary>
    /// <returns>Whether it has none.</returns>
    internal bool Try(Action action)
    {
        try { action(); }
        catch (InvalidInputException found)
        {
            problems.AddRange(found.Problems);
            return false;
        }
        return true;
    }

    /// <summary>Adds problems found without an exception.</summary>
    internal void Add(IEnumerable<Problem> found) => problems.AddRange(found);

    /// <summary>What was found so far.</summary>
    internal IReadOnlyList<Problem> Found => problems;

    /// <summary>Throws when anything was found, each problem once.</summary>
    internal void Throw()
    {
        if (problems.Count > 0) throw new InvalidInputException(problems.Distinct());
    }

    /// <summary>The results of a function on every item, or all the problems of all items at once.</summary>
    internal static List<TResult> Each<TItem, TResult>(IEnumerable<TItem> items, Func<TItem, int, TResult> function)
    {
        var gather = new Gather();
        var results = new List<TResult>();
        foreach (var (index, item) in items.Index()) gather.Try(() => results.Add(function(item, index)));
        gather.Throw();
        return results;
    }
}
