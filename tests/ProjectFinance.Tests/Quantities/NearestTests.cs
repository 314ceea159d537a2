namespace ProjectFinance.Tests.Quantities;

/// <summary>"Did you mean ...?"</summary>
public class NearestTests
{
    static readonly string[] Lines = ["Project loan / Interest", "Project loan / Interest paid", "Project loan / Draw", "Proceeds Account / Closing balance"];

    [Fact]
    public void Hint_OfAMisspelling_NamesTheClosestFirst() =>
        Assert.StartsWith("did you mean 'Project loan / Interest'", Nearest.Hint("Project loan / Intrest", Lines), StringComparison.Ordinal);

    [Fact]
    public void Hint_OfAPartOfAName_NamesIt() => Assert.Contains("'Project loan / Draw'", Nearest.Hint("draw", Lines), StringComparison.Ordinal);

    [Fact]
    public void Hint_OfNothingLikeIt_ListsWhatIsKnown() => Assert.Equal("known are 'a', 'b'", Nearest.Hint("something else", ["a", "b"]));

    [Fact]
    public void Hint_OfMoreThanTwelve_StopsThere() =>
        Assert.EndsWith("'m', ...", Nearest.Hint("0000000000", [.. Enumerable.Range('a', 26).Select(c => ((char)(c < 'l' ? c : c + 1)).ToString())]), StringComparison.Ordinal);

    [Fact]
    public void Hint_WhereNothingIsKnown_SaysSo() => Assert.Equal("none is known", Nearest.Hint("anything", []));
}
