using System.Text.Json;
using ProjectFinance.Tests.Results;

namespace ProjectFinance.Tests.Cli;

/// <summary>What happened, given to the verbs that ask what if: it is the same in every scenario, moved by no sensitivity and found by no search. The short loan pays 20,000.00 in its first quarter.</summary>
public sealed class ActualsVerbTests : IDisposable
{
    const string Rates = """{ "name": "Rates", "seed": 3, "factors": [{ "name": "rate", "targets": ["LIBOR"], "process": { "hullWhite": { "speed": 0.1, "volatility": "1%" } } }] }""";

    readonly CommandLineTrial trial = new();
    readonly string deal, scenarios;

    public ActualsVerbTests() => (deal, scenarios) = (trial.File("deal.json", ShortLoan.Json), trial.File("scenarios.json", Rates));

    public void Dispose() => trial.Dispose();

    string Actuals(string value = "19500", string name = "actuals.csv") => trial.File(name, $"date,line,value\n2001-03-31,Loan / Interest paid,{value}\n");

    (int Code, string Output, string Error) Simulate(params string[] more) => CommandLineTrial.Run(["simulate", deal, "--scenarios", scenarios, "--paths", "200", .. more]);

    static double Deviation(string json, string output) =>
        JsonDocument.Parse(json).RootElement.GetProperty("outputs").EnumerateArray().Single(one => one.GetProperty("name").GetString() == output).GetProperty("standardDeviation").GetDouble();

    [Fact]
    public void Simulate_HistoryIsTheSameInEveryScenario()
    {
        const string First = "Loan / Interest paid@2001-03-31", Second = "Loan / Interest@2001-06-30", Third = "Loan / Interest@2001-09-30";
        string[] of = ["--of", First, "--of", Second, "--of", Third, "--format", "json"];

        var (code, output, error) = Simulate([.. of, "--actuals", Actuals()]);
        var plan = Simulate(of).Output;

        Assert.Equal((0, ""), (code, error));
        // The rate of the second quarter is fixed on 29 March, in history.
        Assert.Equal((0.0, 0.0), (Deviation(output, First), Deviation(output, Second)));
        Assert.True(Deviation(plan, Second) > 0 && Deviation(output, Third) > 0);
        // Paths begin later, and have come less far.
        Assert.True(Deviation(output, Third) < Deviation(plan, Third));
        Assert.Equal("2001-03-31", JsonDocument.Parse(output).RootElement.GetProperty("identity").GetProperty("actual to").GetString());
    }

    [Fact]
    public void Shards_WithOtherActuals_AreNotMerged()
    {
        foreach (var (i, value) in new[] { (0, "19500"), (1, "19501") })
            Assert.Equal((0, "", ""), Simulate("--actuals", Actuals(value), "--shard", $"{i}/2", "--out", trial.PathOf($"part-{i}")));
        Assert.Equal(0, Simulate("--actuals", Actuals(name: "elsewhere.csv"), "--shard", "1/2", "--out", trial.PathOf("same")).Code);

        var (code, _, error) = CommandLineTrial.Run("merge", trial.PathOf("part-0"), trial.PathOf("part-1"));

        Assert.Equal(2, code);
        Assert.Contains("its actuals is sha256:", error, StringComparison.Ordinal);
        Assert.Equal((0, ""), CommandLineTrial.Run("merge", trial.PathOf("part-0"), trial.PathOf("same")) is var (merged, _, told) ? (merged, told) : default);
    }

    [Fact]
    public void Page_RefusesASimulationOfAnotherHistory()
    {
        Simulate("--actuals", Actuals(), "--shard", "0/1", "--out", trial.PathOf("part"));

        var other = CommandLineTrial.Run("run", deal, "--format", "html", "--out", trial.PathOf("page.html"), "--simulation", trial.PathOf("part"));
        var same = CommandLineTrial.Run("run", deal, "--actuals", Actuals(), "--format", "html", "--out", trial.PathOf("page.html"), "--simulation", trial.PathOf("part"));

        Assert.Equal(2, other.Code);
        Assert.Contains("give shards of a simulation of the same deal, with the same --market, --as-of and --actuals", other.Error, StringComparison.Ordinal);
        Assert.Equal((0, ""), (same.Code, same.Error));
    }

