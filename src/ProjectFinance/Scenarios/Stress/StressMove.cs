namespace ProjectFinance.Scenarios;

/// <summary>How one factor moves in a reverse stress.</summary>
/// <param name="Factor">The factor.</param>
/// <param name="Unit">What its inputs are counted in.</param>
/// <param name="Deviations">The move in its own standard deviations; negative for down.</param>
/// <param name="Number">What the inputs are multiplied by, or what is added to them.</param>
/// <param name="Usual">The inputs' usual value; their mean where they differ.</param>
/// <param name="Moved">The same at the move.</param>
public sealed record StressMove(StressFactor Factor, Unit Unit, double Deviations, double Number, double Usual, double Moved);
