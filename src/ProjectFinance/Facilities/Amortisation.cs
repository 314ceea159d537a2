using System.Collections.Immutable;
using NodaTime;
using ProjectFinance.Time;

namespace ProjectFinance.Facilities;

/// <summary>
/// How a <see cref="ScheduledLoan"/> is repaid before its maturity: <see cref="AtMaturity"/>, <see cref="LevelPrincipal"/>, <see cref="PaymentLessInterest"/>, <see cref="AnnuityInstalments"/> or
/// <see cref="StatedInstalments"/>. What is left falls due at maturity; dates on or after maturity count for nothing.
/// </summary>
public abstract record Amortisation
{
    private protected Amortisation() { }
}

/// <summary>Not before maturity: a bullet, or a loan that is called.</summary>
public sealed record AtMaturity : Amortisation;

/// <summary>The same principal on each date, as far as it is outstanding.</summary>
/// <param name="Dates">The dates.</param>
public sealed record LevelPrincipal(Schedule Dates) : Amortisation
{
    /// <summary>The principal of each date. The default is the principal drawn, spread evenly over the dates to come before maturity and maturity itself.</summary>
    public Quantity? Amount { get; init; }
}

/// <summary>A stated payment on each date: what interest leaves of it repays principal; where interest is more, the rest is added to the principal.</summary>
/// <param name="Dates">The dates.</param>
/// <param name="Payment">The payment of interest and principal together; not negative.</param>
public sealed record PaymentLessInterest(Schedule Dates, Quantity Payment) : Amortisation;

/// <summary>Level payments of interest and principal together, recalculated after each reset of the rate so that the last one repays the loan.</summary>
/// <param name="Dates">The dates.</param>
public sealed record AnnuityInstalments(Schedule Dates) : Amortisation
{
    /// <summary>The payment until the first recalculation. The default is the one that repays the loan.</summary>
    public Quantity? Payment { get; init; }

    /// <summary>The dates over which the payment is calculated, where others than those on which it is paid: thirty years of a loan that matures in ten. The default is those on which it is paid.</summary>
    public Schedule? CalculatedOn { get; init; }

    /// <summary>The day on which the payments would have repaid the loan. The default is maturity; a later day leaves a rest for maturity.</summary>
    public LocalDate? RepaidBy { get; init; }
}

/// <summary>Stated amounts on stated dates, repaid or drawn: an array of instalments.</summary>
/// <param name="Streams">What falls on which dates; on one date the draws come first.</param>
public sealed record StatedInstalments(ImmutableArray<InstalmentSeries> Streams) : Amortisation;

/// <summary>The same amount on each of certain dates.</summary>
/// <param name="Dates">The dates.</param>
/// <param name="Amount">The amount of each date; not negative.</param>
public sealed record InstalmentSeries(Schedule Dates, Quantity Amount)
{
    /// <summary>Whether the amount is drawn rather than repaid. The default is repaid, as far as it is outstanding.</summary>
    public bool Draws { get; init; }
}
