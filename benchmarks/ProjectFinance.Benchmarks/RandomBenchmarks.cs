using BenchmarkDotNet.Attributes;
using MathNet.Numerics.Random;
using ProjectFinance.Randomness;
using Normal = MathNet.Numerics.Distributions.Normal;

namespace ProjectFinance.Benchmarks;

/// <summary>Random numbers; a figure is for one number. The rows of 2,048 stay in the first cache.</summary>
[MemoryDiagnoser]
public class RandomBenchmarks
{
    const int Count = 2_048;
    const ulong Seed = 1996;

    readonly double[] uniforms = new double[Count];
    readonly double[] row = new double[Count];
    readonly double[] next = new double[Count];
    readonly Random random = new(1996);
    readonly MersenneTwister twister = new(1996);
    readonly SobolUniforms sobol = new(Seed, 36);

    /// <summary>Draws the numbers that functions are applied to.</summary>
    public RandomBenchmarks() => Philox.Uniforms(Seed, 0, 0, uniforms);

    /// <summary>The platform's generator, one number after another.</summary>
    [Benchmark(Baseline = true, OperationsPerInvoke = Count, Description = "Uniform, System.Random")]
    public void SystemRandom()
    {
        for (int k = 0; k < Count; k++) row[k] = random.NextDouble();
    }

    /// <summary>MathNet's usual generator.</summary>
    [Benchmark(OperationsPerInvoke = Count, Description = "Uniform, MathNet Mersenne Twister")]
    public void Mersenne() => twister.NextDoubles(row);

    /// <summary>One draw of 2,048 scenarios.</summary>
    [Benchmark(OperationsPerInvoke = Count, Description = "Uniform, Philox, one draw")]
    public void PhiloxOne() => Philox.Uniforms(Seed, 0, 0, row);

    /// <summary>Two draws of 2,048 scenarios.</summary>
    [Benchmark(OperationsPerInvoke = 2 * Count, Description = "Uniform, Philox, two draws")]
    public void PhiloxTwo() => Philox.Uniforms(Seed, 0, 0, row, next);

    /// <summary>One draw of 2,048 scenarios of Sobol's sequence.</summary>
    [Benchmark(OperationsPerInvoke = Count, Description = "Uniform, Sobol, scrambled")]
    public void Sobol() => sobol.Fill(0, 35, row);

    /// <summary>Two draws made normal.</summary>
    [Benchmark(OperationsPerInvoke = 2 * Count, Description = "Normal, Philox, two draws")]
    public void Normals()
    {
        Philox.Uniforms(Seed, 0, 0, row, next);
        InverseNormal.Apply(row);
        InverseNormal.Apply(next);
    }

    /// <summary>The same uniform numbers made normal by MathNet.</summary>
    [Benchmark(OperationsPerInvoke = Count, Description = "Normal, MathNet inverse")]
    public void MathNetInverse()
    {
        for (int k = 0; k < Count; k++) row[k] = Normal.InvCDF(0, 1, uniforms[k]);
    }

    /// <summary>MathNet's own way to normal numbers.</summary>
    [Benchmark(OperationsPerInvoke = Count, Description = "Normal, MathNet samples")]
    public void MathNetSamples() => Normal.Samples(twister, row, 0, 1);

    /// <summary>The library's exponential.</summary>
    [Benchmark(OperationsPerInvoke = Count, Description = "Exponential")]
    public void Exponentials()
    {
        uniforms.CopyTo(row, 0);
        Randomness.Exponential.Apply(row);
    }

    /// <summary>The platform's exponential.</summary>
    [Benchmark(OperationsPerInvoke = Count, Description = "Exponential, Math.Exp")]
    public void MathExp()
    {
        for (int k = 0; k < Count; k++) row[k] = Math.Exp(uniforms[k]);
    }

    /// <summary>The library's logarithm.</summary>
    [Benchmark(OperationsPerInvoke = Count, Description = "Logarithm")]
    public void Logarithms()
    {
        uniforms.CopyTo(row, 0);
        Logarithm.Apply(row);
    }

    /// <summary>The platform's logarithm.</summary>
    [Benchmark(OperationsPerInvoke = Count, Description = "Logarithm, Math.Log")]
    public void MathLog()
    {
        for (int k = 0; k < Count; k++) row[k] = Math.Log(uniforms[k]);
    }
}
