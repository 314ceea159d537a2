using NodaTime;

namespace ProjectFinance.Facilities;

/// <summary>Whether what is agreed of a <see cref="ScheduledLoan"/> while it is outstanding makes sense.</summary>
static class ScheduledLoanChangeValidation
{
    /// <summary>Everything wrong with the changes of a loan.</summary>
    internal static IEnumerable<Problem> Problems(ScheduledLoan loan, string subject, string where)
    {
        var now = loan with { Changes = [] };
        foreach (var (i, change) in loan.Changes.Index())
        {
            var here = where.Length == 0 ? $"changes[{i}]" : $"{where}.changes[{i}]";
            if (i > 0 && change.From <= loan.Changes[i - 1].From)
                yield return new(subject, $"its terms change on {change.From.Iso()}, written after the change on {loan.Changes[i - 1].From.Iso()}", "changes must be in the order they take effect", $"{here}.from");
            if (change.From < loan.Drawn) yield return new(subject, $"its terms change on {change.From.Iso()}, before it is drawn on {loan.Drawn.Iso()}", "they may change on that day or later", $"{here}.from");
            if (now.Maturity <= change.From) yield return new(subject, $"its terms change on {change.From.Iso()}, not before maturity {now.Maturity.Value.Iso()}", "they must change before it", $"{here}.from");
            if (change.To.Maturity <= change.From) yield return new(subject, $"the new maturity {change.To.Maturity.Value.Iso()} is not after {change.From.Iso()}, when it is agreed", "it must fall later", $"{here}.to.maturity");
            if (loan.Interest.CapitalisedUntil is { } capitalised && change.To.Maturity < capitalised)
                yield return new(subject, $"the new maturity {change.To.Maturity.Value.Iso()} is before {capitalised.Iso()}, up to when interest is capitalised", "it must fall on or after it", $"{here}.to.maturity");
            foreach (var (k, prepaid) in (change.To.Prepayments ?? []).Index().Where(prepaid => prepaid.Item.Date < change.From))
                yield return new(subject, $"a prepayment on {prepaid.Date.Iso()} is before {change.From.Iso()}, when it is agreed", "what is newly agreed falls on that day or later", $"{here}.to.prepayments[{k}].date");
            now = Changed(now, change.To);
            foreach (var problem in Terms(now, change.To, subject, here)) yield return problem;
            foreach (var problem in Deferrals(now, change, loan.Changes.Skip(i + 1), subject, here)) yield return problem;
        }
    }

    /// <summary>Whether something is to fall due on the days from which payments are deferred, and the changes fall into the model.</summary>
    internal static IEnumerable<Problem> InModel(ScheduledLoan loan, LocalDate start, LocalDate end, string subject, string where)
    {
        foreach (var (i, change) in loan.Changes.Index())
        {
            if (loan.Drawn < start && change.From <= start)
                yield return new(subject, $"its terms change on {change.From.Iso()}, not after the closing {start.Iso()}", "a loan that is outstanding at closing is written as it then stands", $"{where}.changes[{i}].from");
            if (change.To.Deferrals.IsEmpty) continue;
            // The dates as they are without the deferrals of this change and later ones.
            var dates = new ScheduledLoanDates(loan with { Changes = [.. loan.Changes.Take(i), change with { To = change.To with { Deferrals = [] } }] }, start, end);
            var payments = dates.Payments.Where(date => date >= change.From).Distinct().Order().ToList();
            foreach (var (k, deferral) in change.To.Deferrals.Index().Where(deferral => !payments.Contains(dates.AsCounted(deferral.Item.Due)) || dates.AsCounted(deferral.Item.Due) == dates.Maturity))
                yield return new(subject, $"a payment is deferred that is to fall due on {deferral.Due.Iso()}, and no interest or instalment is to fall due then",
                    $"payments from {change.From.Iso()} on fall due on {Listed(payments.Where(date => date != dates.Maturity))}; maturity is moved by 'maturity'", $"{where}.changes[{i}].to.deferrals[{k}].due");
        }
    }

    static string Listed(IEnumerable<LocalDate> dates)
    {
        var first = dates.Take(9).Select(date => date.Iso()).ToList();
        return first.Count == 0 ? "no day" : first.Count < 9 ? string.Join(", ", first) : $"{string.Join(", ", first.Take(8))} and later days";
    }

    static IEnumerable<Problem> Terms(ScheduledLoan now, RevisedTerms given, string subject, string here) =>
        from problem in ScheduledLoanValidation.Problems(now, subject, "")
        from field in Given(given)
        where problem.Where.StartsWith(field.InLoan, StringComparison.Ordinal)
        select problem with { Where = $"{here}.to.{field.InChange}{problem.Where[field.InLoan.Length..]}" };

    static IEnumerable<Problem> Deferrals(ScheduledLoan now, ScheduledLoanChange change, IEnumerable<ScheduledLoanChange> later, string subject, string here)
    {
        var next = later.FirstOrDefault(other => other.To.IsNewPlan);
        foreach (var (k, deferral) in change.To.Deferrals.Index())
        {
            var at = $"{here}.to.deferrals[{k}]";
            if (deferral.Due < change.From) yield return new(subject, $"a payment of {deferral.Due.Iso()} is deferred on {change.From.Iso()}", "what fell due before is not deferred", $"{at}.due");
            if (deferral.To <= deferral.Due) yield return new(subject, $"the payment of {deferral.Due.Iso()} is deferred to {deferral.To.Iso()}", "it must be deferred to a later day", $"{at}.to");
            if (deferral.To > now.Maturity) yield return new(subject, $"the payment of {deferral.Due.Iso()} is deferred to {deferral.To.Iso()}, after maturity {now.Maturity.Value.Iso()}", "it must fall on or before it", $"{at}.to");
            if (next is not null && deferral.To > next.From)
                yield return new(subject, $"the payment of {deferral.Due.Iso()} is deferred to {deferral.To.Iso()}, and from {next.From.Iso()} the loan is repaid by another plan", "defer it to that day at the latest", $"{at}.to");
        }
    }

    // Where the terms of a loan stand in those of a change.
    static IEnumerable<(string InLoan, string InChange)> Given(RevisedTerms to)
    {
        if (to.Rate is not null) yield return ("interest.rate", "rate");
        if (to.Resets is not null) yield return ("interest.resets", "resets");
        if (to.Limits is not null) yield return ("interest.limits", "limits");
        if (to.InterestDates is not null) yield return ("interest.dates", "interestDates");
        if (to.Amortisation is not null) yield return ("amortisation", "amortisation");
        if (to.Maturity is not null) yield return ("maturity", "maturity");
        if (to.Prepayments is not null) yield return ("prepayments", "prepayments");
    }

    static ScheduledLoan Changed(ScheduledLoan loan, RevisedTerms to) => loan with
    {
        Interest = loan.Interest with { Rate = to.Rate ?? loan.Interest.Rate, Resets = to.Resets ?? loan.Interest.Resets, Limits = to.Limits ?? loan.Interest.Limits, Dates = to.InterestDates ?? loan.Interest.Dates },
        Amortisation = to.Amortisation ?? loan.Amortisation, Maturity = to.Maturity ?? loan.Maturity, Prepayments = to.Prepayments ?? loan.Prepayments,
    };
}
