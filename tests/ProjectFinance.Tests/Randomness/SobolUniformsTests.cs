using ProjectFinance.Randomness;

namespace ProjectFinance.Tests.Randomness;

public class SobolUniformsTests
{
    [Theory]
    [InlineData(0, 64)]
    [InlineData(3, 2)]
    [InlineData(3, 5)]
    [InlineData(5, 100)]
    [InlineData(1_000_003, 77)]
    [InlineData((1L << 52) - 40, 40)]
    public void Fill_OfAnyStretchOfScenarios_IsThatOfEachAlone(long first, int count)
    {
        var sobol = new SobolUniforms(Seeds.First, 40);
        double[] together = new double[count], next = new double[count], one = new double[1];
        sobol.Fill(first, 38, together, next);
        for (int k = 0; k < count; k++)
        {
            sobol.Fill(first + k, 38, one);
            Assert.Equal(one[0], together[k]);
            sobol.Fill(first + k, 39, one);
            Assert.Equal(one[0], next[k]);
        }
    }

    [Fact]
    public void Fill_OfEveryBlockOfAPowerOfTwo_HasOnePointInEachPart()
    {
        const int dimensions = 200, block = 256;
        var sobol = new SobolUniforms(Seeds.First, dimensions);
        var u = new double[block];
        for (int d = 0; d < dimensions; d++)
            foreach (long first in new[] { 0L, 256, 5_376, 1L << 40 })
            {
                sobol.Fill(first, d, u);
                Assert.Equal(Enumerable.Range(0, block), u.Select(x => (int)(x * block)).Order());
            }
    }

    [Fact]
    public void Fill_OfTheFirstDimensions_IsBalancedInTwoAtATime()
    {
        // Dimensions 1 and 2 make a net of quality 0: any split of the square into 256 equal boxes, 2^i by 2^(8 - i), has one point of 256 in each.
        double[] u = new double[256], v = new double[256];
        new SobolUniforms(Seeds.First, 2).Fill(768, 0, u, v);
        for (int i = 0; i <= 8; i++)
            Assert.Equal(256, u.Zip(v, (x, y) => ((int)(x * (1 << i)), (int)(y * (1 << (8 - i))))).Distinct().Count());
    }

    [Fact]
    public void Fill_OfTheFirstTwelveDimensions_FillsEachPairsSquare()
    {
        // Joe and Kuo chose the numbers so that pairs of the first dimensions have quality 6 or better: 4,096 points put 64 into each of 8 x 8 boxes.
        const int dimensions = 12, count = 4_096;
        var sobol = new SobolUniforms(Seeds.First, dimensions);
        double[][] u = [.. Enumerable.Range(0, dimensions).Select(d => Draw(sobol, d, count))];
        for (int a = 0; a < dimensions; a++)
            for (int b = a + 1; b < dimensions; b++)
                Assert.All(u[a].Zip(u[b], (x, y) => ((int)(x * 8), (int)(y * 8))).CountBy(box => box), box => Assert.Equal(count / 64, box.Value));
    }

    [Fact]
    public void Fill_UnderManySeeds_IsUniformAtEachPoint()
    {
        const int seeds = 1_000;
        double sum = 0, squares = 0, product = 0;
        var (u, v) = (new double[8], new double[8]);
        for (ulong seed = 0; seed < seeds; seed++)
        {
            new SobolUniforms(Seeds.First + seed, 2).Fill(0, 0, u, v);
            (sum, squares, product) = (sum + u[5], squares + u[5] * u[5], product + (u[5] - 0.5) * (v[5] - 0.5));
        }
        // Standard errors: of a uniform sqrt(1/12), of its square sqrt(4/45), of the product 1/12, over the root of the seeds; four are allowed for.
        Assert.Equal(0.5, sum / seeds, 4 * Math.Sqrt(1.0 / 12 / seeds));
        Assert.Equal(1.0 / 3, squares / seeds, 4 * Math.Sqrt(4.0 / 45 / seeds));
        Assert.Equal(0, product / seeds, 4.0 / 12 / Math.Sqrt(seeds));
    }

    [Fact]
    public void Averages_OfASmoothFunction_AreMuchCloserThanWithIndependentNumbers()
    {
        const int dimensions = 10, count = 4_096, seeds = 16;
        double Error(Func<ulong, IUniforms> source) => Math.Sqrt(Enumerable.Range(0, seeds).Average(seed =>
        {
            var uniforms = source(Seeds.First + (ulong)seed);
            double[] product = [.. Enumerable.Repeat(1.0, count)];
            for (int d = 0; d < dimensions; d++)
                foreach (var (k, u) in Draw(uniforms, d, count).Index()) product[k] *= 1 + (u - 0.5) / (d + 1);
            // The mean of the product is one exactly.
            return Math.Pow(product.Average() - 1, 2);
        }));
        double independent = Error(seed => new PhiloxUniforms(seed)), even = Error(seed => new SobolUniforms(seed, dimensions));
        // The variance of the product: prod(1 + 1 / (12 (d + 1)^2)) - 1 = 0.14.
        Assert.Equal(Math.Sqrt(0.14 / count), independent, 0.5 * Math.Sqrt(0.14 / count));
        // Joe and Kuo's and others' comparisons show gains of tens; ten is demanded.
        Assert.True(even < independent / 10);
    }

    [Fact]
    public void Fill_BeyondTheDimensions_IsPseudoRandom()
    {
        double[] u = new double[16], v = new double[16], w = new double[16], z = new double[16];
        new SobolUniforms(Seeds.First, 3).Fill(9, 2, u, v);
        new PhiloxUniforms(Seeds.First).Fill(9, 2, w, z);
        Assert.Equal(z, v);
        Assert.NotEqual(w, u);
    }

    [Fact]
    public void Sobol_WithoutDimensionsOrBeyondItsPoints_IsRefused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new SobolUniforms(1, 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => new SobolUniforms(1, SobolUniforms.MostDimensions + 1));
        var sobol = new SobolUniforms(1, 2);
        Assert.Throws<ArgumentOutOfRangeException>(() => sobol.Fill(-1, 0, new double[1]));
        Assert.Throws<ArgumentOutOfRangeException>(() => sobol.Fill(0, -1, new double[1]));
        Assert.Throws<ArgumentOutOfRangeException>(() => sobol.Fill((1L << 52) - 1, 0, new double[2]));
        Assert.Throws<ArgumentException>(() => sobol.Fill(0, 1, new double[1], new double[1]));
        Assert.Throws<ArgumentException>(() => sobol.Fill(0, 0, new double[1], new double[2]));
    }

    static double[] Draw(IUniforms uniforms, int draw, int count)
    {
        var u = new double[count];
        uniforms.Fill(0, draw, u);
        return u;
    }
}
