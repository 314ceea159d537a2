using NodaTime;
using ProjectFinance.Deals;
using ProjectFinance.Results;

namespace ProjectFinance.Tests.Deals;

/// <summary>
/// A bank loan drawn under a commitment and an equipment loan by its own schedule, over four quarters of 90 days each. By hand: the bank's 1,000,000 bears 2 % a quarter, 20,000, and is repaid on
/// 31 December 2001; the equipment's 400,000 bears 3 % a quarter and is repaid 100,000 a quarter, so that 112,000, 109,000, 106,000 and 103,000 fall due. Debt service of both: 132,000,
/// 129,000, 126,000 and 1,123,000; paid in are twice as much, except 126,000 in the third quarter.
/// </summary>
static class TwoKindsOfLoan
{
    public const string Bank = "Bank loan";
    public const string Equipment = "Equipment loan";
    public const string FirstPayment = "{ \"date\": \"2001-03-31\", \"amount\": \"USD 264,000\" }";
    public const string RatioLoans = "[\"Equipment loan\", \"Bank loan\"]";
    public const string Defaults = "\"defaults\": {}";

    public const string Json = """
        {
          "name": "Two kinds of loan", "closing": "2000-12-31", "end": "2001-12-31", "step": "quarter",
          "contributions": [{ "name": "Sponsor / Paid in", "currency": "USD", "payments": [
            { "date": "2001-03-31", "amount": "USD 264,000" }, { "date": "2001-06-30", "amount": "USD 258,000" }, { "date": "2001-09-30", "amount": "USD 126,000" }, { "date": "2001-12-31", "amount": "USD 2,246,000" }] }],
          "obligations": [{ "name": "Plant / Price", "currency": "USD", "payments": [{ "date": "2000-12-31", "amount": "USD 1,400,000" }] }],
          "facilities": [{
            "name": "Bank loan", "commitment": "USD 1,000,000",
            "interest": { "index": "LIBOR", "margin": "2%", "dayCount": "30E/360", "dates": { "every": { "step": "P3M", "first": "2001-03-31", "last": "2001-12-31" } } },
            "draws": { "advances": [{ "date": "2000-12-31", "amount": "USD 1,000,000" }] },
            "repayment": { "bullet": { "date": "2001-12-31" } },
            "businessDays": { "calendars": ["None"] }
          }],
          "scheduledLoans": [{
            "name": "Equipment loan", "principal": "USD 400,000", "drawn": "2000-12-31", "maturity": "2001-12-31",
            "interest": { "rate": "12%", "dayCount": "30E/360", "dates": { "every": { "step": "P3M", "first": "2001-03-31", "last": "2001-12-31" } } },
            "amortisation": { "levelPrincipal": { "dates": { "every": { "step": "P3M", "first": "2001-03-31", "last": "2001-09-30" } } } },
            "businessDays": { "calendars": ["None"] }
          }],
          "accounts": [{
            "name": "Account", "currency": "USD", "receipts": ["Sponsor / Paid in"], "draws": ["Bank loan / Draw", "Equipment loan / Draw"],
            "waterfall": [{ "pay": "Plant / Price" }, { "pay": "Bank loan / Interest" }, { "pay": "Equipment loan / Interest" }, { "pay": "Bank loan / Principal" }, { "pay": "Equipment loan / Principal" }]
          }],
          "security": [{ "name": "Pledge", "kind": "pledge", "obligor": "the Company", "loans": ["Bank loan", "Equipment loan"] }],
          "ratios": { "cashFlow": "Sponsor / Paid in", "facilities": ["Equipment loan", "Bank loan"], "from": "2000-12-31", "lookBackMonths": 3 },
          "defaults": {},
          "planning": { "indices": { "LIBOR": "6%" } }
        }
        """;

    public static LocalDate First { get; } = new(2001, 3, 31);

    public static LocalDate Second { get; } = new(2001, 6, 30);

    public static LocalDate Third { get; } = new(2001, 9, 30);

    public static LocalDate Fourth { get; } = new(2001, 12, 31);

    /// <summary>The term sheet with pieces of text replaced.</summary>
    public static string With(params ReadOnlySpan<(string Old, string New)> pieces)
    {
        var json = Json;
        foreach (var (old, with) in pieces)
        {
            Assert.Contains(old, json, StringComparison.Ordinal);
            json = json.Replace(old, with, StringComparison.Ordinal);
        }
        return json;
    }

    /// <summary>Computes a deal, whose checks must hold.</summary>
    public static (LaidOutDeal Deal, Run Run) Run(string json)
    {
        var deal = DealLayout.Lay(Deal.Parse(json));
        var run = new Runner(deal.Model).Run();
        Assert.All(run.Checks, check => Assert.True(check.Passed, $"{check.Name} is off by {check.Largest} in {check.At}"));
        return (deal, run);
    }

    /// <summary>The value of a line in the column that ends on a date.</summary>
    public static double On(this Run run, string line, LocalDate date) => run[line, run.Model.Timeline.EndingOn(date)];
}
