using System.Collections.Immutable;
using ProjectFinance.Accounts;
using ProjectFinance.Covenants;
using ProjectFinance.Equity;
using ProjectFinance.Facilities;
using ProjectFinance.Hedges;
using ProjectFinance.Operations;

namespace ProjectFinance.Deals;

/// <summary>What an amendment adds to a deal. Names that the deal has already are refused.</summary>
public sealed record Additions
{
    /// <summary>Events the contract now turns on. The default is none.</summary>
    public ImmutableArray<MilestoneTerms> Milestones { get; init; } = [];

    /// <summary>Projects. The default is none.</summary>
    public ImmutableArray<Project> Projects { get; init; } = [];

    /// <summary>Leases that end unless a milestone is reached. The default is none.</summary>
    public ImmutableArray<Lease> Leases { get; init; } = [];

    /// <summary>Rights of others to take a share of a project. The default is none.</summary>
    public ImmutableArray<Election> Elections { get; init; } = [];

    /// <summary>What sponsors newly agree to pay in, on or after the effective date. The default is none.</summary>
    public ImmutableArray<Contribution> Contributions { get; init; } = [];

    /// <summary>What else is owed from now on; what would fall on days up to the effective date is left out of a plan. The default is nothing.</summary>
    public ImmutableArray<ObligationTerms> Obligations { get; init; } = [];

    /// <summary>Loans. Before the effective date there is no commitment; an establishment fee without a date falls due on the effective date. The default is none.</summary>
    public ImmutableArray<TermLoan> Facilities { get; init; } = [];

    /// <summary>Loans that run by their own schedule, drawn on or after the effective date. The default is none.</summary>
    public ImmutableArray<ScheduledLoan> ScheduledLoans { get; init; } = [];

    /// <summary>Hedge books. The default is none.</summary>
    public ImmutableArray<HedgeBook> Hedges { get; init; } = [];

    /// <summary>Accounts with their waterfalls; they take in and pay from the effective date on. The default is none.</summary>
    public ImmutableArray<Account> Accounts { get; init; } = [];

    /// <summary>What now secures the loans. The default is nothing.</summary>
    public ImmutableArray<Security> Security { get; init; } = [];

    /// <summary>Companies whose shares the deal now touches. The default is none.</summary>
    public ImmutableArray<ShareCapital> Shares { get; init; } = [];

    /// <summary>Mergers. The default is none.</summary>
    public ImmutableArray<Merger> Mergers { get; init; } = [];

    /// <summary>Lines. The default is none.</summary>
    public ImmutableArray<LineTerms> Lines { get; init; } = [];

    /// <summary>Figures the borrower now keeps above or below limits, tested from the effective date on. The default is none.</summary>
    public ImmutableArray<FinancialCovenant> Covenants { get; init; } = [];

    /// <summary>What the borrower now reports, does, and does not do. The default is nothing.</summary>
    public ImmutableArray<Undertaking> Undertakings { get; init; } = [];

    /// <summary>Breaches on which the lender takes no action for a time, which may begin before the effective date: a waiver agreed afterwards. The default is none.</summary>
    public ImmutableArray<Waiver> Waivers { get; init; } = [];
}
