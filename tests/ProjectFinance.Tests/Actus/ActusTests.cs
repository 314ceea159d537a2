using NodaTime;

namespace ProjectFinance.Tests.Actus;

/// <summary>
/// Contracts of the ACTUS Financial Research Foundation, mapped to our loans: dates, types, payoffs, notionals, rates and accrued interest of every event. The folder is named by the
/// environment variable ACTUS_TESTS; what its numbers assume stands in the README there. Tolerance 1e-6, as the vectors are written with ten decimals at least.
/// </summary>
public sealed class ActusTests
{
    const double Tolerance = 1e-6;

    /// <summary>Cases that contradict the specification, with the reason.</summary>
    static readonly Dictionary<string, string> Contradicting = new()
    {
        ["lam18"] = "interestCalculationBase is NTIED, so interest is counted on the 5000 drawn; the rows count it on the current notional",
    };

    public static TheoryData<string> Ids
    {
        get
        {
            string[] known = ActusFolder.WhyMissing is null ? [.. ActusFolder.Cases.Value.Keys.Where(id => !Contradicting.ContainsKey(id))] : [];
            return [.. known.DefaultIfEmpty("none")];
        }
    }

    [ActusTheory]
    [MemberData(nameof(Ids))]
    public void Contract_OfTheActusSuite_HasTheExpectedEvents(string id)
    {
        var difference = FirstDifference(ActusFolder.Cases.Value[id]);
        Assert.True(difference is null, difference);
    }

    [ActusTheory]
    [InlineData("lam18", "interestCalculationBase", "NT")]
    public void Contract_ThatContradictsTheSpecification_AgreesWithAnotherTerm(string id, string term, string value)
    {
        if (!ActusFolder.Cases.Value.TryGetValue(id, out var contradicting)) return;
        Assert.NotNull(FirstDifference(contradicting));
        Assert.Null(FirstDifference(contradicting with { Terms = new Dictionary<string, string>(contradicting.Terms) { [term] = value } }));
    }

    static string? FirstDifference(ActusCase contract)
    {
        var found = ActusEvents.Of(contract);
        for (int i = 0; i < Math.Max(found.Count, contract.Expected.Count); i++)
        {
            var (ours, theirs) = (i < found.Count ? found[i] : null, i < contract.Expected.Count ? contract.Expected[i] : null);
            if (ours is null || theirs is null || !Agree(ours, theirs)) return $"event {i + 1}: expected {theirs?.ToString() ?? "none"}; found {ours?.ToString() ?? "none"}";
        }
        return null;
    }

    static bool Agree(ActusRow a, ActusRow b) => a.Time == b.Time && a.Type == b.Type && Near(a.Payoff, b.Payoff) && Near(a.Notional, b.Notional) && Near(a.Rate, b.Rate) && Near(a.Accrued, b.Accrued);

    static bool Near(double a, double b) => Math.Abs(a - b) <= Tolerance;
}
