namespace ProjectFinance.Randomness;

/// <summary>
/// The number that a gamma variable stays below with a given probability: turns uniform numbers into delays, for example. The same bits on every processor; within 1e-13 of the exact value, relatively.
/// Method: Wilson and Hilferty's approximation, then Newton's steps on the smaller of the two tails, halving where a step would leave what is known to hold the answer.
/// </summary>
public sealed class GammaQuantile
{
    const int MostSteps = 1_000;
    const double CloseEnough = 1e-10, Smallest = 1e-300;

    readonly double shape, scale, logGamma;

    /// <summary>The distribution with mean shape x scale and variance shape x scale^2: mean 60 and standard deviation 30 days are shape 4 and scale 15.</summary>
    /// <param name="shape">Above zero.</param>
    /// <param name="scale">Above zero, in the unit of the variable.</param>
    /// <exception cref="ArgumentOutOfRangeException">One of them is not above zero, or infinite.</exception>
    public GammaQuantile(double shape, double scale)
    {
        if (!(shape > 0) || double.IsInfinity(shape)) throw new ArgumentOutOfRangeException(nameof(shape), shape, "The shape must be above zero.");
        if (!(scale > 0) || double.IsInfinity(scale)) throw new ArgumentOutOfRangeException(nameof(scale), scale, "The scale must be above zero.");
        (this.shape, this.scale, logGamma) = (shape, scale, IncompleteGamma.LogGamma(shape));
    }

    /// <summary>The number for a probability: 2.772588722239781 for 0.75 with shape 1 and scale 2. Zero at zero, infinity at one, not a number outside.</summary>
    /// <param name="probability">From 0 to 1.</param>
    public double Of(double probability) => probability switch
    {
        0 => 0,
        1 => double.PositiveInfinity,
        > 0 and < 1 => scale * Solve(probability),
        _ => double.NaN,
    };

    /// <summary>The number for each probability, in place. Allocates nothing.</summary>
    /// <param name="values">The probabilities; afterwards the numbers.</param>
    public void Apply(Span<double> values)
    {
        foreach (ref double value in values) value = Of(value);
    }

    double Solve(double probability)
    {
        var (low, high) = (0.0, double.PositiveInfinity);
        double x = Guess(probability);
        for (int step = 0; step < MostSteps; step++)
        {
            var (less, more) = IncompleteGamma.Of(shape, x);
            double excess = probability <= 0.5 ? less - probability : 1 - probability - more;
            (low, high) = excess < 0 ? (x, high) : (low, x);
            double next = x - excess / Density(x);
            // The error of a step is the square of the one before.
            if (Math.Abs(next - x) <= CloseEnough * x) return next;
            x = next > low && next < high ? next : double.IsInfinity(high) ? 2 * x : (low + high) / 2;
        }
        return x;
    }

    // For small shapes and probabilities the first term of the series is closer.
    double Guess(double probability)
    {
        double ninth = 1 / (9 * shape), root = 1 - ninth + InverseNormal.Of(probability) * Math.Sqrt(ninth);
        if (root > 0.5) return shape * root * root * root;
        return Math.Max(Smallest, Exponential.Of((Logarithm.Of(probability) + logGamma + Logarithm.Of(shape)) / shape));
    }

    double Density(double x) => Exponential.Of((shape - 1) * Logarithm.Of(x) - x - logGamma);
}
