using ProjectFinance.Tests.Cli;

namespace ProjectFinance.Tests.Samples;

/// <summary>What a page says the program prints is what it prints.</summary>
public sealed class TranscriptTests
{
    public static TheoryData<string> Commands => [.. Transcript.Of(Page).Select(shown => string.Join(' ', shown.Arguments))];

    static string Page => Repository.PathOf("docs", "reference-deal.md");

    [Theory]
    [MemberData(nameof(Commands))]
    public void Command_OnThePageOfTheReferenceDeal_PrintsWhatIsShown(string command)
    {
        var shown = Transcript.Of(Page).First(one => string.Join(' ', one.Arguments) == command);

        var (_, output, _) = CommandLineTrial.Run([.. shown.Arguments.Select(argument => argument.StartsWith("seeds/", StringComparison.Ordinal) ? Repository.PathOf(argument) : argument)]);

        Assert.True(shown.Shown.Length > 1);
        Assert.Null(shown.Missing(output));
    }

    [Fact]
    public void Page_OfTheReferenceDeal_ShowsEveryTermSheet() =>
        Assert.All(Repository.Files("seeds", "illinois-creek-*.json"), file => Assert.Contains(Transcript.Of(Page), shown => shown.Arguments.Contains($"seeds/{Path.GetFileName(file)}")));
}
