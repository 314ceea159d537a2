namespace ProjectFinance.Scenarios;

/// <summary>What came of looking for a break-even.</summary>
public enum SolveOutcome
{
    /// <summary>There is a number at which the condition begins or ends to hold.</summary>
    Found,

    /// <summary>The condition begins or ends to hold at a number, where the output jumps over the value without taking it. For "=" there is no solution.</summary>
    Jump,

    /// <summary>The condition holds at every number looked at.</summary>
    HoldsThroughout,

    /// <summary>The condition holds at no number looked at.</summary>
    NeverHolds,
}
