using NodaTime;
using ProjectFinance.Covenants;
using ProjectFinance.Deals;
using ProjectFinance.Results;
using ProjectFinance.Tests.Cli;
using ProjectFinance.Tests.Facilities;
using static ProjectFinance.Tests.Facilities.NoteDeal;

namespace ProjectFinance.Tests.Results;

/// <summary>Conversions on a day on which the plan itself shows a default.</summary>
public sealed class BlockedElectionsTests
{
    static readonly LocalDate Required = new(1997, 8, 1);

    // 30 closes above 4.75 from 2 June 1997 on; Completion was required by 31 July 1997 and is never reached.
    [Fact]
    public void ForcedConversion_WhileInDefault_IsAProblem()
    {
        var problem = Assert.Single(Problems(new(1997, 7, 31)));

        Assert.Equal($"Facility '{N}'", problem.Subject);
        Assert.Equal("conversion is required on 1997-08-01, and a default continues then: Completion not reached by 1997-07-31", problem.Fact);
        Assert.Equal("facilities[0].conversion.byBorrower.on", problem.Where);
    }

    [Fact]
    public void ForcedConversion_BeforeTheDefault_IsNone() => Assert.Empty(Problems(new(1997, 9, 30)));

    [Fact]
    public void Run_OfADealWhoseConversionIsBlocked_IsRefused()
    {
        using var trial = new CommandLineTrial();
        var (deal, market) = (trial.File("deal.json", Terms(new(1997, 7, 31)).ToJson()), trial.File("market.json", Note.Market().ToJson()));

        foreach (var verb in new[] { "run", "check" })
        {
            var (code, output, error) = CommandLineTrial.Run(verb, deal, "--market", market);

            Assert.Equal((2, ""), (code, output));
            Assert.Contains("a default continues then", error, StringComparison.Ordinal);
        }
    }

    static NoteDeal Note => new()
    {
        Conversion = new NoteDeal().Conversion with { ByBorrower = new(new ProjectFinance.Amounts.ConsecutiveFixings("USMX", ProjectFinance.Amounts.Relation.Above, 4.75 * UsdPerShare, 30)) { On = Required } },
        Closes = [.. Weekdays(new(1997, 6, 2), 30, 4.76), (Required, 4)],
    };

    static Deal Terms(LocalDate longstop)
    {
        var deal = Note.Deal();
        return deal with { Milestones = [.. deal.Milestones, new() { Name = "Completion", Longstop = longstop }], Defaults = new DefaultTerms() };
    }

    static IEnumerable<Problem> Problems(LocalDate longstop)
    {
        var deal = DealLayout.Lay(Terms(longstop), Note.Market());
        return BlockedElections.Problems(deal, new Runner(deal.Model).Run());
    }
}
