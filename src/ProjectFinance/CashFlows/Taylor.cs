namespace ProjectFinance.CashFlows;

/// <summary>A value and how it changes with the logarithm of the factor it is discounted by, beside bounds of these: the same with every amount positive.</summary>
/// <param name="Value">The value.</param>
/// <param name="Slope">Its first derivative: the amounts times their times.</param>
/// <param name="Size">The value of the amounts without their signs.</param>
/// <param name="SizeSlope">Its first derivative.</param>
/// <param name="SizeCurvature">Its second derivative.</param>
readonly record struct Taylor(double Value, double Slope, double Size, double SizeSlope, double SizeCurvature)
{
    internal Taylor Plus(double amount) => this with { Value = Value + amount, Size = Size + Math.Abs(amount) };

    internal Taylor Later(double gap, double power) => new(
        power * Value, power * (Slope + gap * Value),
        power * Size, power * (SizeSlope + gap * Size), power * (SizeCurvature + gap * (2 * SizeSlope + gap * Size)));
}
