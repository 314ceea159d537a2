using System.Globalization;
using NodaTime;

namespace ProjectFinance.Tests.Actus;

/// <summary>What must hold whatever the terms: the contracts at hand with other terms, against each other. Every run's checks are zero (<see cref="ActusEvents"/> looks at them).</summary>
public sealed class ActusPropertyTests
{
    public static TheoryData<string, string> Changes => new()
    {
        { "dayCountConvention", "A360" }, { "dayCountConvention", "AA" }, { "dayCountConvention", "28E336" }, { "dayCountConvention", "30E360ISDA" },
        { "businessDayConvention", "SCF" }, { "businessDayConvention", "SCMP" }, { "businessDayConvention", "CSF" }, { "businessDayConvention", "CSMP" }, { "endOfMonthConvention", "EOM" },
        { "interestCalculationBase", "NTIED" }, { "lifeCap", "0.085" }, { "lifeFloor", "0.09" }, { "periodCap", "0.001" }, { "periodFloor", "-0.001" }, { "nextResetRate", "0.07" },
        { "premiumDiscountAtIED", "-50" }, { "capitalizationEndDate", "2013-03-15T00:00:00" }, { "terminationDate", "2013-04-17T00:00:00" }, { "purchaseDate", "2013-02-17T00:00:00" },
    };

    [ActusTheory]
    [MemberData(nameof(Changes))]
    public void Contract_WithAnotherTerm_PassesItsChecks(string term, string value) => Assert.All(ActusFolder.Cases.Value.Values.Where(contract => IsYoung(contract) && !contract.Has("purchaseDate")), contract =>
    {
        var changed = With(contract, (term, value), ("calendar", "MF"));
        Assert.NotEmpty(ActusEvents.Of(changed));
    });

    [ActusFact]
    public void Contract_OfTheOtherSide_HasTheOppositeFlows() => Assert.All(ActusFolder.Cases.Value.Values.Where(contract => !contract.Has("purchaseDate") && !contract.Has("terminationDate")), contract =>
    {
        var (here, there) = (ActusEvents.Of(contract), ActusEvents.Of(With(contract, ("contractRole", contract.Word("contractRole") == "RPA" ? "RPL" : "RPA"))));
        Assert.Equal(here.Select(row => (row.Time, row.Type, -row.Payoff, -row.Notional, row.Rate)), there.Select(row => (row.Time, row.Type, row.Payoff, row.Notional, row.Rate)));
    });

    // A contract taken over in mid-life, with what was then outstanding at the rate of the time, goes on as before.
    [ActusFact]
    public void Contract_Restarted_HasTheSameLaterEvents() => Assert.All(ActusFolder.Cases.Value.Values.Where(CanRestart), contract =>
    {
        var restart = new LocalDateTime(2013, 6, 15, 0, 0);
        var all = ActusEvents.Of(contract);
        var (before, later) = (all.Last(row => row.Time < restart), all.Where(row => row.Time > restart).ToList());
        // Interest that has accrued at two rates is none of the terms.
        if (before.Accrued != 0) return;
        var again = ActusEvents.Of(With(contract, ("statusDate", "2013-06-15T00:00:00"), ("notionalPrincipal", Text(Math.Abs(before.Notional))), ("nominalInterestRate", Text(before.Rate))));

        Assert.Equal(later.Select(row => (row.Time, row.Type)), again.Select(row => (row.Time, row.Type)));
        // Written with seventeen digits; a few hundred operations.
        Assert.All(later.Zip(again), pair => Assert.Equal(pair.First.Payoff, pair.Second.Payoff, 1e-8));
    });

    // What is not among the terms of a restart: a lagged base, factors set before, interest that accrued long before, a sale, dates told from the first balance.
    static bool CanRestart(ActusCase contract) =>
        contract.Word("interestCalculationBase", "NT") == "NT" && !contract.Has("scalingEffect") && !contract.Has("capitalizationEndDate") && !contract.Has("purchaseDate") && !contract.Has("terminationDate")
        && !contract.Has("nextResetRate") && IsYoung(contract) && contract.Time("initialExchangeDate") > contract.Time("statusDate")
        && (contract.Has("maturityDate") || contract.Has("amortizationDate")) && contract.Expected.Any(row => row.Type == "IP" && row.Time < new LocalDateTime(2013, 6, 15, 0, 0));

    // Drawn about the beginning of 2013, before the dates named here.
    static bool IsYoung(ActusCase contract) => contract.Time("initialExchangeDate") < new LocalDateTime(2013, 2, 1, 0, 0);

    static string Text(double value) => value.ToString("R", CultureInfo.InvariantCulture);

    static ActusCase With(ActusCase contract, params (string Term, string Value)[] changes)
    {
        var terms = new Dictionary<string, string>(contract.Terms);
        foreach (var (term, value) in changes) terms[term] = value;
        return contract with { Terms = terms };
    }
}
