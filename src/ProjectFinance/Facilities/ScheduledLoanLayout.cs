using System.Collections.Immutable;
using NodaTime;

namespace ProjectFinance.Facilities;

/// <summary>Lays out a single <see cref="ScheduledLoan"/>, all of it paid when due.</summary>
public static class ScheduledLoanLayout
{
    /// <summary>Lays a loan out.</summary>
    /// <param name="loan">The terms.</param>
    /// <param name="market">Rates and prices. The default is none.</param>
    /// <param name="start">The day on which the model begins. The default is the day on which the loan is drawn; a later day restarts it there.</param>
    /// <param name="end">The last day of the model. The default is maturity or sale; a loan without either needs it.</param>
    /// <param name="columnEnds">Further days on which columns end; those outside the model count for nothing. The default is none.</param>
    /// <exception cref="InvalidInputException">The terms have problems; all at once.</exception>
    public static Model Lay(ScheduledLoan loan, Market? market = null, LocalDate? start = null, LocalDate? end = null, IEnumerable<LocalDate>? columnEnds = null)
    {
        ArgumentNullException.ThrowIfNull(loan);
        var problems = ScheduledLoanValidation.Problems(loan, $"Loan '{loan.Name}'", "").ToImmutableArray();
        if (problems.IsEmpty) problems = [.. ScheduledLoanValidation.Span(loan, start ?? loan.Drawn, end, $"Loan '{loan.Name}'")];
        var from = start ?? loan.Drawn;
        if (problems.IsEmpty) problems = [.. ScheduledLoanValidation.Restart(loan, from, end ?? loan.FinalMaturity ?? loan.Sale!.Date, $"Loan '{loan.Name}'", "")];
        if (problems.IsEmpty) problems = [.. ScheduledLoanChangeValidation.InModel(loan, from, end ?? loan.FinalMaturity ?? loan.Sale!.Date, $"Loan '{loan.Name}'", "")];
        if (!problems.IsEmpty) throw new InvalidInputException(problems);
        var dates = new ScheduledLoanDates(loan, from, end ?? loan.FinalMaturity ?? loan.Sale!.Date);
        var last = end ?? dates.Last;
        var model = new Model(Timeline.From(from, dates.All.Concat(columnEnds ?? []).Where(date => date >= from && date <= last).Append(last)), market);
        ScheduledLoanLines.Write(model, loan, model.Market, paidWhenDue: true);
        return model;
    }

    /// <summary>For each of a loan's dates, as it stands in the model's columns, the business day on which money moves.</summary>
    /// <param name="loan">The terms, which can be laid out.</param>
    /// <param name="end">The last day of the model, for a loan without maturity.</param>
    public static ImmutableSortedDictionary<LocalDate, LocalDate> Settlements(ScheduledLoan loan, LocalDate? end = null)
    {
        ArgumentNullException.ThrowIfNull(loan);
        return new ScheduledLoanDates(loan, loan.Drawn, end ?? loan.FinalMaturity ?? loan.Sale?.Date ?? loan.Drawn).Settlements;
    }
}
