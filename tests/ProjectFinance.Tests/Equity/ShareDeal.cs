using System.Collections.Immutable;
using NodaTime;
using ProjectFinance.Deals;
using ProjectFinance.Equity;
using ProjectFinance.Rates;
using ProjectFinance.Results;

namespace ProjectFinance.Tests.Equity;

/// <summary>A deal of nothing but the shares of USMX, 14,677,000 of them at closing.</summary>
static class ShareDeal
{
    public static LocalDate Closing { get; } = new(1996, 7, 11);

    public static Unit UsdPerShare { get; } = Units.Usd / Units.Share;

    public static ShareCapital Usmx { get; } = new() { Name = "USMX", OutstandingAtClosing = 14_677_000 * Units.Share };

    public static Deal Of(params ImmutableArray<ShareIssue> issues) => Of(Usmx with { Issues = issues });

    public static Deal Of(ShareCapital company) => new()
    {
        Name = "Shares", Closing = Closing, End = new(1997, 12, 31), Milestones = [new() { Name = "Listing" }], Shares = [company],
    };

    /// <summary>The daily prices of a share, one for each day before the closing, the last given on the day before it.</summary>
    public static Market Daily(string name, Unit unit, params double[] prices) => Priced(name, new()
    {
        Unit = unit,
        Fixings = prices.Reverse().Index().ToImmutableSortedDictionary(price => Closing.PlusDays(-1 - price.Index), price => price.Item),
    });

    public static Market Priced(string name, PriceSeries series) => new() { Name = "Small", Prices = ImmutableSortedDictionary<string, PriceSeries>.Empty.Add(name, series) };

    public static Run RunOf(this Deal deal, Market? market = null)
    {
        var run = new Runner(DealLayout.Lay(deal, market).Model).Run();
        Assert.All(run.Checks, check => Assert.True(check.Passed, $"{check.Name} is off by {check.Largest} in {check.At}"));
        return run;
    }

    public static double At(this Run run, string line, LocalDate end) => run[line, run.Model.Timeline.EndingOn(end)];

    public static double AtClosing(this Run run, string line) => run[line, run.Model.Timeline[0]];

    public static double AtEnd(this Run run, string line) => run[line, run.Model.Timeline[run.Model.Timeline.Count - 1]];
}
