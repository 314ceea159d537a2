using ProjectFinance.Randomness;

namespace ProjectFinance.CashFlows;

/// <summary>
/// Flows in the order of time, none zero and no two at one time, as a polynomial: the amounts are its coefficients and the times, whole numbers, its exponents. Its variable is the discount
/// factor of one unit of time, or looked at from the end, the growth factor; of the two that is taken which is at most 1, so that no power overflows.
/// </summary>
readonly ref struct FlowSeries
{
    // Gaps up to a month of days come from a table of powers.
    const int Tabled = 32;
    const double HalfUnit = 1.1102230246251565e-16;

    readonly ReadOnlySpan<double> amounts;
    readonly ReadOnlySpan<int> gaps;
    readonly int longestTabled;

    /// <summary>A series.</summary>
    /// <param name="amounts">The flows: [flow].</param>
    /// <param name="gaps">Time since the flow before, above zero; the first is not looked at: [flow].</param>
    internal FlowSeries(ReadOnlySpan<double> amounts, ReadOnlySpan<int> gaps)
    {
        this.amounts = amounts;
        this.gaps = gaps;
        long total = 0;
        for (int i = 1; i < gaps.Length; i++)
        {
            total += gaps[i];
            if (gaps[i] < Tabled) longestTabled = Math.Max(longestTabled, gaps[i]);
            if (amounts[i] > 0 != amounts[i - 1] > 0) SignChanges++;
        }
        Duration = total;
        Rounding = HalfUnit * (2.0 * amounts.Length + total + 64);
    }

    /// <summary>How often the flows change sign.</summary>
    internal int SignChanges { get; }

    /// <summary>Time from the first flow to the last.</summary>
    internal double Duration { get; }

    /// <summary>What rounding may do to a value, as a share of the value of all amounts taken as positive.</summary>
    internal double Rounding { get; }

    internal double First => amounts[0];

    internal double Last => amounts[^1];

    /// <summary>The sum of the flows, the same from whichever end they are looked at.</summary>
    internal double Sum
    {
        get
        {
            double sum = 0;
            foreach (double amount in amounts) sum += amount;
            return sum;
        }
    }

    /// <summary>The value at a logarithm of growth over one unit of time: at the time of the first flow where it is not below zero, else at that of the last.</summary>
    internal double ValueAt(double log) => log == 0 ? Sum : Value(Exponential.Of(-Math.Abs(log)), fromEnd: log < 0);

    /// <summary>The polynomial at a factor from 0 to 1.</summary>
    internal double Value(double factor, bool fromEnd)
    {
        Span<double> powers = stackalloc double[Tabled];
        FillPowers(powers, factor);
        double value = 0;
        if (fromEnd)
        {
            value = amounts[0];
            for (int i = 1; i < amounts.Length; i++) value = value * Power(powers, gaps[i]) + amounts[i];
            return value;
        }
        for (int i = amounts.Length - 1; i > 0; i--) value = (value + amounts[i]) * Power(powers, gaps[i]);
        return value + amounts[0];
    }

    /// <summary>The polynomial with its derivatives by the factor's logarithm, and what they are at most: with all amounts positive.</summary>
    internal Taylor TaylorAt(double factor, bool fromEnd)
    {
        Span<double> powers = stackalloc double[Tabled];
        FillPowers(powers, factor);
        int count = amounts.Length;
        var sum = new Taylor();
        for (int k = 0; k < count; k++)
        {
            int i = fromEnd ? k : count - 1 - k;
            if (k > 0)
            {
                int gap = gaps[fromEnd ? i : i + 1];
                sum = sum.Later(gap, Power(powers, gap));
            }
            sum = sum.Plus(amounts[i]);
        }
        return sum;
    }

    /// <summary>
    /// How often the running totals of the flows change sign, counted from one end; a total that rounding could have given another sign counts for whichever sign gives more.
    /// No more rates than that lie above zero, counted from the first flow, or below, counted from the last, and as many less an even number do.
    /// Source: Laguerre's rule of signs; E. Laguerre, Sur la théorie des équations numériques, 1883. Norstrom's criterion (1972) is the case of one change.
    /// </summary>
    internal int ChangesOfTotals(bool fromEnd)
    {
        double total = 0, size = 0;
        int positive = -1, negative = -1;
        for (int k = 0; k < amounts.Length; k++)
        {
            double amount = amounts[fromEnd ? amounts.Length - 1 - k : k];
            total += amount;
            size += Math.Abs(amount);
            bool certain = Math.Abs(total) > HalfUnit * k * size;
            int ifPositive = Math.Max(positive, negative < 0 ? (positive < 0 ? 0 : positive) : negative + 1);
            int ifNegative = Math.Max(negative, positive < 0 ? (negative < 0 ? 0 : negative) : positive + 1);
            positive = certain && total < 0 ? -1 : ifPositive;
            negative = certain && total > 0 ? -1 : ifNegative;
        }
        return Math.Max(positive, negative);
    }

    void FillPowers(Span<double> powers, double factor)
    {
        powers[0] = 1;
        powers[1] = factor;
        for (int i = 2; i <= longestTabled; i++) powers[i] = powers[i - 1] * factor;
    }

    static double Power(ReadOnlySpan<double> powers, int gap) => gap < Tabled ? powers[gap] : LongPower(powers[1], gap);

    static double LongPower(double factor, int exponent)
    {
        double power = 1;
        for (; exponent > 0; exponent >>= 1, factor *= factor)
            if ((exponent & 1) != 0) power *= factor;
        return power;
    }
}
