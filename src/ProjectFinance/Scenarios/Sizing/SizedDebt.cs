using System.Collections.Immutable;
using ProjectFinance.Scenarios;

namespace ProjectFinance;

/// <summary>The largest commitment at which every test holds, with what certifies it.</summary>
public sealed record SizedDebt
{
    internal SizedDebt(Solution solution, Unit unit)
    {
        Solution = solution;
        double? size = solution.HoldsAtTo ? solution.Varied.To : solution.Answer?.Value;
        Commitment = size is { } value ? value * unit : null;
    }

    /// <summary>The commitment; null where no size meets every test, <see cref="SolveOutcome.NeverHolds"/>. Where nothing limits it, the largest looked at.</summary>
    public Quantity? Commitment { get; }

    /// <summary>Whether a test limits the loan: one fails at a cent more.</summary>
    public bool IsLimited => Solution.Answer is not null && !Solution.HoldsAtTo;

    /// <summary>Whether the tests hold at every smaller commitment looked at.</summary>
    public bool HoldsBelow => Solution.HoldsAtFrom && Solution.Crossings.Length <= 1;

    /// <summary>What limits the loan: the tests that fail at a cent more, with their values there; empty where nothing does.</summary>
    public ImmutableArray<TargetValue> Binding => IsLimited ? Solution.Binding : [];

    /// <summary>The break-even behind it: the values of every test at the commitment and at a cent more, the range, the evaluations.</summary>
    public Solution Solution { get; }
}
