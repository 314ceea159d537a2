using ProjectFinance.Amounts;
using ProjectFinance.Deals;
using ProjectFinance.Operations;
using ProjectFinance.Results;
using ProjectFinance.Tests.Oracle;

namespace ProjectFinance.Tests.Operations;

/// <summary>Production, price and costs written as formulas instead of tables.</summary>
public class PlanTests
{
    static readonly Deal Terms = OracleDeal.Terms(OracleScenarios.OnTime);
    static readonly Market Market = OracleDeal.Market(OracleScenarios.OnTime);

    // An identity: the same price as a line of the deal, and the same cost as a formula, give the same deal. On time, gold is 385 throughout.
    [Fact]
    public void PriceAndCostAsFormulas_ThatSayTheSame_ChangeNothing()
    {
        var project = Terms.Projects[0];
        var byFormula = Terms with
        {
            Projects = [project with
            {
                Price = "Hedging / Price",
                OperatingCosts = [FormulaCost(new ProductOf([new LineAmount("Project / Production"), Stated("USD/oz 218")])), project.OperatingCosts[1]],
            }],
            Lines = [new() { Name = "Hedging / Price", Unit = Unit.Parse("USD/oz"), Kind = LineKind.Level, Amount = Stated("USD/oz 385") }],
        };

        var expected = Terms.Run(Market);
        var run = byFormula.Run(Market);

        Assert.True(run.Passed);
        foreach (var line in (string[])["Project / Revenue", "Project / Operating costs", "Project loan / Draw", "Proceeds Account / Distribution", "Ratios / LLCR"])
            Assert.Equal(expected.Values(line).ToArray(), run.Values(line).ToArray(), (a, b) => a.Equals(b) || Math.Abs(a - b) < 1e-6);
        Assert.Equal(385, run["Project / Price", run.Model.Periods[^1]]);
    }

    // 60,000 oz by the table and another tenth of it by formula: 1.1 times the table.
    [Fact]
    public void Production_ByCalendarAndFormula_AddsUp()
    {
        var terms = Terms with
        {
            Projects = [Terms.Projects[0] with { Production = Terms.Projects[0].Production with { Formula = new PercentOf(0.10, new LineAmount("Project / Production, by calendar")) } }],
        };

        var plain = Terms.Run(Market);
        var run = terms.Run(Market);

        foreach (var t in run.Model.Periods)
            Assert.Equal(1.1 * plain["Project / Production", t], run["Project / Production", t], 1e-9);
    }

    [Fact]
    public void Formulas_OnLinesThatDoNotExist_AreAllReportedWithTheirPlace()
    {
        var terms = Terms with
        {
            Projects = [Terms.Projects[0] with { Price = "Hedging / Prise", OperatingCosts = [FormulaCost(new LineAmount("Project / Revenu"))] }],
        };

        var found = Assert.Throws<InvalidInputException>(() => DealLayout.Lay(terms, Market));

        Assert.Contains(found.Problems, p => p.Where == "projects[0].price" && p.Subject == "Line 'Hedging / Prise'");
        Assert.Contains(found.Problems, p => p.Where == "projects[0].operatingCosts[0].plannedCost.plan.formula" && p.Allowed.Contains("Project / Revenue", StringComparison.Ordinal));
    }

    [Fact]
    public void Formula_WrittenAsJson_ReadsBack()
    {
        var terms = Terms with { Projects = [Terms.Projects[0] with { OperatingCosts = [FormulaCost(new PercentOf(0.02, new LineAmount("Project / Revenue")))] }] };

        var json = terms.ToJson();

        Assert.Equal(json, Deal.Parse(json).ToJson());
        Assert.Contains("\"formula\"", json, StringComparison.Ordinal);
    }

    static PlannedCost FormulaCost(Amount formula) => new(new Plan { Unit = Units.Usd, Formula = formula }) { Name = "by formula" };

    static StatedAmount Stated(string amount) => new(Quantity.Parse(amount));
}
