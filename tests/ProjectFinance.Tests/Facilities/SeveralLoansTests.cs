using ProjectFinance.Amounts;
using ProjectFinance.Facilities;
using ProjectFinance.Results;
using ProjectFinance.Tests.Oracle;

namespace ProjectFinance.Tests.Facilities;

/// <summary>Two loans that fund the same need: the first is drawn first, and together they are one loan.</summary>
public class SeveralLoansTests
{
    const string First = "Senior loan";
    const string Second = "Junior loan";

    // An identity: two loans on the same terms, of 8 and 11.5 million, drawn in order, are the one loan of 19.5 million.
    [Fact]
    public void TwoLoans_OnTheSameTerms_AreTogetherTheOneLoan()
    {
        var one = RunOf(Terms());
        var two = RunOf(Split(Terms()));

        Assert.True(two.Passed);
        foreach (var t in two.Model.Periods)
        {
            Assert.Equal(one["Project loan / Draw", t], two[$"{First} / Draw", t] + two[$"{Second} / Draw", t], 1e-6);
            Assert.Equal(one["Project loan / Closing balance", t], two[$"{First} / Closing balance", t] + two[$"{Second} / Closing balance", t], 1e-6);
            Assert.Equal(one["Proceeds Account / Closing balance", t], two["Proceeds Account / Closing balance", t], 1e-6);
            Assert.True(two[$"{Second} / Draw", t] <= 1e-6 || two[$"{First} / Closing balance", t] >= 8_000_000 - 1e-6, $"The junior loan is drawn in {t} before the senior loan is.");
        }
        Assert.True(two.Values($"{Second} / Draw").ToArray().Max() > 0);
    }

    static Deal Terms()
    {
        var terms = OracleDeal.Terms(OracleScenarios.OnTime);
        return terms with
        {
            Facilities = [terms.Facilities[0] with { Fees = [] }],
            Accounts = [terms.Accounts[0] with
            {
                MinimumBalance = new StatedAmount(1_500_000 * Units.Usd),
                Waterfall = [.. terms.Accounts[0].Waterfall.Where(p => !p.Pay.EndsWith("fee", StringComparison.Ordinal))],
            }],
            Ratios = null,
        };
    }

    static Deal Split(Deal terms)
    {
        var loan = terms.Facilities[0];
        var account = terms.Accounts[0];
        return terms with
        {
            Facilities = [loan with { Name = First, Commitment = 8_000_000 * Units.Usd }, loan with { Name = Second, Commitment = 11_500_000 * Units.Usd }],
            Accounts = [account with
            {
                Draws = [$"{First} / Draw", $"{Second} / Draw"],
                Waterfall = [.. account.Waterfall.SelectMany(p => p.Pay.StartsWith("Project loan", StringComparison.Ordinal)
                    ? new[] { p with { Pay = p.Pay.Replace("Project loan", First, StringComparison.Ordinal) }, p with { Pay = p.Pay.Replace("Project loan", Second, StringComparison.Ordinal) } }
                    : [p])],
            }],
        };
    }

    static Run RunOf(Deal terms) => terms.Run(OracleDeal.Market(OracleScenarios.OnTime));
}
