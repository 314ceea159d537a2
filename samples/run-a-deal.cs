#:project ../src/ProjectFinance/ProjectFinance.csproj
#:property PublishAot=false

// Runs a term sheet with the rates and prices that came, and says what a lender asks first.
// dotnet run samples/run-a-deal.cs
using ProjectFinance;
using ProjectFinance.Deals;
using ProjectFinance.Results;

var deal = DealLayout.Lay(Deal.Read("seeds/illinois-creek-1996-07.json"), Market.Read("seeds/market-1996-2001.json"));
var run = new Runner(deal.Model).Run();
var headline = Headline.Of(deal, run);

Console.WriteLine($"{deal.Deal.Name}: {deal.Model.Lines.Count} lines in {deal.Model.Periods.Count} columns");
foreach (var loan in headline.Loans) Console.WriteLine(FormattableString.Invariant($"{loan.Loan}: largest balance {loan.Largest.Value:N0} on {loan.Largest.On:uuuu-MM-dd}"));
Console.WriteLine(FormattableString.Invariant($"Lowest DSCR {headline.LowestDscr!.Value:0.00}x on {headline.LowestDscr.On:uuuu-MM-dd}"));
foreach (var breach in headline.Defaults) Console.WriteLine($"Event of default: {breach.Title}");
Console.WriteLine($"Checks: {headline.Checks.Length - headline.FailedChecks.Length} of {headline.Checks.Length} are zero");
Console.WriteLine(run.Passed);
