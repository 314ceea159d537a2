#:project ../src/ProjectFinance/ProjectFinance.csproj
#:property PublishAot=false

// How the lowest DSCR is distributed over ten thousand paths of gold and interest rates, and how likely a breach is.
// dotnet run samples/simulate.cs
using ProjectFinance;
using ProjectFinance.Deals;

var deal = DealLayout.Lay(Deal.Read("seeds/illinois-creek-1996-07.json"));
var result = deal.Simulate(ScenarioTerms.Read("seeds/scenarios-1996.json"), new() { Paths = 10_000, Seed = 7 });

var dscr = result["lowest Ratios / DSCR"];
Console.WriteLine(FormattableString.Invariant($"Lowest DSCR: {dscr.Mean:0.00} on average, {dscr.MeanOfLowest:0.00} in the worst {result.Heading.Tail:0%}"));
foreach (var happens in result.Events.Where(happens => happens.Name.StartsWith("Any", StringComparison.Ordinal)))
    Console.WriteLine(FormattableString.Invariant($"{happens.Name}: in {happens.Probability:0.0%} of the paths"));
