using NodaTime;
using ProjectFinance.Hedges;
using ProjectFinance.Results;
using ProjectFinance.Tests.Facilities;
using static ProjectFinance.Tests.Hedges.SmallBook;

namespace ProjectFinance.Tests.Hedges;

/// <summary>Mark-to-market, against the same sum written out slowly in decimals.</summary>
public class HedgeValueTests
{
    const decimal Contango = 0.015m, Discount = 0.06m;

    static readonly LocalDate[] Deliveries = [.. Enumerable.Range(0, 8).Select(i => new LocalDate(1997, 1, 1).PlusMonths(3 * i + 3).PlusDays(-1))];

    static readonly SmallBook Four = new()
    {
        Trades =
        [
            new Forward(402.50 * UsdPerOunce) { Name = "Forward", Product = "gold", Deliveries = Quarterly(24_000, Deliveries[0], Deliveries[^1]) },
            new SpotDeferred(370 * UsdPerOunce) { Name = "Deferred", Product = "gold", Deliveries = On(5_000 * Units.GoldOunce, Deliveries[2]), RolledTo = Deliveries[5], Contango = new(0.02) },
            new Put(330 * UsdPerOunce) { Name = "Put", Product = "gold", Deliveries = On(4_000 * Units.GoldOunce, Deliveries[4], Deliveries[6]) },
            new Collar(300 * UsdPerOunce, 340 * UsdPerOunce) { Name = "Collar", Product = "gold", Deliveries = On(6_000 * Units.GoldOunce, Deliveries[7]), Traded = Deliveries[1] },
        ],
        Product = product => product with { Contango = new((double)Contango) },
        Book = book => book with { DiscountRate = new((double)Discount) },
    };

    [Fact]
    public void MarkToMarket_InEveryColumn_IsTheDiscountedSumOverLaterDeliveries()
    {
        var run = Four.Run();

        foreach (var t in run.Model.Periods)
            Assert.Equal((double)Slow(t.End), run[$"{H} / Mark-to-market", t], 1e-5);
        Assert.NotEqual(0, run.At($"{H} / Mark-to-market", Closing));
    }

    // On 31 March the index has risen from 2 % to 3 %: 90 days have grown at 2 %; the 91 to the first date and the 184 it is put off grow at 3 %, as does the price of 351; the value is
    // discounted at 3 % more over 275 days.
    [Fact]
    public void MarkToMarket_WithRatesByIndex_TakesThoseOfTheDay()
    {
        HedgeRate Index(double plus = 0) => new(plus) { Index = "gold contango" };
        var run = new SmallBook
        {
            Trades = [new SpotDeferred(369.25 * UsdPerOunce) { Name = "Deferred", Product = "gold", Deliveries = On(10_000 * Units.GoldOunce, June), RolledTo = December }],
            Product = product => product with { Contango = Index() },
            Book = book => book with { DiscountRate = Index(0.03) },
            Contango = [(LocalDate.MinIsoValue, 0.02), (new(1997, 3, 31), 0.03)],
        }.Run();
        decimal contract = 369.25m * (1 + 0.02m * 90 / 360 + 0.03m * 91 / 360) * (1 + 0.03m * 184 / 360);
        decimal value = 10_000 * (contract - 351m * (1 + 0.03m * 275 / 360)) / (1 + 0.06m * 275 / 360);

        Assert.Equal((double)value, run.At($"{H} / Mark-to-market", new(1997, 3, 31)), 1e-5);
    }

    static decimal Slow(LocalDate day)
    {
        decimal value = 0;
        foreach (var date in Deliveries) value += Worth(day, date, 3_000, price => 402.50m - price);
        value += Worth(day, Deliveries[5], 5_000, price => 370m * (1 + 0.02m * Days(Closing, Deliveries[2]) / 360) * (1 + 0.02m * Days(Deliveries[2], Deliveries[5]) / 360) - price);
        foreach (var date in (LocalDate[])[Deliveries[4], Deliveries[6]]) value += Worth(day, date, 4_000, price => Math.Max(0, 330m - price));
        if (day >= Deliveries[1]) value += Worth(day, Deliveries[7], 6_000, price => Math.Max(0, 300m - price) - Math.Max(0, price - 340m));
        return value;
    }

    static decimal Worth(LocalDate day, LocalDate delivery, decimal ounces, Func<decimal, decimal> brings)
    {
        if (delivery <= day) return 0;
        decimal forward = Spot(day) * (1 + Contango * Days(day, delivery) / 360);
        return ounces * brings(forward) / (1 + Discount * Days(day, delivery) / 360);
    }

    // The fixing of 30 June; on other days the average of the quarter.
    static decimal Spot(LocalDate day) => day == June ? 334.55m : Gold.Single(q => q.Quarter == $"{day.Year}-Q{(day.Month + 2) / 3}").Price;

    static decimal Days(LocalDate from, LocalDate to) => NodaTime.Period.DaysBetween(from, to);
}
