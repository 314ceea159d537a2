using System.Collections.Immutable;
using ProjectFinance.Accounts;
using ProjectFinance.Facilities;
using ProjectFinance.Operations;

namespace ProjectFinance.Deals;

/// <summary>What an amendment adds to a deal. Names that the deal has already are refused.</summary>
public sealed record Additions
{
    /// <summary>Events the contract now turns on. The default is none.</summary>
    public ImmutableArray<MilestoneTerms> Milestones { get; init; } = [];

    /// <summary>Projects. The default is none.</summary>
    public ImmutableArray<Project> Projects { get; init; } = [];

    /// <summary>What sponsors newly agree to pay in, on or after the effective date. The default is none.</summary>
    public ImmutableArray<Contribution> Contributions { get; init; } = [];

    /// <summary>What else is owed from now on; what would fall on days up to the effective date is left out of a plan. The default is nothing.</summary>
    public ImmutableArray<ObligationTerms> Obligations { get; init; } = [];

    /// <summary>Loans. Before the effective date there is no commitment; an establishment fee without a date falls due on the effective date. The default is none.</summary>
    public ImmutableArray<TermLoan> Facilities { get; init; } = [];

    /// <summary>Accounts with their waterfalls; they take in and pay from the effective date on. The default is none.</summary>
    public ImmutableArray<Account> Accounts { get; init; } = [];

    /// <summary>Lines. The default is none.</summary>
    public ImmutableArray<LineTerms> Lines { get; init; } = [];
}
