using NodaTime;
using ProjectFinance.Deals;
using ProjectFinance.Facilities;
using ProjectFinance.Operations;
using ProjectFinance.Results;
using ProjectFinance.Tests.Facilities;

namespace ProjectFinance.Tests.Deals.Amending;

/// <summary>
/// A small deal with one ounce produced on each day at 385, 10 million drawn at closing and 15 million wanted at the end of 1996, of which 9.5 million are available,
/// and a commitment fee of 0.5 % a year; and amendments of it on 15 November 1996, the middle of a quarter: 46 of its 92 days come before and on that day.
/// </summary>
static class AmendedDeal
{
    public const string L = SmallDeal.L;
    public const string A = SmallDeal.A;

    public static LocalDate Effective { get; } = new(1996, 11, 15);

    public static LocalDate YearEnd { get; } = new(1996, 12, 31);

    public static SmallDeal Small { get; } = new()
    {
        Wanted = [(SmallDeal.Closing, 10_000_000), (YearEnd, 15_000_000)],
        Fees = [new CommitmentFee(0.005)],
    };

    public static Deal Terms { get; } = With(Small.Deal(), project => project with { OperatingCosts = [new UnitCost(218 * (Units.Usd / Units.GoldOunce)) { Name = "Mining" }] });

    public static Amendment Amendment(params Change[] changes) => new() { Name = "First Amendment", Effective = Effective, Source = "8-K 1996-11-12", Changes = [.. changes] };

    public static Deal With(Deal deal, Func<Project, Project> change) => deal with { Projects = [change(deal.Projects[0])] };

    /// <summary>Computes every line, whose checks must hold.</summary>
    public static Run Run(Deal deal, LocalDate? asOf = null)
    {
        var run = deal.Run(Small.Market(), asOf);
        Assert.All(run.Checks, check => Assert.True(check.Passed, $"{check.Name} is off by {check.Largest} in {check.At}"));
        return run;
    }

    /// <summary>The value of a line in the column that ends on a date.</summary>
    public static double On(this Run run, string line, LocalDate date) => run[line, run.Model.Timeline.EndingOn(date)];

    /// <summary>Fails unless both have the same values, bit for bit, in the columns that end on or before a date.</summary>
    public static void Same(Run one, Run other, LocalDate upTo)
    {
        foreach (var line in one.Model.Lines)
        foreach (var t in one.Model.Periods.Where(t => t.End <= upTo))
            Assert.True(one[line, t].Equals(other.On(line.Name, t.End)), $"{line.Name} in {t}: {one[line, t]:R} and {other.On(line.Name, t.End):R}");
    }
}
