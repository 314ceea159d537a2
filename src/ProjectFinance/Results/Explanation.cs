using System.Collections.Immutable;

namespace ProjectFinance.Results;

/// <summary>Where a number comes from: its formula in words with the values of what it refers to, the clause, and the same for each of those in turn.</summary>
/// <param name="Name">The line, parameter or input: "Project loan / Interest".</param>
/// <param name="Period">The column; null for a parameter.</param>
/// <param name="Unit">What the value is counted in.</param>
/// <param name="Value">The value in the run explained.</param>
/// <param name="Shown">The value as people read it: "USD 388,738.87", "1997-06-30" for a milestone's date, "yes" for a condition.</param>
/// <param name="Text">The formula in words, with names and values: "Opening balance 19,500,000.00 x Rate 0.0780078 x 0.2555555556". Empty for an input.</param>
/// <param name="Source">The clause or reason: "8-K 1996-07-11, Item 5(a)". Empty where none was given.</param>
/// <param name="Parts">What the formula refers to, in its order, as far as the depth asked for.</param>
public sealed record Explanation(string Name, Period? Period, Unit Unit, double Value, string Shown, string Text, string Source, ImmutableArray<Explanation> Parts)
{
    /// <summary>Why an amount is zero, or a condition holds or does not; empty for other amounts, and where the terms alone make it so. Only the explained cell itself has them, not its parts.</summary>
    public ImmutableArray<Reason> Reasons { get; init; } = [];

    /// <summary>For an input of the market, what of it the value stands for, and where that was read (<see cref="Observation.Readings"/>); otherwise null.</summary>
    public Observation? Observed { get; init; }

    /// <summary>Whether the value was supplied and not computed: a term of the deal, or market data.</summary>
    public bool IsInput => Text.Length == 0;
}
