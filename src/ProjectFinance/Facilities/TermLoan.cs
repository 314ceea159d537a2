using System.Collections.Immutable;
using ProjectFinance.Rates;

namespace ProjectFinance.Facilities;

/// <summary>A floating-rate term loan, drawn as the project needs it and repaid in instalments.</summary>
public sealed record TermLoan
{
    /// <summary>The loan's name, which begins the names of its lines: "Project loan".</summary>
    public required string Name { get; init; }

    /// <summary>
    /// The maximum credit amount, which may step on dates and milestones: USD 19,500,000. Above zero, in a currency. For a loan that comes from a conversion
    /// (<see cref="Redenomination"/>) in the currency converted, or in its own. Source: 8-K 1996-07-11, Item 5(a).
    /// </summary>
    public required Stepped<Quantity> Commitment { get; init; }

    /// <summary>How interest is set, accrued and paid.</summary>
    public required InterestTerms Interest { get; init; }

    /// <summary>How the loan comes to be outstanding: as needed, in advances, or converted from another loan.</summary>
    public required Draws Draws { get; init; }

    /// <summary>The fees the borrower pays. The default is none.</summary>
    public ImmutableArray<Fee> Fees { get; init; } = [];

    /// <summary>How and when principal is repaid.</summary>
    public required Repayment Repayment { get; init; }

    /// <summary>The right to convert the loan into shares. The default is none.</summary>
    public ConversionTerms? Conversion { get; init; }

    /// <summary>New plans of repayment, each from a date on, in the order of their dates. The default is none.</summary>
    public ImmutableArray<Rescheduling> Reschedulings { get; init; } = [];

    /// <summary>Principal repaid early. The default is none.</summary>
    public ImmutableArray<Prepayment> Prepayments { get; init; } = [];

    /// <summary>A share of an account's excess that goes to principal. The default is none.</summary>
    public Sweep? Sweep { get; init; }

    /// <summary>Which later instalments prepayments and sweeps reduce; those that may be drawn again reduce all by the same share. The default is inverse order of maturity.</summary>
    public PrepaymentOrder PrepaymentOrder { get; init; } = PrepaymentOrder.InverseOrderOfMaturity;

    /// <summary>How dates that are not business days are treated. The default is London and New York, Modified Following, interest to the adjusted date.</summary>
    public BusinessDays BusinessDays { get; init; } = new();

    /// <summary>For how many months ahead the loan shows interest, principal and fees to come. The default is three; each at least 1.</summary>
    public ImmutableArray<int> LookAheadMonths { get; init; } = [3];

    /// <summary>What the loan is counted in.</summary>
    internal Unit Currency => Draws is Redenomination conversion ? conversion.Into : Commitment.Initial.Unit;

    /// <summary>Where each figure comes from, by the name of its field: "commitment" from "8-K 1996-07-11, Item 5(a)".</summary>
    public ImmutableSortedDictionary<string, string> Sources { get; init; } = Sorted.Empty<string>();
}
