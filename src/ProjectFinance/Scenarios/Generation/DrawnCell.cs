using System.Collections.Immutable;

namespace ProjectFinance.Scenarios.Generation;

/// <summary>An input that varies: a constant and so much of what factors draw.</summary>
/// <param name="Cell">The input.</param>
/// <param name="Constant">What does not vary.</param>
/// <param name="Parts">What does; never empty.</param>
sealed record DrawnCell(InputCell Cell, double Constant, ImmutableArray<DrawnPart> Parts);

/// <summary>So much of what a factor draws.</summary>
/// <param name="Factor">The factor, by its place in the terms.</param>
/// <param name="Moment">When: the step of a path, the column of what is drawn in each, 0 for what is drawn once.</param>
/// <param name="Coefficient">How much of it.</param>
readonly record struct DrawnPart(int Factor, int Moment, double Coefficient);
