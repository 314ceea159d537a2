using System.Globalization;
using ProjectFinance.Reporting;
using ProjectFinance.Results;

namespace ProjectFinance.Tests.Results;

/// <summary>
/// Shares of more changes than can be laid out in every mixture. A mine sells what it produces in each of some years at one price: revenue = price x (sum of ounces). By hand, for a product of the price and a
/// sum the Shapley value of a year's ounces is what they change times the mean of both prices; that of the price is what it changes times the mean of both sums.
/// </summary>
public class ManyChangesTests
{
    const string Revenue = "total Mine / Revenue";
    const int Before = 300;
    const int After = 340;

    static int Ounces(int year) => 1000 + 10 * year;

    static int Change(int year) => 3 * year * (year % 2 == 0 ? 1 : -1);

    static string Mine(IEnumerable<int> ounces, int price) => $$"""
        {
          "name": "A mine",
          "closing": "2000-12-31",
          "end": "2030-12-31",
          "projects": [{
            "name": "Mine",
            "currency": "USD",
            "production": { "unit": "oz", "amounts": { {{string.Join(", ", ounces.Select((amount, i) => string.Create(CultureInfo.InvariantCulture, $"\"{2001 + i}\": {amount}")))}} } },
            "price": "gold"
          }],
          "accounts": [{ "name": "Account", "currency": "USD", "receipts": ["Mine / Revenue"], "waterfall": [{ "pay": "Mine / Royalty" }, { "pay": "Mine / Operating costs" }, { "pay": "Mine / Capital costs" }] }],
          "planning": { "prices": { "gold": "USD/oz {{price}}" } }
        }
        """;

    static Attribution Between(string first, string second, string of = Revenue) =>
        Attribution.Between(ComparedRun.Of(Deal.Parse(first)), ComparedRun.Of(Deal.Parse(second)), ChosenOutput.Parse(of));

    [Fact]
    public void TwelveChanges_EachHasItsOwnShare()
    {
        int[] years = [.. Enumerable.Range(1, 11)];
        var found = Between(Mine(years.Select(Ounces), Before), Mine(years.Select(year => Ounces(year) + Change(year)), After));

        Assert.Equal(12, found.Shares.Length);
        foreach (int year in years)
        {
            var share = Assert.Single(found.Shares, change => change.Title.Contains((2000 + year).ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal));
            Assert.Equal(Change(year) * (Before + After) / 2.0, share.Share, 1e-6);
            Assert.Equal((Change(year) * Before, Change(year) * After), (Math.Round(share.Alone, 6), Math.Round(share.Last, 6)));
        }
        var price = Assert.Single(found.Shares, change => change.Series.Contains("gold"));
        Assert.Equal((After - Before) * years.Sum(year => Ounces(year) + Change(year) / 2.0), price.Share, 1e-6);
        Assert.Equal(found.Difference, found.Shares.Sum(change => change.Share), 1e-6);
    }

    // Twenty years and the price: the price and the fourteen years that change most stand alone, the other six together.
    [Fact]
    public void OfMoreThanSixteen_ThoseThatDoLeastAreTogether()
    {
        int[] years = [.. Enumerable.Range(1, 20)];
        var found = Between(Mine(years.Select(Ounces), Before), Mine(years.Select(year => Ounces(year) + Change(year)), After));

        Assert.Equal(16, found.Shares.Length);
        var rest = Assert.Single(found.Shares, change => change.Title == "6 other changes");
        Assert.Equal(years.Take(6).Select(year => $"Project 'Mine', production, amounts, '{2000 + year}'").Order(), rest.Titles.Order());
        Assert.Contains("6 other changes: Project 'Mine', production, amounts, '200", AttributionText.Write(found).ReplaceLineEndings(" "), StringComparison.Ordinal);
        Assert.Equal(years.Take(6).Sum(Change) * (Before + After) / 2.0, rest.Share, 1e-6);
        Assert.Equal(found.Difference, found.Shares.Sum(change => change.Share), 1e-6);
    }

    // A royalty that only the second deal has is no value of an input: models with it and without it are laid out. 5 % of price x ounces is a product of three: its share is a third of the change that is
    // of all three together, half of what is of it and one other, and all of what is its own.
    [Fact]
    public void FormulasAndValues_ShareWhatTheyDoTogether()
    {
        int[] years = [.. Enumerable.Range(1, 9)];
        const string Royalty = "\"price\": \"gold\", \"royalties\": [{ \"name\": \"Owner\", \"rate\": \"5%\" }]";
        var first = Mine(years.Select(Ounces), Before);
        var second = Mine(years.Select(year => Ounces(year) + Change(year)), After).Replace("\"price\": \"gold\"", Royalty, StringComparison.Ordinal);
        var found = Between(first, second, "last Account / Closing balance");

        double sum = years.Sum(Ounces), more = years.Sum(Change);
        var royalty = Assert.Single(found.Shares, change => change.Title.Contains("royalt", StringComparison.OrdinalIgnoreCase));
        double rise = After - Before;
        Assert.Equal(-0.05 * (Before * sum + Before * more / 2 + rise * sum / 2 + rise * more / 3), royalty.Share, 1e-6);
        Assert.Equal(11, found.Shares.Length);
        Assert.Equal(0.95 * After * (sum + more) - Before * sum, found.Shares.Sum(change => change.Share), 1e-6);
    }
}
