using ProjectFinance.Amounts;
using ProjectFinance.Modelling;
using ProjectFinance.Rates;

namespace ProjectFinance.Facilities;

/// <summary>What stops drawing, raises the margin or makes all of it fall due: the deal's state of default at the end of the column before, and a demand that follows a milestone.</summary>
sealed class LoanEvents(TermLoanLines loan)
{
    /// <summary>Whether a default keeps the loan from being drawn.</summary>
    internal Condition IsDrawStopped(Period t) => loan.Terms.Draws is DrawsAsNeeded { EvenInDefault: true } ? false : Defaults.HeldBefore(loan.Model, Defaults.DrawStop, t);

    /// <summary>Whether the whole balance bears the default margin.</summary>
    internal Condition BearsDefaultMargin(Period t) => Defaults.HeldBefore(loan.Model, Defaults.DefaultMargin, t);

    /// <summary>Whether all principal falls due on a column's last day, or has before.</summary>
    internal Condition IsCalled(Period t) => IsAccelerated(t) | (Demand(t) is { } milestone ? Occasions.HasCome(milestone, t) : false);

    /// <summary>Whether all principal has fallen due when a column begins.</summary>
    internal Condition IsCalledBefore(Period t) => IsAccelerated(t) | (Demand(t) is { } milestone ? milestone.ReachedBefore(t) : false);

    Condition IsAccelerated(Period t) => Defaults.HeldBefore(loan.Model, Defaults.Accelerated, t);

    // The milestone that the demand of the plan in force follows; a demand on a date is an instalment.
    Milestone? Demand(Period t) => loan.Dates.PlanOn(t.End).Terms is OnDemand { Demand: OnMilestone named } ? loan.Model.FindMilestone(named.Milestone) : null;
}
