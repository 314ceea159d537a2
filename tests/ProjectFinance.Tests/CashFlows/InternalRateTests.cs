using NodaTime;

namespace ProjectFinance.Tests.CashFlows;

/// <summary>Internal rates against closed forms, products of known factors, and bisection in decimal.</summary>
public sealed class InternalRateTests
{
    static readonly LocalDate Start = new(1996, 1, 31);

    public static TheoryData<double[]> Factors { get; } =
    [
        [0.1],
        [-0.1, 0.1],
        [0.1, 0.2],
        [-0.5, 0.1, 0.5],
        [0, 0.01, 0.1],
        [-0.999, -0.99, 3],
        [0.1, 0.5, 2, 10],
        [-0.9, -0.5, -0.2, -0.01, 0.01],
        [-0.9, -0.5, -0.2, 0, 0.1, 0.5, 2, 10],
        [100, 10_000, 1_000_000],
    ];

    [Theory, MemberData(nameof(Factors))]
    public void All_OfFlowsMadeOfTheirFactors_AreTheRatesOfTheFactors(double[] rates)
    {
        var flows = OfFactors(rates);
        var found = InternalRateOfReturn.All(flows);
        Assert.Equal(rates.Length, found.SignChanges);
        // The flows are rounded, which moves roots of many factors by their condition.
        Assert.Equal(rates, found.Rates.ToArray(), (a, b) => Math.Abs(a - b) <= 1e-9 * (1 + Math.Abs(a)));
        var dates = flows.Select((_, i) => Start.PlusDays(365 * i)).ToArray();
        Assert.Equal(rates, InternalRateOfReturn.All(flows, dates).Rates.ToArray(), (a, b) => Math.Abs(a - b) <= 1e-9 * (1 + Math.Abs(a)));
        if (rates.Length == 1) Assert.Equal(rates[0], InternalRateOfReturn.Of(flows), 1e-13);
        else Assert.Contains($"{rates.Length} rates", Assert.Throws<InvalidInputException>(() => InternalRateOfReturn.Of(flows)).Message, StringComparison.Ordinal);
        foreach (double rate in rates)
            Assert.Equal(rate, InternalRateOfReturn.Of(flows, rate + 1e-5 * (1 + rate)), 1e-9 * (1 + Math.Abs(rate)));
    }

    [Fact]
    public void All_OfRootsThatAreTouched_ListsEachOnce()
    {
        Assert.Equal([0.1], InternalRateOfReturn.All([-100, 220, -121]).Rates.ToArray(), (a, b) => Math.Abs(a - b) < 1e-9);
        Assert.Equal([0], InternalRateOfReturn.All([-1, 2, -1]).Rates.ToArray());
        Assert.Equal([-0.5, 0.25], InternalRateOfReturn.All(OfFactors([-0.5, 0.25, 0.25])).Rates.ToArray(), (a, b) => Math.Abs(a - b) < 1e-7);
    }

    [Theory]
    [InlineData(-100, 200, -132)]
    [InlineData(-1, 1, -1)]
    [InlineData(1, -2, 1.0001)]
    public void Of_FlowsWorthNothingAtNoRate_IsRefused(double first, double second, double third)
    {
        double[] flows = [first, second, third];
        Assert.Empty(InternalRateOfReturn.All(flows).Rates);
        Assert.Contains("no rate", Assert.Throws<InvalidInputException>(() => InternalRateOfReturn.Of(flows)).Message, StringComparison.Ordinal);
        Assert.Throws<InvalidInputException>(() => InternalRateOfReturn.Of(flows, 0.1));
    }

    [Fact]
    public void Of_TwoFlowsFarBelowMinus99Percent_IsTheClosedForm()
    {
        // 100 becomes 1 in half a year: 0.01^(365 / 182) - 1.
        LocalDate[] dates = [Start, Start.PlusDays(182)];
        Assert.Equal(Math.Pow(0.01, 365 / 182.0) - 1, InternalRateOfReturn.Of([-100, 1], dates), 1e-14);
        Assert.Equal(Math.Pow(0.95, 365) - 1, InternalRateOfReturn.Of([-100, 95], [Start, Start.PlusDays(1)]), 1e-15);
        Assert.Equal(-0.999999999, InternalRateOfReturn.Of([-100, 1e-7]), 1e-15);
        Assert.Contains("closer to -100 %", Assert.Throws<InvalidInputException>(() => InternalRateOfReturn.Of([-100, 50], [Start, Start.PlusDays(1)])).Message, StringComparison.Ordinal);
        Assert.Contains("above 1.8E308", Assert.Throws<InvalidInputException>(() => InternalRateOfReturn.Of([-100, 900], [Start, Start.PlusDays(1)])).Message, StringComparison.Ordinal);
        Assert.Equal(1, InternalRateOfReturn.All([-100, 900], [Start, Start.PlusDays(1)]).BeyondNumbers);
    }

