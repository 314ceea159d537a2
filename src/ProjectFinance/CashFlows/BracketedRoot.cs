namespace ProjectFinance.CashFlows;

/// <summary>A function of one number, as a value so that it may hold spans, which the delegates of other solvers cannot.</summary>
interface IRealFunction
{
    double At(double x);
}

/// <summary>
/// The root between two points at which a function has opposite signs: inverse quadratic interpolation where it is safe and halving elsewhere, so the root never leaves the bracket.
/// Source: T. R. Chandrupatla, A new hybrid quadratic/bisection algorithm, Advances in Engineering Software 28 (1997) 145-149.
/// </summary>
static class BracketedRoot
{
    // Twice the spacing of numbers near 1: closer the bracket need not be.
    const double Relative = 2.2e-16, Smallest = 1e-300;

    // Halving alone needs no more between any two numbers whose sizes differ by 2^1000.
    const int MostSteps = 1100;

    /// <summary>The root; where both ends have one sign, as when rounding made one of them a root, the end nearer to zero.</summary>
    internal static double Find<TFunction>(in TFunction function, double low, double high) where TFunction : IRealFunction, allows ref struct
    {
        double a = low, b = high, fa = function.At(a), fb = function.At(b);
        if (fa == 0 || fb == 0 || fa > 0 == fb > 0) return Math.Abs(fa) <= Math.Abs(fb) ? a : b;
        double t = 0.5;
        for (int step = 0; step < MostSteps; step++)
        {
            double x = a + t * (b - a), fx = function.At(x), c, fc;
            if (fx > 0 == fa > 0) (c, fc) = (a, fa);
            else (c, fc, b, fb) = (b, fb, a, fa);
            (a, fa) = (x, fx);
            double best = Math.Abs(fa) < Math.Abs(fb) ? a : b;
            double least = (Relative * Math.Abs(best) + Smallest) / Math.Abs(b - a);
            if (fa == 0 || least > 0.5) return fa == 0 ? a : best;
            t = Math.Clamp(Interpolated(a, b, c, fa, fb, fc), least, 1 - least);
        }
        return Math.Abs(fa) < Math.Abs(fb) ? a : b;
    }

    static double Interpolated(double a, double b, double c, double fa, double fb, double fc)
    {
        double xi = (a - b) / (c - b), phi = (fa - fb) / (fc - fb);
        return phi * phi < xi && (1 - phi) * (1 - phi) < 1 - xi
            ? fa / (fb - fa) * (fc / (fb - fc)) + (c - a) / (b - a) * (fa / (fc - fa)) * (fb / (fc - fb))
            : 0.5;
    }
}
