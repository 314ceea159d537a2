using System.Collections.Immutable;
using NodaTime;
using ProjectFinance.Amounts;
using ProjectFinance.Covenants;
using ProjectFinance.Deals.Amending;
using ProjectFinance.Deals.Validation;
using ProjectFinance.Facilities;
using ProjectFinance.Monitoring;

namespace ProjectFinance.Deals;

/// <summary>Lays a deal out as lines: milestones, projects and contributions, loans, lines of the deal's own, accounts, ratios.</summary>
public static class DealLayout
{
    /// <summary>Lays a deal out.</summary>
    /// <param name="deal">The terms.</param>
    /// <param name="market">Rates and prices; where it has no series of a name, the deal's planning assumptions serve. The default is none.</param>
    /// <param name="asOf">The day at whose end rates, prices and amendments are known; later rates and prices are planned, later amendments unknown. The default is that all are known.</param>
    /// <param name="actuals">What really happened, which is locked: docs/actuals.md. The default is that nothing has yet.</param>
    /// <exception cref="InvalidInputException">The terms have problems, or what happened cannot be placed or contradicts itself; all at once.</exception>
    public static LaidOutDeal Lay(Deal deal, Market? market = null, LocalDate? asOf = null, Actuals? actuals = null)
    {
        ArgumentNullException.ThrowIfNull(deal);
        var amended = Amended.Of(deal, asOf);
        var wrong = DealValidation.Problems(deal).Concat(asOf is null || deal.Amendments.IsEmpty ? [] : DealValidation.Problems(amended)).Distinct().ToList();
        if (wrong.Count > 0) throw new InvalidInputException(wrong.Concat(actuals?.Unreadable ?? []));
        var given = deal;
        deal = amended.Deal;
        var gather = new Gather();
        var facts = actuals is null ? null : HistoryFacts.Of(actuals, asOf);
        var known = PlannedMarket.Of(deal, market ?? Market.Empty, asOf);
        var planned = known;
        if (facts is not null) known = facts.Fixed(known);
        gather.Add(MarketValidation.Problems(known));
        gather.Add(DealValidation.Problems(deal, known));
        if (gather.HasFound) gather.Add(actuals?.Unreadable ?? []);
        gather.Throw();
        NamedLines named;
        try
        {
            named = new NamedLines(deal, known);
            Complete(named);
        }
        catch (InvalidInputException found) { throw new InvalidInputException(amended.AsWritten(found.Problems)); }
        var history = facts is null ? null : HistoryLock.Of(named.Model, facts);
        return new LaidOutDeal(deal, amended.Amendments, known, named.Model, named.Loans) { AsOf = asOf, Given = given, History = history, Unfixed = planned };
    }

    /// <summary>
    /// Lines and obligations that the terms name and that do not exist; none where the terms do not even let the lines be named. What only market data can give is not missed here.
    /// </summary>
    internal static IEnumerable<Problem> NameProblems(Deal deal)
    {
        NamedLines named;
        try { named = new NamedLines(deal, PlannedMarket.Of(deal, Market.Empty, null)); }
        catch (InvalidInputException) { return []; }
        try { Complete(named); }
        catch (InvalidInputException found) { return found.Problems.Where(problem => !problem.IsOfMarket); }
        return [];
    }

    /// <summary>Gives formulas to the lines that refer to others by name, and adds the lines that refer to all.</summary>
    static void Complete(NamedLines named)
    {
        var (deal, model, loans) = (named.Deal, named.Model, named.Loans);
        var gather = new Gather();
        foreach (var action in named.Later) gather.Try(action);
        foreach (var (i, line) in named.Own.Index()) gather.Try(() => line.Is(AmountLines.Write(model, deal.Lines[i].Amount, $"lines[{i}].amount")));
        foreach (var (i, account) in named.Accounts.Index()) gather.Try(() => account.Complete($"accounts[{i}]"));
        foreach (var (i, facility) in deal.Facilities.Index())
            if (facility.Draws is DrawsAsNeeded need) gather.Try(() => AmountLines.Find(model, need.Fund, $"facilities[{i}].draws.asNeeded.fund"));
        gather.Throw();

        gather.Add(model.Obligations.Where(o => o.IsUnpaid).Select(o => new Problem(
            $"Obligation '{o.Name}'", "it stands in no waterfall, so nobody pays it", "add it to the waterfall of an account", "accounts")));
        if (deal.Ratios is { Facilities.Length: > 0 } ratios) gather.Try(() => Ratios(model, ratios, loans));
        gather.Try(named.Compliance.Complete);
        gather.Throw();
    }

    // A loan without maturity, or with one beyond the end, counts to the end.
    static void Ratios(Model model, CoverRatios terms, ImmutableArray<LoanCalendar> loans)
    {
        var counted = terms.Facilities.Select(name => loans.FirstOrDefault(loan => loan.Loan == name)).OfType<LoanCalendar>().ToList();
        if (counted.Count < terms.Facilities.Length) return;
        var end = model.Timeline.End;
        CoverRatioLines.Write(model, terms, [.. counted.Select(loan => loan.Closing)], counted.Max(loan => loan.Maturity < end ? loan.Maturity.Value : end),
            t => counted.Exists(loan => loan.InterestDates.Contains(t.End)));
    }
}
