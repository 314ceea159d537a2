using ProjectFinance.Tests.Cli;

namespace ProjectFinance.Tests.Samples;

/// <summary>What a page says the program prints is what it prints.</summary>
public sealed class TranscriptTests
{
    public static TheoryData<int, string> Commands
    {
        get
        {
            var data = new TheoryData<int, string>();
            foreach (var (i, shown) in Transcript.Of(Page).Index()) data.Add(i, string.Join(' ', shown.Arguments));
            return data;
        }
    }

    static string Page => Repository.PathOf("docs", "reference-deal.md");

    [Theory]
    [MemberData(nameof(Commands))]
    public void Command_OnThePageOfTheReferenceDeal_PrintsWhatIsShown(int place, string command)
    {
        var shown = Transcript.Of(Page).ElementAt(place);

        var (_, output, _) = CommandLineTrial.Run([.. shown.Arguments.Select(argument => argument.StartsWith("seeds/", StringComparison.Ordinal) ? Repository.PathOf(argument) : argument)]);

        Assert.True(shown.Shown.Length > 1, command);
        Assert.Null(shown.Missing(output));
    }

    [Fact]
    public void Page_OfTheReferenceDeal_ShowsEveryTermSheet() =>
        Assert.All(Repository.Files("seeds", "illinois-creek-*.json"), file => Assert.Contains(Transcript.Of(Page), shown => shown.Arguments.Contains($"seeds/{Path.GetFileName(file)}")));
}
