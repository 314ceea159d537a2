#:project ../src/ProjectFinance/ProjectFinance.csproj
#:property PublishAot=false

// A facility the library does not have: a working capital line that the Company draws while the deal's project has negative cash flow, repaid first out of what comes in.
// Its lines stand beside those of the deal, are checked, explained and run with them.
// dotnet run samples/own-facility.cs
using NodaTime;
using ProjectFinance;
using ProjectFinance.Deals;
using ProjectFinance.Reporting;
using ProjectFinance.Results;
using ProjectFinance.Time;
using static ProjectFinance.Formula;
using static ProjectFinance.Units;

var deal = DealLayout.Lay(Deal.Read("seeds/illinois-creek-1996-07.json"));
var model = deal.Model;
var flow = model.Find("Project / Net cash flow");
var limit = model.Parameter("Working capital / Limit", 3_000_000 * Usd, "our own term sheet, clause 2");

var closing = model.Declare("Working capital / Closing balance", Usd, LineKind.Level);
var opening = model.Line("Working capital / Opening balance", Usd, t => closing.Previous(t, 0 * Usd), LineKind.Opening);
var interest = model.Line("Working capital / Interest", Usd, t => opening[t] * 0.09 * t.YearFraction(DayCounts.Actual360), source: "9 %, ACT/360, paid by the Company: clause 3");
var draw = model.Line("Working capital / Draw", Usd, t => Min(NotNegative(-flow[t]), NotNegative(limit.Formula - opening[t])), source: "clause 2");
var repaid = model.Line("Working capital / Repaid", Usd, t => Min(opening[t], NotNegative(flow[t])), source: "clause 4: first out of what comes in");
closing.Is(t => opening[t] + draw[t] - repaid[t]);
model.Check("Checks / Working capital: within its limit", Usd, t => NotNegative(closing[t] - limit.Formula));

var run = new Runner(model).Run();
foreach (var t in model.Periods.Where(t => run[draw, t] > 0 || run[repaid, t] > 0))
    Console.WriteLine(FormattableString.Invariant($"{t.End:uuuu-MM-dd} drawn {run[draw, t],12:N2} repaid {run[repaid, t],12:N2} balance {run[closing, t],12:N2}"));
Console.Write(ExplanationText.Write(run.Explain(repaid.Name, new LocalDate(1997, 3, 31))));
Console.WriteLine(run.Passed);
