using System.Numerics;
using ProjectFinance.Scenarios;

namespace ProjectFinance.Tests.Scenarios;

public sealed class ExactSumTests
{
    [Fact]
    public void Sum_OfNumbersOfEverySize_IsTheRoundedSumOfWholeNumbers()
    {
        var random = new Random(1);
        for (int trial = 0; trial < 200; trial++)
        {
            var numbers = Enumerable.Range(0, 50).Select(_ => AnyDouble(random)).ToArray();
            // Every double is a whole number of 2^-1074; the oracle adds those, and rounds by comparing with both neighbours.
            var exact = numbers.Aggregate(BigInteger.Zero, (sum, x) => sum + Whole(x));

            double sum = Of(numbers).Value;

            Assert.True(IsNearest(sum, exact), $"trial {trial}: {sum:R}");
        }
    }

    [Fact]
    public void Sum_OfTwoNumbers_RoundsAsTheProcessorDoes()
    {
        var random = new Random(2);
        for (int trial = 0; trial < 10_000; trial++)
        {
            double a = AnyDouble(random), b = trial % 3 == 0 ? AnyDouble(random) : a * (random.NextDouble() - 0.5);
            Assert.Equal(BitConverter.DoubleToInt64Bits(a + b + 0.0), BitConverter.DoubleToInt64Bits(Of(a, b).Value + 0.0));
        }
    }

    [Fact]
    public void Sum_InAnyOrderAndInParts_IsTheSame()
    {
        var random = new Random(3);
        var numbers = Enumerable.Range(0, 1000).Select(_ => AnyDouble(random)).ToArray();
        var whole = Of(numbers).ToString();

        for (int trial = 0; trial < 20; trial++)
        {
            random.Shuffle(numbers);
            int cut = random.Next(numbers.Length);
            var parts = Of(numbers[..cut]);
            parts.Add(Of(numbers[cut..]));
            Assert.Equal(whole, parts.ToString());
        }
    }

    [Fact]
    public void Text_OfASum_ReadsBackAsTheSame()
    {
        var random = new Random(4);
        for (int trial = 0; trial < 1000; trial++)
        {
            var sum = Of([.. Enumerable.Range(0, random.Next(4)).Select(_ => AnyDouble(random))]);
            var back = ExactSum.Parse(sum.ToString());
            Assert.Equal((sum.ToString(), sum.Value), (back.ToString(), back.Value));
        }
    }

    [Theory]
    [InlineData("0", new double[0])]
    [InlineData("0", new[] { 1.5, -1.5 })]
    [InlineData("3p-1", new[] { 1.5 })]
    [InlineData("-1a3p0", new[] { -419.0 })]
    [InlineData("1p-1074", new[] { double.Epsilon })]
    [InlineData("nan", new[] { 1.0, double.PositiveInfinity })]
    public void Text_OfASum_IsAnOddNumberAndAPowerOfTwo(string text, double[] numbers) => Assert.Equal(text, Of(numbers).ToString());

    [Theory]
    [InlineData("")]
    [InlineData("p3")]
    [InlineData("-p3")]
    [InlineData("12")]
    [InlineData("xyzp3")]
    [InlineData("1p-1075")]
    [InlineData("1p99999")]
    public void Text_ThatIsNoSum_IsRefused(string text) => Assert.Throws<FormatException>(() => ExactSum.Parse(text));

    static ExactSum Of(params double[] numbers)
    {
        var sum = new ExactSum();
        foreach (double x in numbers) sum.Add(x);
        return sum;
    }

    // Bits at random reach every exponent; the largest are left out, so that no sum of fifty is infinite.
    static double AnyDouble(Random random)
    {
        double x = BitConverter.Int64BitsToDouble(random.NextInt64(long.MinValue, long.MaxValue));
        return double.IsFinite(x) && Math.Abs(x) < 1e300 ? x : random.NextDouble();
    }

    static BigInteger Whole(double x)
    {
        long bits = BitConverter.DoubleToInt64Bits(x);
        int exponent = (int)(bits >> 52) & 0x7FF;
        BigInteger size = bits & (1L << 52) - 1;
        if (exponent > 0) size = (size + (1L << 52)) << exponent - 1;
        return bits < 0 ? -size : size;
    }

    static bool IsNearest(double sum, BigInteger exact)
    {
        var off = BigInteger.Abs(Whole(sum) - exact);
        return off <= BigInteger.Abs(Whole(double.BitIncrement(sum)) - exact) && off <= BigInteger.Abs(Whole(double.BitDecrement(sum)) - exact);
    }
}
