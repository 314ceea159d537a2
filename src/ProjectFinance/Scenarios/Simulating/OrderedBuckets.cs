using System.Collections.Immutable;

namespace ProjectFinance.Scenarios;

/// <summary>The values of an output in rising order, as far as its histogram tells them apart: each bucket stands for its middle, but never beyond the lowest and the highest value.</summary>
sealed class OrderedBuckets
{
    readonly ImmutableArray<(double Value, long Count)> buckets;
    readonly long count;

    internal OrderedBuckets(OutputTally tally)
    {
        count = tally.Count;
        buckets = [.. tally.Histogram.Buckets().Select(bucket => (Math.Clamp(Histogram.Middle(bucket.Place), tally.Lowest!.Value, tally.Highest!.Value), bucket.Count))];
    }

    /// <summary>The least value that a part of the values does not exceed.</summary>
    internal double? Quantile(decimal level)
    {
        // In decimal, 7 % of 100 is 7; in binary it is a little more, and one value further.
        var rank = Math.Max(1, Math.Ceiling(level * count));
        long until = 0;
        foreach (var (value, each) in buckets)
            if ((until += each) >= rank) return value;
        return null;
    }

    /// <summary>The mean of a part of the values, the lowest; where the part ends inside a value, of that value a part.</summary>
    internal double? MeanOfLowest(decimal part) => Mean(buckets, part);

    /// <summary>The mean of a part of the values, the highest.</summary>
    internal double? MeanOfHighest(decimal part) => Mean(buckets.Reverse(), part);

    double? Mean(IEnumerable<(double Value, long Count)> worstFirst, decimal part)
    {
        if (count == 0) return null;
        double wanted = (double)(part * count), left = wanted, sum = 0;
        foreach (var (value, each) in worstFirst)
        {
            double taken = Math.Min(left, each);
            sum += taken * value;
            if ((left -= taken) <= 0) break;
        }
        return sum / wanted;
    }
}
