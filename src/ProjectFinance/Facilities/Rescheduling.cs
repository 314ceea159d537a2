using NodaTime;
using ProjectFinance.Time;

namespace ProjectFinance.Facilities;

/// <summary>A new plan of repayment for the balance outstanding on a date; the instalments the loan had after that date fall away.</summary>
public sealed record Rescheduling
{
    /// <summary>The day after which the new plan holds: 1997-10-31. Instalments on that day still fall due.</summary>
    public required LocalDate From { get; init; }

    /// <summary>The new plan; its instalments fall after <see cref="From"/>, its percentages are of the balance then outstanding, and its last one is final maturity.</summary>
    public required Repayment Repayment { get; init; }

    /// <summary>The interest dates after <see cref="From"/>, in place of those the loan had. The default is those it had, which must then reach the last instalment.</summary>
    public Schedule? InterestDates { get; init; }

    /// <summary>Whether principal that is overdue on the day before joins the balance that is rescheduled. The default is true; false leaves it overdue.</summary>
    public bool WithOverdue { get; init; } = true;

    /// <summary>Where it is agreed. The default is empty.</summary>
    public string Source { get; init; } = "";
}
