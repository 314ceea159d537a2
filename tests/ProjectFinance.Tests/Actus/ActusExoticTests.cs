using System.Text.Json;

namespace ProjectFinance.Tests.Actus;

/// <summary>
/// Contract types of which no vectors are at hand, mapped by the public specification: exotic linear amortisers (LAX), demand loans (CLM) and loans of undefined maturity (UMP). The terms are
/// our own; the events are worked out by hand, USD 1,000 bearing 3 % a quarter of 30E/360.
/// </summary>
public sealed class ActusExoticTests
{
    const string Common = """
        "contractRole": "RPA", "statusDate": "2019-12-31T00:00:00", "initialExchangeDate": "2020-01-01T00:00:00", "notionalPrincipal": "1000", "nominalInterestRate": "0.12", "dayCountConvention": "30E360"
        """;

    [Fact]
    public void Lax_WithArraysOfDrawsRepaymentsAndRates_FollowsThem() => Agree("""
        "contractType": "LAX", "maturityDate": "2021-04-01T00:00:00",
        "arrayCycleAnchorDateOfPrincipalRedemption": ["2020-04-01T00:00:00", "2020-10-01T00:00:00"], "arrayCycleOfPrincipalRedemption": ["P3ML1", "P3ML1"],
        "arrayNextPrincipalRedemptionPayment": ["100", "300"], "arrayIncreaseDecrease": ["INC", "DEC"],
        "arrayCycleAnchorDateOfInterestPayment": ["2020-04-01T00:00:00"], "arrayCycleOfInterestPayment": ["P3ML1"],
        "arrayCycleAnchorDateOfRateReset": ["2020-07-01T00:00:00"], "arrayCycleOfRateReset": ["P1YL1"], "arrayRate": ["0.08"], "arrayFixedVariable": ["F"]
        """, "", "",
        "2020-01-01 IED -1000 1000 0.12 0",
        "2020-04-01 PI -100 1100 0.12 30", "2020-04-01 IP 30 1100 0.12 0",
        "2020-07-01 PI -100 1200 0.12 33", "2020-07-01 IP 33 1200 0.12 0", "2020-07-01 RRF 0 1200 0.08 0",
        "2020-10-01 PR 300 900 0.08 24", "2020-10-01 IP 24 900 0.08 0",
        "2021-01-01 PR 300 600 0.08 18", "2021-01-01 IP 18 600 0.08 0",
        "2021-04-01 IP 12 600 0.08 0", "2021-04-01 MD 600 0 0.08 0");

    [Fact]
    public void Lax_WithoutMaturity_EndsWhenItIsRepaid() => Agree("""
        "contractType": "LAX",
        "arrayCycleAnchorDateOfPrincipalRedemption": ["2020-04-01T00:00:00"], "arrayCycleOfPrincipalRedemption": ["P3ML1"], "arrayNextPrincipalRedemptionPayment": ["500"], "arrayIncreaseDecrease": ["DEC"],
        "arrayCycleAnchorDateOfInterestPayment": ["2020-04-01T00:00:00"], "arrayCycleOfInterestPayment": ["P3ML1"]
        """, "", "",
        "2020-01-01 IED -1000 1000 0.12 0",
        "2020-04-01 PR 500 500 0.12 30", "2020-04-01 IP 30 500 0.12 0",
        "2020-07-01 IP 15 500 0.12 0", "2020-07-01 MD 500 0 0.12 0");

    [Fact]
    public void Clm_Called_PaysWhatWasCapitalisedAndInterestSince() => Agree("""
        "contractType": "CLM", "cycleAnchorDateOfInterestPayment": "2020-04-01T00:00:00", "cycleOfInterestPayment": "P3ML1"
        """, "", """{ "time": "2020-07-16T00:00:00", "type": "XD", "value": "0" }""",
        "2020-01-01 IED -1000 1000 0.12 0",
        "2020-04-01 IPCI 0 1030 0.12 0", "2020-07-01 IPCI 0 1060.9 0.12 0",
        // 15 days: 1,060.90 x 12 % x 15/360.
        "2020-07-16 IP 5.3045 1060.9 0.12 0", "2020-07-16 MD 1060.9 0 0.12 0");

    [Fact]
    public void Ump_WithAnObservedRepayment_GoesOnWithoutAnEnd() => Agree("""
        "contractType": "UMP", "cycleAnchorDateOfInterestPayment": "2020-04-01T00:00:00", "cycleOfInterestPayment": "P3ML1"
        """, "2020-10-01T00:00:00", """{ "time": "2020-07-01T00:00:00", "type": "PR", "value": "300" }""",
        "2020-01-01 IED -1000 1000 0.12 0",
        "2020-04-01 IPCI 0 1030 0.12 0",
        "2020-07-01 PR 300 730 0.12 30.9", "2020-07-01 IPCI 0 760.9 0.12 0",
        "2020-10-01 IPCI 0 783.727 0.12 0");

    static void Agree(string terms, string to, string observed, params string[] expected)
    {
        using var written = JsonDocument.Parse($$"""{ "terms": { {{Common}}, {{terms}} }, "to": "{{to}}", "dataObserved": {}, "eventsObserved": [{{observed}}], "results": [] }""");
        var found = ActusEvents.Of(ActusCase.Read("test", written.RootElement));

        Assert.Equal(expected, found.Select(row => FormattableString.Invariant(
            $"{row.Time:uuuu-MM-dd} {row.Type} {Rounded(row.Payoff)} {Rounded(row.Notional)} {Rounded(row.Rate)} {Rounded(row.Accrued)}")));
    }

    // Figures of a few decimals; and no negative zero.
    static double Rounded(double value) => Math.Round(value, 9) + 0.0;
}
