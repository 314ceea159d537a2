using ProjectFinance.Randomness;

namespace ProjectFinance.Scenarios;

/// <summary>Directions spread over a sphere: along every axis, between axes, and evenly strewn. Always the same.</summary>
static class StressDirections
{
    const int Strewn = 256, MostCorners = 8;

    internal static double[][] Of(int dimensions) =>
        [.. Axes(dimensions).Concat(dimensions is > 1 and <= MostCorners ? Corners(dimensions) : []).Concat(dimensions > 1 ? Spread(dimensions) : []).Select(StressSpace.Unit).OfType<double[]>()];

    static IEnumerable<double[]> Axes(int dimensions) =>
        from axis in Enumerable.Range(0, dimensions)
        from sign in (double[])[1, -1]
        select Enumerable.Range(0, dimensions).Select(i => i == axis ? sign : 0).ToArray();

    static IEnumerable<double[]> Corners(int dimensions) =>
        Enumerable.Range(0, 1 << dimensions).Select(bits => Enumerable.Range(0, dimensions).Select(i => (bits >> i & 1) == 0 ? 1.0 : -1.0).ToArray());

    // Multiples of the square roots of primes, their whole parts left out, are evenly spread; as normal numbers they point everywhere alike.
    static IEnumerable<double[]> Spread(int dimensions)
    {
        double[] roots = [.. Primes().Take(dimensions).Select(prime => Math.Sqrt(prime))];
        for (int i = 1; i <= Strewn; i++)
            yield return [.. roots.Select(root => InverseNormal.Of(i * root - Math.Floor(i * root)))];
    }

    static IEnumerable<int> Primes() => Enumerable.Range(2, 10_000).Where(n => Enumerable.Range(2, Math.Max(0, (int)Math.Sqrt(n) - 1)).All(d => n % d != 0));
}
