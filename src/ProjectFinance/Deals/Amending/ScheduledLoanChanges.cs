using ProjectFinance.Deals.Json;
using ProjectFinance.Facilities;

namespace ProjectFinance.Deals.Amending;

/// <summary>Changes of loans that run by their own schedule.</summary>
static class ScheduledLoanChanges
{
    /// <summary>The fields of new terms that are given, each with what it is and its value as text that is the same for the same terms.</summary>
    internal static IEnumerable<(string Noun, string Text)> Texts(RevisedTerms terms)
    {
        if (terms.Rate is { } rate) yield return ("rate", Leaf.Percentage.Text(rate));
        if (terms.Resets is { } resets) yield return ("resets", Leaf.Array(ScheduledLoanShape.Reset).Text(resets));
        if (terms.Limits is { } limits) yield return ("limits of the rate", ScheduledLoanShape.Limits.Text(limits));
        if (terms.InterestDates is { } dates) yield return ("interest dates", ScheduleShape.Shape.Text(dates));
        if (terms.Amortisation is { } amortisation) yield return ("amortisation", AmortisationShape.Shape.Text(amortisation));
        if (terms.Maturity is { } maturity) yield return ("maturity", Leaf.Date.Text(maturity));
        if (terms.Prepayments is { } prepayments) yield return ("prepayments", Leaf.Array(DatedAmountShape.Shape).Text(prepayments));
        foreach (var deferral in terms.Deferrals) yield return ($"deferral of {deferral.Due.Iso()}", Leaf.Date.Text(deferral.To));
    }

    internal static void Apply(Overlay overlay, ScheduledLoanAmendment change, Clause clause) => overlay.Change(Part.ScheduledLoans, change.Loan, clause, "loan", (loan, path) =>
    {
        if (!Texts(change.To).Any()) overlay.Report(clause, "it changes nothing", "give what is newly agreed, such as 'rate' or 'maturity'", "to");
        var kept = loan.Changes.RemoveAll(earlier => earlier.From >= clause.Effective);
        var sameDay = loan.Changes.FirstOrDefault(earlier => earlier.From == clause.Effective);
        var wanted = new ScheduledLoanChange(clause.Effective, sameDay is null ? change.To : change.To.Over(sameDay.To));
        if (sameDay is not null && loan.Changes.Length == kept.Length + 1 && Texts(sameDay.To).SequenceEqual(Texts(wanted.To))) return loan;
        overlay.Place($"{path}.changes[{kept.Length}]", clause.Where);
        overlay.Place($"{path}.changes[{kept.Length}].from", $"amendments[{clause.Number}].effective");
        return loan with { Changes = kept.Add(wanted with { Source = clause.Cite(sameDay?.Source ?? "") }), Sources = Cited(loan, wanted.To, clause) };
    });

    static System.Collections.Immutable.ImmutableSortedDictionary<string, string> Cited(ScheduledLoan loan, RevisedTerms to, Clause clause)
    {
        var sources = loan.Sources;
        if (to.Rate is not null || to.Resets is not null || to.Limits is not null || to.InterestDates is not null) sources = clause.Cite(sources, "interest");
        if (to.Amortisation is not null || !to.Deferrals.IsEmpty) sources = clause.Cite(sources, "amortisation");
        if (to.Maturity is not null) sources = clause.Cite(sources, "maturity");
        return to.Prepayments is null ? sources : clause.Cite(sources, "prepayments");
    }
}
