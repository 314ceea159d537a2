namespace ProjectFinance.Tests.CashFlows;

/// <summary>Annuities against a period-by-period account in decimal, and the identities between the functions.</summary>
public sealed class AnnuityTests
{
    // Rounding of a dozen operations on amounts of a hundred or so.
    const double Close = 1e-9;

    public static TheoryData<double, double, double, double, PaymentTiming> Cases()
    {
        var cases = new TheoryData<double, double, double, double, PaymentTiming>();
        foreach (double rate in new[] { -0.4, -0.01, 0, 1e-9, 0.0025, 0.07, 0.6, 1.5 })
            foreach (double periods in new[] { 1, 2.7, 12, 60 })
                foreach (double futureValue in new[] { 0, -30, 100 })
                    foreach (var timing in new[] { PaymentTiming.EndOfPeriod, PaymentTiming.BeginningOfPeriod })
                        cases.Add(rate, periods, 250, futureValue, timing);
        return cases;
    }

    [Theory, MemberData(nameof(Cases))]
    public void Values_OfThePayment_AreThoseItWasComputedFor(double rate, double periods, double presentValue, double futureValue, PaymentTiming timing)
    {
        double payment = Annuity.Payment(rate, periods, presentValue, futureValue, timing);
        double size = Math.Max(1, Math.Pow(1 + rate, -periods));
        Assert.Equal(presentValue, Annuity.PresentValue(rate, periods, payment, futureValue, timing), Close * size * 300);
        Assert.Equal(futureValue, Annuity.FutureValue(rate, periods, payment, presentValue, timing), Close * Math.Max(1, Math.Pow(1 + rate, periods)) * 300);
    }

    [Theory, MemberData(nameof(Cases))]
    public void Parts_OfAPayment_AddUpToIt(double rate, double periods, double presentValue, double futureValue, PaymentTiming timing)
    {
        double payment = Annuity.Payment(rate, periods, presentValue, futureValue, timing);
        for (double period = 1; period <= periods; period += 0.7)
            Assert.Equal(payment, AnnuityPayment.Interest(rate, period, periods, presentValue, futureValue, timing) + AnnuityPayment.Principal(rate, period, periods, presentValue, futureValue, timing), Close * (Math.Abs(payment) + 250));
    }

    [Theory]
    [InlineData(0.05, 10, 100, 0, false)]
    [InlineData(0.05, 10, 100, 0, true)]
    [InlineData(0.004, 360, 250_000, -20_000, false)]
    [InlineData(0.004, 360, 250_000, -20_000, true)]
    [InlineData(-0.02, 24, 1_000, 50, true)]
    [InlineData(0.0000001, 24, 1_000, 0, false)]
    public void Parts_OfEveryPayment_AreThoseOfAnAccountKeptInDecimal(double rate, int periods, double presentValue, double futureValue, bool advance)
    {
        var timing = advance ? PaymentTiming.BeginningOfPeriod : PaymentTiming.EndOfPeriod;
        decimal r = (decimal)rate, growth = 1, each = 0;
        for (int k = 0; k < periods; k++) (each, growth) = (each + growth, growth * (1 + r));
        decimal payment = -((decimal)presentValue * growth + (decimal)futureValue) / (each * (advance ? 1 + r : 1));
        decimal balance = (decimal)presentValue;
        double totalInterest = 0;
        for (int k = 1; k <= periods; k++)
        {
            decimal interest = advance && k == 1 ? 0 : -balance * r;
            Assert.Equal((double)interest, AnnuityPayment.Interest(rate, k, periods, presentValue, futureValue, timing), 1e-9 * Math.Abs((double)payment) * Math.Max(Math.Abs(rate), 1e-7));
            Assert.Equal((double)(payment - interest), AnnuityPayment.Principal(rate, k, periods, presentValue, futureValue, timing), 1e-9 * Math.Abs((double)payment));
            balance += payment - interest;
            totalInterest += (double)interest;
            if (futureValue != 0 || rate <= 0) continue;
            Assert.Equal(totalInterest, AnnuityPayment.CumulativeInterest(rate, periods, presentValue, 1, k, timing), 1e-9 * Math.Max(1e-7, Math.Abs(totalInterest)));
        }
        Assert.Equal((double)payment, Annuity.Payment(rate, periods, presentValue, futureValue, timing), 1e-10 * Math.Abs((double)payment));
    }

