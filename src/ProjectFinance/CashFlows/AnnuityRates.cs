namespace ProjectFinance.CashFlows;

/// <summary>
/// The rates that hold an annuity together. Times e^x - 1, with x = ln(1 + rate), its equation is a sum of four exponentials of x, which has at most three roots (Descartes, for exponents that need not be whole); one of them is
/// x = 0, brought in by the factor. So there are at most two rates, and signs say how many: opposite signs far out mean one; equal signs mean two or none, told by the lowest point between.
/// </summary>
static class AnnuityRates
{
    internal const string Subject = "Rate of an annuity (RATE)";

    const double Farthest = 745, Golden = 0.3819660112501051;
    const int MostSteps = 200;

    /// <summary>Fills in the logarithms of 1 + rate in rising order.</summary>
    /// <exception cref="InvalidInputException">An argument is not finite, the number of periods not above zero, or the annuity holds at every rate.</exception>
    internal static RootList Find(double periods, double payment, double presentValue, double futureValue, PaymentTiming timing, Span<double> logs)
    {
        var check = new InputCheck(Subject);
        check.Above(periods, 0, "nper");
        check.Finite(payment, "pmt");
        check.Finite(presentValue, "pv");
        check.Finite(futureValue, "fv");
        check.Timing(timing);
        check.Throw();
        // Amounts near 1 neither overflow nor vanish, and by a power of two they stay exact.
        double largest = Math.Max(Math.Abs(payment), Math.Max(Math.Abs(presentValue), Math.Abs(futureValue)));
        int scale = largest == 0 ? 0 : -Math.ILogB(largest);
        var value = new AnnuityValue(periods, Math.ScaleB(payment, scale), Math.ScaleB(presentValue, scale), Math.ScaleB(futureValue, scale), timing == PaymentTiming.BeginningOfPeriod);
        int changes = value.SignChanges(out int atHighest, out int atLowest);
        if (atHighest == 0) throw InvalidInputException.Of(Subject, "the amounts cancel at every rate", "they must not all be paid back on the day they are received", "pv");
        return new RootList(logs[..Find(value, changes, atHighest, atLowest, logs)], 1, changes);
    }

    static int Find(in AnnuityValue value, int changes, int atHighest, int atLowest, Span<double> logs)
    {
        if (changes == 0) return 0;
        double atZero = value.At(0);
        if (atZero == 0)
        {
            // Zero is a root; another lies on the side where the sign next to zero is not that far out.
            int rising = Math.Sign(value.Tendency);
            if (changes == 1 || rising == 0) return Only(0, logs);
            return rising != atHighest ? Both(0, Outward(value, 0, atHighest, 1), logs) : Both(Outward(value, 0, atLowest, -1), 0, logs);
        }
        int here = Math.Sign(atZero);
        bool above = here != atHighest, below = here != atLowest;
        if (above && below) return Both(Outward(value, 0, atLowest, -1), Outward(value, 0, atHighest, 1), logs);
        if (above) return Only(Outward(value, 0, atHighest, 1), logs);
        if (below) return Only(Outward(value, 0, atLowest, -1), logs);
        return changes == 2 ? Pair(value, here, logs) : 0;
    }

    /// <summary>Two roots on one side of zero, or none: the value for each unit of payments falls from zero to one lowest point and then rises.</summary>
    static int Pair(in AnnuityValue value, int sign, Span<double> logs)
    {
        int direction = -Math.Sign(value.Tendency) * sign;
        if (direction == 0) return 0;
        double near = 0, middle = 0, far = direction * 0.25 / (1 + value.Periods), atMiddle = sign * value.PerPayment(0), atFar = sign * value.PerPayment(far);
        while (atFar > 0 && atFar < atMiddle && Math.Abs(far) < Farthest)
        {
            (near, middle, atMiddle, far) = (middle, far, atFar, far * 2);
            atFar = sign * value.PerPayment(far);
        }
        double lowest = atFar <= 0 ? far : Lowest(value, sign, near, far);
        double there = sign * value.At(lowest);
        // What rounding leaves of zero is a touch.
        if (Math.Abs(there) <= 1e-15 * value.SizeAt(lowest)) return Only(lowest, logs);
        if (there > 0) return 0;
        double inner = BracketedRoot.Find(value, 0, lowest), outer = Outward(value, lowest, sign, direction);
        return direction > 0 ? Both(inner, outer, logs) : Both(outer, inner, logs);
    }

    /// <summary>The lowest point between two others, by golden section, or any point below zero.</summary>
    static double Lowest(in AnnuityValue value, int sign, double from, double to)
    {
        double left = from + Golden * (to - from), right = to - Golden * (to - from);
        double atLeft = sign * value.PerPayment(left), atRight = sign * value.PerPayment(right);
        for (int step = 0; step < MostSteps && Math.Abs(to - from) > 1e-12 * Math.Abs(to); step++)
        {
            if (Math.Min(atLeft, atRight) < 0) break;
            if (atLeft < atRight)
            {
                (to, right, atRight) = (right, left, atLeft);
                left = from + Golden * (to - from);
                atLeft = sign * value.PerPayment(left);
            }
            else
            {
                (from, left, atLeft) = (left, right, atRight);
                right = to - Golden * (to - from);
                atRight = sign * value.PerPayment(right);
            }
        }
        return atLeft < atRight ? left : right;
    }

    static double Outward(in AnnuityValue value, double near, int farSign, double direction)
    {
        double inner = near;
        for (double step = 0.5 / (1 + value.Periods); Math.Abs(inner) < Farthest; step *= 3)
        {
            double outer = inner + direction * step;
            if (Math.Sign(value.At(outer)) == farSign) return BracketedRoot.Find(value, inner, outer);
            inner = outer;
        }
        return direction * double.PositiveInfinity;
    }

    static int Only(double log, Span<double> logs)
    {
        logs[0] = log;
        return 1;
    }

    static int Both(double first, double second, Span<double> logs)
    {
        (logs[0], logs[1]) = (first, second);
        return 2;
    }
}
