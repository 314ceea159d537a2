using NodaTime;
using ProjectFinance.Results;
using ProjectFinance.Tests.Cli;
using ProjectFinance.Tests.Results;
using static ProjectFinance.Tests.Monitoring.Happened;

namespace ProjectFinance.Tests.Monitoring;

/// <summary>Plan, actual and what is between them, by hand on the short loan.</summary>
public class VarianceTests
{
    static ComparedRun Plan { get; } = ComparedRun.Of(Deal.Parse(ShortLoan.Json));

    static Variance Of(ComparedRun actual) => Variance.Of(actual.Deal, actual.Run, Plan.Run);

    [Fact]
    public void Difference_IsWhatTheInputsMakeAndWhatTheFormulaDoesNotExplain()
    {
        // Repaid early in March: interest due in June is 900,000 x 8 % x 91/360 = 18,200.00 instead of 20,222.22; 18,000.00 was paid.
        var variance = Of(Run((March, PrincipalPaid, "100000"), (June, InterestPaid, "18000")));

        var interest = Assert.Single(variance.Lines, line => line.Name == InterestPaid).ToDate;
        Assert.Equal(20_222.222222, interest.Plan, 1e-5);
        Assert.Equal((18_000, -2_222.222222), (interest.Actual, Math.Round(interest.Difference!.Value, 6)));
        Assert.Equal(-2_022.222222, interest.FromInputs!.Value, 1e-5);
        Assert.Equal(-200, interest.Unexplained!.Value, 1e-5);
        var principal = Assert.Single(variance.Lines, line => line.Name == PrincipalPaid);
        Assert.Equal((0.0, 100_000.0, 0.0, 100_000.0), (principal.ToDate.Plan, principal.ToDate.Actual, principal.ToDate.FromInputs, principal.ToDate.Unexplained));
        Assert.Equal(June, variance.To);
    }

    [Fact]
    public void ToDate_OfAFlowIsTheSum_OfABalanceTheLast()
    {
        var variance = Of(Run((March, InterestPaid, "19000"), (June, InterestPaid, "21000"), (March, Closing, "1000000"), (June, Closing, "1000000")));

        var interest = variance.Lines.Single(line => line.Name == InterestPaid);
        Assert.Equal((40_222.22, 40_000.0), (Math.Round(interest.ToDate.Plan, 2), interest.ToDate.Actual));
        Assert.Equal(March, interest.Largest.On);
        Assert.Equal((1_000_000.0, 0.0), (variance.Lines.Single(line => line.Name == Closing).ToDate.Actual, variance.Lines.Single(line => line.Name == Closing).ToDate.Difference));
    }

    [Fact]
    public void Shares_AreThoseOfPlayers()
    {
        // Alone: 100,000 less for 275 days at 8 %: -6,111.11; half a point more for 91 days: +1,263.89. Together less by the half point on the 100,000, 126.39, of which each bears half.
        var actual = Run((March, PrincipalPaid, "100000"), (new(2001, 3, 29), "Indices / LIBOR", "6.5%"));

        var shares = Attribution.Between(Plan, actual, ChosenOutput.Parse("total Loan / Interest paid")).Shares;

        Assert.Equal(["Actual, Loan / Principal paid", "Actual, Indices / LIBOR"], shares.Select(change => change.Title));
        Assert.Equal((-6_111.11, 1_263.89), (Math.Round(shares[0].Alone, 2), Math.Round(shares[1].Alone, 2)));
        Assert.Equal((-6_174.31, 1_200.69), (Math.Round(shares[0].Share, 2), Math.Round(shares[1].Share, 2)));
        Assert.Equal(PrincipalPaid, Assert.Single(shares[0].Actuals));
    }