    [Fact]
    public void Simulate_PathWithAStatedStart_IsRefused()
    {
        var stated = trial.File("stated.json", Rates.Replace("\"hullWhite\": { \"speed\": 0.1, ", "\"vasicek\": { \"speed\": 0.1, \"level\": \"5%\", \"start\": \"6%\", ", StringComparison.Ordinal));

        var (code, _, error) = CommandLineTrial.Run("simulate", deal, "--scenarios", stated, "--paths", "10", "--actuals", Actuals());

        Assert.Equal(2, code);
        Assert.Contains("it states where its path begins, for 2000-12-31, and history is locked up to 2001-03-31; state 'from' as 2001-03-31", error, StringComparison.Ordinal);
    }

    [Fact]
    public void Sensitivities_LeaveHistoryAlone()
    {
        var (code, output, error) = CommandLineTrial.Run("sensitivities", deal, "--of", "total Loan / Interest paid", "--format", "csv", "--actuals", Actuals());

        Assert.Equal((0, ""), (code, error));
        Assert.Contains("LIBOR", output, StringComparison.Ordinal);
        Assert.DoesNotContain("2001-03-31", output, StringComparison.Ordinal);
        Assert.Contains("Actual to 2001-03-31: 1 figure of 1 line is locked", CommandLineTrial.Run("sensitivities", deal, "--of", "total Loan / Interest paid", "--actuals", Actuals()).Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Solve_FindsNothingInHistory()
    {
        // Interest of the third and fourth quarter alone can move: 1,000,000 x (rate + 2 %) x 184/360; the first was paid with 19,500.00, the rate of the second is fixed.
        var answer = CommandLineTrial.Run("solve", deal, "--vary", "LIBOR", "--until", "Loan / Interest@2001-09-30 <= 23000", "--actuals", Actuals(), "--format", "json");
        var known = CommandLineTrial.Run("solve", deal, "--vary", "Loan / Interest paid@2001-03-31", "--until", "total Loan / Interest paid <= 80000", "--actuals", Actuals());

        Assert.Equal((0, ""), (answer.Code, answer.Error));
        // Half a cent over counts as holding: a rate of 2e-8.
        Assert.Equal(23_000.0 / 1_000_000 * 360 / 92 - 0.02, JsonDocument.Parse(answer.Output).RootElement.GetProperty("answer").GetProperty("value").GetDouble(), 2e-8);
        Assert.Equal("2001-03-31", JsonDocument.Parse(answer.Output).RootElement.GetProperty("actualTo").GetString());
        Assert.Equal(2, known.Code);
        Assert.Contains("Input 'Loan / Interest paid@2001-03-31': all of it lies in history, which is locked", known.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Check_TellsWhatWasNotReached()
    {
        var path = trial.File("half.csv", "date,line,value\n2001-06-30,Loan / Principal paid,0\n");

        Assert.Contains("not reached: Completion, expected 2001-06-30, is taken as reached on 2001-07-01, at the earliest\n", CommandLineTrial.Run("check", deal, "--actuals", path).Output.ReplaceLineEndings("\n"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("simulate --paths 10")]
    [InlineData("sensitivities --of last_Loan_/_Closing_balance")]
    [InlineData("solve --vary LIBOR --until last_Loan_/_Closing_balance_<=_0")]
    public void BadActuals_AreToldAlikeByEveryVerb(string verb)
    {
        var words = verb.Split(' ').Select(word => word.Replace('_', ' ')).ToArray();
        (int Code, string Output, string Error) Run(params string[] more) => CommandLineTrial.Run([words[0], deal, .. words[1..], .. more]);

        var wrong = Run("--actuals", Actuals("EUR 5"));
        var late = Run("--actuals", Actuals(), "--actuals-to", "2001-03-15");
        var none = Run("--actuals-to", "2001-03-31");

        Assert.Equal((2, 2, 2), (wrong.Code, late.Code, none.Code));
        Assert.Contains("Actual of 'Loan / Interest paid', 2001-03-31: it is stated in 'EUR'; the line is counted in 'USD'", wrong.Error, StringComparison.Ordinal);
        Assert.Contains("Actuals up to 2001-03-15: no column ends on 2001-03-15", late.Error, StringComparison.Ordinal);
        Assert.Contains("Option --actuals-to: there are no actuals; give them with --actuals (--actuals-to)", none.Error, StringComparison.Ordinal);
    }
}
