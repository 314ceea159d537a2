using ProjectFinance.Tests.Deals;

namespace ProjectFinance.Tests.Cli;

/// <summary>Input that cannot be used: exit code 2, every problem a line on standard error with its place, a count, nothing on standard output.</summary>
public sealed class BadInputTests : IDisposable
{
    readonly CommandLineTrial trial = new();

    /// <summary>A piece of the sample term sheet, what stands in its place, and what the message must say.</summary>
    public static TheoryData<string, string, string[]> BadTerms => new()
    {
        { "\"name\": \"Illinois Creek, July 1996\",", "\"name\": ", ["not valid JSON", "line 4"] },
        { "\"commitment\": \"USD 19,500,000\"", "\"comitment\": \"USD 19,500,000\"", ["'comitment'", "'commitment'", "facilities[0]"] },
        { "\"commitment\": \"USD 19,500,000\"", "\"commitment\": \"oz 19,500,000\"", ["oz", "facilities[0].commitment"] },
        { "\"commitment\": \"USD 19,500,000\"", "\"commitment\": \"USD -19,500,000\"", ["Project loan", "-19,500,000", "facilities[0].commitment"] },
        { "{ \"equalPrincipal\": { \"dates\": { \"onDatesOfYear\": { \"dates\": [\"09-30\", \"12-31\"], \"first\": \"1997-09-30\", \"last\": \"2000-12-31\" } } } }",
            "{ \"equalPrincipal\": { \"dates\": { \"onDates\": [\"1997-09-30\", \"2001-12-31\"] } } }", ["Project loan", "2001-12-31", "facilities[0]"] },
        { "{ \"equalPrincipal\": { \"dates\": { \"onDatesOfYear\": { \"dates\": [\"09-30\", \"12-31\"], \"first\": \"1997-09-30\", \"last\": \"2000-12-31\" } } } }",
            "{ \"percentageTable\": { \"instalments\": [{ \"date\": \"1997-09-30\", \"percent\": \"50%\" }, { \"date\": \"2000-12-31\", \"percent\": \"49%\" }] } }", ["99", "100", "facilities[0].repayment"] },
        { "\"untilMilestone\": \"Mechanical Completion\"", "\"untilMilestone\": \"Mechanical Completon\"", ["'Mechanical Completon'", "'Mechanical Completion'", "facilities[0].draws.asNeeded.untilMilestone"] },
        { "\"end\": \"2003-12-31\"", "\"end\": \"1996-01-01\"", ["1996-01-01", "1996-07-11", "end"] },
        { "\"amount\": \"USD 165,000\"", "\"amount\": \"Sponsor / Overhead\"", ["Sponsor / Overhead", "circular"] },
        { "\"Project / Revenue\", \"Sponsor", "\"Project / Revenu\", \"Sponsor", ["'Project / Revenu'", "'Project / Revenue'", "accounts[0].receipts[0]"] },
    };

    public void Dispose() => trial.Dispose();

    [Theory]
    [MemberData(nameof(BadTerms))]
    public void Run_BadTerms_SaysWhatAndWhere(string old, string with, string[] said)
    {
        var (code, output, error) = CommandLineTrial.Run("run", trial.Deal(old, with));

        Assert.Equal((2, ""), (code, output));
        Assert.All(said, words => Assert.Contains(words, error, StringComparison.OrdinalIgnoreCase));
        IsListAndCount(error);
    }

    [Theory]
    [MemberData(nameof(BadTerms))]
    public void Check_BadTerms_SaysTheSame(string old, string with, string[] said)
    {
        var deal = trial.Deal(old, with);
        _ = said;

        Assert.Equal(CommandLineTrial.Run("run", deal), CommandLineTrial.Run("check", deal));
    }

    [Fact]
    public void Run_MissingFixing_NamesIndexAndDate()
    {
        var market = trial.File("market.json", """{ "name": "thin", "indices": { "USD LIBOR 3M": { "fixings": { "1996-07-09": "5.6875%" } } } }""");

        var (code, output, error) = CommandLineTrial.Run("run", SampleFiles.DealPath, "--market", market);

        // The sample's second interest period begins on 1996-09-30, a Monday; two London business days before is Thursday the 26th.
        Assert.Equal((2, ""), (code, output));
        Assert.Contains("Index 'USD LIBOR 3M': there is no fixing for 1996-09-26", error, StringComparison.Ordinal);
        IsListAndCount(error);
    }

    [Fact]
    public void Run_SeveralBadFiles_ReportsEveryProblemOfAll()
    {
        var deal = trial.Deal("\"closing\": \"1996-07-11\"", "\"closing\": \"yesterday\"");
        var market = trial.Market("\"USD/oz\"", "\"USD/ox\"");

        var (code, _, error) = CommandLineTrial.Run("run", deal, "--market", trial.PathOf("none.json"), "--market", market, "--as-of", "1996-13-01", "--format", "xml");

        Assert.Equal(2, code);
        Assert.Contains("'yesterday'", error, StringComparison.Ordinal);
        Assert.Contains("none.json", error, StringComparison.Ordinal);
        Assert.Contains("'ox'", error, StringComparison.Ordinal);
        Assert.Contains("(--as-of)", error, StringComparison.Ordinal);
        Assert.Contains("(--format)", error, StringComparison.Ordinal);
        Assert.EndsWith("5 problems\n", error.ReplaceLineEndings("\n"), StringComparison.Ordinal);
        IsListAndCount(error);
    }

