using ProjectFinance.Deals;
using ProjectFinance.Deals.Json;
using ProjectFinance.Results;

namespace ProjectFinance.Tests.Results;

/// <summary>Between two term sheets: with no change made the first must come out, with all of them the second, whatever they are.</summary>
public class TermMixtureTests
{
    public static TheoryData<string, string> Pairs
    {
        get
        {
            string[] sheets = ["illinois-creek-1996-07", "illinois-creek-1996-11", "illinois-creek-1997-01", "illinois-creek-afterwards"];
            var pairs = new TheoryData<string, string>();
            foreach (var first in sheets) foreach (var second in sheets) pairs.Add(first, second);
            return pairs;
        }
    }

    static Deal Read(string sheet) => Deal.Read(Repository.PathOf("seeds", $"{sheet}.json"));

    static string Mixed(Deal first, Deal second, bool made) => Deal.Parse(JsonText.Of(json => TermComparison.Of(first, second).Whole.Write(json, _ => made), indented: false)).ToJson();

    [Theory]
    [MemberData(nameof(Pairs))]
    public void TermsAsGiven_WithNoneOrAllOfTheChanges_AreTheOneOrTheOther(string one, string other)
    {
        var (first, second) = (Read(one), Read(other));
        Assert.Equal(first.ToJson(), Mixed(first, second, made: false));
        Assert.Equal(second.ToJson(), Mixed(first, second, made: true));
    }

    [Theory]
    [MemberData(nameof(Pairs))]
    public void TermsAsAmended_WithNoneOrAllOfTheChanges_AreTheOneOrTheOther(string one, string other)
    {
        var (first, second) = (DealLayout.Lay(Read(one)).Deal, DealLayout.Lay(Read(other)).Deal);
        Assert.Equal(first.ToJson(), Mixed(first, second, made: false));
        Assert.Equal(second.ToJson(), Mixed(first, second, made: true));
    }

    [Theory]
    [InlineData("illinois-creek-1996-11")]
    [InlineData("illinois-creek-1997-01")]
    [InlineData("illinois-creek-afterwards")]
    public void TermsAsAmended_WrittenAndReadBack_GiveTheSameResults(string sheet)
    {
        var amended = DealLayout.Lay(Read(sheet)).Deal;
        Assert.Equal(RunHash.OfResults(amended.Run()), RunHash.OfResults(Deal.Parse(amended.ToJson()).Run()));
    }
}
