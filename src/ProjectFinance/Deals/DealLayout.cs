using System.Collections.Immutable;
using NodaTime;
using ProjectFinance.Accounts;
using ProjectFinance.Amounts;
using ProjectFinance.Covenants;
using ProjectFinance.Facilities;
using ProjectFinance.Operations;

namespace ProjectFinance.Deals;

/// <summary>Lays a deal out as lines: milestones, projects and contributions, loans, lines of the deal's own, accounts, ratios.</summary>
public static class DealLayout
{
    /// <summary>Lays a deal out.</summary>
    /// <param name="deal">The terms.</param>
    /// <param name="market">Rates and prices; where it has no series of a name, the deal's planning assumptions serve. The default is none.</param>
    /// <param name="asOf">The day at whose end rates and prices are known; later ones are planned, not known. The default is that all are.</param>
    /// <exception cref="InvalidInputException">The terms have problems; all at once.</exception>
    public static LaidOutDeal Lay(Deal deal, Market? market = null, LocalDate? asOf = null)
    {
        ArgumentNullException.ThrowIfNull(deal);
        var gather = new Gather();
        gather.Add(DealValidation.Problems(deal));
        gather.Throw();

        var known = PlannedMarket.Of(deal, market ?? Market.Empty, asOf);
        gather.Add(MarketValidation.Problems(known));
        gather.Add(DealValidation.Problems(deal, known));
        gather.Throw();

        var model = new Model(DealTimeline.Of(deal));
        foreach (var milestone in deal.Milestones) MilestoneLines.Write(model, milestone);
        var later = new List<Action>();
        foreach (var (i, project) in deal.Projects.Index()) gather.Try(() => ProjectLines.Write(model, project, known, $"projects[{i}]", later));
        foreach (var contribution in deal.Contributions) ContributionLines.Write(model, contribution);
        var loans = ImmutableArray.CreateBuilder<LoanCalendar>();
        var draws = new Dictionary<string, List<Line>>(StringComparer.Ordinal);
        foreach (var facility in deal.Facilities) gather.Try(() =>
        {
            if (!draws.TryGetValue(facility.Draws.Fund, out var before)) draws.Add(facility.Draws.Fund, before = []);
            var loan = TermLoanLines.Write(model, facility, known, [.. before]);
            before.Add(loan.Draw);
            loans.Add(Calendar(loan));
        });
        gather.Throw();

        var own = deal.Lines.Select(line => model.Declare(line.Name, line.Unit, line.Kind, line.Source)).ToList();
        var accounts = deal.Accounts.Select(account => AccountLines.Declare(model, account)).ToList();
        foreach (var action in later) gather.Try(action);
        foreach (var (i, line) in own.Index()) gather.Try(() => line.Is(AmountLines.Write(model, deal.Lines[i].Amount, $"lines[{i}].amount")));
        foreach (var (i, account) in accounts.Index()) gather.Try(() => account.Complete($"accounts[{i}]"));
        foreach (var (i, facility) in deal.Facilities.Index()) gather.Try(() => AmountLines.Find(model, facility.Draws.Fund, $"facilities[{i}].draws.fund"));
        gather.Throw();

        gather.Add(model.Obligations.Where(o => o.IsUnpaid).Select(o => new Problem(
            $"Obligation '{o.Name}'", "it stands in no waterfall, so nobody pays it", "add it to the waterfall of an account", "accounts")));
        if (deal.Ratios is { } ratios && loans.Count > 0) gather.Try(() => CoverRatioLines.Write(model, ratios, loans.Max(l => l.Maturity),
            t => loans.Any(l => ratios.Facilities.Contains(l.Loan) && l.InterestDates.Contains(t.End))));
        gather.Throw();
        BreachLines.Write(model, deal);
        return new LaidOutDeal(deal, known, model, loans.ToImmutable());
    }

    static LoanCalendar Calendar(TermLoanLines loan) =>
        new(loan.Terms.Name, loan.Currency, loan.Dates.InterestEnds, loan.Dates.Instalments, loan.Dates.Settlements);
}
