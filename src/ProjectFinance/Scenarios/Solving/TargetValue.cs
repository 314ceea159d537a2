using ProjectFinance.Results;

namespace ProjectFinance.Scenarios;

/// <summary>What a condition's output is in one run.</summary>
/// <param name="Target">The condition.</param>
/// <param name="At">The output, and the end of the column it comes from; null where it does not apply.</param>
/// <param name="Holds">Whether the condition holds.</param>
public sealed record TargetValue(Target Target, ValueOn? At, bool Holds);
