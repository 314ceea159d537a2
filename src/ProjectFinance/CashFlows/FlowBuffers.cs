using System.Buffers;
using NodaTime;

namespace ProjectFinance.CashFlows;

/// <summary>Rented room for a series made of what a user gives, and for its roots; handed back when disposed.</summary>
ref struct FlowBuffers : IDisposable
{
    // Amounts are scaled by a power of two so that the largest is near it; sums of many of them with their times squared do not overflow.
    const int LargestExponent = 800;

    // So that the smallest still has all its digits.
    const int WidestRange = 1700;

    readonly string subject;
    readonly double[] amounts;
    readonly int[] times;
    readonly double[] logs;
    int count;

    FlowBuffers(string subject, int room)
    {
        this.subject = subject;
        amounts = ArrayPool<double>.Shared.Rent(room);
        times = ArrayPool<int>.Shared.Rent(room);
        logs = ArrayPool<double>.Shared.Rent(room);
    }

    /// <summary>The series of flows at equal periods.</summary>
    internal static FlowBuffers Periodic(string subject, ReadOnlySpan<double> flows)
    {
        var made = new FlowBuffers(subject, flows.Length);
        for (int i = 0; i < flows.Length; i++) (made.amounts[i], made.times[i]) = (flows[i], i);
        made.Complete(flows.Length);
        return made;
    }

    /// <summary>The series of flows on dates, in days.</summary>
    internal static FlowBuffers Dated(string subject, ReadOnlySpan<double> flows, ReadOnlySpan<LocalDate> dates)
    {
        var made = new FlowBuffers(subject, flows.Length);
        bool inOrder = true;
        int first = DatedFlows.DayNumber(dates[0]);
        for (int i = 0; i < flows.Length; i++)
        {
            (made.amounts[i], made.times[i]) = (flows[i], DatedFlows.DayNumber(dates[i]) - first);
            inOrder &= i == 0 || made.times[i] >= made.times[i - 1];
        }
        if (!inOrder) made.times.AsSpan(0, flows.Length).Sort(made.amounts.AsSpan(0, flows.Length));
        made.Complete(flows.Length);
        return made;
    }

    internal readonly FlowSeries Series => new(amounts.AsSpan(0, count), times.AsSpan(0, count));

    /// <summary>The roots of the series.</summary>
    internal readonly RootList Roots(in FlowSeries series, double unitsOfPeriod)
    {
        int found = count == 0 ? 0 : FlowRoots.Find(series, logs.AsSpan(0, series.SignChanges));
        return new RootList(logs.AsSpan(0, found), unitsOfPeriod, series.SignChanges);
    }

    /// <summary>Turns round the sign of every flow at an odd time: a rate r below -100 % becomes -2 - r.</summary>
    internal readonly void Mirror()
    {
        int time = 0;
        for (int i = 0; i < count; i++)
        {
            time += i == 0 ? 0 : times[i];
            if ((time & 1) != 0) amounts[i] = -amounts[i];
        }
    }

    public readonly void Dispose()
    {
        ArrayPool<double>.Shared.Return(amounts);
        ArrayPool<int>.Shared.Return(times);
        ArrayPool<double>.Shared.Return(logs);
    }

    void Complete(int given)
    {
        Merge(given);
        if (count == 0) return;
        double largest = 0, smallest = double.MaxValue;
        foreach (double amount in amounts.AsSpan(0, count))
            (largest, smallest) = (Math.Max(largest, Math.Abs(amount)), Math.Min(smallest, Math.Abs(amount)));
        int exponent = Math.ILogB(largest);
        if (exponent - Math.ILogB(smallest) > WidestRange)
        {
            Dispose();
            throw InvalidInputException.Of(subject, "the largest flow is more than 1E511 times the smallest", "flows must lie closer together than that, or be zero", "flows");
        }
        // In two factors, for neither need be a number alone.
        int by = LargestExponent - exponent;
        double half = Math.ScaleB(1, by / 2), rest = Math.ScaleB(1, by - by / 2);
        for (int i = 0; i < count; i++) amounts[i] = amounts[i] * half * rest;
        for (int i = count - 1; i > 0; i--) times[i] -= times[i - 1];
    }

    /// <summary>Adds up what flows at one time and leaves out what is zero.</summary>
    void Merge(int given)
    {
        for (int i = 0; i < given;)
        {
            int time = times[i];
            double sum = 0;
            for (; i < given && times[i] == time; i++) sum += amounts[i];
            if (sum != 0) (amounts[count], times[count++]) = (sum, time);
        }
    }
}
