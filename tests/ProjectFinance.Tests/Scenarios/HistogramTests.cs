using ProjectFinance.Scenarios;

namespace ProjectFinance.Tests.Scenarios;

public sealed class HistogramTests
{
    [Fact]
    public void Buckets_OfNumbersOfBothSigns_AreInTheirOrder()
    {
        double[] rising = [double.MinValue, -1e10, -2.0001, -2, -1, -1e-300, 0, 1e-300, 1, 1.5, 2, 1e10, double.MaxValue];
        var histogram = new Histogram();

        int finite = histogram.Add([.. rising.Reverse(), double.PositiveInfinity, double.NegativeInfinity]);

        Assert.Equal(rising.Length, finite);
        var middles = histogram.Buckets().Select(bucket => Histogram.Middle(bucket.Place)).ToArray();
        Assert.Equal(middles.Order(), middles);
        // -2.0001 and -2 share a bucket, which is 2^-11 wide there.
        Assert.Equal(rising.Length - 1, middles.Length);
    }

    [Fact]
    public void Middle_OfAnyBucket_IsWithinThePrecisionOfItsNumbers()
    {
        var random = new Random(5);
        for (int trial = 0; trial < 2_000; trial++)
        {
            double x = Math.ScaleB(random.NextDouble() + 1, random.Next(-1000, 1000)) * (trial % 2 == 0 ? 1 : -1);
            var histogram = new Histogram();
            histogram.Add([x]);
            double middle = Histogram.Middle(histogram.Buckets().Single().Place);
            Assert.InRange(Math.Abs(middle - x) / Math.Abs(x), 0, Histogram.Precision);
        }
    }

    [Fact]
    public void Zero_OfEitherSign_IsOneBucketThatIsExact()
    {
        var histogram = new Histogram();
        histogram.Add([0.0, -0.0, 0.0]);
        var bucket = Assert.Single(histogram.Buckets());
        Assert.Equal((0.0, 3L), (Histogram.Middle(bucket.Place), bucket.Count));
    }

    [Fact]
    public void Counts_AddedUp_AreThoseOfTheWhole()
    {
        var random = new Random(6);
        var numbers = Enumerable.Range(0, 5000).Select(_ => random.NextDouble() * 100 - 50).ToArray();
        var (whole, left, right, restored) = (new Histogram(), new Histogram(), new Histogram(), new Histogram());
        whole.Add(numbers);
        left.Add(numbers.AsSpan(0, 1234));
        right.Add(numbers.AsSpan(1234));

        right.Add(left);
        foreach (var (place, count) in whole.Buckets()) restored.Add(place, count);

        Assert.Equal(whole.Buckets(), right.Buckets());
        Assert.Equal(whole.Buckets(), restored.Buckets());
    }

    [Theory]
    [InlineData(1)]
    [InlineData(8)]
    [InlineData(4096)]
    [InlineData(1003)]
    public void Row_OfAnyLengthWithWhatDoesNotApply_IsCountedLikeItsNumbersOneByOne(int length)
    {
        var random = new Random(8);
        // Eight at a time: some alike, some of one size, some of many sizes and signs, some that do not apply.
        var row = Enumerable.Range(0, length).Select(i => (i / 8 % 4) switch
        {
            0 => 1.25,
            1 => 1 + random.NextDouble(),
            2 => Math.ScaleB(random.NextDouble() - 0.5, random.Next(-20, 20)),
            _ => i % 3 == 0 ? double.NegativeInfinity : i % 3 == 1 ? -0.0 : -random.NextDouble(),
        }).ToArray();
        var (whole, each) = (new Histogram(), new Histogram());

        int finite = whole.Add(row);

        Assert.Equal(row.Sum(value => each.Add([value])), finite);
        Assert.Equal(row.Count(double.IsFinite), finite);
        Assert.Equal(each.Buckets(), whole.Buckets());
    }
}