    [Fact]
    public void Run_WithActuals_PrintsWhatIsLockedAndTheVariance()
    {
        using var trial = new CommandLineTrial();
        var (deal, actuals) = (trial.File("deal.json", ShortLoan.Json), trial.File("actuals.csv", "date,line,value,source\n2001-03-31,Loan / Interest paid,\"USD 19,500\",statement\n2001-09-30,Loan / Interest paid,1,draft\n"));

        var (code, output, error) = CommandLineTrial.Run("run", deal, "--actuals", actuals, "--actuals-to", "2001-03-31", "--of", "total Loan / Interest paid", "--by", "column");

        Assert.Equal((0, ""), (code, error));
        Assert.Contains("Actual to 2001-03-31: 1 figure of 1 line is locked; everything else is computed. 1 dated later is left out.", output, StringComparison.Ordinal);
        Assert.Contains("2001-03-31A", output, StringComparison.Ordinal);
        Assert.Contains("Loan / Interest paid                   2001-03-31        20,000        19,500          (500)            -          (500)", output, StringComparison.Ordinal);
        Assert.Contains("What makes the difference in total Loan / Interest paid, USD", output, StringComparison.Ordinal);
        Assert.All(output.Split('\n'), line => Assert.True(line.Length <= 120, line));
    }

    [Fact]
    public void Run_WithActuals_WritesTheVarianceAsJsonAndCsv()
    {
        using var trial = new CommandLineTrial();
        var (deal, actuals) = (trial.File("deal.json", ShortLoan.Json), trial.File("actuals.csv", "date,line,value\n2001-03-31,Loan / Interest paid,19500\n"));

        var (_, json, _) = CommandLineTrial.Run("run", deal, "--actuals", actuals, "--format", "json", "--of", "total Loan / Interest paid");
        var (_, csv, _) = CommandLineTrial.Run("run", deal, "--actuals", actuals, "--format", "csv", "--variance");

        Assert.Contains("\"actuals\":{\"to\":\"2001-03-31\",\"leftOut\":0,\"notReached\":[],\"lines\":[{\"name\":\"Loan / Interest paid\",\"unit\":\"USD\",\"isInput\":false,\"toDate\":{\"on\":\"2001-03-31\",\"plan\":20000,\"actual\":19500,\"difference\":-500,\"formula\":20000,\"fromInputs\":0,\"unexplained\":-500", json, StringComparison.Ordinal);
        Assert.Contains("\"actuals\":[\"Loan / Interest paid\"]", json, StringComparison.Ordinal);
        Assert.Contains($"Loan / Interest paid,USD,2001-03-31,20000,19500,-500,20000,0,-500,\"{actuals}, line 2\"\r\n", csv, StringComparison.Ordinal);
    }

    [Fact]
    public void Verbs_TakeActuals()
    {
        using var trial = new CommandLineTrial();
        var (deal, actuals) = (trial.File("deal.json", ShortLoan.Json), trial.File("actuals.csv", "date,line,value\n2001-03-31,Loan / Interest paid,19500\n"));
        var certificate = trial.PathOf("certificate.json");

        Assert.Contains("the formula gives USD 20,000.00", CommandLineTrial.Run("explain", deal, InterestPaid, "2001-03-31", "--actuals", actuals).Output, StringComparison.Ordinal);
        Assert.Contains("actuals: 1 figures up to 2001-03-31 add up", CommandLineTrial.Run("check", deal, "--actuals", actuals).Output, StringComparison.Ordinal);
        Assert.Contains("Loan / Interest overdue", CommandLineTrial.Run("compare", deal, deal, "--second-actuals", actuals, "--all").Output, StringComparison.Ordinal);
        Assert.Equal(0, CommandLineTrial.Run("run", deal, "--actuals", actuals, "--certificate", certificate).Code);
        Assert.Equal(0, CommandLineTrial.Run("check", deal, "--actuals", actuals, "--certificate", certificate).Code);
        Assert.Equal(1, CommandLineTrial.Run("check", deal, "--certificate", certificate).Code);
    }

    [Theory]
    [InlineData("--actuals-to", "2001-03-31")]
    [InlineData("--of", "total Loan / Interest paid")]
    [InlineData("--variance")]
    public void OptionsOfActuals_WithoutThem_AreRefused(params string[] options)
    {
        using var trial = new CommandLineTrial();

        var (code, _, error) = CommandLineTrial.Run(["run", trial.File("deal.json", ShortLoan.Json), .. options]);

        Assert.Equal(2, code);
        Assert.Contains("give them with --actuals", error, StringComparison.Ordinal);
    }
}
