using System.Collections.Immutable;

namespace ProjectFinance.Scenarios;

/// <summary>Days by which a milestone comes later than expected, each with its probability. For the dates of milestones.</summary>
/// <param name="Days">The possibilities. At least one; their probabilities add up to 100 %.</param>
public sealed record DiscreteDelay(ImmutableArray<DelayProbability> Days) : Process;

/// <summary>One possible delay.</summary>
/// <param name="Days">By how many days; negative for earlier than expected.</param>
/// <param name="Probability">How probable: 25 % is 0.25. From nothing to all.</param>
public sealed record DelayProbability(int Days, Percentage Probability);

/// <summary>Days by which a milestone comes later than expected, gamma distributed and rounded to whole days. For the dates of milestones.</summary>
/// <param name="Mean">The mean delay in days, before rounding: 90. Above zero.</param>
/// <param name="Deviation">The standard deviation in days, before rounding: 60. Above zero. Shape (mean / deviation)^2, scale deviation^2 / mean.</param>
public sealed record GammaDelay(double Mean, double Deviation) : Process;
