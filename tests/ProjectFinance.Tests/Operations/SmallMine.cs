using System.Collections.Immutable;
using NodaTime;
using ProjectFinance.Accounts;
using ProjectFinance.Operations;
using ProjectFinance.Results;
using ProjectFinance.Tests.Facilities;

namespace ProjectFinance.Tests.Operations;

/// <summary>A mine of 10 oz a day in 1997 and 1998, sold at USD 400 an ounce: 900, 910, 920 and 920 oz a quarter.</summary>
static class SmallMine
{
    public const string P = "Project";

    public static LocalDate FirstEnd { get; } = new(1997, 3, 31);

    public static LocalDate SecondEnd { get; } = new(1997, 6, 30);

    public static LocalDate ThirdEnd { get; } = new(1997, 9, 30);

    public static LocalDate FourthEnd { get; } = new(1997, 12, 31);

    public static Project Mine { get; } = new()
    {
        Name = P, Currency = Units.Usd, Price = "gold", Production = Table(Units.GoldOunce, ("1997", 3_650), ("1998", 3_650)),
        OperatingCosts = [new UnitCost(250 * (Units.Usd / Units.GoldOunce)) { Name = "Mining" }],
    };

    public static Account Cash { get; } = new()
    {
        Name = "Account", Currency = Units.Usd, Receipts = [$"{P} / Revenue"],
        Waterfall = [new($"{P} / Royalty"), new($"{P} / Operating costs"), new($"{P} / Capital costs")], Distribution = new(),
    };

    public static Deal Terms { get; } = new()
    {
        Name = "Small mine", Closing = new(1996, 12, 31), End = new(1998, 12, 31), Projects = [Mine], Accounts = [Cash],
        Planning = new() { Prices = ImmutableSortedDictionary<string, Quantity>.Empty.Add("gold", 400 * (Units.Usd / Units.GoldOunce)) },
    };

    public static Run Passing(this Deal deal)
    {
        var run = deal.Run();
        Assert.All(run.Checks, check => Assert.True(check.Passed, $"{check.Name} is off by {check.Largest} in {check.At}"));
        return run;
    }

    /// <summary>A line's values to the cent at the ends of the four quarters of 1997.</summary>
    public static double[] Of1997(this Run run, string line) => [.. new[] { FirstEnd, SecondEnd, ThirdEnd, FourthEnd }.Select(end => Math.Round(run.At(line, end), 2))];

    public static Plan Table(Unit unit, params (string Span, double Amount)[] spans) => new() { Unit = unit, Amounts = spans.ToImmutableSortedDictionary(s => s.Span, s => s.Amount) };
}
