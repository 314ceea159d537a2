using NodaTime;
using ProjectFinance.Facilities;
using ProjectFinance.Results;
using ProjectFinance.Tests.Facilities;

namespace ProjectFinance.Tests.Oracle;

/// <summary>The library's gold loan against the slow version in decimal: every rounding, limit and price of interest, scenarios, and money that does not suffice.</summary>
public class OracleGoldTests
{
    static readonly LocalDate Closing = new(1996, 7, 11);
    static readonly LocalDate[] Quarters = [.. Enumerable.Range(0, 18).Select(i => OracleTimeline.PlusMonths(new LocalDate(1996, 9, 30), 3 * i))];
    static readonly LocalDate[] Instalments = [.. Quarters.Where(day => day.Year >= 1997 && day.Month is 9 or 12 && day.Year >= 1997)];

    // Gold falls from 382.70 to 280, as it did, with a rise on the way.
    static readonly (LocalDate On, decimal Price)[] Falling =
    [
        (new(1996, 11, 13), 377.35m), (new(1996, 12, 27), 369.55m), (new(1996, 12, 31), 369.25m), (new(1997, 3, 26), 402.85m), (new(1997, 3, 27), 401.10m), (new(1997, 6, 26), 334.55m),
        (new(1997, 9, 26), 332.10m), (new(1997, 12, 29), 290.20m), (new(1998, 6, 26), 296.30m), (new(1999, 9, 28), 299.00m), (new(1999, 12, 29), 290.25m),
    ];

    static readonly OracleGoldCase Usual = new()
    {
        Closing = Closing,
        ColumnEnds = [.. Quarters.Append(new(1996, 11, 15)).Order()],
        InterestDates = Quarters,
        InstalmentDates = Instalments,
        Advances = [(Closing, 15_123_456.78m), (new(1997, 6, 30), 8_000_000m)],
        PaidIn = [(new(1996, 9, 30), 60_000_000m)],
        Fixings = Falling,
        Election = new(1996, 11, 15),
    };

    static Dictionary<string, OracleGoldCase> Variants { get; } = new()
    {
        ["as usual"] = Usual,
        ["whole ounces"] = Usual with { Rounding = OunceRounding.DownToWhole },
        ["full precision"] = Usual with { Rounding = OunceRounding.FullPrecision },
        ["half of it, as converted"] = Usual with { Part = 0.5m, Limit = ConversionLimit.PerConversion },
        ["marked to market"] = Usual with { Limit = ConversionLimit.MarkedToMarket, Advances = [(Closing, 19_400_000m)] },
        ["stated ounces"] = Usual with { OuncesFromTheStart = 30_000m },
        ["interest at the period's start"] = Usual with { InterestAt = InterestSettlement.AtPeriodStart },
        ["interest at payment"] = Usual with { InterestAt = InterestSettlement.AtPayment, Rounding = OunceRounding.FullPrecision },
        ["converted back"] = Usual with { Back = new(1998, 6, 30), InterestAt = InterestSettlement.AtPeriodStart },
        ["allowed later"] = Usual with { AllowedFrom = new(1997, 11, 3), InterestAt = InterestSettlement.AtPeriodStart },
        ["never allowed"] = Usual with { AllowedFrom = LocalDate.MaxIsoValue },
        ["short of money"] = Usual with { PaidIn = [(new(1996, 9, 30), 2_000_000m), (new(1998, 3, 31), 3_000_000m), (new(1999, 6, 30), 4_000_000m)] },
        ["marked to market and short of money"] = Usual with
        {
            Limit = ConversionLimit.MarkedToMarket, Advances = [(Closing, 19_400_000m)], PaidIn = [(new(1996, 12, 31), 1_100_000m), (new(1997, 9, 30), 9_000_000m)], Back = new(1998, 6, 30),
        },
        ["a quiet market"] = Usual with { Fixings = [], GoldRate = 0m, PriceOtherwise = 390m },
    };

    public static TheoryData<string> Cases => [.. Variants.Keys];

    [Theory]
    [MemberData(nameof(Cases))]
    public void Run_EveryLineOfAGoldLoan_AgreesWithTheSlowVersion(string name)
    {
        var oracle = Variants[name];
        var expected = OracleGold.Run(oracle);

        var run = Library(oracle).Run(("Commercial Production", oracle.AllowedFrom is { } day && day < LocalDate.MaxIsoValue ? day : oracle.AllowedFrom is null ? Closing : null));

        Assert.Equal(oracle.ColumnEnds.Length + 1, run.Model.Periods.Count);
        Assert.All(expected, line => OracleComparisonTests.AssertEqual(line.Key, line.Value, run));
    }

    // The same prices from a scenario instead of from the market.
    [Fact]
    public void Run_WithPricesOfAScenario_AgreesWithTheSlowVersion()
    {
        var expected = OracleGold.Run(Usual);
        var prices = Library(Usual).Run().Model;
        var quiet = (Library(Usual) with { Fixings = [] }).Lay();
        var inputs = new[] { "Prices / gold", "Prices / gold, fixed 2 business days before" }
            .SelectMany(line => quiet.Model.Find(line).Inputs.Zip(prices.Find(line).Inputs)).ToDictionary(pair => pair.First, pair => pair.Second.Value);

        var run = new Runner(quiet.Model).Run(inputs);

        Assert.All(expected, line => OracleComparisonTests.AssertEqual(line.Key, line.Value, run));
    }

    static GoldDeal Library(OracleGoldCase oracle) => new()
    {
        Advances = [.. oracle.Advances.Select(a => (a.On, (double)a.Amount))],
        PaidIn = [.. oracle.PaidIn.Select(p => (p.On, (double)p.Amount))],
        Commitment = (double)oracle.Commitment * Units.Usd,
        GoldCommitment = oracle.OuncesFromTheStart is { } ounces ? (double)ounces * Units.GoldOunce : (double)oracle.Commitment * Units.Usd,
        LeaseRate = (double)(oracle.GoldRate - 0.0225m),
        Fixings = [.. oracle.Fixings.Select(f => (f.On, (double)f.Price))],
        Price = (double)oracle.PriceOtherwise,
        Milestones = [new() { Name = "Commercial Production", Expected = Closing }],
        Terms = terms => terms with
        {
            Election = new() { On = oracle.Election }, AfterMilestone = "Commercial Production", Part = (double)oracle.Part, Rounding = oracle.Rounding, Limit = oracle.Limit,
            InterestSettlement = oracle.InterestAt, Back = oracle.Back is { } day ? new() { On = day } : null,
        },
    };
}
