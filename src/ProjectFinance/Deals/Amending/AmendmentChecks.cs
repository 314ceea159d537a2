using System.Collections.Immutable;
using ProjectFinance.Deals.Json;
using ProjectFinance.Rates;
using ProjectFinance.Time;

namespace ProjectFinance.Deals.Amending;

/// <summary>Whether amendments make sense by themselves: dates, names, and no two of one day that set the same term differently.</summary>
static class AmendmentChecks
{
    /// <summary>What is wrong with some of the amendments of a deal, given by their places in its list.</summary>
    internal static IEnumerable<Problem> Problems(Deal deal, ImmutableArray<int> which) =>
        [.. which.Order().SelectMany(i => Of(deal, i)), .. Contradictions(deal, which)];

    static IEnumerable<Problem> Of(Deal deal, int i)
    {
        var amendment = deal.Amendments[i];
        var (subject, where) = ($"Amendment '{amendment.Name}'", $"amendments[{i}]");
        if (string.IsNullOrWhiteSpace(amendment.Name)) yield return new("Amendment", "the name is empty", "a name must be given", $"{where}.name");
        else if (deal.Amendments.Index().FirstOrDefault(other => other.Item.Name == amendment.Name) is var first && first.Index < i)
            yield return new(subject, $"the name is already that of amendments[{first.Index}].name", "each must have a name of its own", $"{where}.name");
        if (amendment.Effective < deal.Closing)
            yield return new(subject, $"the effective date {amendment.Effective.Iso()} is before the closing {deal.Closing.Iso()}", "it must fall on or after it", $"{where}.effective");
    }

    static IEnumerable<Problem> Contradictions(Deal deal, ImmutableArray<int> which)
    {
        var set = new Dictionary<(NodaTime.LocalDate, string), (string Value, Amendment By)>();
        foreach (var amendment in which.Select(i => (Place: i, Terms: deal.Amendments[i])).OrderBy(x => x.Terms.Name, StringComparer.Ordinal))
        foreach (var (i, change) in amendment.Terms.Changes.Index())
        foreach (var (term, value) in Set(change))
        {
            if (set.TryAdd((amendment.Terms.Effective, term), (value, amendment.Terms)) || set[(amendment.Terms.Effective, term)] is var other && other.Value == value) continue;
            yield return new($"Amendment '{amendment.Terms.Name}'", $"it sets the {term} on {amendment.Terms.Effective.Iso()}, which '{other.By.Name}' sets otherwise on the same day",
                "amendments of one day must agree; give one of them another effective date, or leave one out", $"amendments[{amendment.Place}].changes[{i}].{AmendmentShape.KeyOf(change)}");
        }
    }

