namespace ProjectFinance.Facilities;

/// <summary>What a <see cref="ScheduledLoan"/> repays on each date before maturity, by the plan in force. Below zero where a payment does not cover the interest, which is then added to the principal.</summary>
sealed class AmortisationLines
{
    internal AmortisationLines(ScheduledLoanLines loan, ScheduledInterestLines interest, ResetRateLines rate)
    {
        var plans = loan.Dates.Plans.Select(dates => new AmortisationPlanLines(loan, interest, rate, dates)).ToList();
        Instalment = loan.Model.Line(loan.Name("Principal of instalment"), loan.Currency, t => loan.Dates.PlanOn(t) is { } plan ? plans.First(lines => lines.Dates == plan).On(t) : 0,
            LineKind.Flow, loan.SourceOf("amortisation"));
    }

    /// <summary>What is repaid on a date before maturity; below zero what is added to the principal.</summary>
    internal Line Instalment { get; }
}
