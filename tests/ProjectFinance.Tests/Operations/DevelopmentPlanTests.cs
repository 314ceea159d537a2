using ProjectFinance.Deals.Validation;
using ProjectFinance.Deals;
using ProjectFinance.Results;
using static ProjectFinance.Tests.Covenants.CovenantDeal;

namespace ProjectFinance.Tests.Operations;

/// <summary>Reserves and future net cash flow against the development plan, added up and discounted by hand.</summary>
public class DevelopmentPlanTests
{
    // Years of 12,000, 10,000 and 8,000 oz at USD 400, 5 % royalty after 10 an ounce, costs of 250 an ounce, and 300,000 of capital in 2001.
    static Deal Mine(string development, string production = "\"2001\": 12000, \"2002\": 10000, \"2003\": 8000", string covenants = "", string price = "400") => Deal.Parse($$"""
        {
          "name": "Mine", "closing": "2000-12-31", "end": "2003-12-31",
          "projects": [{
            "name": "Project", "production": { "unit": "oz", "amounts": { {{production}} } }, "price": "gold", "currency": "USD",
            "royalties": [{ "name": "Upland lease", "rate": "5%", "deductionPerUnit": "USD/oz 10" }],
            "operatingCosts": [{ "unitCost": { "name": "Mining", "perUnit": "USD/oz 250" } }],
            "capitalCosts": [{ "plannedCost": { "name": "Construction", "plan": { "unit": "USD", "amounts": { "2001": 300000 } } } }],
            "developmentPlan": {{development}}
          }],
          "accounts": [{ "name": "Account", "currency": "USD", "receipts": ["Project / Revenue"], "waterfall": [{ "pay": "Project / Royalty" }, { "pay": "Project / Operating costs" }, { "pay": "Project / Capital costs" }] }],
          "covenants": [{{covenants}}],
          "planning": { "prices": { "gold": "USD/oz {{price}}" } }
        }
        """);

    [Fact]
    public void Reserves_AtTheEndOfAColumn_AreWhatIsProducedLater()
    {
        var run = Mine("null").Run();
        Assert.Equal(30_000, run.At("Project / Reserves", "2000-12-31"), 1e-9);
        Assert.Equal(18_000, run.At("Project / Reserves", "2001-12-31"), 1e-9);
        // A quarter of 2003 is 92 of 365 days.
        Assert.Equal(8_000 * 92 / 365.0, run.At("Project / Reserves", "2003-09-30"), 1e-9);
        Assert.Equal(0, run.At("Project / Reserves", "2003-12-31"), 1e-9);
        Assert.Null(run.Model.TryFind("Project / Reserves, development plan"));
    }

    // An ounce leaves 400 - 5 % of 390 - 250 = 130.50; 30,000 oz leave 3,915,000, less 300,000 of capital.
    [Fact]
    public void FutureNetCashFlow_Undiscounted_IsTheSum()
    {
        var run = Mine("{}").Run();
        Assert.Equal(3_615_000, run.At("Project / Future net cash flow, development plan", "2000-12-31"), 1e-6);
        Assert.Equal(130.50 * 18_000, run.At("Project / Future net cash flow, development plan", "2001-12-31"), 1e-6);
        Assert.Equal(130.50 * 18_000, run.At("Project / Future net cash flow", "2001-12-31"), 1e-6);
        Assert.Equal(3_000_000, run.Values("Project / Operating costs, development plan")[1..5].ToArray().Sum(), 1e-6);
    }

    // The last quarter's flow, 8,000 x 92/365 x 130.50, is worth 1.10^(-92/365) of itself at the end of September 2003.
    [Fact]
    public void FutureNetCashFlow_Discounted_IsThePresentValue() => Assert.Equal(
        8_000 * 92 / 365.0 * 130.50 * Math.Pow(1.10, -92 / 365.0), Mine("""{ "rate": "10%" }""").Run().At("Project / Future net cash flow, development plan", "2003-09-30"), 1e-6);

