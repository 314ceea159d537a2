using System.Collections.Immutable;
using NodaTime;
using ProjectFinance.Accounts;
using ProjectFinance.Amounts;
using ProjectFinance.Covenants;
using ProjectFinance.Deals;
using ProjectFinance.Equity;
using ProjectFinance.Facilities;
using ProjectFinance.Hedges;
using ProjectFinance.Operations;
using ProjectFinance.Time;

namespace ProjectFinance;

/// <summary>The contract and the project as data: a term sheet. Knows nothing of evaluation.</summary>
public sealed record Deal
{
    /// <summary>What the deal is called: "Illinois Creek, July 1996".</summary>
    public required string Name { get; init; }

    /// <summary>A sentence or two for readers. The default is empty.</summary>
    public string About { get; init; } = "";

    /// <summary>The day the contract takes effect and the timeline begins.</summary>
    public required LocalDate Closing { get; init; }

    /// <summary>The last day of the project; the timeline ends here.</summary>
    public required LocalDate End { get; init; }

    /// <summary>The regular step of the timeline's columns. The default is calendar quarters.</summary>
    public TimelineStep Step { get; init; } = TimelineStep.Quarter;

    /// <summary>Further dates on which columns end: the dates of balance sheets, say. From the closing to the end. The default is none.</summary>
    public ImmutableArray<LocalDate> ColumnEnds { get; init; } = [];

    /// <summary>The holidays of calendars of one's own, by the name by which a term sheet names the calendar: <see cref="HolidayList.Calendar"/> makes it. The default is none.</summary>
    public ImmutableSortedDictionary<string, HolidayList> Calendars { get; init; } = ImmutableSortedDictionary<string, HolidayList>.Empty.WithComparers(StringComparer.OrdinalIgnoreCase);

    /// <summary>The events the contract turns on. The default is none.</summary>
    public ImmutableArray<MilestoneTerms> Milestones { get; init; } = [];

    /// <summary>The projects. The default is none.</summary>
    public ImmutableArray<Project> Projects { get; init; } = [];

    /// <summary>The leases that end unless a milestone is reached. The default is none.</summary>
    public ImmutableArray<Lease> Leases { get; init; } = [];

    /// <summary>The rights of others to take a share of a project. The default is none.</summary>
    public ImmutableArray<Election> Elections { get; init; } = [];

    /// <summary>What sponsors pay in. The default is none.</summary>
    public ImmutableArray<Contribution> Contributions { get; init; } = [];

    /// <summary>What else is owed: payables, overheads, fees of a waiver. The default is nothing.</summary>
    public ImmutableArray<ObligationTerms> Obligations { get; init; } = [];

    /// <summary>The loans. The default is none.</summary>
    public ImmutableArray<TermLoan> Facilities { get; init; } = [];

    /// <summary>The loans that run by their own schedule; their draws and obligations stand in accounts like those of the others. The default is none.</summary>
    public ImmutableArray<ScheduledLoan> ScheduledLoans { get; init; } = [];

    /// <summary>Every loan's name and what its amount is counted in, of whatever kind, in the order of the lists above.</summary>
    internal ImmutableArray<(string Name, Unit Currency)> Loans =>
        [.. Facilities.Select(loan => (loan.Name, loan.Commitment.Initial.Unit)), .. ScheduledLoans.Select(loan => (loan.Name, loan.Currency))];

    /// <summary>The hedge books: forwards and options on what the projects sell. The default is none.</summary>
    public ImmutableArray<HedgeBook> Hedges { get; init; } = [];

    /// <summary>The accounts with their waterfalls. The default is none.</summary>
    public ImmutableArray<Account> Accounts { get; init; } = [];

    /// <summary>What secures the loans beside the borrower's own promise. The default is nothing.</summary>
    public ImmutableArray<Security> Security { get; init; } = [];

    /// <summary>The companies whose shares the deal touches. The default is none.</summary>
    public ImmutableArray<ShareCapital> Shares { get; init; } = [];

    /// <summary>Mergers. The default is none.</summary>
    public ImmutableArray<Merger> Mergers { get; init; } = [];

    /// <summary>Lines of one's own. The default is none.</summary>
    public ImmutableArray<LineTerms> Lines { get; init; } = [];

    /// <summary>The ratios lenders look at. The default is none.</summary>
    public CoverRatios? Ratios { get; init; }

    /// <summary>The figures the borrower keeps above or below limits. The default is none.</summary>
    public ImmutableArray<FinancialCovenant> Covenants { get; init; } = [];

    /// <summary>What the borrower reports, does, and does not do. The default is none.</summary>
    public ImmutableArray<Undertaking> Undertakings { get; init; } = [];

    /// <summary>The breaches on which the lender takes no action for a time. The default is none.</summary>
    public ImmutableArray<Waiver> Waivers { get; init; } = [];

    /// <summary>What follows from breaches. The default is that they are recorded and nothing follows.</summary>
    public DefaultTerms? Defaults { get; init; }

    /// <summary>The rates and prices the plan assumes, used where no market data are given. The default is none.</summary>
    public PlanningAssumptions? Planning { get; init; }

    /// <summary>What was agreed or became known after closing, to be applied in order of its effective dates. The default is nothing.</summary>
    public ImmutableArray<Amendment> Amendments { get; init; } = [];

    /// <summary>Where each figure comes from, by the name of its field.</summary>
    public ImmutableSortedDictionary<string, string> Sources { get; init; } = Sorted.Empty<string>();
}
