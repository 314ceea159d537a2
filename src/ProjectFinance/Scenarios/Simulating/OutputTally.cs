using System.Runtime.Intrinsics;

namespace ProjectFinance.Scenarios;

/// <summary>
/// What is kept of one output over all scenarios: exact sums of powers of the distance from its value in scenario 0, the ends with their scenarios, and a histogram. Tallies of
/// different scenarios add up to the same in any order.
/// </summary>
sealed class OutputTally
{
    const int Lanes = 8;

    readonly ExactSum[] powers = [new(), new(), new()];
    readonly Histogram histogram = new();

    /// <summary>A tally of no scenario.</summary>
    /// <param name="anchor">What distances are counted from. Any number of the output's size keeps the variance from drowning in the mean.</param>
    internal OutputTally(double anchor) => Anchor = double.IsFinite(anchor) ? anchor + 0.0 : 0;

    internal double Anchor { get; }

    /// <summary>How many scenarios have a finite value.</summary>
    internal long Count { get; private set; }

    /// <summary>How many scenarios have none: a ratio that does not apply.</summary>
    internal long NotApplicable { get; private set; }

    internal ScenarioValue? Lowest { get; private set; }

    internal ScenarioValue? Highest { get; private set; }

    internal Histogram Histogram => histogram;

    /// <summary>The sums of the first, second and third power of the distances.</summary>
    internal IReadOnlyList<ExactSum> Powers => powers;

    /// <summary>Counts a block of scenarios.</summary>
    /// <param name="row">Their values, always the same scenarios to a block.</param>
    /// <param name="first">The number of the first.</param>
    /// <exception cref="InvalidInputException">A value is not a number.</exception>
    internal void Add(ReadOnlySpan<double> row, long first)
    {
        Vector512<double> anchor = Vector512.Create(Anchor), most = Vector512.Create(double.MaxValue), infinity = Vector512.Create(double.PositiveInfinity);
        Vector512<double> one = default, two = default, three = default, low = infinity, high = -infinity;
        Span<double> last = stackalloc double[Lanes];
        for (scoped var rest = row; !rest.IsEmpty; rest = rest[Lanes..])
        {
            if (rest.Length < Lanes) rest = Padded(rest, last);
            var values = Vector512.Create(rest);
            var applies = Vector512.LessThanOrEqual(Vector512.Abs(values), most);
            var distance = Vector512.ConditionalSelect(applies, values - anchor, default);
            var square = distance * distance;
            one += distance;
            two += square;
            three += square * distance;
            low = Vector512.MinNative(low, Vector512.ConditionalSelect(applies, values, infinity));
            high = Vector512.MaxNative(high, Vector512.ConditionalSelect(applies, values, -infinity));
        }
        int count = histogram.Add(row);
        Count += count;
        NotApplicable += row.Length - count;
        powers[0].Add(Sum(one));
        powers[1].Add(Sum(two));
        powers[2].Add(Sum(three));
        if (count == 0) return;
        Lowest = Lesser(Lowest, Extreme(low, -1), row, first);
        Highest = Greater(Highest, Extreme(high, 1), row, first);
    }

    /// <summary>Adds what another tally counted.</summary>
    internal void Add(OutputTally other)
    {
        Count += other.Count;
        NotApplicable += other.NotApplicable;
        for (int i = 0; i < powers.Length; i++) powers[i].Add(other.powers[i]);
        histogram.Add(other.histogram);
        Lowest = Better(Lowest, other.Lowest, -1);
        Highest = Better(Highest, other.Highest, 1);
    }

    /// <summary>Takes what was read from a file in place of counting it.</summary>
    internal void Restore(long count, long notApplicable, ScenarioValue? lowest, ScenarioValue? highest, IEnumerable<ExactSum> sums)
    {
        (Count, NotApplicable, Lowest, Highest) = (count, notApplicable, lowest, highest);
        foreach (var (i, sum) in sums.Index()) powers[i].Add(sum);
    }

    // What lies beyond the last scenario does not apply.
    static ReadOnlySpan<double> Padded(ReadOnlySpan<double> rest, Span<double> padded)
    {
        padded.Fill(double.PositiveInfinity);
        rest.CopyTo(padded);
        return padded;
    }

    // In one order on every processor.
    static double Sum(Vector512<double> lanes)
    {
        double sum = lanes[0];
        for (int i = 1; i < Lanes; i++) sum += lanes[i];
        return sum;
    }

    static double Extreme(Vector512<double> lanes, int sign)
    {
        double best = lanes[0];
        for (int i = 1; i < Lanes; i++)
            if (sign * lanes[i] > sign * best) best = lanes[i];
        return best + 0.0;
    }

    static ScenarioValue? Lesser(ScenarioValue? known, double value, ReadOnlySpan<double> row, long first) => Replaces(known, value, first, -1) ? Better(known, At(row, value, first), -1) : known;

    static ScenarioValue? Greater(ScenarioValue? known, double value, ReadOnlySpan<double> row, long first) => Replaces(known, value, first, 1) ? Better(known, At(row, value, first), 1) : known;

    static bool Replaces(ScenarioValue? known, double value, long first, int sign) => known is null || sign * value > sign * known.Value || value.Equals(known.Value) && first < known.Scenario;

    static ScenarioValue At(ReadOnlySpan<double> row, double value, long first)
    {
        int i = 0;
        while (row[i] != value) i++;
        return new(value, first + i);
    }

    // Of equal values the scenario with the lowest number counts.
    static ScenarioValue? Better(ScenarioValue? a, ScenarioValue? b, int sign) =>
        a is null ? b : b is null ? a : sign * b.Value > sign * a.Value || b.Value.Equals(a.Value) && b.Scenario < a.Scenario ? b : a;
}
