using NodaTime;
using ProjectFinance.Reporting;
using ProjectFinance.Results;

namespace ProjectFinance.Tests.Results;

public class DealComparisonTests
{
    const double Cent = 0.005;

    [Fact]
    public void SameDeal_Twice_NothingDiffers()
    {
        var comparison = DealComparison.Of(ComparedRun.Of(Deal.Parse(ShortLoan.Json)), ComparedRun.Of(Deal.Parse(ShortLoan.Json)));

        Assert.True(comparison.IsNothing);
        Assert.Contains("Nothing differs: ", ComparisonText.Write(comparison), StringComparison.Ordinal);
    }

    // The figures are those in the summary of ShortLoan: the margin of 3 % costs 2,500.00, 2,527.78, 2,555.56, 2,555.56 more.
    [Fact]
    public void Interest_AtAHigherMargin_DiffersByTheMargin()
    {
        var comparison = ShortLoan.Compared(ShortLoan.Margin, ShortLoan.HigherMargin);
        var interest = comparison.Lines.Single(line => line.Name == "Loan / Interest");

        Assert.Equal([new LocalDate(2000, 12, 31), new(2001, 3, 31), new(2001, 6, 30), new(2001, 9, 30), new(2001, 12, 31)], comparison.CommonEnds.ToArray());
        double[] first = [0, 20_000, 20_222.22, 20_444.44, 20_444.44], second = [0, 22_500, 22_750, 23_000, 23_000];
        Assert.All(interest.First.Zip(first), pair => Assert.Equal(pair.Second, pair.First, Cent));
        Assert.All(interest.Second.Zip(second), pair => Assert.Equal(pair.Second, pair.First, Cent));
        Assert.Equal(new LocalDate(2001, 3, 31), interest.From);
        Assert.Equal(new LocalDate(2001, 9, 30), interest.Largest!.On);
        Assert.Equal(2_555.56, interest.Largest.Difference!.Value, Cent);
        Assert.Equal((81_111.11, 91_250.00), (Math.Round(interest.Total!.First, 2), Math.Round(interest.Total.Second, 2)));
        // 200,000 + 1,000,000 - 1,000,000 less the interest.
        var cash = comparison.Lines.Single(line => line.Name == "Account / Closing balance");
        Assert.Equal((118_888.89, 108_750.00), (Math.Round(cash.First[^1], 2), Math.Round(cash.Second[^1], 2)));
        Assert.Null(cash.Total);
        Assert.False(comparison.Lines.Single(line => line.Name == "Loan / Closing balance").Differs);
        Assert.DoesNotContain(comparison.Events, happens => happens.Differs);
    }

    // Months flow as quarters do: interest of 31 + 28 + 31 days is that of 90. The second deal goes on for half a year without anything flowing.
    [Fact]
    public void Flows_InOtherColumns_AreSummedToTheDaysThatBothHave()
    {
        var comparison = ShortLoan.Compared("\"end\": \"2001-12-31\"", "\"end\": \"2002-06-30\", \"step\": \"month\"");

        Assert.Equal((5, 19), (comparison.First.Run.Model.Periods.Count, comparison.Second.Run.Model.Periods.Count));
        Assert.Equal(5, comparison.CommonEnds.Length);
        foreach (var name in new[] { "Loan / Interest", "Loan / Interest paid", "Loan / Principal paid", "Loan / Opening balance", "Loan / Closing balance", "Account / Closing balance" })
        {
            var line = comparison.Lines.Single(line => line.Name == name);
            Assert.False(line.Differs, $"{name} differs from {line.From}");
        }
        Assert.Equal(20_222.22, comparison.Lines.Single(line => line.Name == "Loan / Interest").Second[2], Cent);
    }

    // 50,000 + 1,000,000 less 81,111.11 of interest leaves 968,888.89 for principal; 31,111.11 is outstanding at the end.
    [Fact]
    public void SponsorPaysLess_LoanIsNotRepaid_BreachBegins()
    {
        var comparison = ShortLoan.Compared("USD 200,000", "USD 50,000");

        Assert.Equal(
            [new ComparedEvent("Breach 'Account: payments overdue' begins", null, new(2001, 12, 31)), new("Loan: repaid", new(2001, 12, 31), null)],
            comparison.Events.Where(happens => happens.Differs));
        var outstanding = comparison.Figures.OfType<ComparedNumber>().Single(figure => figure.Name == "Loan: outstanding at the end");
        Assert.Equal((0, 31_111.11), (Math.Round(outstanding.First!.Value, 2), Math.Round(outstanding.Second!.Value, 2)));
        Assert.Equal(new ComparedDate("Loan: repaid by", new(2001, 12, 31), null), comparison.Figures.Single(figure => figure.Name == "Loan: repaid by"));
        Assert.Equal(1, comparison.Figures.OfType<ComparedNumber>().Single(figure => figure.Name == "Breaches").Difference);
    }