    [Theory]
    [InlineData(0.05, 12, 100)]
    [InlineData(0.00001, 360, 1e6)]
    [InlineData(0.6, 5.5, 150.5)]
    [InlineData(0.01, 1200, 5000)]
    public void Cumulative_OfARange_IsTheSumOfItsPayments(double rate, double periods, double presentValue)
    {
        foreach (var timing in Enum.GetValues<PaymentTiming>())
            foreach (var (first, last) in new[] { (1.0, 1.0), (1, 5), (2, 4), (1.3, 4.9), (3, periods), (2.2, 2.9) })
            {
                double interest = 0, principal = 0;
                for (double k = Math.Ceiling(first); k <= Math.Floor(last); k++)
                {
                    interest += AnnuityPayment.Interest(rate, k, periods, presentValue, 0, timing);
                    principal += AnnuityPayment.Principal(rate, k, periods, presentValue, 0, timing);
                }
                Assert.Equal(interest, AnnuityPayment.CumulativeInterest(rate, periods, presentValue, first, last, timing), 1e-10 * Math.Abs(interest));
                Assert.Equal(principal, AnnuityPayment.CumulativePrincipal(rate, periods, presentValue, first, last, timing), 1e-10 * Math.Abs(principal));
            }
    }

    [Theory, MemberData(nameof(Cases))]
    public void Periods_OfThePayment_AreThoseItWasComputedFor(double rate, double periods, double presentValue, double futureValue, PaymentTiming timing)
    {
        double payment = Annuity.Payment(rate, periods, presentValue, futureValue, timing);
        // With large growth the payment all but pays the interest, and hardly depends on the periods.
        if (Math.Abs(rate) * periods > 12) return;
        Assert.Equal(periods, Annuity.Periods(rate, payment, presentValue, futureValue, timing), 1e-5 * periods);
    }

    [Theory, MemberData(nameof(Cases))]
    public void Rates_OfThePayment_HoldTheOneItWasComputedFor(double rate, double periods, double presentValue, double futureValue, PaymentTiming timing)
    {
        double payment = Annuity.Payment(rate, periods, presentValue, futureValue, timing);
        // Paid back at once: any rate will do.
        if (periods == 1 && futureValue == 0 && timing == PaymentTiming.BeginningOfPeriod) return;
        var rates = Annuity.Rates(periods, payment, presentValue, futureValue, timing).Rates;
        // Next to the lowest point the rate is only as exact as the root of the rounding.
        Assert.Contains(rates, found => Math.Abs(found - rate) < 1e-7 * (1 + Math.Abs(rate)));
        Assert.InRange(rates.Length, 1, 2);
        Assert.Contains(Annuity.Rate(periods, payment, presentValue, futureValue, timing, rate), rates);
    }

    [Fact]
    public void Rate_OfTwo_IsRefusedWithBothAndChosenByGuess()
    {
        // Of two payments of -250 on 100 that leave 300: 100 g^2 - 250 g + 50 = 0 with g = 1 + rate.
        double payment = -250, discriminant = Math.Sqrt(250 * 250 - 4 * 100 * 50.0);
        double low = (250 - discriminant) / 200 - 1, high = (250 + discriminant) / 200 - 1;
        var refused = Assert.Throws<InvalidInputException>(() => Annuity.Rate(2, payment, 100, 300));
        Assert.Contains("2 rates", refused.Message, StringComparison.Ordinal);
        Assert.Equal([low, high], Annuity.Rates(2, payment, 100, 300).Rates.ToArray(), (a, b) => Math.Abs(a - b) < 1e-12);
        Assert.Equal(low, Annuity.Rate(2, payment, 100, 300, PaymentTiming.EndOfPeriod, -0.5), 1e-12);
        Assert.Equal(high, Annuity.Rate(2, payment, 100, 300, PaymentTiming.EndOfPeriod, 0.1), 1e-12);
    }