    // What a change sets, and to what, as text that is the same for the same terms.
    static IEnumerable<(string Term, string Value)> Set(Change change) => change switch
    {
        CommitmentChange x => [($"commitment of '{x.Facility}'", SteppedShape.Quantity.Text(x.To))],
        MarginAmendment x => [($"margin of '{x.Facility}'", SteppedShape.Percentage.Text(x.To))],
        DrawPeriodChange x => [($"draw period of '{x.Facility}'", $"{x.LastDate.Iso()} {x.UntilMilestone}")],
        ExpectedDateChange x => [($"expected date of '{x.Milestone}'", $"{x.Date?.Iso()}")],
        LongstopChange x => [($"longstop of '{x.Milestone}'", $"{x.Date?.Iso()}")],
        MilestoneTestChange x => [($"test of '{x.Milestone}'", TestShape.Shape.Text(x.Test))],
        PlanChange x =>
        [
            .. Given($"production of '{x.Project}'", x.Production, PlanShape.Shape.Text),
            .. Given($"operating costs of '{x.Project}'", x.OperatingCosts, ProjectShape.AllCosts.Text),
            .. Given($"capital costs of '{x.Project}'", x.CapitalCosts, ProjectShape.AllCosts.Text),
        ],
        ConversionPriceChange x => [($"conversion price of '{x.Facility}'", SteppedShape.Quantity.Text(x.To))],
        ReschedulingChange x => [($"repayment of '{x.Facility}'", LaterChangeShape.Rescheduling.Text(x))],
        PrepaymentChange x => [($"prepayment '{x.Prepayment.Name}' of '{x.Facility}'", LaterLifeShape.Prepayment.Text(x.Prepayment with { Source = "" }))],
        SweepChange x => [($"sweep of '{x.Facility}'", LaterLifeShape.Sweep.Text(x.Sweep with { Source = "" }))],
        ConversionElectionChange x =>
        [
            .. Given($"conversion of '{x.Facility}'", x.Election, RedenominationShape.Election.Text),
            .. Given($"conversion back of '{x.Facility}'", x.Back, RedenominationShape.Election.Text),
        ],
        ScheduledLoanAmendment x => ScheduledLoanChanges.Texts(x.To).Select(given => ($"{given.Noun} of '{x.Loan}'", given.Text)),
        UndertakingChange x => x.Done.Select(done => ($"'{x.Undertaking}' due {done.Key.Iso()}", $"{done.Value?.Iso()}")),
        HedgeChange x =>
        [
            .. x.Trades.Select(trade => ($"trade '{trade.Name}' of '{x.Book}'", HedgeTradeShape.Shape.Text(trade with { Source = "" }))),
            .. x.CloseOuts.Select(closeOut => ($"close-out '{closeOut.Name}' of '{x.Book}'", HedgeShape.CloseOut.Text(closeOut with { Source = "" }))),
        ],
        ShareChange x => x.Issues.Select(issue => ($"issue '{issue.Name}' of '{x.Company}'", ShareCapitalShape.Issue.Text(issue with { Source = "" }))),
        ContributionChange x =>
        [
            .. Given($"payments of '{x.Contribution}'", x.Payments, Leaf.Array(DatedAmountShape.Shape).Text),
            .. Given($"what was paid of '{x.Contribution}'", x.Paid, Leaf.Array(DatedAmountShape.Shape).Text),
        ],
        ObligationChange x =>
        [
            .. Given($"payments of '{x.Obligation}'", x.Payments, Leaf.Array(DatedAmountShape.Shape).Text),
            .. Given($"plan of '{x.Obligation}'", x.Plan, PlanShape.Shape.Text),
        ],
        AccountAmendment x =>
        [
            .. AccountChanges.Texts(AccountChanges.From(x, default)).Select(field => ($"{field.Noun} of '{x.Account}'", field.Text)),
            .. x.Pays.Select(placed => ($"place of '{placed.Payment.Pay}' in '{x.Account}'", $"{AccountShape.Place.Text(placed.Payment)} {placed.Before}")),
            .. x.PaysNoLonger.Select(name => ($"place of '{name}' in '{x.Account}'", "none")),
            .. x.Receives.Select(name => ($"receipt of '{name}' by '{x.Account}'", "received")),
            .. x.ReceivesNoLonger.Select(name => ($"receipt of '{name}' by '{x.Account}'", "not received")),
        ],
        LineChange x => [($"amount of '{x.Line}'", AmountShape.Shape.Text(x.Amount))],
        PlanningChange x =>
        [
            .. x.Planning.Indices.Select(index => ($"planned index '{index.Key}'", Leaf.Percentage.Text(index.Value))),
            .. x.Planning.Prices.Select(price => ($"planned price '{price.Key}'", Leaf.Quantity.Text(price.Value))),
        ],
        EndChange x => [("end of the deal", x.Date.Iso())],
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    static IEnumerable<(string, string)> Given<T>(string term, T? value, Func<T, bool, string> text) where T : class => value is null ? [] : [(term, text(value, false))];

    static IEnumerable<(string, string)> Given<T>(string term, T? value, Func<T, bool, string> text) where T : struct => value is { } given ? [(term, text(given, false))] : [];
}