    [Theory]
    [InlineData(1e300)]
    [InlineData(1e-300)]
    [InlineData(1e-318)]
    public void Of_AmountsOfAnySize_IsThatOfTheirRatio(double size)
    {
        // Below 1e-308 numbers have fewer digits, so the ratio itself is rounded.
        double tolerance = size < 1e-308 ? 1e-4 : 1e-13;
        Assert.Equal(0.1, InternalRateOfReturn.Of([-size, 1.1 * size]), tolerance);
        double mixed = InternalRateOfReturn.Of([-1e-100, 1e100]);
        Assert.Equal(1e200, mixed, 1e200 * 1e-12);
        Assert.Throws<InvalidInputException>(() => InternalRateOfReturn.Of([-1e-300, 1e300, -1e-300]));
    }

    [Theory]
    [InlineData(360, true)]
    [InlineData(10_957, false)]
    public void Of_ThirtyYearsOfFlows_AgreesWithBisectionInDecimal(int count, bool monthly)
    {
        var dates = Enumerable.Range(0, count).Select(i => monthly ? Start.PlusMonths(i) : Start.PlusDays(i)).ToArray();
        foreach (double total in new[] { 180.0, 55.0 })
        {
            double[] flows = [.. Enumerable.Range(0, count).Select(i => i == 0 ? -100 : Math.Round(total / count * (1 + i % 7 / 10.0), 6))];
            double rate = InternalRateOfReturn.Of(flows, dates);
            Assert.Equal(ByBisection(flows, dates), rate, 1e-11);
            Assert.Equal(0, DiscountedCashFlow.NetPresentValue(rate, flows, dates), 1e-8);
        }
    }

    [Fact]
    public void Of_FlowsOutOfOrder_IsThatOfTheSameFlowsInOrder()
    {
        LocalDate[] dates = [Start, Start.PlusDays(400), Start.PlusDays(30), Start.PlusDays(400), Start.PlusDays(90)];
        double[] flows = [-50, 70, -60, 80, -10];
        double inOrder = InternalRateOfReturn.Of([-50, -60, -10, 150], [dates[0], dates[2], dates[4], dates[1]]);
        Assert.Equal(inOrder, InternalRateOfReturn.Of(flows, dates));
        Assert.Equal(ByBisection(flows, dates), inOrder, 1e-12);
    }

    [Fact]
    public void All_OfRandomDailyFlows_MissNoChangeOfSign()
    {
        // Signs on a fine grid show a root in each part where they change; nothing found may be missing, nothing worth something found.
        var random = new Random(1996);
        for (int trial = 0; trial < 40; trial++)
        {
            int count = 3 + random.Next(60);
            double[] flows = [.. Enumerable.Range(0, count).Select(_ => Math.Round((random.NextDouble() - 0.5) * 100))];
            var dates = Enumerable.Range(0, count).Select(i => Start.PlusDays(i * 100 + (i == 0 ? 0 : random.Next(90)))).ToArray();
            double[] found = [.. InternalRateOfReturn.All(flows, dates).Rates];
            Assert.Equal(found.Order(), found);
            double size = flows.Sum(Math.Abs);
            foreach (double rate in found) Assert.Equal(0, Scaled(flows, dates, Math.Log(1 + rate)) / size, 1e-10);
            for (double log = -3; log < 3; log += 0.004)
            {
                double here = Scaled(flows, dates, log), next = Scaled(flows, dates, log + 0.004);
                if (here * next < 0 && Math.Min(Math.Abs(here), Math.Abs(next)) > 1e-9 * size)
                    Assert.Contains(found, rate => Math.Log(1 + rate) >= log - 1e-9 && Math.Log(1 + rate) <= log + 0.004 + 1e-9);
            }
        }
    }

    [Fact]
    public void Of_GuessBelowMinus100Percent_IsTheRootThere()
    {
        // (1 - 1.1 v)(1 + 1.2 v), v = 1 / (1 + rate): rates 0.1 and -2.2.
        double[] flows = [-100, 100 * (1.1 - 1.2), 100 * 1.1 * 1.2];
        Assert.Equal(0.1, InternalRateOfReturn.Of(flows), 1e-14);
        Assert.Equal(-2.2, InternalRateOfReturn.Of(flows, -1.5), 1e-14);
        Assert.Throws<InvalidInputException>(() => InternalRateOfReturn.Of([-100, 110], -2));
    }

