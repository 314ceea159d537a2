using System.Collections.Immutable;

namespace ProjectFinance;

/// <summary>Thrown when input cannot be used. Holds every problem that was found, not only the first.</summary>
public sealed class InvalidInputException : Exception
{
    /// <summary>Reports one problem.</summary>
    public InvalidInputException(Problem problem) : this([problem]) { }

    /// <summary>Reports several problems at once.</summary>
    /// <exception cref="ArgumentException">There is no problem to report.</exception>
    public InvalidInputException(IEnumerable<Problem> problems) : this([.. problems]) { }

    InvalidInputException(ImmutableArray<Problem> problems)
        : base(string.Join(Environment.NewLine, problems))
    {
        if (problems.IsEmpty) throw new ArgumentException("At least one problem must be given.", nameof(problems));
        Problems = problems;
    }

    /// <summary>Every problem found, in the order of the input. Never empty.</summary>
    public ImmutableArray<Problem> Problems { get; }

    /// <summary>Shorthand for an exception with one problem.</summary>
    public static InvalidInputException Of(string subject, string fact, string allowed, string where = "") => new(new Problem(subject, fact, allowed, where));

    /// <summary>An exception with one problem that other market data could do away with.</summary>
    internal static InvalidInputException OfMarket(string subject, string fact, string allowed, string where = "") => new(new Problem(subject, fact, allowed, where) { IsOfMarket = true });
}
