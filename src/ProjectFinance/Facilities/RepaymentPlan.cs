using System.Collections.Immutable;
using NodaTime;
using ProjectFinance.Time;

namespace ProjectFinance.Facilities;

/// <summary>One plan of repayment with its dates as counted.</summary>
/// <param name="From">The day after which it holds; null for the first.</param>
/// <param name="Terms">The terms.</param>
/// <param name="Dates">All its instalment dates.</param>
/// <param name="Standing">How many of them stand before a later plan takes its place.</param>
sealed record RepaymentPlan(LocalDate? From, Repayment Terms, ImmutableArray<LocalDate> Dates, int Standing);

/// <summary>The dates that terms of repayment name.</summary>
static class RepaymentDates
{
    /// <summary>The instalment dates as a schedule; a demand expected on a date is the one instalment of its plan.</summary>
    internal static Schedule Dates(this Repayment repayment) => repayment switch
    {
        EqualPrincipal equal => equal.Dates,
        LevelPayment level => level.Dates,
        PercentageTable table => new OnDates([.. table.Instalments.Select(i => i.Date)]),
        Bullet bullet => new OnDates([bullet.Date]),
        OnDemand demand => new OnDates([demand.Demand is Rates.OnDate on ? LocalDate.Min(on.Date, demand.Maturity) : demand.Maturity]),
        _ => throw new ArgumentOutOfRangeException(nameof(repayment), repayment, "Not a kind of repayment that can be laid out."),
    };
}
