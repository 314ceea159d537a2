using System.Collections.Immutable;
using NodaTime;
using ProjectFinance.Amounts;

namespace ProjectFinance.Facilities;

/// <summary>
/// A loan that runs by its own schedule: drawn on stated dates, bearing a fixed or a reset rate, repaid level, by annuity, in stated amounts or at maturity. What a project draws as it
/// needs, with a commitment, fees and instalments that follow the balance, is a <see cref="TermLoan"/>.
/// </summary>
public sealed record ScheduledLoan
{
    /// <summary>The loan's name, which begins the names of its lines: "Equipment loan".</summary>
    public required string Name { get; init; }

    /// <summary>What is drawn on <see cref="Drawn"/>, or is outstanding where the model begins later: USD 5,000,000. In a currency or a metal; not negative.</summary>
    public required Quantity Principal { get; init; }

    /// <summary>The day on which it is drawn: 2013-01-01.</summary>
    public required LocalDate Drawn { get; init; }

    /// <summary>What the lender pays out on top of the principal: a premium; below zero a discount, USD -200. Not repaid. The default is nothing.</summary>
    public Quantity? Premium { get; init; }

    /// <summary>
    /// For a loan drawn before the model begins, the interest accrued by then. The default is what has accrued on the principal at the first rate since the last interest date before, or
    /// since it was drawn.
    /// </summary>
    public Quantity? AccruedAtStart { get; init; }

    /// <summary>How interest is set, accrued and paid.</summary>
    public required ScheduledInterest Interest { get; init; }

    /// <summary>How principal is repaid before maturity. The default is not at all.</summary>
    public Amortisation Amortisation { get; init; } = new AtMaturity();

    /// <summary>The day on which all that is outstanding falls due; for a demand loan, the day for which it is called. The default is never: the loan has no maturity.</summary>
    public LocalDate? Maturity { get; init; }

    /// <summary>Principal repaid early on stated dates, as far as it is outstanding. The default is none.</summary>
    public ImmutableArray<DatedAmount> Prepayments { get; init; } = [];

    /// <summary>What prepayments do to later instalments. The default is that the loan ends earlier.</summary>
    public PrepaymentEffect PrepaymentEffect { get; init; } = PrepaymentEffect.ShorterTerm;

    /// <summary>The fee on what is prepaid. The default is none.</summary>
    public PrepaymentFee? PrepaymentFee { get; init; }

    /// <summary>An index that what is paid follows. The default is none.</summary>
    public Scaling? Scaling { get; init; }

    /// <summary>The day and price at which the present holder buys the loan from its first lender. The default is that the holder lends it.</summary>
    public LoanTransfer? Purchase { get; init; }

    /// <summary>The day and price at which the holder sells the loan, or the parties end it. The default is never.</summary>
    public LoanTransfer? Sale { get; init; }

    /// <summary>What was agreed after the loan was drawn, each from a day on, in the order of the days. The default is nothing.</summary>
    public ImmutableArray<ScheduledLoanChange> Changes { get; init; } = [];

    /// <summary>How dates that are not business days are treated. The default is London and New York, Modified Following, interest to the adjusted date.</summary>
    public BusinessDays BusinessDays { get; init; } = new();

    /// <summary>Final maturity, with all changes made; null for none.</summary>
    internal LocalDate? FinalMaturity => MaturityAfter(Changes.Length);

    /// <summary>Final maturity, with the first of the changes made.</summary>
    internal LocalDate? MaturityAfter(int changes) => Changes.Take(changes).LastOrDefault(change => change.To.Maturity is not null)?.To.Maturity ?? Maturity;

    /// <summary>What the loan is counted in.</summary>
    internal Unit Currency => Principal.Unit;

    /// <summary>Where each figure comes from, by the name of its field.</summary>
    public ImmutableSortedDictionary<string, string> Sources { get; init; } = Sorted.Empty<string>();
}

/// <summary>A loan changes hands at a price, with the interest accrued by then paid on top.</summary>
/// <param name="Date">The day.</param>
/// <param name="Price">The price of the whole loan without accrued interest, in the loan's currency.</param>
public sealed record LoanTransfer(LocalDate Date, Quantity Price)
{
    /// <summary>Whether the loan changes hands before what falls due on the day, which the buyer then receives. The default is false: the seller receives it.</summary>
    public bool BeforePayments { get; init; }
}

/// <summary>What a prepayment of a <see cref="ScheduledLoan"/> does to its later instalments.</summary>
public enum PrepaymentEffect
{
    /// <summary>They stay as they are, and the last ones fall away.</summary>
    ShorterTerm,

    /// <summary>They fall: principal in stated amounts by the share prepaid, an annuity by its recalculation.</summary>
    LowerInstalments,
}
