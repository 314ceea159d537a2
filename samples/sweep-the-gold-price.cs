#:project ../src/ProjectFinance/ProjectFinance.csproj
#:property PublishAot=false

// Compiles the deal once and runs it for gold prices from USD 280 to USD 420 an ounce.
// dotnet run samples/sweep-the-gold-price.cs
using ProjectFinance;
using ProjectFinance.Deals;
using ProjectFinance.Results;

var deal = DealLayout.Lay(Deal.Read("seeds/illinois-creek-1996-07.json"));
var runner = new Runner(deal.Model);
var gold = runner.Inputs.Where(input => input.Observed?.Series == "gold").ToList();

Console.WriteLine("gold   lowest DSCR   lowest LLCR   distributed");
for (double price = 280; price <= 420; price += 20)
{
    var run = runner.Run(gold.ToDictionary(input => input, _ => price));
    Console.WriteLine(FormattableString.Invariant(
        $"{price,4:0} {Lowest("Ratios / DSCR", run),13:0.00} {Lowest("Ratios / LLCR", run),13:0.00} {run.Values("Proceeds Account / Distribution").ToArray().Sum(),13:N0}"));
}

static double Lowest(string ratio, Run run) => ChosenOutput.Parse($"lowest {ratio}").In(run)?.Value ?? double.PositiveInfinity;
