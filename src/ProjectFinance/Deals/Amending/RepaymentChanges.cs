using ProjectFinance.Amounts;
using ProjectFinance.Deals.Json;
using ProjectFinance.Facilities;
using ProjectFinance.Rates;
using ProjectFinance.Time;

namespace ProjectFinance.Deals.Amending;

/// <summary>Changes of how a loan is repaid or converted.</summary>
static class RepaymentChanges
{
    internal static void Apply(Overlay overlay, ConversionPriceChange change, Clause clause) => overlay.Change(Part.Facilities, change.Facility, clause, "facility", (loan, path) =>
    {
        if (loan.Conversion is not { } conversion)
        {
            overlay.Report(clause, $"the facility '{loan.Name}' does not convert into shares", "only such a loan has a conversion price", "facility");
            return loan;
        }
        var price = SteppedChanges.From(conversion.Price, clause.Effective, change.To, SteppedShape.Quantity);
        if (price == conversion.Price) return loan;
        SteppedChanges.Place(overlay, conversion.Price, change.To, clause, $"{path}.conversion.price");
        return loan with { Conversion = conversion with { Price = price }, Sources = clause.Cite(loan.Sources, "conversion") };
    });

    internal static void Apply(Overlay overlay, ReschedulingChange change, Clause clause) => overlay.Change(Part.Facilities, change.Facility, clause, "facility", (loan, path) =>
    {
        var wanted = new Rescheduling { From = clause.Effective, Repayment = change.Repayment, InterestDates = change.InterestDates, WithOverdue = change.WithOverdue };
        var kept = loan.Reschedulings.RemoveAll(rescheduling => rescheduling.From >= clause.Effective);
        if (loan.Reschedulings.Length == kept.Length + 1 && Text(loan.Reschedulings[^1]) == Text(wanted)) return loan;
        overlay.Place($"{path}.reschedulings[{kept.Length}]", clause.Where);
        overlay.Place($"{path}.reschedulings[{kept.Length}].from", $"amendments[{clause.Number}].effective");
        return loan with { Reschedulings = kept.Add(wanted with { Source = clause.Cite("") }) };

        static string Text(Rescheduling rescheduling) => LaterLifeShape.Rescheduling.Text(rescheduling with { Source = "" });
    });

    internal static void Apply(Overlay overlay, PrepaymentChange change, Clause clause) => overlay.Change(Part.Facilities, change.Facility, clause, "facility", (loan, path) =>
    {
        var wanted = change.Prepayment;
        overlay.Problems.AddRange(AdditionChecks.NotBefore(wanted.Payments, clause, clause.Subject, $"{clause.Where}.prepayment.payments"));
        if (wanted.Amount is { } amount) wanted = wanted with { Amount = AmountChanges.From(new StatedAmount(0 * loan.Currency), clause.Effective, amount) };
        if (loan.Prepayments.Any(known => Text(known) == Text(wanted))) return loan;
        overlay.Place($"{path}.prepayments[{loan.Prepayments.Length}]", $"{clause.Where}.prepayment");
        overlay.Place($"{path}.prepayments[{loan.Prepayments.Length}].amount.fromDate.from", $"{clause.Where}.prepayment.amount");
        if (wanted.Amount is not null) overlay.EndColumn(clause.Effective);
        return loan with { Prepayments = loan.Prepayments.Add(wanted with { Source = clause.Cite(wanted.Source) }) };

        static string Text(Prepayment prepayment) => LaterLifeShape.Prepayment.Text(prepayment with { Source = "" });
    });

    internal static void Apply(Overlay overlay, SweepChange change, Clause clause) => overlay.Change(Part.Facilities, change.Facility, clause, "facility", (loan, path) =>
    {
        var wanted = change.Sweep.From is OnMilestone || change.Sweep.From is OnDate date && date.Date > clause.Effective ? change.Sweep : change.Sweep with { From = new OnDate(clause.Effective) };
        if (loan.Sweep is { } known && Text(known) == Text(wanted)) return loan;
        if (loan.Sweep is not null)
        {
            overlay.Report(clause, $"the facility '{loan.Name}' has a sweep already", "a loan has one sweep for its whole life", "facility");
            return loan;
        }
        overlay.Place($"{path}.sweep", $"{clause.Where}.sweep");
        return loan with { Sweep = wanted with { Source = clause.Cite(wanted.Source) } };

        static string Text(Sweep sweep) => LaterLifeShape.Sweep.Text(sweep with { Source = "" });
    });
}