    [Fact]
    public void Milestone_Later_IsToldInDays()
    {
        var comparison = ShortLoan.Compared("\"expected\": \"2001-06-30\"", "\"expected\": \"2001-09-30\"");

        // July, August and September have 92 days.
        Assert.Equal(new ComparedEvent("Completion reached", new(2001, 6, 30), new(2001, 9, 30)), Assert.Single(comparison.Events, happens => happens.Differs));
        Assert.Contains("Completion reached                                                   2001-06-30          2001-09-30       92 days later\n", ComparisonText.Write(comparison), StringComparison.Ordinal);
    }

    [Fact]
    public void Events_AreInTheOrderOfDates() =>
        Assert.Equal(
            ["Loan: first draw", "Loan: fully drawn", "Completion reached", "Loan: first instalment paid", "Loan: last instalment paid", "Loan: repaid"],
            ShortLoan.Compared(ShortLoan.Margin, ShortLoan.HigherMargin).Events.Select(happens => happens.What));

    [Fact]
    public void Lines_OfOneDealOnly_AreNamed()
    {
        var comparison = ShortLoan.Compared("\"planning\"", "\"lines\": [{ \"name\": \"Sponsor / Overhead\", \"unit\": \"USD\", \"amount\": \"USD 5\" }], \"planning\"");

        Assert.Empty(comparison.OnlyInFirst);
        Assert.Equal("Sponsor / Overhead", Assert.Single(comparison.OnlyInSecond).Name);
        Assert.Contains("Only in the second: Sponsor / Overhead.", ComparisonText.Write(comparison), StringComparison.Ordinal);
        Assert.False(comparison.IsNothing);
    }

    [Fact]
    public void LineOfAnotherUnit_IsNotCompared()
    {
        string Own(string unit) => ShortLoan.With("\"planning\"", $"\"lines\": [{{ \"name\": \"Own / Amount\", \"unit\": \"{unit}\", \"amount\": \"{unit} 5\" }}], \"planning\"");

        var comparison = DealComparison.Of(ComparedRun.Of(Deal.Parse(Own("USD"))), ComparedRun.Of(Deal.Parse(Own("CAD"))));

        Assert.Equal((Units.Usd, Units.Cad), (Assert.Single(comparison.OnlyInFirst).Unit, Assert.Single(comparison.OnlyInSecond).Unit));
    }

    [Fact]
    public void Only_PatternsOfEither_KeepsThoseLines()
    {
        var comparison = ShortLoan.Compared(ShortLoan.Margin, ShortLoan.HigherMargin);

        Assert.Equal(["Loan / Interest", "Sponsor / Paid in"], comparison.Only(["loan / interest", "Sponsor*in"]).Lines.Select(line => line.Name).Order(StringComparer.Ordinal));
        var refused = Assert.Throws<InvalidInputException>(() => comparison.Only(["Loan / Intrest", "nothing*like it"]));
        Assert.Equal(2, refused.Problems.Length);
        Assert.Contains("'Loan / Interest'", refused.Problems[0].Allowed, StringComparison.Ordinal);
    }

    [Fact]
    public void Reversed_TheDifferencesChangeSign()
    {
        var (low, high) = (ComparedRun.Of(Deal.Parse(ShortLoan.Json)), ComparedRun.Of(Deal.Parse(ShortLoan.With(ShortLoan.Margin, ShortLoan.HigherMargin))));

        var (there, back) = (DealComparison.Of(low, high), DealComparison.Of(high, low));

        Assert.Equal(there.Lines.Select(line => -line.Largest?.Difference), back.Lines.Select(line => line.Largest?.Difference));
        Assert.Equal(there.Terms.Select(term => (term.Before, term.After)), back.Terms.Select(term => (term.After, term.Before)));
    }
}
