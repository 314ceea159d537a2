using ProjectFinance.Randomness;

namespace ProjectFinance.Tests.Randomness;

public class PhiloxTests
{
    // Random123, file kat_vectors, the three lines "philox4x32 10": counter, key, answer.
    [Theory]
    [InlineData(0u, 0u, 0u, 0u, 0u, 0u, 0x6627e8d5, 0xe169c58d, 0xbc57ac4c, 0x9b00dbd8)]
    [InlineData(uint.MaxValue, uint.MaxValue, uint.MaxValue, uint.MaxValue, uint.MaxValue, uint.MaxValue, 0x408f276d, 0x41c83b0e, 0xa20bc7c6, 0x6d5451fd)]
    [InlineData(0x243f6a88, 0x85a308d3, 0x13198a2e, 0x03707344, 0xa4093822, 0x299f31d0, 0xd16cfe09, 0x94fdcceb, 0x5001e420, 0x24126ea1)]
    public void Words_ForAPublishedCounterAndKey_AreThePublishedAnswer(uint c0, uint c1, uint c2, uint c3, uint k0, uint k1, uint w0, uint w1, uint w2, uint w3) =>
        Assert.Equal((w0, w1, w2, w3), Philox.Words((c0, c1, c2, c3), (ulong)k1 << 32 | k0));

    [Fact]
    public void Uniform_OfAPublishedAnswer_IsItsUpper52BitsCentred()
    {
        // Counter and key zero: the words 6627e8d5 e169c58d give the even draw, bc57ac4c 9b00dbd8 the odd one.
        Assert.Equal((2.0 * (0x6627e8d5e169c58dUL >> 12) + 1) / Math.Pow(2, 53), Philox.Uniform(0, 0, 0));
        Assert.Equal((2.0 * (0xbc57ac4c9b00dbd8UL >> 12) + 1) / Math.Pow(2, 53), Philox.Uniform(0, 0, 1));
    }

    [Theory]
    [InlineData(0, 1)]
    [InlineData(0, 8)]
    [InlineData(5, 100)]
    [InlineData(13, 257)]
    [InlineData(uint.MaxValue - 20L, 41)]
    [InlineData(long.MaxValue - 100, 90)]
    public void Uniforms_OfAnyStretchOfScenarios_AreThoseOfEachAlone(long first, int count)
    {
        double[] even = new double[count], odd = new double[count], alone = new double[count];
        Philox.Uniforms(Seeds.First, first, 6, even, odd, 3);
        for (int draw = 6; draw <= 7; draw++)
        {
            Philox.Uniforms(Seeds.First, first, draw, alone, 3);
            for (int k = 0; k < count; k++) Assert.Equal(Philox.Uniform(Seeds.First, first + k, draw, 3), alone[k]);
            Assert.Equal(draw == 6 ? even : odd, alone);
        }
    }

    [Fact]
    public void Uniforms_OfAMillion_HaveTheMomentsAndTheDistributionOfTheUniform()
    {
        const int count = 1 << 20;
        var u = new double[count];
        Philox.Uniforms(Seeds.First, 0, 0, u);

        Assert.True(u.Min() > 0 && u.Max() < 1);
        // Standard errors of the k-th moment: sqrt((1 / (2k + 1) - 1 / (k + 1)^2) / n); four are allowed for.
        for (int k = 1; k <= 4; k++)
            Assert.Equal(1.0 / (k + 1), u.Average(x => Math.Pow(x, k)), 4 * Math.Sqrt((1.0 / (2 * k + 1) - 1.0 / ((k + 1) * (k + 1))) / count));
        // Kolmogorov: sqrt(n) D exceeds 1.95 once in a thousand samples.
        Assert.True(Statistics.Kolmogorov(u, x => x) < 1.95 / Math.Sqrt(count));
    }

    [Theory]
    [InlineData(1, 0, 0)]
    [InlineData(0, 1, 0)]
    [InlineData(0, 2, 0)]
    [InlineData(0, 0, 1)]
    public void Uniforms_OfAnotherSeedDrawOrStream_AreUncorrelated(uint seedMore, int drawMore, int streamMore)
    {
        const int count = 1 << 20;
        double[] u = new double[count], v = new double[count];
        Philox.Uniforms(Seeds.First, 0, 0, u);
        Philox.Uniforms(Seeds.First + seedMore, 0, drawMore, v, streamMore);
        // The standard error of a correlation of nothing is 1 / sqrt(n); four are allowed for.
        Assert.Equal(0, Statistics.Correlation(u, v), 4 / Math.Sqrt(count));
        Assert.Equal(0, Statistics.Correlation(u.AsSpan(1), v.AsSpan(..^1)), 4 / Math.Sqrt(count));
    }

    [Fact]
    public void Uniforms_OfNeighbouringScenarios_FillTheSquareEvenly()
    {
        const int count = 1 << 20, side = 16;
        var u = new double[count];
        Philox.Uniforms(Seeds.First, 0, 0, u);
        var cells = new int[side * side];
        for (int k = 0; k < count; k += 2) cells[(int)(u[k] * side) * side + (int)(u[k + 1] * side)]++;
        double expected = count / 2.0 / cells.Length, chiSquare = cells.Sum(n => (n - expected) * (n - expected) / expected);
        // 255 degrees of freedom: mean 255, standard deviation sqrt(510) = 22.6; four are allowed for.
        Assert.Equal(255, chiSquare, 4 * Math.Sqrt(510));
    }

    [Fact]
    public void Uniforms_OfNumbersBelowZeroOrOddPairs_AreRefused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => Philox.Uniform(1, -1, 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => Philox.Uniforms(1, 0, -1, new double[1]));
        Assert.Throws<ArgumentOutOfRangeException>(() => Philox.Uniforms(1, 0, 0, new double[1], -1));
        Assert.Throws<ArgumentException>(() => Philox.Uniforms(1, 0, 1, new double[1], new double[1]));
        Assert.Throws<ArgumentException>(() => Philox.Uniforms(1, 0, 0, new double[1], new double[2]));
    }
}
