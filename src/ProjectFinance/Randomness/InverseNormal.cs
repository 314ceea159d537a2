using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using Lane = System.Runtime.Intrinsics.Vector512<double>;

namespace ProjectFinance.Randomness;

/// <summary>
/// The number that a standard normal variable stays below with a given probability: turns uniform numbers into normal ones. The same bits on every processor.
/// Relative error about 1e-16, tails to 1e-300 included. Source: Wichura, "Algorithm AS 241: the percentage points of the normal distribution", Applied Statistics 37 (1988), routine PPND16.
/// </summary>
public static class InverseNormal
{
    // |u - 1/2| up to which the central formula holds; 85 numbers of 100.
    const double Central = 0.425;

    // The logarithm of the probability below which the far tail begins.
    const double Far = -25;

    // So many that the tails of a strip, one number in seven, fill several vectors, which do not wait for each other.
    const int Strip = 512;

    /// <summary>The normal number for a probability: 1.959963984540054 for 0.975. Infinite at zero and one; not a number outside.</summary>
    /// <param name="probability">From 0 to 1.</param>
    public static double Of(double probability)
    {
        Apply(new Span<double>(ref probability));
        return probability;
    }

    /// <summary>The normal number for each probability, in place; the bits of <see cref="Of(double)"/>. Allocates nothing.</summary>
    /// <param name="values">The probabilities; afterwards the normal numbers.</param>
    [SkipLocalsInit]
    public static void Apply(Span<double> values)
    {
        Span<double> tails = stackalloc double[Strip + Lanes.Count], normals = stackalloc double[Strip + Lanes.Count];
        Span<int> places = stackalloc int[Strip + Lanes.Count];
        for (int done = 0; done < values.Length; done += Strip)
        {
            // The central formula for all; what lies in the tails is collected first and done together.
            var strip = values.Slice(done, Math.Min(Strip, values.Length - done));
            int count = TailNumbers.Collect(strip, Central, tails, places), rounded = (count + Lanes.Count - 1) / Lanes.Count * Lanes.Count;
            Lanes.Each<CentralFormula>(strip);
            // Any number of the tails, so that only whole vectors are left to do.
            tails[count..rounded].Fill((1 - Central) / 4);
            Tails(tails[..rounded], normals[..rounded]);
            TailNumbers.PutBack(normals[..count], places, strip);
        }
    }

    static void Tails(ReadOnlySpan<double> probabilities, Span<double> normals)
    {
        TailNumbers.SmallerSides(probabilities, normals);
        Logarithm.Apply(normals);
        if (TailNumbers.AnyBelow(normals, Far)) OneByOne(normals);
        else Lanes.Each<TailFormula>(normals);
        TailNumbers.GiveSides(normals, probabilities);
    }

    // Once in thirty billion uniform numbers.
    static void OneByOne(Span<double> logarithms)
    {
        foreach (ref double x in logarithms)
            x = double.IsInfinity(x) ? double.PositiveInfinity : x < Far ? Lanes.One<FarFormula>(x) : Lanes.One<TailFormula>(x);
    }

    struct CentralFormula : ILaneFunction
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static Lane Of(Lane u)
        {
            var q = u - Vector512.Create(0.5);
            var r = Vector512.Create(0.180625) - q * q;
            var above = Polynomial.Of(r, 3.3871328727963666080, 133.14166789178437745, 1971.5909503065514427, 13731.693765509461125,
                45921.953931549871457, 67265.770927008700853, 33430.575583588128105, 2509.0809287301226727);
            var below = Polynomial.Of(r, 1.0, 42.313330701600911252, 687.18700749205790830, 5394.1960214247511077,
                21213.794301586595867, 39307.895800092710610, 28729.085735721942674, 5226.4952788528545610);
            return q * above / below;
        }
    }

    /// <summary>Of the logarithm of the probability, where the probability is not below e^-25.</summary>
    struct TailFormula : ILaneFunction
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static Lane Of(Lane logarithm)
        {
            var r = Vector512.Sqrt(-logarithm) - Vector512.Create(1.6);
            var above = Polynomial.Of(r, 1.42343711074968357734, 4.63033784615654529590, 5.76949722146069140550, 3.64784832476320460504,
                1.27045825245236838258, 2.41780725177450611770e-1, 2.27238449892691845833e-2, 7.74545014278341407640e-4);
            var below = Polynomial.Of(r, 1.0, 2.05319162663775882187, 1.67638483018380384940, 6.89767334985100004550e-1,
                1.48103976427480074590e-1, 1.51986665636164571966e-2, 5.47593808499534494600e-4, 1.05075007164441684324e-9);
            return above / below;
        }
    }

    /// <summary>Of the logarithm of a smaller probability.</summary>
    struct FarFormula : ILaneFunction
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static Lane Of(Lane logarithm)
        {
            var r = Vector512.Sqrt(-logarithm) - Vector512.Create(5.0);
            var above = Polynomial.Of(r, 6.65790464350110377720, 5.46378491116411436990, 1.78482653991729133580, 2.96560571828504891230e-1,
                2.65321895265761230930e-2, 1.24266094738807843860e-3, 2.71155556874348757815e-5, 2.01033439929228813265e-7);
            var below = Polynomial.Of(r, 1.0, 5.99832206555887937690e-1, 1.36929880922735805310e-1, 1.48753612908506148525e-2,
                7.86869131145613259100e-4, 1.84631831751005468180e-5, 1.42151175831644588870e-7, 2.04426310338993978564e-15);
            return above / below;
        }
    }
}
