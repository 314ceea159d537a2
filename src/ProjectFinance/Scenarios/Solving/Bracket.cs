namespace ProjectFinance.Scenarios;

/// <summary>A stretch of numbers at one end of which a margin is not negative, at the other negative.</summary>
/// <param name="Low">The lower end, as a place of a <see cref="Variation"/>.</param>
/// <param name="High">The upper end.</param>
/// <param name="AtLow">The margin at the lower end.</param>
/// <param name="AtHigh">The margin at the upper end.</param>
readonly record struct Bracket(double Low, double High, double AtLow, double AtHigh)
{
    internal double Width => High - Low;

    internal bool HoldsAbove => AtHigh >= 0;

    internal double Holding => HoldsAbove ? High : Low;

    internal double Failing => HoldsAbove ? Low : High;

    internal double Gap => Math.Abs(AtHigh - AtLow);

    /// <summary>The part of the bracket that is still one when the margin at a place inside is known.</summary>
    internal Bracket CutAt(double place, double margin) => margin >= 0 == HoldsAbove ? this with { High = place, AtHigh = margin } : this with { Low = place, AtLow = margin };
}
