namespace ProjectFinance.Scenarios;

/// <summary>A number at which a condition begins or ends to hold.</summary>
/// <param name="Value">The number: the last on the side that holds; for "=" the end whose output is nearer to the value.</param>
/// <param name="Neighbour">The nearest number looked at on the other side. The two bracket the exact solution.</param>
/// <param name="HoldsAbove">Whether the condition holds for greater numbers than this; else for smaller ones. For "=", whether the output rises through the value.</param>
/// <param name="IsJump">Whether the output jumps over the value here.</param>
/// <param name="Residual">By how much the output, at the number, is beyond what just meets the condition: the value, less what may be missed of it (half a cent, docs/solving.md). Of several conditions the least, each as a share of its value where that is above 1. For "=" the output less the value.</param>
public sealed record Crossing(double Value, double Neighbour, bool HoldsAbove, bool IsJump, double Residual)
{
    /// <summary>The width of the bracket.</summary>
    public double Width => Math.Abs(Neighbour - Value);
}
