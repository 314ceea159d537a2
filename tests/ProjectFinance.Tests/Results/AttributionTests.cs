using ProjectFinance.Results;
using ProjectFinance.Tests.Modelling;

namespace ProjectFinance.Tests.Results;

/// <summary>
/// Shares by hand. The short loan pays USD 1,000,000 x rate x 365/360 in all. Twice the amount at 3 % more instead of 2 % more than the index: 81,111.11, with the margin alone 91,250.00, with the amount alone
/// 162,222.22, with both 182,500.00. Two players: the share of each is half of what it adds first and half of what it adds last.
/// </summary>
public class AttributionTests
{
    const string Paid = "total Loan / Interest paid";

    // 365/360 of a year at 1 %.
    const double Point = 1_000_000 * 0.01 * 365 / 360;

    static Attribution Between(string first, string second, string of = Paid) =>
        Attribution.Between(ComparedRun.Of(Deal.Parse(first)), ComparedRun.Of(Deal.Parse(second)), ChosenOutput.Parse(of));

    static string Doubled(string json) => json.Replace("\"commitment\": \"USD 1,000,000\"", "\"commitment\": \"USD 2,000,000\"", StringComparison.Ordinal)
        .Replace("\"amount\": \"USD 1,000,000\"", "\"amount\": \"USD 2,000,000\"", StringComparison.Ordinal).Replace("USD 200,000", "USD 2,200,000", StringComparison.Ordinal);

    [Fact]
    public void OneChange_HasTheWholeDifference()
    {
        var found = Between(ShortLoan.Json, ShortLoan.With(ShortLoan.Margin, ShortLoan.HigherMargin));
        var only = Assert.Single(found.Shares);
        Assert.Equal("Facility 'Loan', interest, margin", only.Title);
        Assert.Equal(Point, only.Share, 1e-6);
        Assert.Equal((only.Share, only.Share), (only.Alone, only.Last));
        Assert.Equal(Point, found.Difference, 1e-6);
    }

    [Fact]
    public void MarginAndAmount_ShareWhatTheyDoTogether()
    {
        var found = Between(ShortLoan.Json, Doubled(ShortLoan.With(ShortLoan.Margin, ShortLoan.HigherMargin)));

        // What makes no deal by itself, more advanced than is committed, stands together; the margin alone.
        var margin = Assert.Single(found.Shares, change => change.Title == "Facility 'Loan', interest, margin");
        Assert.Equal(Point, margin.Alone, 1e-6);
        Assert.Equal(2 * Point, margin.Last, 1e-6);
        Assert.Equal(1.5 * Point, margin.Share, 1e-6);
        // The rest: 8 % on another million first, 9 % last.
        Assert.Equal(8.5 * Point, found.Shares.Where(change => change != margin).Sum(change => change.Share), 1e-6);
        Assert.Equal(10 * Point, found.Difference, 1e-6);
        Assert.Equal(found.Difference, found.Shares.Sum(change => change.Share), 1e-6);
    }

    [Fact]
    public void Shares_DoNotDependOnWhichDealComesFirst()
    {
        var (there, back) = (Between(ShortLoan.Json, Doubled(ShortLoan.With(ShortLoan.Margin, ShortLoan.HigherMargin))), Between(Doubled(ShortLoan.With(ShortLoan.Margin, ShortLoan.HigherMargin)), ShortLoan.Json));
        Assert.Equal(there.Shares.Select(change => (change.Title, Math.Round(change.Share, 6))).Order(), back.Shares.Select(change => (change.Title, Math.Round(-change.Share, 6))).Order());
    }

    [Fact]
    public void Citations_HaveNoShare() => Assert.Empty(Between(ShortLoan.Json, ShortLoan.With("Clause 2", "Clause 3")).Shares);

    [Fact]
    public void Rates_AreTheMarketsOwnChange()
    {
        var found = Between(ShortLoan.Json, ShortLoan.With("\"LIBOR\": \"6%\"", "\"LIBOR\": \"7%\""));
        var rate = Assert.Single(found.Shares);
        Assert.Equal(("Market, LIBOR", "LIBOR"), (rate.Title, Assert.Single(rate.Series)));
        Assert.Equal("planning.indices.LIBOR", Assert.Single(rate.Terms).Path);
        Assert.Equal(Point, rate.Share, 1e-6);
    }

    [Fact]
    public void Amendment_IsOneChange()
    {
        var amended = ShortLoan.With("\"planning\"", """
            "amendments": [{ "name": "Higher margin", "effective": "2001-06-30", "changes": [{ "margin": { "facility": "Loan", "to": "3%" } }] }],
            "planning"
            """);
        var found = Between(ShortLoan.Json, amended);
        Assert.Equal("Amendment 'Higher margin'", Assert.Single(found.Shares).Title);
        // One point more for the two last quarters of 92 days.
        Assert.Equal(1_000_000 * 0.01 * 184 / 360, found.Difference, 1e-6);
    }

    [Fact]
    public void NumberThatDoesNotApply_IsRefusedForBoth()
    {
        var found = Assert.Throws<InvalidInputException>(() => Between(ShortLoan.Json, ShortLoan.With(ShortLoan.Margin, ShortLoan.HigherMargin), "lowest Loan / Nothing"));
        Assert.Contains("Loan / Nothing", found.Message, StringComparison.Ordinal);
    }

    // The glove game: player 0 has a left glove, 1 and 2 a right one each; a pair is worth 1. By hand 2/3, 1/6, 1/6.
    [Fact]
    public void Shapley_OfTheGloveGame_IsTwoThirdsAndTwoSixths()
    {
        double[] worth = [0, 0, 0, 1, 0, 1, 0, 1];
        var shares = Shapley.Shares(worth);
        Assert.Equal(2.0 / 3, shares[0], 1e-15);
        Assert.Equal(1.0 / 6, shares[1], 1e-15);
        Assert.Equal(1.0 / 6, shares[2], 1e-15);
    }

    // Against the definition itself: every order of five players, one after the other.
    [Fact]
    public void Shapley_OfAnyGame_IsTheAverageOverAllOrders()
    {
        double[] worth = [.. Enumerable.Range(0, 32).Select(set => Math.Sin(set * 12.9898) * 43.5)];
        var expected = new double[5];
        void Add(int before, List<int> left, double weight)
        {
            foreach (int player in left)
            {
                expected[player] += weight / left.Count * (worth[before | 1 << player] - worth[before]);
                Add(before | 1 << player, [.. left.Where(other => other != player)], weight / left.Count);
            }
        }
        Add(0, [0, 1, 2, 3, 4], 1);
        var shares = Shapley.Shares(worth);
        for (int player = 0; player < 5; player++) Assert.Equal(expected[player], shares[player], 1e-12);
    }
}
