using ProjectFinance.Deals;
using ProjectFinance.Scenarios;
using ProjectFinance.Tests.Results;
using static ProjectFinance.Tests.Monitoring.Happened;

namespace ProjectFinance.Tests.Scenarios;

/// <summary>Scenarios of a deal with history begin where it ends.</summary>
public class ScenarioStartTests
{
    static readonly LaidOutDeal WithHistory = DealLayout.Lay(Deal.Parse(ShortLoan.Json), actuals: Facts((March, InterestPaid, "19500")));

    static ScenarioTerms Terms(string process = """{ "hullWhite": { "speed": 0.1, "volatility": "1%" } }""", string from = "") =>
        ScenarioTerms.Parse($$"""{ "name": "Rates", {{from}} "factors": [{ "name": "rate", "targets": ["LIBOR"], "process": {{process}} }] }""");

    [Theory]
    [InlineData("")]
    [InlineData("\"from\": \"2000-12-31\",")]
    public void HistoryThatEndsLater_IsWhereTheyBegin(string from) => Assert.Equal(March, WithHistory.AfterHistory(Terms(from: from)).From);

    [Fact]
    public void LaterDayStated_Stands() => Assert.Equal(June, WithHistory.AfterHistory(Terms(from: "\"from\": \"2001-06-30\",")).From);

    [Fact]
    public void WithoutHistory_TermsStayAsTheyAre()
    {
        var terms = Terms();

        Assert.Same(terms, DealLayout.Lay(Deal.Parse(ShortLoan.Json)).AfterHistory(terms));
    }

    [Theory]
    [InlineData("""{ "vasicek": { "speed": 0.1, "level": "5%", "volatility": "1%", "start": "6%" } }""")]
    [InlineData("""{ "geometricBrownian": { "volatility": "10%", "drift": "1%", "start": "0.06" } }""")]
    public void StartStatedForADayOfHistory_IsRefused(string process)
    {
        var problem = Assert.Single(Assert.Throws<InvalidInputException>(() => WithHistory.AfterHistory(Terms(process))).Problems);

        Assert.Equal(("it states where its path begins, for 2000-12-31, and history is locked up to 2001-03-31", "factors[0].process"), (problem.Fact, problem.Where));
        Assert.Equal(March, WithHistory.AfterHistory(Terms(process, "\"from\": \"2001-03-31\",")).From);
    }

    [Fact]
    public void InputsOfHistory_AreNotDrawn_GivenOrNot()
    {
        // The rate of the second quarter is fixed on 29 March, and nothing is given of it.
        var drawn = new DrawnScenarios(WithHistory.Model, WithHistory.AfterHistory(Terms()));

        Assert.Equal([new(2001, 9, 30), new(2001, 12, 31)], drawn.Inputs.Select(cell => cell.Period!.End));
        Assert.Equal("all of it lies in history, which is locked", Assert.Single(Assert.Throws<InvalidInputException>(() => InputGroup.Find(WithHistory.Model, "Loan / LIBOR fixing@2001-06-30")).Problems).Fact);
    }

    [Fact]
    public void WhatIfInProgram_TakesActuals()
    {
        var deal = Deal.Parse(ShortLoan.Json);
        var facts = Facts((March, InterestPaid, "19500"));

        var plan = deal.Sensitivities($"total {InterestPaid}").Inputs.Single(input => input.Input.Name == "LIBOR");
        var after = deal.Sensitivities($"total {InterestPaid}", actuals: facts).Inputs.Single(input => input.Input.Name == "LIBOR");

        // Days 90, 91, 92 and 92 of which those of the third and fourth quarter may still move.
        Assert.Equal(1_000_000 * 365 / 360.0, plan.Derivative, 1e-6);
        Assert.Equal(1_000_000 * 184 / 360.0, after.Derivative, 1e-6);
    }
}
