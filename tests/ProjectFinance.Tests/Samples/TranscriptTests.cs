using ProjectFinance.Tests.Cli;

namespace ProjectFinance.Tests.Samples;

/// <summary>What a page says the program prints is what it prints.</summary>
public sealed class TranscriptTests
{
    public static TheoryData<string, int, string> Commands
    {
        get
        {
            var data = new TheoryData<string, int, string>();
            foreach (var page in Pages)
            foreach (var (i, shown) in Transcript.Of(Repository.PathOf("docs", page)).Index()) data.Add(page, i, string.Join(' ', shown.Arguments));
            return data;
        }
    }

    static string[] Pages => ["reference-deal.md", "command-line.md", "actuals.md"];

    static string Page => Repository.PathOf("docs", "reference-deal.md");

    [Theory]
    [MemberData(nameof(Commands))]
    public void Command_OnAPage_PrintsWhatIsShown(string page, int place, string command)
    {
        var shown = Transcript.Of(Repository.PathOf("docs", page)).ElementAt(place);

        var (_, output, _) = CommandLineTrial.Run([.. shown.Arguments.Select(argument => argument.StartsWith("seeds/", StringComparison.Ordinal) || argument.StartsWith("samples/", StringComparison.Ordinal) ? Repository.PathOf(argument) : argument)]);

        Assert.True(shown.Shown.Length > 1, command);
        // The program names files as it was given them.
        Assert.Null(shown.Missing(output.Replace(Repository.PathOf("seeds"), "seeds", StringComparison.Ordinal).Replace(Repository.PathOf("samples"), "samples", StringComparison.Ordinal)));
    }

    [Fact]
    public void Page_OfTheReferenceDeal_ShowsEveryTermSheet() =>
        Assert.All(Repository.Files("seeds", "illinois-creek-*.json"), file => Assert.Contains(Transcript.Of(Page), shown => shown.Arguments.Contains($"seeds/{Path.GetFileName(file)}")));
}
