using System.Collections.Immutable;
using ProjectFinance.Accounts;
using ProjectFinance.Covenants;
using ProjectFinance.Equity;
using ProjectFinance.Facilities;
using ProjectFinance.Hedges;
using ProjectFinance.Operations;

namespace ProjectFinance.Deals.Amending;

/// <summary>A list of named things in a deal, which amendments may add to: its loans, its accounts.</summary>
abstract class Part
{
    /// <summary>Every part.</summary>
    internal static ImmutableArray<Part> All { get; } = 
    [
        Milestones, Projects, Leases, Elections, Contributions, Obligations, Facilities, ScheduledLoans, Hedges, Accounts, Security, Shares, Mergers, Lines, Covenants, Undertakings, Waivers,
    ];

    internal static Part<MilestoneTerms> Milestones => new("milestones", "milestone", x => x.Name, deal => deal.Milestones, (deal, v) => deal with { Milestones = v }, adds => adds.Milestones);

    internal static Part<Project> Projects => new("projects", "project", x => x.Name, deal => deal.Projects, (deal, v) => deal with { Projects = v }, adds => adds.Projects);

    internal static Part<Lease> Leases => new("leases", "lease", x => x.Name, deal => deal.Leases, (deal, v) => deal with { Leases = v }, adds => adds.Leases);

    internal static Part<Election> Elections => new("elections", "election", x => x.Name, deal => deal.Elections, (deal, v) => deal with { Elections = v }, adds => adds.Elections);

    internal static Part<Contribution> Contributions => new("contributions", "contribution", x => x.Name, deal => deal.Contributions, (deal, v) => deal with { Contributions = v }, adds => adds.Contributions);

    internal static Part<ObligationTerms> Obligations => new("obligations", "obligation", x => x.Name, deal => deal.Obligations, (deal, v) => deal with { Obligations = v }, adds => adds.Obligations)
    {
        Begin = (owed, amendment) => owed.Plan is { } plan ? owed with { Plan = PlanChanges.Only(plan, amendment.Effective) } : owed,
    };

    internal static Part<TermLoan> Facilities => new("facilities", "facility", x => x.Name, deal => deal.Facilities, (deal, v) => deal with { Facilities = v }, adds => adds.Facilities)
    {
        Begin = LoanChanges.Begin,
        Moved = [("commitment.changes[0].to", "commitment")],
    };

    internal static Part<ScheduledLoan> ScheduledLoans => new("scheduledLoans", "scheduled loan", x => x.Name, deal => deal.ScheduledLoans, (deal, v) => deal with { ScheduledLoans = v }, adds => adds.ScheduledLoans) { ChangedBy = "scheduledLoan" };

    internal static Part<Account> Accounts => new("accounts", "account", x => x.Name, deal => deal.Accounts, (deal, v) => deal with { Accounts = v }, adds => adds.Accounts)
    {
        Begin = AccountChanges.Begin,
        Moved = [.. AccountChanges.Fields.Select(name => ($"changes[0].{name}", name))],
    };

    internal static Part<HedgeBook> Hedges => new("hedges", "hedge book", x => x.Name, deal => deal.Hedges, (deal, v) => deal with { Hedges = v }, adds => adds.Hedges) { Begin = FactChanges.Begin };

    internal static Part<Security> Security => new("security", "security", x => x.Name, deal => deal.Security, (deal, v) => deal with { Security = v }, adds => adds.Security);

    internal static Part<ShareCapital> Shares => new("shares", "company", x => x.Name, deal => deal.Shares, (deal, v) => deal with { Shares = v }, adds => adds.Shares);

    internal static Part<Merger> Mergers => new("mergers", "merger", x => x.Name, deal => deal.Mergers, (deal, v) => deal with { Mergers = v }, adds => adds.Mergers);

    internal static Part<FinancialCovenant> Covenants => new("covenants", "covenant", x => x.Name, deal => deal.Covenants, (deal, v) => deal with { Covenants = v }, adds => adds.Covenants)
    {
        // What is agreed later is not tested before.
        Begin = (covenant, amendment) => covenant.From >= amendment.Effective ? covenant : covenant with { From = amendment.Effective },
    };

    internal static Part<Undertaking> Undertakings => new("undertakings", "undertaking", x => x.Name, deal => deal.Undertakings, (deal, v) => deal with { Undertakings = v }, adds => adds.Undertakings);

    internal static Part<Waiver> Waivers => new("waivers", "waiver", x => x.Name, deal => deal.Waivers, (deal, v) => deal with { Waivers = v }, adds => adds.Waivers);

    internal static Part<LineTerms> Lines => new("lines", "line", x => x.Name, deal => deal.Lines, (deal, v) => deal with { Lines = v }, adds => adds.Lines);

    /// <summary>What one of them is called: "facility".</summary>
    internal abstract string Noun { get; }

    /// <summary>The key of the change that is for them alone; null where there are several, or none.</summary>
    internal string? ChangedBy { get; init; }

    /// <summary>The names in a deal.</summary>
    internal abstract ImmutableArray<string> Names(Deal deal);

    /// <summary>Adds what an amendment adds to this part.</summary>
    internal abstract void Add(Overlay overlay, Clause clause);
}

/// <summary>A list of named things of one kind.</summary>
/// <param name="field">Its name in a term sheet: "facilities".</param>
/// <param name="noun">What one of them is called: "facility".</param>
/// <param name="name">The name of one.</param>
/// <param name="of">The list of a deal.</param>
/// <param name="with">A deal with another list.</param>
/// <param name="added">The list of an amendment's additions.</param>
sealed class Part<T>(string field, string noun, Func<T, string> name, Func<Deal, ImmutableArray<T>> of, Func<Deal, ImmutableArray<T>, Deal> with, Func<Additions, ImmutableArray<T>> added) : Part
{
    /// <summary>How something added is told to begin on the effective date. The default is that it need not be.</summary>
    internal Func<T, Amendment, T> Begin { get; init; } = (one, _) => one;

    /// <summary>Where terms stand that were moved to begin on the effective date, and where they are written.</summary>
    internal ImmutableArray<(string InDeal, string Written)> Moved { get; init; } = [];

    internal override string Noun => noun;

    internal override ImmutableArray<string> Names(Deal deal) => [.. of(deal).Select(name)];

    internal bool IsAdded(Amendment amendment, string wanted) => added(amendment.Adds).Any(one => name(one) == wanted);

    /// <summary>Changes the one at a place; the path given is that of the place in the deal: "facilities[0]".</summary>
    internal Deal Change(Deal deal, int place, Func<T, string, T> change) => with(deal, of(deal).SetItem(place, change(of(deal)[place], $"{field}[{place}]")));

    internal override void Add(Overlay overlay, Clause clause)
    {
        foreach (var (i, one) in added(clause.Amendment.Adds).Index())
        {
            var list = of(overlay.Deal);
            overlay.Place($"{field}[{list.Length}]", $"{clause.Where}.{field}[{i}]");
            foreach (var (inDeal, written) in Moved) overlay.Place($"{field}[{list.Length}].{inDeal}", $"{clause.Where}.{field}[{i}].{written}");
            overlay.Deal = with(overlay.Deal, list.Add(Begin(one, clause.Amendment)));
        }
    }
}