    [Fact]
    public void Of_BadInput_ListsEveryProblem()
    {
        Assert.Equal(["flows"], Where(() => InternalRateOfReturn.Of([])));
        Assert.Equal(["flows"], Where(() => InternalRateOfReturn.Of([100, 5, 0])));
        Assert.Equal(["flows[1]", "guess"], Where(() => InternalRateOfReturn.Of([-100, double.NaN], -1)));
        Assert.Equal(["flows[0]", "dates", "dates[1]", "guess"], Where(() => InternalRateOfReturn.Of([double.NegativeInfinity], [Start, Start.PlusDays(-1)], -1.5)));
        Assert.Equal(["dates[2]"], Where(() => DiscountedCashFlow.NetPresentValue(0.1, [1, 2, 3], [Start, Start.PlusDays(5), Start.PlusDays(-5)])));
        Assert.Equal(["rate", "flows"], Where(() => DiscountedCashFlow.NetPresentValue(-1, [])));
        Assert.Equal(["flows", "financeRate", "reinvestRate"], Where(() => DiscountedCashFlow.ModifiedInternalRate([1, 2], -1, double.NaN)));
    }

    [Fact]
    public void OfSpans_WhenRepeated_AllocatesNothing()
    {
        double[] flows = [-100, 30, -5, 60, 40];
        LocalDate[] dates = [Start, Start.PlusDays(700), Start.PlusDays(90), Start.PlusDays(400), Start.PlusDays(900)];
        double sum = 0;
        for (int i = 0; i < 3; i++) sum += InternalRateOfReturn.Of(flows, dates);
        long before = GC.GetAllocatedBytesForCurrentThread();
        for (int i = 0; i < 10; i++)
            sum += InternalRateOfReturn.Of(flows, dates) + InternalRateOfReturn.Of(flows, dates, 0.1) + InternalRateOfReturn.Of([-100, 30, 90]) + DiscountedCashFlow.NetPresentValue(0.1, flows, dates) + Annuity.Rate(10, -13, 100);
        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
        Assert.True(sum > 0);
    }

    [Fact]
    public void ModifiedInternalRate_OfAPlainInvestment_IsTheClosedForm()
    {
        // (60 * 1.12 + 60) / 100, over two periods.
        Assert.Equal(Math.Sqrt(1.272) - 1, DiscountedCashFlow.ModifiedInternalRate([-100, 60, 60], 0.1, 0.12), 1e-14);
        Assert.Throws<InvalidInputException>(() => DiscountedCashFlow.ModifiedInternalRate([-100, 60, 60], 0.1, -3));
    }

    [Fact]
    public void NetPresentValue_OfFlows_IsTheClosedForm()
    {
        Assert.Equal(60 / 1.1 + 60 / 1.21, DiscountedCashFlow.NetPresentValue(0.1, [60, 60]), 1e-12);
        Assert.Equal(100, DiscountedCashFlow.NetPresentValue(0.1, [0, 110], [Start, Start.PlusDays(365)]), 1e-12);
        Assert.Equal(110 / Math.Pow(1.1, 366 / 365.0) - 5, DiscountedCashFlow.NetPresentValue(0.1, [-5, 110], [new(2024, 2, 1), new(2025, 2, 1)]), 1e-12);
    }

    /// <summary>Flows whose value is the product of (1 + rate) v - 1, v the discount factor, one factor for each rate.</summary>
    static double[] OfFactors(double[] rates)
    {
        decimal[] product = [1];
        foreach (double rate in rates)
        {
            var next = new decimal[product.Length + 1];
            for (int i = 0; i < product.Length; i++) (next[i], next[i + 1]) = (next[i] - product[i], next[i + 1] + product[i] * (1 + (decimal)rate));
            product = next;
        }
        return [.. product.Select(flow => (double)flow)];
    }

    /// <summary>The value times what keeps it in size, at the first date for growth and at the last for shrinking.</summary>
    static double Scaled(double[] flows, LocalDate[] dates, double log)
    {
        double sum = 0;
        for (int i = 0; i < flows.Length; i++) sum += flows[i] * Math.Exp(-log * (NodaTime.Period.DaysBetween(log < 0 ? dates[^1] : dates[0], dates[i]) / 365.0));
        return sum;
    }

    /// <summary>The root for one change of sign, by halving the discount factor of a day, in decimal with 28 digits.</summary>
    static double ByBisection(double[] flows, LocalDate[] dates)
    {
        int[] days = [.. dates.Select(date => NodaTime.Period.DaysBetween(dates[0], date))];
        var byDay = days.Zip(flows).GroupBy(pair => pair.First).OrderBy(group => group.Key).Select(group => (Day: group.Key, Flow: group.Sum(pair => (decimal)pair.Second))).ToArray();
        decimal low = 0.99m, high = 1.01m;
        for (int step = 0; step < 55; step++)
        {
            decimal middle = (low + high) / 2, value = 0, power = 1;
            int day = 0;
            foreach (var (on, flow) in byDay)
            {
                for (; day < on; day++) power = decimal.Round(power * middle, 27);
                value += flow * power;
            }
            if (value < 0) low = middle;
            else high = middle;
        }
        decimal year = 1;
        for (int day = 0; day < 365; day++) year *= low;
        return (double)(1 / year - 1);
    }

    static IEnumerable<string> Where(Func<object> refused) => Assert.Throws<InvalidInputException>(refused).Problems.Select(problem => problem.Where);
}