    [Theory]
    [InlineData("run", "none.json", "there is no file")]
    [InlineData("check", "none.json", "there is no file")]
    [InlineData("explain", "none.json", "there is no file")]
    [InlineData("run", ".", "is a directory")]
    [InlineData("run", "", "the path is blank")]
    public void Verb_UnreadablePath_SaysSo(string verb, string name, string said)
    {
        var path = name.Length == 0 ? "" : trial.PathOf(name);

        var (code, output, error) = CommandLineTrial.Run(verb == "explain" ? [verb, path, "Project loan / Draw", "1996-09-30"] : [verb, path]);

        Assert.Equal((2, ""), (code, output));
        Assert.Contains(said, error, StringComparison.Ordinal);
        IsListAndCount(error);
    }

    [Theory]
    [InlineData("--as-of", "1997-13-01", "write year, month and day")]
    [InlineData("--as-of", "soon", "write year, month and day")]
    [InlineData("--format", "xml", "write one of table, json, csv")]
    [InlineData("--by", "decade", "write one of year, half, quarter, column")]
    [InlineData("--lines", "Project laon / Draw", "did you mean 'Project loan / Draw'")]
    [InlineData("--lines", "*nothing like it*", "no line's name is like it")]
    [InlineData("--mraket", "x.json", "options of run are --market")]
    [InlineData("--format", null, "required argument missing")]
    public void Run_BadOption_SaysWhatIsAllowed(string option, string? value, string said)
    {
        var (code, output, error) = CommandLineTrial.Run(["run", SampleFiles.DealPath, option, .. value is null ? [] : new[] { value }]);

        Assert.Equal((2, ""), (code, output));
        Assert.Contains(said, error, StringComparison.Ordinal);
        IsListAndCount(error);
    }

    [Theory]
    [InlineData("Project loan / Intrest", "1996-09-30", "1", "did you mean 'Project loan / Interest'")]
    [InlineData("Project loan / Interest", "1990-01-01", "1", "falls in no column")]
    [InlineData("Project loan / Interest", "30 September", "1", "write year, month and day")]
    [InlineData("Project loan / Interest", "1996-09-30", "-1", "give a whole number")]
    [InlineData("Project loan / *", "1996-09-30", "1", "name one")]
    public void Explain_BadArgument_SaysWhatIsAllowed(string line, string date, string depth, string said)
    {
        var (code, output, error) = CommandLineTrial.Run("explain", SampleFiles.DealPath, line, date, "--depth", depth);

        Assert.Equal((2, ""), (code, output));
        Assert.Contains(said, error, StringComparison.Ordinal);
        IsListAndCount(error);
    }

    [Theory]
    [InlineData("verbs are run, check, explain, compare, sensitivities, solve, simulate, merge, export, eval, schema")]
    [InlineData("verbs are run, check, explain, compare, sensitivities, solve, simulate, merge, export, eval, schema", "rnu")]
    [InlineData("required argument 'DEAL' missing", "run")]
    [InlineData("takes no further argument", "check", "a.json", "b.json")]
    [InlineData("write one of deal, amendments, market, scenarios", "schema", "loan")]
    public void Arguments_ThatFitNoVerb_AreExplained(string said, params string[] args)
    {
        var (code, output, error) = CommandLineTrial.Run(args);

        Assert.Equal((2, ""), (code, output));
        Assert.Contains(said, error, StringComparison.Ordinal);
        IsListAndCount(error);
    }

    [Fact]
    public void Run_ControlCharactersInAName_DoNotReachTheTerminal()
    {
        var deal = trial.Deal("\"Project / Revenue\", \"Sponsor", "\"Project\\u001b[31m\\n / Revenue\", \"Sponsor");

        var (_, _, error) = CommandLineTrial.Run("run", deal);

        Assert.DoesNotContain('\u001b', error);
        IsListAndCount(error);
    }

    /// <summary>One problem a line and then how many they are; no stack trace.</summary>
    static void IsListAndCount(string error)
    {
        var lines = error.ReplaceLineEndings("\n").TrimEnd('\n').Split('\n');
        Assert.Equal(lines.Length == 2 ? "1 problem" : $"{lines.Length - 1} problems", lines[^1]);
        Assert.All(lines[..^1], line => Assert.Contains(": ", line, StringComparison.Ordinal));
        Assert.DoesNotContain("   at ", error, StringComparison.Ordinal);
        Assert.DoesNotContain("Sorry", error, StringComparison.Ordinal);
    }
}
