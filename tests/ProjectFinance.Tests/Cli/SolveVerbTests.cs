using System.Text.Json;
using ProjectFinance.Cli;

namespace ProjectFinance.Tests.Cli;

public class SolveVerbTests
{
    static readonly string Deal = Repository.PathOf("seeds", "illinois-creek-1996-07.json");

    [Fact]
    public void BreakEven_AsATable_GivesTheAnswerAndItsCertificate()
    {
        var (code, output, error) = CommandLineTrial.Run("solve", Deal, "--vary", "Milestones / Completion date", "--until", "highest Breaches / Completion not reached by 1997-11-30 <= 0");

        // The longstop is the last day on which Completion may come.
        Assert.Equal((ExitCodes.Done, ""), (code, error));
        Assert.Contains("Answer                  1997-11-30 or earlier\n", output, StringComparison.Ordinal);
        Assert.Contains("At 1997-12-01", output, StringComparison.Ordinal);
        Assert.All(output.Split('\n'), line => Assert.True(line.Length <= 120));
    }

    [Fact]
    public void BreakEven_AsJson_HasTheDocumentedFields()
    {
        var (code, output, _) = CommandLineTrial.Run("solve", Deal, "--vary", "gold", "--by", "factor", "--from", "50%", "--to", "2", "--until", "lowest Ratios / DSCR >= 1.20", "--format", "json");
        var json = JsonDocument.Parse(output).RootElement;

        Assert.Equal(ExitCodes.Done, code);
        Assert.Equal(
            ["deal", "engine", "vary", "outcome", "answer", "crossings", "conditions", "closest", "holdsAtFrom", "holdsAtTo", "method", "scanned", "evaluations", "checksPassed"],
            json.EnumerateObject().Select(field => field.Name));
        Assert.Equal("found", json.GetProperty("outcome").GetString());
        Assert.Equal((0.5, 2), (json.GetProperty("vary").GetProperty("from").GetDouble(), json.GetProperty("vary").GetProperty("to").GetDouble()));
        var condition = json.GetProperty("conditions")[0];
        Assert.True(condition.GetProperty("atAnswer").GetProperty("holds").GetBoolean());
        Assert.False(condition.GetProperty("atNeighbour").GetProperty("holds").GetBoolean());
    }

    [Fact]
    public void BreakEven_WithoutASolution_SaysSoAndReturnsOne()
    {
        var (code, output, _) = CommandLineTrial.Run("solve", Deal, "--vary", "gold", "--to", "400", "--until", "lowest Ratios / DSCR >= 50");

        Assert.Equal(ExitCodes.CheckFailed, code);
        Assert.Contains("none: the condition holds nowhere in the range", output, StringComparison.Ordinal);
        Assert.Contains("Nearest, at USD/oz", output, StringComparison.Ordinal);
    }

    [Fact]
    public void Size_AsATable_NamesWhatLimits()
    {
        var (code, output, _) = CommandLineTrial.Run("solve", Deal, "--size", "Project loan", "--dscr", "0.5", "--tail", "25%", "--until", "Ratios / Gearing@1997-06-30 <= 80%");

        // The sponsor pays in 1,500,000: 6,000,000 / (6,000,000 + 1,500,000) is 80 %, and the loan is drawn in full by then.
        Assert.Equal(ExitCodes.Done, code);
        Assert.Contains("Largest commitment      USD 6,000,000.00\n", output, StringComparison.Ordinal);
        Assert.Contains("Limited by              Ratios / Gearing@1997-06-30 <= 0.8\n", output, StringComparison.Ordinal);
    }

    [Fact]
    public void Stress_AsATableAndAsJson_GivesTheMove()
    {
        string[] asked = ["solve", Deal, "--stress", "gold = 15%", "--stress", "USD LIBOR 3M = 0.01", "--correlation", "gold, USD LIBOR 3M = -0.2", "--until", "lowest Ratios / DSCR <= 1.10", "--within", "4"];
        var (code, table, _) = CommandLineTrial.Run(asked);
        var json = JsonDocument.Parse(CommandLineTrial.Run([.. asked, "--format", "json"]).Output).RootElement;

        Assert.Equal(ExitCodes.Done, code);
        Assert.Contains("standard deviations; probability to first order", table, StringComparison.Ordinal);
        Assert.Equal("found", json.GetProperty("outcome").GetString());
        Assert.Equal(["gold", "USD LIBOR 3M"], json.GetProperty("moves").EnumerateArray().Select(move => move.GetProperty("input").GetString()));
        Assert.True(json.GetProperty("outside").GetProperty("holds").GetBoolean());
        Assert.False(json.GetProperty("inside").GetProperty("holds").GetBoolean());
    }

    [Fact]
    public void BreakEven_OverScenarios_TellsTheDistributionWhateverTheSeedSays()
    {
        string[] asked = ["solve", Deal, "--market", Repository.PathOf("seeds", "market-1996-2001.json"), "--vary", "gold", "--until", "lowest Ratios / DSCR >= 1.20", "--scenarios", Repository.PathOf("seeds", "scenarios-1996.json"), "--paths", "50"];
        var (code, table, error) = CommandLineTrial.Run(asked);
        var json = JsonDocument.Parse(CommandLineTrial.Run([.. asked, "--seed", "7", "--format", "json"]).Output).RootElement;

        Assert.Equal((ExitCodes.Done, ""), (code, error));
        Assert.Contains("Scenarios               50 from number 0", table, StringComparison.Ordinal);
        Assert.Contains("50% quantile            USD/oz ", table, StringComparison.Ordinal);
        double[] values = [.. json.GetProperty("values").EnumerateArray().Where(value => value.ValueKind == JsonValueKind.Number).Select(value => value.GetDouble()).Order()];
        // The median of n is the one at place ceil(n / 2).
        Assert.Equal(values[(values.Length + 1) / 2 - 1], json.GetProperty("quantiles")[3].GetProperty("value").GetDouble());
    }

