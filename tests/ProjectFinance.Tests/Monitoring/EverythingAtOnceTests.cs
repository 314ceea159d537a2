using ProjectFinance.Deals;
using ProjectFinance.Tests.Cli;
using ProjectFinance.Tests.Results;

namespace ProjectFinance.Tests.Monitoring;

/// <summary>A file of actuals in which much is wrong: what cannot be read, what cannot be placed, and what contradicts itself as far as that can be judged without the rest.</summary>
public sealed class EverythingAtOnceTests : IDisposable
{
    const string Contradiction = "Checks / Loan: drawn and capitalised = repaid + outstanding";

    readonly CommandLineTrial trial = new();

    public void Dispose() => trial.Dispose();

    string[] Told(params ReadOnlySpan<string> rows)
    {
        var path = trial.File("actuals.csv", string.Join('\n', ["date,line,value", .. rows, ""]));
        var actuals = Actuals.Read(path, keepsUnreadable: true);
        return [.. Assert.Throws<InvalidInputException>(() => DealLayout.Lay(Deal.Parse(ShortLoan.Json), actuals: actuals)).Problems.Select(problem => $"{problem.Subject}: {problem.Fact}".Split(';')[0])];
    }

    const string Balance = "2001-03-31,Loan / Closing balance,950000", Repaid = "2001-03-31,Loan / Principal paid,100000", Typo = "2001-06-30,Loan / Principl paid,0", Bare = "2001-06-30,Loan / Interest paid", NoDay = "2001-06-31,Loan / Interest paid,1";

    [Fact]
    public void UnreadableUnplacedAndContradicting_AreToldTogether() => Assert.Collection(Told(Balance, Repaid, Typo, Bare),
        first => Assert.Equal("Actuals: the line has 2 columns", first),
        second => Assert.StartsWith("Actual of 'Loan / Principl paid', 2001-06-30: the model has no line of that name", second, StringComparison.Ordinal),
        third => Assert.StartsWith(Contradiction, third, StringComparison.Ordinal));

    [Theory]
    [InlineData("2001-03-20,Loan / Principl paid,0")]
    [InlineData("2001-01-31,Loan / Interest paid")]
    [InlineData(NoDay)]
    public void ContradictionThatWhatIsMissingMayExplain_IsNotJudged(string row) => Assert.DoesNotContain(Told(Balance, Repaid, row), problem => problem.StartsWith(Contradiction, StringComparison.Ordinal));

    [Fact]
    public void EndOfHistory_IsNotDoubted_WhereTheLastDayCannotBeRead() => Assert.Equal(["Actuals: the date '2001-06-31' cannot be read"], Told("2001-04-20,Loan / Principal paid,0", NoDay));

    [Fact]
    public void ReadByItself_TellsWhatCannotBeRead()
    {
        var path = trial.File("actuals.csv", $"date,line,value\n{Balance}\n{Bare}\n");

        Assert.Equal("Actuals: the line has 2 columns; each line must have as many as the header; a text with a comma stands in quotation marks", Assert.Single(Assert.Throws<InvalidInputException>(() => Actuals.Read(path)).Problems).ToString().Split(" (")[0]);
        var kept = Actuals.Read(path, keepsUnreadable: true);
        Assert.Equal((1, 1), (kept.Values.Length, kept.Unreadable.Length));
    }

    [Fact]
    public void OnTheCommandLine_OtherProblems_ComeWithThem()
    {
        var deal = trial.File("deal.json", ShortLoan.Json);
        var path = trial.File("actuals.csv", $"date,line,value\n{Balance}\n{Bare}\n");

        var (code, _, error) = CommandLineTrial.Run("run", deal, "--actuals", path, "--format", "pdf");

        Assert.Equal(2, code);
        Assert.Contains("Word 'pdf'", error, StringComparison.Ordinal);
        Assert.Contains($"Actuals: the line has 2 columns; each line must have as many as the header; a text with a comma stands in quotation marks ({path}, line 3)", error, StringComparison.Ordinal);
        Assert.EndsWith("2 problems\n", error.ReplaceLineEndings("\n"), StringComparison.Ordinal);
    }
}
