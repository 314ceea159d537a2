#:project ../src/ProjectFinance/ProjectFinance.csproj
#:property PublishAot=false

// What would the loan have cost at another margin, with a larger commitment, with a later Completion? Terms are records: change what you like, run again.
// dotnet run samples/change-terms.cs
using NodaTime;
using ProjectFinance;
using ProjectFinance.Facilities;
using ProjectFinance.Rates;
using ProjectFinance.Results;

var market = Market.Read("seeds/market-1996-2001.json");
var signed = Deal.Read("seeds/illinois-creek-1996-07.json");

Print("as signed", signed);
Print("margin 3 %", Changed(signed, loan => loan with { Interest = loan.Interest with { Margin = new(0.03) } }));
Print("commitment USD 22 million", Changed(signed, loan => loan with { Commitment = 22_000_000 * Units.Usd }));
Print("Completion half a year later", signed with
{
    Milestones = [.. signed.Milestones.Select(milestone => milestone.Name == "Completion" ? milestone with { Expected = milestone.Expected!.Value + NodaTime.Period.FromMonths(6) } : milestone)],
});

void Print(string what, Deal deal)
{
    var run = deal.Run(market);
    double interest = run.Values("Project loan / Interest paid").ToArray().Sum(), left = run.Values("Project loan / Closing balance")[^1];
    Console.WriteLine(FormattableString.Invariant($"{what,-30} interest paid {interest,12:N0}   left unpaid {left,12:N0}   checks {(run.Passed ? "zero" : "NOT zero")}"));
}

static Deal Changed(Deal deal, Func<TermLoan, TermLoan> change) => deal with
{
    Facilities = [.. deal.Facilities.Select(loan => loan.Name == "Project loan" ? change(loan) : loan)],
};