    public static TheoryData<string[], string> Unusable => new()
    {
        { [], "none says what to solve" },
        { ["--vary", "gold"], "Option --until: it is not given" },
        { ["--vary", "gold", "--size", "Project loan", "--until", "X >= 1"], "they ask for several things" },
        { ["--vary", "gold", "--until", "lowest Ratios / DSCR"], "it compares nothing" },
        { ["--vary", "gold", "--until", "lowest Ratios / DSCR >= 1", "--by", "guess"], "Word 'guess'" },
        { ["--vary", "gold", "--until", "lowest Ratios / DSCR >= 1", "--from", "low"], "Amount 'low'" },
        { ["--vary", "gold", "--until", "lowest Ratios / DSCR >= 1", "--from", "9", "--to", "3"], "it is empty: from 9 to 3" },
        { ["--vary", "gold", "--until", "lowest Ratios / DSCR >= 1", "--dscr", "1"], "Option --dscr: it goes with --size" },
        { ["--vary", "goldd", "--until", "lowest Ratios / DSCR >= 1"], "did you mean 'gold'" },
        { ["--vary", "gold", "--until", "lowest Ratios / DSCR >= 1", "--paths", "9"], "Option --paths: it goes with --scenarios" },
        { ["--vary", "gold", "--until", "lowest Ratios / DSCR >= 1", "--from", "CAD 5"], "Number 'CAD 5': it is in CAD; give a number alone" },
        { ["--vary", "gold", "--until", "lowest Ratios / DSCR >= 1", "--to", "high"], "(--to)" },
        { ["--vary", "gold", "--until", "lowest Ratios / DSCR >= 1", "--scenarios", "."], "Scenarios: '.' is a directory" },
        { ["--size", "Project loan"], "Conditions: there is none" },
        { ["--size", "Projekt loan", "--dscr", "1"], "did you mean 'Project loan'" },
        { ["--stress", "gold", "--until", "lowest Ratios / DSCR <= 1"], "it is not an input and a standard deviation" },
        { ["--stress", "gold = 0%", "--until", "lowest Ratios / DSCR <= 1"], "the standard deviation is 0" },
        { ["--stress", "gold = 5%", "--until", "lowest Ratios / DSCR <= 1", "--correlation", "silver, gold = 1"], "it is not two of the inputs that move" },
        { ["--stress", "gold = 5%", "--until", "lowest Ratios / DSCR <= 1", "--to", "3"], "Option --to: it goes with --vary or --size" },
    };

    // Of two options that cannot be read and two names that the deal does not have, none waits for the others.
    [Theory]
    [InlineData(2, "--vary", "golld", "--until", "DSCR")]
    [InlineData(5, "--vary", "golld", "--until", "DSCR", "--until", "lowest Ratios / DSC >= 1", "--by", "guess", "--from", "low")]
    [InlineData(3, "--vary", "golld", "--until", "lowest Ratios / DSCR >= 1", "--scenarios", "no-file.json", "--paths", "0")]
    [InlineData(3, "--stress", "golld = 5%", "--stress", "gold", "--until", "lowest Ratios / DSC <= 1")]
    [InlineData(2, "--size", "Project loan", "--dscr", "much", "--until", "lowest Ratios / DSC >= 1")]
    public void Problems_OfEveryKind_AreToldAtOnce(int problems, params string[] options)
    {
        var (code, _, error) = CommandLineTrial.Run(["solve", Deal, .. options]);

        Assert.Equal(ExitCodes.UnusableInput, code);
        Assert.EndsWith($"\n{problems.ToString(System.Globalization.CultureInfo.InvariantCulture)} problems\n", error.ReplaceLineEndings("\n"), StringComparison.Ordinal);
    }

    [Fact]
    public void Output_OverTheScenariosThatAreRead_IsRefused()
    {
        using var trial = new CommandLineTrial();
        var text = File.ReadAllText(Repository.PathOf("seeds", "scenarios-1996.json"));
        var scenarios = trial.File("scenarios.json", text);

        var (code, _, error) = CommandLineTrial.Run("solve", Deal, "--vary", "gold", "--until", "lowest Ratios / DSCR >= 1.2", "--scenarios", scenarios, "--paths", "2", "--out", scenarios);

        Assert.Equal(ExitCodes.UnusableInput, code);
        Assert.Contains("is one of the files to be read", error, StringComparison.Ordinal);
        Assert.Equal(text, File.ReadAllText(scenarios));
    }

    [Theory]
    [MemberData(nameof(Unusable))]
    public void Question_ThatCannotBeUsed_IsRefused(string[] options, string problem)
    {
        var (code, output, error) = CommandLineTrial.Run(["solve", Deal, .. options]);

        Assert.Equal((ExitCodes.UnusableInput, ""), (code, output));
        Assert.Contains(problem, error, StringComparison.Ordinal);
    }
}
