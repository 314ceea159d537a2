using System.Collections.Immutable;
using NodaTime;
using ProjectFinance.Equity;
using ProjectFinance.Facilities;
using ProjectFinance.Hedges;
using ProjectFinance.Rates;
using ProjectFinance.Time;

namespace ProjectFinance.Deals;

/// <summary>The price at which a loan converts into shares, with its later steps: reset to that of an offering.</summary>
/// <param name="Facility">The name of a loan that converts.</param>
/// <param name="To">The principal given up for one share from the effective date on: USD/share 2.10.</param>
public sealed record ConversionPriceChange(string Facility, Stepped<Quantity> To) : Change;

/// <summary>A new plan of repayment for the balance outstanding on the effective date; instalments on that day still fall due as before.</summary>
/// <param name="Facility">The loan's name.</param>
/// <param name="Repayment">The new plan; its instalments fall after the effective date.</param>
public sealed record ReschedulingChange(string Facility, Repayment Repayment) : Change
{
    /// <summary>The interest dates after the effective date. The default is those the loan had.</summary>
    public Schedule? InterestDates { get; init; }

    /// <summary>Whether principal that is overdue joins what is rescheduled. The default is true.</summary>
    public bool WithOverdue { get; init; } = true;
}

/// <summary>Principal repaid early: on dates, or an amount of each column that ends on the effective date or later. Its obligation stands in a waterfall from then on.</summary>
/// <param name="Facility">The loan's name.</param>
/// <param name="Prepayment">The prepayment; its dates fall on or after the effective date.</param>
public sealed record PrepaymentChange(string Facility, Prepayment Prepayment) : Change;

/// <summary>A sweep of a loan that has none, from the effective date on where it names no later day and no milestone.</summary>
/// <param name="Facility">The loan's name.</param>
/// <param name="Sweep">The sweep; the account's waterfall has a place for it.</param>
public sealed record SweepChange(string Facility, Sweep Sweep) : Change;

/// <summary>
/// A loan is converted into another, or back: the election of the loan it is converted into. It takes the place of one that has not taken effect before the effective date.
/// </summary>
/// <param name="Facility">The name of the loan that comes from the conversion: "Gold loan".</param>
public sealed record ConversionElectionChange(string Facility) : Change
{
    /// <summary>When the loan is converted, on or after the effective date; where only a milestone is named, not before that date. The default is as before.</summary>
    public ConversionElection? Election { get; init; }

    /// <summary>When it is converted back, on or after the effective date; where only a milestone is named, not before that date. The default is as before.</summary>
    public ConversionElection? Back { get; init; }
}

/// <summary>
/// What is newly agreed of a loan that runs by its own schedule: its rate, its dates, how it is repaid, its maturity, prepayments, a payment deferred. What falls due on the effective date falls
/// due as before; changes agreed before for later days fall away.
/// </summary>
/// <param name="Loan">The name of one of <see cref="Deal.ScheduledLoans"/>: "Equipment loan".</param>
/// <param name="To">The new terms; what is left out stays.</param>
public sealed record ScheduledLoanAmendment(string Loan, RevisedTerms To) : Change;

/// <summary>What has become known of an undertaking.</summary>
/// <param name="Undertaking">The undertaking's name.</param>
/// <param name="Done">For due dates the day on which it was done, or null where it never was; at least one.</param>
public sealed record UndertakingChange(string Undertaking, ImmutableSortedDictionary<LocalDate, LocalDate?> Done) : Change;

/// <summary>Trades made under a hedge book, and trades closed out.</summary>
/// <param name="Book">The book's name.</param>
public sealed record HedgeChange(string Book) : Change
{
    /// <summary>Trades made. The default is none.</summary>
    public ImmutableArray<HedgeTrade> Trades { get; init; } = [];

    /// <summary>Close-outs, not before the effective date. The default is none.</summary>
    public ImmutableArray<HedgeCloseOut> CloseOuts { get; init; } = [];
}

/// <summary>Shares that a company now issues.</summary>
/// <param name="Company">The company's name.</param>
/// <param name="Issues">The issues, not before the effective date; at least one.</param>
public sealed record ShareChange(string Company, ImmutableArray<ShareIssue> Issues) : Change;
