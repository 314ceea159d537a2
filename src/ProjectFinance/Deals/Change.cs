using System.Collections.Immutable;
using NodaTime;
using ProjectFinance.Accounts;
using ProjectFinance.Amounts;
using ProjectFinance.Operations;
using ProjectFinance.Rates;

namespace ProjectFinance.Deals;

/// <summary>One thing an amendment changes, from its effective date on.</summary>
public abstract record Change
{
    private protected Change() { }
}

/// <summary>The commitment of a loan, with its later steps; a commitment of zero cancels what is not drawn.</summary>
/// <param name="Facility">The loan's name.</param>
/// <param name="To">The commitment from the effective date on: USD 20,500,000.</param>
public sealed record CommitmentChange(string Facility, Stepped<Quantity> To) : Change;

/// <summary>The margin of a loan, with its later steps: 3.5 % until Completion, 3 % after.</summary>
/// <param name="Facility">The loan's name.</param>
/// <param name="To">The margin from the effective date on, as a fraction: 3 % is 0.03.</param>
public sealed record MarginAmendment(string Facility, Stepped<Percentage> To) : Change;

/// <summary>How long a loan may be drawn: reopened, prolonged, or ended early.</summary>
/// <param name="Facility">The name of a loan that is drawn as needed.</param>
/// <param name="LastDate">The last day on which it may be drawn; before the effective date where drawing ends.</param>
public sealed record DrawPeriodChange(string Facility, LocalDate LastDate) : Change
{
    /// <summary>The milestone that ends drawing if it is reached before the last day. The default is none, whatever was agreed before.</summary>
    public string? UntilMilestone { get; init; }
}

/// <summary>When a milestone is expected, as understood since the amendment became known; scenarios may still move it.</summary>
/// <param name="Milestone">The milestone's name: "Mechanical Completion".</param>
/// <param name="Date">The date, which may lie before the effective date; null for never.</param>
public sealed record ExpectedDateChange(string Milestone, LocalDate? Date) : Change;

/// <summary>The day by which the contract requires a milestone. Moved on or before the old day: one that has passed is a breach, which a waiver may cover.</summary>
/// <param name="Milestone">The milestone's name: "Completion".</param>
/// <param name="Date">The new day, on or after the effective date; null where none is required any longer.</param>
public sealed record LongstopChange(string Milestone, LocalDate? Date) : Change;

/// <summary>What makes a milestone reached, instead of an expected date or of another test. It counts from the effective date on.</summary>
/// <param name="Milestone">The milestone's name: "Completion".</param>
/// <param name="Test">The test.</param>
public sealed record MilestoneTestChange(string Milestone, Test Test) : Change;

/// <summary>
/// A new plan of a project. What was planned for days up to and including the effective date stays; what the new plan has for later days takes the place of the rest. What is left out stays.
/// </summary>
/// <param name="Project">The project's name.</param>
public sealed record PlanChange(string Project) : Change
{
    /// <summary>What is produced, in the unit of the old plan. The default is as before.</summary>
    public Plan? Production { get; init; }

    /// <summary>All costs of operating; a cost of the same name goes on, one that is missing ends. The default is as before.</summary>
    public ImmutableArray<Cost>? OperatingCosts { get; init; }

    /// <summary>All costs of building and sustaining; a cost of the same name goes on, one that is missing ends. The default is as before.</summary>
    public ImmutableArray<Cost>? CapitalCosts { get; init; }
}

/// <summary>What somebody has agreed to pay in from the effective date on, and what was actually paid; what was agreed and paid before stays.</summary>
/// <param name="Contribution">The contribution's name.</param>
public sealed record ContributionChange(string Contribution) : Change
{
    /// <summary>The amounts agreed, by date, on or after the effective date; none where nothing more is to be paid. The default is as before.</summary>
    public ImmutableArray<DatedAmount>? Payments { get; init; }

    /// <summary>What was actually paid, or is now expected to be, by date, on or after the effective date; none where nothing was. The default is as before.</summary>
    public ImmutableArray<DatedAmount>? Paid { get; init; }
}

/// <summary>What else is owed from the effective date on.</summary>
/// <param name="Obligation">The obligation's name.</param>
public sealed record ObligationChange(string Obligation) : Change
{
    /// <summary>Amounts by date, on or after the effective date; those agreed before for such dates fall away. The default is as before.</summary>
    public ImmutableArray<DatedAmount>? Payments { get; init; }

    /// <summary>Amounts for days after the effective date, in place of those planned before. The default is as before.</summary>
    public Plan? Plan { get; init; }
}

/// <summary>The terms of an account in columns that end on the effective date or later. What is left out stays.</summary>
/// <param name="Account">The account's name.</param>
public sealed record AccountAmendment(string Account) : Change
{
    /// <summary>The lines received, draws not among them: the whole list. The default is as before.</summary>
    public ImmutableArray<string>? Receipts { get; init; }

    /// <summary>The lines of draws received: the whole list. The default is as before.</summary>
    public ImmutableArray<string>? Draws { get; init; }

    /// <summary>What must stay in the account. The default is as before.</summary>
    public Amount? MinimumBalance { get; init; }

    /// <summary>Who is paid, in order: the whole list. The default is as before.</summary>
    public ImmutableArray<Payment>? Waterfall { get; init; }

    /// <summary>Places that the waterfall gains, in this order; an obligation that has a place keeps it. The default is none.</summary>
    public ImmutableArray<PlacedPayment> Pays { get; init; } = [];

    /// <summary>Obligations that the waterfall pays no longer. The default is none.</summary>
    public ImmutableArray<string> PaysNoLonger { get; init; } = [];

    /// <summary>Lines that are now received besides. The default is none.</summary>
    public ImmutableArray<string> Receives { get; init; } = [];

    /// <summary>Lines that are received no longer. The default is none.</summary>
    public ImmutableArray<string> ReceivesNoLonger { get; init; } = [];

    /// <summary>How what is left above the minimum balance is distributed. The default is as before.</summary>
    public DistributionTerms? Distribution { get; init; }
}

/// <summary>A place that a waterfall gains.</summary>
/// <param name="Payment">Who is paid, and how.</param>
public sealed record PlacedPayment(Payment Payment)
{
    /// <summary>The obligation before which it stands: "Project loan / Interest". The default is none: at the end.</summary>
    public string? Before { get; init; }
}

/// <summary>The amount of a line of the deal's own in columns that end on the effective date or later.</summary>
/// <param name="Line">The line's name.</param>
/// <param name="Amount">Its amount in each period, in the line's unit.</param>
public sealed record LineChange(string Line, Amount Amount) : Change;

/// <summary>Rates and prices that the plan assumes, as understood since the amendment became known; those not named stay.</summary>
/// <param name="Planning">The rates and prices, and where they come from.</param>
public sealed record PlanningChange(PlanningAssumptions Planning) : Change;

/// <summary>The last day of the project, as understood since the amendment became known.</summary>
/// <param name="Date">The last day; the timeline ends here.</param>
public sealed record EndChange(LocalDate Date) : Change;
