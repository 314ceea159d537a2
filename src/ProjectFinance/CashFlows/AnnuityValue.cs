using ProjectFinance.Randomness;

namespace ProjectFinance.CashFlows;

/// <summary>The value of an annuity's amounts together as a function of x = ln(1 + rate): at its beginning where x is not below zero, else at its end, so that no power overflows.</summary>
readonly struct AnnuityValue(double periods, double payment, double presentValue, double futureValue, bool inAdvance) : IRealFunction
{
    internal double Periods => periods;

    /// <summary>The sign of the change with x at zero of the value for each unit of payments; where the value there is zero, of the value itself.</summary>
    internal double Tendency => presentValue * ((periods + 1) / 2 - Due) - futureValue * ((periods - 1) / 2 + Due);

    double Due => inAdvance ? 1 : 0;

    public double At(double x)
    {
        double power = Exponential.Of(-Math.Abs(periods * x)), payments = payment * OfOneEach(x);
        return x < 0 ? presentValue * power + payments + futureValue : presentValue + payments + futureValue * power;
    }

    /// <summary>The value divided by that of payments of 1.</summary>
    internal double PerPayment(double x) => At(x) / OfOneEach(x);

    /// <summary>The value with every amount positive.</summary>
    internal double SizeAt(double x) => new AnnuityValue(periods, Math.Abs(payment), Math.Abs(presentValue), Math.Abs(futureValue), inAdvance).At(x);

    /// <summary>How many rates there can be, from the signs of the four exponentials in order of their exponents, and the value's sign far above and far below zero.</summary>
    internal int SignChanges(out int atHighest, out int atLowest)
    {
        // Exponents n + 1, n, 1 and 0; n and 1 in the order they have.
        double top = inAdvance ? presentValue + payment : presentValue, ofPeriods = inAdvance ? -presentValue : payment - presentValue;
        double ofOne = inAdvance ? futureValue - payment : futureValue, bottom = inAdvance ? -futureValue : -payment - futureValue;
        var (second, third) = periods > 1 ? (ofPeriods, ofOne) : (ofOne, ofPeriods);
        if (periods == 1) (second, third) = (ofPeriods + ofOne, 0);
        int changes = 0, last = 0;
        atHighest = atLowest = 0;
        foreach (double coefficient in (ReadOnlySpan<double>)[top, second, third, bottom])
        {
            int sign = Math.Sign(coefficient);
            if (sign == 0) continue;
            if (last == 0) atHighest = sign;
            else if (sign != last) changes++;
            last = sign;
        }
        // The factor e^x - 1 is below zero there, and its root at zero is one of those counted.
        atLowest = -last;
        return Math.Max(0, changes - 1);
    }

    /// <summary>The value of payments of 1.</summary>
    double OfOneEach(double x)
    {
        double near = -Math.Abs(x), payments = x == 0 ? periods : Growth.ExpLessOne(periods * near) / Growth.ExpLessOne(near);
        return x > 0 == inAdvance ? payments : payments * Exponential.Of(near);
    }
}
