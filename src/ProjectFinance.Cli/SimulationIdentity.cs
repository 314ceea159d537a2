using NodaTime;
using ProjectFinance.Deals;

namespace ProjectFinance.Cli;

/// <summary>What tells of which deal and market a simulation is: hashes of what was read from the files, and the as-of day.</summary>
static class SimulationIdentity
{
    /// <summary>The name under which a simulation has what happened.</summary>
    const string Actuals = "actuals";

    internal static SortedDictionary<string, string> Of(Deal terms, Market? market, LocalDate? asOf)
    {
        var identity = new SortedDictionary<string, string>(StringComparer.Ordinal) { ["deal"] = Hash.Of(terms.ToJson()), ["market"] = Hash.Of(market?.ToJson() ?? "") };
        if (asOf is { } day) identity.Add("as of", Inputs.Written(day));
        return identity;
    }

    /// <summary>What is wrong with showing a simulation beside a run.</summary>
    internal static IEnumerable<Problem> Problems(SimulationResult simulated, LaidOutDeal deal, Market? market)
    {
        var run = Of(deal.Given, market, deal.AsOf);
        if (deal.History is { } history) run.Add(Actuals, history.Hash);
        foreach (var name in (string[])["deal", "market", "as of", Actuals])
            if (simulated.Heading.Identity.GetValueOrDefault(name, "none") is var theirs && run.GetValueOrDefault(name, "none") is var ours && theirs != ours)
                yield return new("Simulation", $"its {name} is {theirs}, that of the run {ours}", "give shards of a simulation of the same deal, with the same --market, --as-of and --actuals", "--simulation");
    }
}
