using System.Collections.Immutable;
using ProjectFinance.Accounts;
using ProjectFinance.Covenants;
using ProjectFinance.Equity;
using ProjectFinance.Facilities;
using ProjectFinance.Hedges;
using ProjectFinance.Operations;

namespace ProjectFinance.Deals;

/// <summary>A deal whose lines all have their names, so that any may refer to any; some still want their formulas.</summary>
sealed class NamedLines
{
    /// <summary>Writes milestones, projects, contributions, shares, loans and hedges, and the names of the deal's own lines and of its accounts.</summary>
    /// <param name="deal">The terms.</param>
    /// <param name="market">Where fixings and prices come from.</param>
    /// <exception cref="InvalidInputException">The terms cannot be laid out.</exception>
    internal NamedLines(Deal deal, Market market)
    {
        Deal = deal;
        Model = new Model(DealTimeline.Of(deal), market);
        var gather = new Gather();
        foreach (var (i, milestone) in deal.Milestones.Index()) MilestoneLines.Write(Model, milestone, $"milestones[{i}]", Later);
        foreach (var (i, project) in deal.Projects.Index()) gather.Try(() =>
        {
            ProjectLines.Write(Model, project, market, $"projects[{i}]", Later);
            DevelopmentPlanLines.Write(Model, project, deal.Planning?.Prices.TryGetValue(project.Price, out var price) == true ? price : null, $"projects[{i}]", Later);
        });
        foreach (var lease in deal.Leases) LeaseLines.Write(Model, lease, market);
        foreach (var (i, election) in deal.Elections.Index()) ElectionLines.Write(Model, election, $"elections[{i}]", Later);
        foreach (var contribution in deal.Contributions) ContributionLines.Write(Model, contribution);
        foreach (var (i, owed) in deal.Obligations.Index()) ObligationLines.Write(Model, owed, $"obligations[{i}]", Later);
        foreach (var (i, company) in deal.Shares.Index()) ShareCapitalLines.Write(Model, company, $"shares[{i}]", Later);
        foreach (var (i, merger) in deal.Mergers.Index()) MergerLines.Write(Model, merger, $"mergers[{i}]", Later);
        Loans = [.. WriteLoans(market, gather), .. WriteScheduled(market, gather)];
        foreach (var (i, security) in deal.Security.Index()) gather.Try(() => SecurityLines.Write(Model, security, [.. security.Loans.Select(BalanceOf)], $"security[{i}]", Later));
        foreach (var (i, book) in deal.Hedges.Index()) gather.Try(() => HedgeLines.Write(Model, book, $"hedges[{i}]", Later));
        gather.Throw();
        Own = [.. deal.Lines.Select(line => Model.Declare(line.Name, line.Unit, line.Kind, line.Source))];
        Accounts = [.. deal.Accounts.Select(account => AccountLines.Declare(Model, account))];
        Compliance = new ComplianceLines(Model, deal);
        PartLines.Write(Model, deal.Accounts);
    }

    internal Deal Deal { get; }

    internal Model Model { get; }

    /// <summary>The dates of each loan.</summary>
    internal ImmutableArray<LoanCalendar> Loans { get; }

    /// <summary>The lines the term sheet writes itself, in its order.</summary>
    internal ImmutableArray<Line> Own { get; }

    /// <summary>The accounts, in the order of the deal.</summary>
    internal ImmutableArray<AccountLines> Accounts { get; }

    /// <summary>Covenants, breaches and the state of default.</summary>
    internal ComplianceLines Compliance { get; }

    /// <summary>What is to be done now that the names of all lines are known.</summary>
    internal List<Action> Later { get; } = [];

    // A name that no loan has is said to be unknown where the line is looked for.
    string BalanceOf(string loan) => Loans.FirstOrDefault(one => one.Loan == loan)?.Closing ?? $"{loan} / Closing balance";

    // Loans that fund the same need draw in the order of the deal.
    ImmutableArray<LoanCalendar> WriteLoans(Market market, Gather gather)
    {
        var loans = ImmutableArray.CreateBuilder<LoanCalendar>();
        var draws = new Dictionary<string, List<Line>>(StringComparer.Ordinal);
        var written = new List<TermLoanLines>();
        foreach (var (i, facility) in Deal.Facilities.Index()) gather.Try(() =>
        {
            var need = (facility.Draws as DrawsAsNeeded)?.Fund ?? facility.Name;
            if (!draws.TryGetValue(need, out var before)) draws.Add(need, before = []);
            var loan = TermLoanLines.Write(Model, facility, market, [.. before], $"facilities[{i}]", Later);
            before.Add(loan.Draw);
            written.Add(loan);
            loans.Add(new(facility.Name, loan.Currency, loan.Dates.InterestEnds, loan.Dates.Instalments, loan.Dates.Settlements) { Maturity = loan.Dates.Maturity, EarlyRepayments = [.. loan.EarlyRepayments] });
        });
        // A loan that could not be written has said why.
        if (written.Count == Deal.Facilities.Length) gather.Try(() => RedenominationLines.Write(Model, written));
        return loans.ToImmutable();
    }

    ImmutableArray<LoanCalendar> WriteScheduled(Market market, Gather gather)
    {
        var loans = ImmutableArray.CreateBuilder<LoanCalendar>();
        foreach (var terms in Deal.ScheduledLoans) gather.Try(() =>
        {
            var dates = ScheduledLoanLines.Write(Model, terms, market, paidWhenDue: false).Dates;
            loans.Add(new(terms.Name, terms.Currency, [.. dates.InterestDates], [.. dates.PrincipalDates], dates.Settlements)
            {
                Maturity = dates.Maturity, Opening = $"{terms.Name} / {ScheduledServiceLines.OutstandingAtStart}", Closing = $"{terms.Name} / {ScheduledServiceLines.Outstanding}",
            });
        });
        return loans.ToImmutable();
    }
}
