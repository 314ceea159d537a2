using ProjectFinance.Results;

namespace ProjectFinance.Tests.Results;

/// <summary>
/// A loan of a year that can be computed by heart: USD 1,000,000 at 6 % + 2 % from 2000-12-31, interest each quarter on ACT/360, repaid at once on 2001-12-31. By hand:
/// days 90, 91, 92, 92; interest 20,000.00, 20,222.22, 20,444.44, 20,444.44, in all 1,000,000 x 8 % x 365/360 = 81,111.11; at 9 %: 22,500.00, 22,750.00, 23,000.00, 23,000.00, in all 91,250.00.
/// </summary>
static class ShortLoan
{
    public const string Json = """
        {
          "name": "A short loan",
          "closing": "2000-12-31",
          "end": "2001-12-31",
          "milestones": [{ "name": "Completion", "expected": "2001-06-30" }],
          "contributions": [{ "name": "Sponsor / Paid in", "currency": "USD", "payments": [{ "date": "2000-12-31", "amount": "USD 200,000" }] }],
          "facilities": [{
            "name": "Loan",
            "commitment": "USD 1,000,000",
            "interest": { "index": "LIBOR", "margin": "2%", "dates": { "every": { "step": "P3M", "first": "2001-03-31", "last": "2001-12-31" } } },
            "draws": { "advances": [{ "date": "2000-12-31", "amount": "USD 1,000,000" }] },
            "repayment": { "bullet": { "date": "2001-12-31" } },
            "businessDays": { "adjustInterest": false },
            "lookAheadMonths": [6],
            "sources": { "commitment": "Clause 2" }
          }],
          "accounts": [{
            "name": "Account",
            "currency": "USD",
            "receipts": ["Sponsor / Paid in"],
            "draws": ["Loan / Draw"],
            "waterfall": [{ "pay": "Loan / Interest" }, { "pay": "Loan / Principal" }]
          }],
          "planning": { "indices": { "LIBOR": "6%" } }
        }
        """;

    public const string Margin = "\"margin\": \"2%\"";
    public const string HigherMargin = "\"margin\": \"3%\"";

    /// <summary>The term sheet with one piece of text replaced.</summary>
    public static string With(string old, string with)
    {
        Assert.Contains(old, Json, StringComparison.Ordinal);
        return Json.Replace(old, with, StringComparison.Ordinal);
    }

    /// <summary>The loan and the loan with one piece of text replaced.</summary>
    public static DealComparison Compared(string old, string with) => DealComparison.Of(ComparedRun.Of(Deal.Parse(Json)), ComparedRun.Of(Deal.Parse(With(old, with))));
}
