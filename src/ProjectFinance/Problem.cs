namespace ProjectFinance;

/// <summary>One thing wrong with what somebody wrote: who it concerns, what is the case, what would be allowed, and where it stands.</summary>
/// <param name="Subject">What the problem concerns, as its author names it: "Facility 'Project loan'".</param>
/// <param name="Fact">What was found: "instalment 8 falls on 2001-12-31, after final maturity 2000-12-31".</param>
/// <param name="Allowed">What would be accepted: "instalments must fall on or before maturity".</param>
/// <param name="Where">A place in the input: a JSON path, a file and line, a line and period. Empty where there is none.</param>
public sealed record Problem(string Subject, string Fact, string Allowed, string Where = "")
{
    /// <summary>Whether other market data could do away with it, so that it says nothing against the terms themselves.</summary>
    internal bool IsOfMarket { get; init; }

    /// <summary>The problem as one sentence, with its place in parentheses.</summary>
    public override string ToString() => $"{Subject}: {Fact}; {Allowed}{(Where.Length == 0 ? "" : $" ({Where})")}";
}
