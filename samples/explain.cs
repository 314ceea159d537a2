#:project ../src/ProjectFinance/ProjectFinance.csproj
#:property PublishAot=false

// Walks from a number to the terms and prices behind it, and asks why nothing was distributed.
// dotnet run samples/explain.cs
using NodaTime;
using ProjectFinance;
using ProjectFinance.Results;

var run = Deal.Read("seeds/illinois-creek-1996-07.json").Run(Market.Read("seeds/market-1996-2001.json"));

var interest = run.Explain("Project loan / Interest", new LocalDate(1997, 3, 31), depth: 6);
Console.WriteLine($"{interest.Name} = {interest.Shown}");
foreach (var input in Inputs(interest).DistinctBy(input => (input.Name, input.Period))) Console.WriteLine($"  rests on {input.Name} {input.Shown}");

var distribution = run.Explain("Proceeds Account / Distribution", new LocalDate(1997, 3, 31));
Console.WriteLine($"{distribution.Name} = {distribution.Shown}, because");
foreach (var reason in distribution.Reasons) Console.WriteLine($"  {reason.Text}");

static IEnumerable<Explanation> Inputs(Explanation cell) => cell.IsInput ? [cell] : cell.Parts.SelectMany(Inputs);
