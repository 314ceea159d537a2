#region gold risk
using ProjectFinance;
using ProjectFinance.Deals;

static class GoldRisk
{
    public static void Print(string dealFile, string scenarioFile, TextWriter output)
    {
        var deal = DealLayout.Lay(Deal.Read(dealFile));
        var result = deal.Simulate(ScenarioTerms.Read(scenarioFile), new() { Paths = 10_000, Threads = 2 });
        var dscr = result["lowest Ratios / DSCR"];
        var breach = result.Events.Single(happens => happens.Name == "Any breach");
        output.WriteLine(FormattableString.Invariant($"Lowest DSCR {dscr.Mean:0.00} on average, {dscr.MeanOfLowest:0.00} in the worst {result.Heading.Tail:0%}"));
        output.WriteLine(FormattableString.Invariant($"A breach in {breach.Probability:0.0%} of scenarios, in half of them by {breach.MedianFirst:uuuu-MM-dd}"));
    }
}
#endregion