    [Fact]
    public void Rate_OfPaymentsThatNeverSuffice_IsRefused()
    {
        Assert.Empty(Annuity.Rates(10, -20, 100, 300).Rates);
        Assert.Throws<InvalidInputException>(() => Annuity.Rate(10, -20, 100, 300, PaymentTiming.EndOfPeriod, 0.1));
        Assert.Throws<InvalidInputException>(() => Annuity.Rate(10, 20, 100, 300));
        Assert.Throws<InvalidInputException>(() => Annuity.Rate(10, 20, 0, 0));
        Assert.Contains("every rate", Assert.Throws<InvalidInputException>(() => Annuity.Rates(1, -250, 250, 0, PaymentTiming.BeginningOfPeriod)).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0.0525, 4, 0.053542667370758412)] // (1 + 0.0525 / 4)^4 - 1, by hand
    [InlineData(0.12, 12.9, 0.12682503013196977)] // 1.01^12 - 1
    public void Effective_OfANominalRate_Compounds(double nominal, double times, double expected)
    {
        Assert.Equal(expected, AnnualRate.Effective(nominal, times), 1e-14);
        Assert.Equal(nominal, AnnualRate.Nominal(expected, times), 1e-14);
    }

    [Fact]
    public void Payment_OfMorePeriodsThanPowersReach_IsTheInterest()
    {
        // 1.1^100,000 is beyond numbers, and the loan as good as never repaid.
        Assert.Equal(-10, Annuity.Payment(0.1, 100_000, 100), 1e-12);
        Assert.Equal(100, Annuity.PresentValue(0.1, 100_000, -10), 1e-12);
        Assert.Equal(-10, AnnuityPayment.Interest(0.1, 50_000, 100_000, 100), 1e-12);
        Assert.Equal(-100 * 0.1 / 1.1, AnnuityPayment.Principal(0.1, 100_000, 100_000, 100), 1e-10);
    }

    [Fact]
    public void Payment_OfBadInput_ListsEveryProblem()
    {
        var refused = Assert.Throws<InvalidInputException>(() => Annuity.Payment(double.NaN, 10, double.PositiveInfinity, 0, (PaymentTiming)2));
        Assert.Equal(["rate", "pv", "type"], refused.Problems.Select(p => p.Where));
        Assert.Throws<InvalidInputException>(() => Annuity.Payment(0.1, 0, 100));
        Assert.Throws<InvalidInputException>(() => Annuity.Payment(-1, 10, 100, 0, PaymentTiming.BeginningOfPeriod));
        Assert.Throws<InvalidInputException>(() => Annuity.FutureValue(-1.5, 2.5, 100));
        Assert.Throws<InvalidInputException>(() => Annuity.PresentValue(-1, 2, 100));
        Assert.Throws<InvalidInputException>(() => Annuity.FutureValue(1, 2000, 100));
        Assert.Throws<InvalidInputException>(() => Annuity.Periods(0.1, -10, 100));
        Assert.Throws<InvalidInputException>(() => Annuity.Periods(0.1, -5, 100));
        Assert.Throws<InvalidInputException>(() => Annuity.Periods(0, 0, 100));
        Assert.Throws<InvalidInputException>(() => Annuity.Rate(0, -5, 100));
        Assert.Throws<InvalidInputException>(() => Annuity.Rate(5, -5, 100, 0, PaymentTiming.EndOfPeriod, -1));
    }

    [Fact]
    public void Parts_OfBadInput_ListEveryProblem()
    {
        Assert.Equal(["per"], Where(() => AnnuityPayment.Interest(0.1, 0.5, 10, 100)));
        Assert.Equal(["per"], Where(() => AnnuityPayment.Principal(0.1, 11, 10, 100)));
        Assert.Equal(["rate", "nper", "per"], Where(() => AnnuityPayment.Interest(-1, 1, 0, 100)));
        Assert.Equal(["rate", "pv", "start", "end"], Where(() => AnnuityPayment.CumulativeInterest(0, 10, -100, 0, 11)));
        Assert.Equal(["end"], Where(() => AnnuityPayment.CumulativePrincipal(0.1, 10, 100, 5, 4)));
        Assert.Equal(["nominalRate", "npery"], Where(() => AnnualRate.Effective(0, 0.9)));
        Assert.Equal(["effectRate"], Where(() => AnnualRate.Nominal(-0.1, 4)));
    }

    static IEnumerable<string> Where(Func<object> refused) => Assert.Throws<InvalidInputException>(refused).Problems.Select(problem => problem.Where);
}
