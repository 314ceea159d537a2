namespace ProjectFinance.Tests.Reporting;

/// <summary>A term sheet of two years whose statement fits on a page.</summary>
static class SmallDeal
{
    public static Deal Terms { get; } = Deal.Parse("""
        {
          "name": "A small mine",
          "closing": "2000-12-31",
          "end": "2002-12-31",
          "milestones": [{ "name": "Completion", "expected": "2001-06-30", "longstop": "2001-03-31" }],
          "projects": [{
            "name": "Project",
            "production": { "unit": "oz", "amounts": { "2001-H2": 4000, "2002": 8000 } },
            "price": "gold",
            "currency": "USD",
            "royalties": [{ "name": "Lease", "rate": "5%" }],
            "operatingCosts": [{ "unitCost": { "name": "Mining", "perUnit": "USD/oz 150" } }, { "unitCost": { "name": "Hauling", "perUnit": "USD/oz 20" } }],
            "capitalCosts": [{ "plannedCost": { "name": "Construction", "plan": { "unit": "USD", "amounts": { "2001-Q1": 600000, "2001-Q2": 200000 } } } }]
          }],
          "contributions": [{ "name": "Sponsor / Equity contribution", "currency": "USD", "payments": [{ "date": "2000-12-31", "amount": "USD 250,000" }] }],
          "facilities": [{
            "name": "Project loan",
            "commitment": "USD 800,000",
            "interest": {
              "index": "USD LIBOR 3M",
              "margin": { "initial": "2%", "changes": [{ "on": "Completion", "to": "1.5%" }] },
              "dates": { "every": { "step": "P3M", "first": "2001-03-31", "last": "2002-09-30" } }
            },
            "draws": { "asNeeded": { "fund": "Proceeds Account / Funding need", "lastDate": "2001-06-30" } },
            "fees": [{ "establishmentFee": { "amount": "USD 8,000" } }, { "commitmentFee": { "rate": "0.5%" } }],
            "repayment": { "equalPrincipal": { "dates": { "onDates": ["2001-12-31", "2002-03-31", "2002-06-30", "2002-09-30"] } } },
            "businessDays": { "adjustInterest": false }
          }],
          "accounts": [{
            "name": "Proceeds Account",
            "currency": "USD",
            "receipts": ["Project / Revenue", "Sponsor / Equity contribution"],
            "draws": ["Project loan / Draw"],
            "minimumBalance": "USD 50,000",
            "waterfall": [
              { "pay": "Project / Royalty" }, { "pay": "Project / Operating costs" }, { "pay": "Project / Capital costs" },
              { "pay": "Project loan / Establishment fee" }, { "pay": "Project loan / Commitment fee" }, { "pay": "Project loan / Interest" },
              { "pay": "Project loan / Principal", "drawsMayFund": false }
            ],
            "distribution": { "afterMilestone": "Completion" }
          }],
          "ratios": { "cashFlow": "Project / Net cash flow", "facilities": ["Project loan"], "from": "2001-06-30", "production": "Project / Production", "equity": ["Sponsor / Equity contribution"] },
          "planning": { "indices": { "USD LIBOR 3M": "6%" }, "prices": { "gold": "USD/oz 280" } }
        }
        """);
}
