using NodaTime;
using ProjectFinance.Deals.Json;
using ProjectFinance.Facilities;
using ProjectFinance.Rates;

namespace ProjectFinance.Deals.Amending;

/// <summary>Changes of loans, and loans that begin with an amendment.</summary>
static class LoanChanges
{
    /// <summary>A loan that an amendment adds: no commitment before the effective date, and the establishment fee on it. One that comes from a conversion has the dates of that.</summary>
    internal static TermLoan Begin(TermLoan loan, Amendment amendment) => loan.Draws is Redenomination ? loan : loan with
    {
        Commitment = new Stepped<Quantity>(0 * loan.Commitment.Initial.Unit) { Changes = [new(new OnDate(amendment.Effective), loan.Commitment.Initial), .. loan.Commitment.Changes] },
        Fees = [.. loan.Fees.Select(fee => fee is EstablishmentFee { On: null } once ? once with { On = amendment.Effective } : fee)],
    };

    internal static void Apply(Overlay overlay, CommitmentChange change, Clause clause) => overlay.Change(Part.Facilities, change.Facility, clause, "facility", (loan, path) =>
    {
        var commitment = SteppedChanges.From(loan.Commitment, clause.Effective, change.To, SteppedShape.Quantity);
        if (commitment == loan.Commitment) return loan;
        SteppedChanges.Place(overlay, loan.Commitment, change.To, clause, $"{path}.commitment");
        return loan with { Commitment = commitment, Sources = clause.Cite(loan.Sources, "commitment") };
    });

    internal static void Apply(Overlay overlay, MarginAmendment change, Clause clause) => overlay.Change(Part.Facilities, change.Facility, clause, "facility", (loan, path) =>
    {
        var margin = SteppedChanges.From(loan.Interest.Margin, clause.Effective, change.To, SteppedShape.Percentage);
        if (margin == loan.Interest.Margin) return loan;
        SteppedChanges.Place(overlay, loan.Interest.Margin, change.To, clause, $"{path}.interest.margin");
        return loan with { Interest = loan.Interest with { Margin = margin }, Sources = clause.Cite(loan.Sources, "interest") };
    });

    internal static void Apply(Overlay overlay, DrawPeriodChange change, Clause clause) => overlay.Change(Part.Facilities, change.Facility, clause, "facility", (loan, path) =>
    {
        if (loan.Draws is not DrawsAsNeeded need)
        {
            overlay.Report(clause, $"the facility '{loan.Name}' is not drawn as needed", "only such a loan has a draw period", "facility");
            return loan;
        }
        var kept = need.LaterPeriods.RemoveAll(period => period.From >= clause.Effective);
        var now = need.LaterPeriods.LastOrDefault(period => period.From <= clause.Effective) ?? new DrawPeriod(LocalDate.MinIsoValue, need.LastDate) { UntilMilestone = need.UntilMilestone };
        bool isSoAlready = (now.LastDate, now.UntilMilestone) == (change.LastDate, change.UntilMilestone) && !need.LaterPeriods.Any(period => period.From > clause.Effective);
        if (isSoAlready) return loan;
        overlay.Place($"{path}.draws.asNeeded.laterPeriods[{kept.Length}]", clause.Where);
        var period = new DrawPeriod(clause.Effective, change.LastDate) { UntilMilestone = change.UntilMilestone };
        return loan with { Draws = need with { LaterPeriods = kept.Add(period) }, Sources = clause.Cite(loan.Sources, "draws") };
    });
}
