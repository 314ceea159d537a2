using System.Collections.Immutable;
using NodaTime;
using ProjectFinance.Scenarios;
using ProjectFinance.Tests.Randomness;
using static ProjectFinance.Tests.Scenarios.SmallScenarios;

namespace ProjectFinance.Tests.Scenarios;

/// <summary>Bootstraps against what can be counted in a short history.</summary>
public class HistoryTests
{
    const string Price = "Prices / gold";

    static readonly double[] Returns = [0.05, -0.03, 0.02, -0.08, 0.11, 0.01, -0.02];

    static readonly LocalDate First = new(1996, 9, 30), Second = new(1996, 12, 31);

    // Quarterly history: a date about every 91.4 days, so that 81 days from the closing one change has happened and after another quarter two.
    static ImmutableSortedDictionary<LocalDate, double> Prices()
    {
        var prices = ImmutableSortedDictionary.CreateBuilder<LocalDate, double>();
        double log = Math.Log(300);
        prices.Add(new(1990, 1, 1), 300);
        foreach (var (k, change) in Returns.Index()) prices.Add(new LocalDate(1990, 1, 1).PlusMonths(3 * (k + 1)), Math.Exp(log += change));
        return prices.ToImmutable();
    }

    [Fact]
    public void HistoricalPrice_AfterOneChange_HasEachOfThePastAsOften()
    {
        var (drawn, sample) = Drawn(Terms("gold", new HistoricalPrice(Prices(), 1)));
        double mean = Returns.Average(Math.Exp);
        var moves = sample.Of(drawn, Price, First).Select(p => p / 385).ToList();

        foreach (double change in Returns)
            Near(1.0 / 7, moves.Count(move => Math.Abs(move - Math.Exp(change) / mean) < 1e-12) / (double)Paths, 5 * Math.Sqrt(6.0 / 49 / Paths));
        HasMean(380, sample.Of(drawn, Price, Second));
        HasMean(300, sample.Of(drawn, Price, new(1999, 6, 30)));
    }

    [Fact]
    public void HistoricalPrice_WithBlocksOfOne_HasIndependentChanges()
    {
        var (drawn, sample) = Drawn(Terms("gold", new HistoricalPrice(Prices(), 1)));
        double[] first = Logs(sample.Of(drawn, Price, First)), second = [.. Logs(sample.Of(drawn, Price, Second)).Zip(first, (y, x) => y - x)];

        Near(0, Statistics.Correlation(first, second), 5 / Math.Sqrt(Paths));
    }

    // In a block the change after each one is the one that followed it, after the last the first.
    [Fact]
    public void HistoricalPrice_InABlock_KeepsTheOrderOfThePast()
    {
        var (drawn, sample) = Drawn(Terms("gold", new HistoricalPrice(Prices(), 3)), 2000);
        double one = Math.Log(Returns.Average(Math.Exp)), two = Math.Log(Enumerable.Range(0, 7).Average(k => Math.Exp(Returns[k] + Returns[(k + 1) % 7])));
        double[] first = Logs(sample.Of(drawn, Price, First)), second = Logs(sample.Of(drawn, Price, Second));
        var found = new HashSet<int>();
        for (int k = 0; k < 2000; k++)
        {
            double change = first[k] - Math.Log(385) + one, both = second[k] - Math.Log(380) + two;
            int place = Array.FindIndex(Returns, past => Math.Abs(past - change) < 1e-9);
            Near(Returns[place] + Returns[(place + 1) % 7], both, 1e-9);
            found.Add(place);
        }
        Assert.Equal(7, found.Count);
    }

    [Fact]
    public void HistoricalRate_Changes_AreThoseOfThePastLessTheirMean()
    {
        double[] rates = [0.05, 0.055, 0.048, 0.06];
        var history = rates.Index().ToImmutableSortedDictionary(rate => new LocalDate(1990, 1, 1).PlusMonths(3 * rate.Index), rate => (Percentage)rate.Item);
        var (drawn, sample) = Drawn(Terms("LIBOR", new HistoricalRate(history, 1)));
        double[] changes = [.. sample.Of(drawn, "Indices / LIBOR", First).Select(rate => rate - Known.IndexOn("LIBOR", First)!.Value)];
        double mean = (0.06 - 0.05) / 3;

        foreach (double change in new[] { 0.005, -0.007, 0.012 })
            Near(1.0 / 3, changes.Count(found => Math.Abs(found - (change - mean)) < 1e-12) / (double)Paths, 5 * Math.Sqrt(2.0 / 9 / Paths));
        HasMean(Known.IndexOn("LIBOR", new(1999, 6, 30))!.Value, sample.Of(drawn, "Indices / LIBOR", new(1999, 6, 30)));
    }
}
