using System.Collections.Immutable;
using NodaTime;
using ProjectFinance.Rates;
using ProjectFinance.Time;

namespace ProjectFinance.Facilities;

/// <summary>
/// How principal is repaid: <see cref="EqualPrincipal"/>, <see cref="LevelPayment"/>, <see cref="PercentageTable"/>, <see cref="Bullet"/> or <see cref="OnDemand"/>.
/// Each instalment is a share of what is then outstanding and not overdue, so that later draws fall on the instalments that remain.
/// </summary>
public abstract record Repayment
{
    private protected Repayment() { }
}

/// <summary>Instalments of equal principal.</summary>
/// <param name="Dates">The instalment dates; the last is final maturity.</param>
public sealed record EqualPrincipal(Schedule Dates) : Repayment;

/// <summary>Instalments whose principal and interest together are level at a planning rate, whatever the rates turn out to be.</summary>
/// <param name="Dates">The instalment dates; the last is final maturity.</param>
/// <param name="PlanningRate">The yearly rate at which payments are level, as a fraction; not negative.</param>
public sealed record LevelPayment(Schedule Dates, Percentage PlanningRate) : Repayment;

/// <summary>Instalments of stated percentages.</summary>
/// <param name="Instalments">The dates in order with their percentages, which sum to 100.</param>
public sealed record PercentageTable(ImmutableArray<Instalment> Instalments) : Repayment;

/// <summary>One instalment of a percentage table.</summary>
/// <param name="Date">When it is due.</param>
/// <param name="Percent">The share of the loan as a fraction: 12.5 % is 0.125. Not negative.</param>
public sealed record Instalment(LocalDate Date, Percentage Percent);

/// <summary>The whole loan on one date.</summary>
/// <param name="Date">Final maturity.</param>
public sealed record Bullet(LocalDate Date) : Repayment;

/// <summary>The whole loan when the lender asks for it, on a last day if the lender never does.</summary>
/// <param name="Maturity">The last day.</param>
public sealed record OnDemand(LocalDate Maturity) : Repayment
{
    /// <summary>When the plan expects the demand: a date on or before the last day, or a milestone that scenarios may move. The default is never.</summary>
    public Occasion? Demand { get; init; }
}