    [Fact]
    public void DevelopmentPlan_WithTermsOfItsOwn_StandsWhateverTheProjectBecomes()
    {
        // The plan had 40,000 oz, costs of 200 and a price of 420, no capital: an ounce left 420 - 5 % of 410 - 200 = 199.50.
        var run = Mine("""
            { "production": { "unit": "oz", "amounts": { "2001": 20000, "2002": 20000 } }, "price": "USD/oz 420", "capitalCosts": [],
              "operatingCosts": [{ "unitCost": { "name": "Mining", "perUnit": "USD/oz 200" } }] }
            """).Run();
        Assert.Equal(40_000, run.At("Project / Reserves, development plan", "2000-12-31"), 1e-9);
        Assert.Equal(199.50 * 40_000, run.At("Project / Future net cash flow, development plan", "2000-12-31"), 1e-6);
        Assert.Equal(30_000, run.At("Project / Reserves", "2000-12-31"), 1e-9);
    }

    [Fact]
    public void DevelopmentPlan_WhenAScenarioChangesProduction_DoesNotMove()
    {
        var runner = new Runner(DealLayout.Lay(Mine("{}")).Model);
        var changes = runner.Inputs.Where(input => input.Name == "Project / Production").ToDictionary(input => input, input => input.Value / 2);
        var run = runner.Run(changes);
        Assert.Equal(15_000, run.At("Project / Reserves", "2000-12-31"), 1e-9);
        Assert.Equal(30_000, run.At("Project / Reserves, development plan", "2000-12-31"), 1e-9);
        Assert.Equal(3_615_000, run.At("Project / Future net cash flow, development plan", "2000-12-31"), 1e-6);
    }

    // Reserves or future net cash flow that decline materially from the plan: at the end of 2001 there are 14,000 oz of 18,000 to come, 77.8 %.
    [Theory]
    [InlineData("75%", false)]
    [InlineData("80%", true)]
    public void Decline_AgainstThePlan_IsAnOrdinaryCovenant(string share, bool breached)
    {
        var run = Mine("""{ "production": { "unit": "oz", "amounts": { "2001": 12000, "2002": 10000, "2003": 8000 } } }""", "\"2001\": 12000, \"2002\": 8000, \"2003\": 6000", $$"""
            { "name": "Reserves", "unit": "oz", "value": "Project / Reserves", "atLeast": { "percentOf": { "percent": "{{share}}", "of": "Project / Reserves, development plan" } }, "testDates": "2001-12-31" }
            """).Run();
        Assert.Equal(breached, run.At("Breaches / Reserves", "2001-12-31") != 0);
    }

    [Fact]
    public void DevelopmentPlan_ByFormula_FollowsTheLinesItNames()
    {
        var run = Mine("""{ "production": { "unit": "oz", "formula": { "productOf": ["2", "Project / Production"] } } }""").Run();
        Assert.Equal(60_000, run.At("Project / Reserves, development plan", "2000-12-31"), 1e-9);
    }

    [Theory]
    [InlineData("""{ "production": { "unit": "USD", "amounts": {} } }""", "the planned production is in 'USD'", "projects[0].developmentPlan.production.unit")]
    [InlineData("""{ "production": { "unit": "oz", "amounts": { "1999": 5 } } }""", "not after the closing", "projects[0].developmentPlan.production.amounts['1999']")]
    [InlineData("""{ "price": "USD 400" }""", "the planned price is in 'USD'", "projects[0].developmentPlan.price")]
    [InlineData("""{ "rate": "-100%" }""", "the discount rate is -100%", "projects[0].developmentPlan.rate")]
    [InlineData("""{ "operatingCosts": [{ "unitCost": { "name": "Mining", "perUnit": "USD 200" } }] }""", "the cost is in 'USD'", "projects[0].developmentPlan.operatingCosts[0].unitCost.perUnit")]
    public void DevelopmentPlan_ThatMakesNoSense_IsRefused(string development, string fact, string where)
    {
        var problem = string.Join("\n", Assert.Throws<InvalidInputException>(() => Mine(development)).Problems);
        Assert.Contains(fact, problem, StringComparison.Ordinal);
        Assert.Contains($"({where})", problem, StringComparison.Ordinal);
    }

    [Fact]
    public void DevelopmentPlan_WithoutAPrice_IsRefused()
    {
        var deal = Mine("{}") with { Planning = null };
        Assert.Contains("the development plan has no price", string.Join("\n", DealValidation.Problems(deal)), StringComparison.Ordinal);
    }
}
