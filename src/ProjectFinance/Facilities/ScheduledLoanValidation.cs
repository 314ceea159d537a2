using NodaTime;
using ProjectFinance.Rates;
using ProjectFinance.Time;

namespace ProjectFinance.Facilities;

/// <summary>Whether the terms of a <see cref="ScheduledLoan"/> make sense.</summary>
static class ScheduledLoanValidation
{
    /// <summary>Everything wrong with the terms themselves.</summary>
    internal static IEnumerable<Problem> Problems(ScheduledLoan loan, string subject, string where)
    {
        string At(string field) => where.Length == 0 ? field : $"{where}.{field}";
        Problem Wrong(string fact, string allowed, string field) => new(subject, fact, allowed, At(field));
        if (string.IsNullOrWhiteSpace(loan.Name)) yield return Wrong("the name is empty", "a name must be given", "name");
        if (!loan.Currency.IsCurrency && !loan.Currency.IsMetal) yield return Wrong($"the principal is in '{loan.Currency}'", "it must be in a currency, such as 'USD', or in ounces of a metal", "principal");
        foreach (var (amount, what, field, _) in Amounts(loan).Where(a => a.Amount.Unit != loan.Currency))
            yield return Wrong($"the {what} is in '{amount.Unit}'", $"it must be in '{loan.Currency}', like the principal", field);
        foreach (var (amount, what, field, _) in Amounts(loan).Where(a => a.IsNeverNegative && !(a.Amount.Value >= 0)))
            yield return Wrong($"the {what} {amount} is negative", "it must be zero or more", field);
        foreach (var (date, what, field) in Dates(loan).Where(d => d.Date < loan.Drawn))
            yield return Wrong($"the {what} {date.Iso()} is before the loan is drawn on {loan.Drawn.Iso()}", "it must fall on or after it", field);
        if (loan.Maturity is { } maturity)
        {
            if (maturity == loan.Drawn) yield return Wrong($"the loan matures on {maturity.Iso()}, the day on which it is drawn", "it must mature after it", "maturity");
            foreach (var (date, what, field) in Dates(loan).Where(d => d.Date > maturity))
                yield return Wrong($"the {what} {date.Iso()} is after maturity {maturity.Iso()}", "it must fall on or before it", field);
        }
        else if (loan.Amortisation is AnnuityInstalments { RepaidBy: null }) yield return Wrong("the loan has an annuity and no maturity", "say by when it is repaid", "amortisation.annuity.repaidBy");
        else if (loan.Amortisation is LevelPrincipal { Amount: null }) yield return Wrong("the loan has neither an amount of principal nor a maturity", "give one of them", "amortisation.levelPrincipal.amount");
        if (loan is { Purchase: { } bought, Sale: { } sold } && sold.Date <= bought.Date)
            yield return Wrong($"the loan is sold on {sold.Date.Iso()}, not after it is bought on {bought.Date.Iso()}", "it must be sold later", "sale.date");
        if (loan.BusinessDays.Calendars.IsEmpty) yield return Wrong("no calendar is given", "at least one must be", "businessDays.calendars");
        foreach (var (schedule, field) in Schedules(loan))
        foreach (var problem in schedule.Problems(subject, At(field))) yield return problem;
        foreach (var problem in Rates(loan).Concat(Others(loan))) yield return Wrong(problem.Fact, problem.Allowed, problem.Field);
        foreach (var problem in ScheduledLoanChangeValidation.Problems(loan, subject, where)) yield return problem;
        foreach (var (i, reset) in loan.Interest.Resets.Index())
        foreach (var problem in FixingValidation.Problems(reset.Index ?? "", reset, reset.Fallbacks, reset.Rounding, subject, At($"interest.resets[{i}]"))) yield return problem;
    }

    /// <summary>Whether terms without problems say what is needed of a loan that a model, which ends on a day, finds outstanding.</summary>
    internal static IEnumerable<Problem> Restart(ScheduledLoan loan, LocalDate start, LocalDate end, string subject, string where)
    {
        if (loan.Drawn >= start || end <= start) yield break;
        var dates = new ScheduledLoanDates(loan, start, end);
        bool isKnownLater = dates.Indices.InForce(start) is { Index.IsInAdvance: false };
        if (!isKnownLater && loan.Interest.Rate is null)
            yield return new(subject, $"no rate is given for {start.Iso()}, when the loan is outstanding already", "say which rate it then bears", $"{where}interest.rate");
        if (isKnownLater && loan.AccruedAtStart is null && dates.AccruedFrom < start)
            yield return new(subject, $"interest has accrued from {dates.AccruedFrom.Iso()} to {start.Iso()} at an index that is not fixed in advance", "say how much", $"{where}accruedAtStart");
    }

    /// <summary>Whether a loan fits the days of a model.</summary>
    internal static IEnumerable<Problem> Span(ScheduledLoan loan, LocalDate start, LocalDate? end, string subject)
    {
        var last = end ?? loan.FinalMaturity ?? loan.Sale?.Date;
        if (last is null) yield return new(subject, "it has neither maturity nor sale", "say on which day the model ends", "end");
        else if (last <= start) yield return new(subject, $"the model begins on {start.Iso()} and ends on {last.Value.Iso()}", "it must end later", "end");
        if (start < loan.Drawn) yield return new(subject, $"the model begins on {start.Iso()}, before the loan is drawn on {loan.Drawn.Iso()}", "it begins on that day or later", "start");
    }

    static IEnumerable<(Quantity Amount, string What, string Field, bool IsNeverNegative)> Amounts(ScheduledLoan loan)
    {
        yield return (loan.Principal, "principal", "principal", true);
        if (loan.Premium is { } premium) yield return (premium, "premium", "premium", false);
        if (loan.AccruedAtStart is { } accrued) yield return (accrued, "accrued interest", "accruedAtStart", false);
        if (loan.Interest.Base is OriginalBase { Amount: { } original }) yield return (original, "interest base", "interest.base.original.amount", true);
        if (loan.Interest.Base is LaggedBase { Amount: { } lagged }) yield return (lagged, "interest base", "interest.base.lagged.amount", true);
        if (loan.Amortisation is LevelPrincipal { Amount: { } level }) yield return (level, "principal of each date", "amortisation.levelPrincipal.amount", true);
        if (loan.Amortisation is PaymentLessInterest { Payment: var payment }) yield return (payment, "payment", "amortisation.paymentLessInterest.payment", true);
        if (loan.Amortisation is AnnuityInstalments { Payment: { } annuity }) yield return (annuity, "payment", "amortisation.annuity.payment", true);
        if (loan.Amortisation is StatedInstalments stated)
            foreach (var (i, stream) in stated.Streams.Index()) yield return (stream.Amount, "instalment", $"amortisation.statedInstalments[{i}].amount", true);
        foreach (var (i, prepaid) in loan.Prepayments.Index()) yield return (prepaid.Amount, "prepayment", $"prepayments[{i}].amount", true);
        if (loan.PrepaymentFee is FixedFee fee) yield return (fee.Amount, "prepayment fee", "prepaymentFee.fixed", true);
        if (loan.Purchase is { } purchase) yield return (purchase.Price, "price", "purchase.price", false);
        if (loan.Sale is { } sale) yield return (sale.Price, "price", "sale.price", false);
    }

    static IEnumerable<(LocalDate Date, string What, string Field)> Dates(ScheduledLoan loan)
    {
        if (loan.Maturity is { } maturity) yield return (maturity, "maturity", "maturity");
        if (loan.Interest.CapitalisedUntil is { } until) yield return (until, "last day on which interest is capitalised,", "interest.capitalisedUntil");
        if (loan.Purchase is { } purchase) yield return (purchase.Date, "purchase", "purchase.date");
        if (loan.Sale is { } sale) yield return (sale.Date, "sale", "sale.date");
        foreach (var (i, prepaid) in loan.Prepayments.Index()) yield return (prepaid.Date, "prepayment", $"prepayments[{i}].date");
    }

    static IEnumerable<(Schedule Dates, string Field)> Schedules(ScheduledLoan loan)
    {
        if (loan.Interest.Dates is { } interest) yield return (interest, "interest.dates");
        foreach (var (i, reset) in loan.Interest.Resets.Index()) yield return (reset.Dates, $"interest.resets[{i}].dates");
        if (loan.Interest.Base is LaggedBase lagged) yield return (lagged.Dates, "interest.base.lagged.dates");
        if (loan.Scaling is { } scaling) yield return (scaling.Dates, "scaling.dates");
        switch (loan.Amortisation)
        {
            case LevelPrincipal level: yield return (level.Dates, "amortisation.levelPrincipal.dates"); break;
            case PaymentLessInterest level: yield return (level.Dates, "amortisation.paymentLessInterest.dates"); break;
            case AnnuityInstalments annuity:
                yield return (annuity.Dates, "amortisation.annuity.dates");
                if (annuity.CalculatedOn is { } others) yield return (others, "amortisation.annuity.calculatedOn");
                break;
            case StatedInstalments stated:
                foreach (var (i, stream) in stated.Streams.Index()) yield return (stream.Dates, $"amortisation.statedInstalments[{i}].dates");
                break;
        }
    }

    // Limits are asked the way round that refuses what is not a number.
    static IEnumerable<(string Fact, string Allowed, string Field)> Rates(ScheduledLoan loan)
    {
        var limits = loan.Interest.Limits;
        if (loan.Interest.Rate is { } rate && !double.IsFinite(rate)) yield return ("the rate is not a number", "it must be one", "interest.rate");
        if (loan.Interest.Rate is null && !loan.Interest.Resets.Any(reset => IsOn(reset.Dates, loan.Drawn)))
            yield return ($"no rate is given, and none is set on {loan.Drawn.Iso()}, when the loan is drawn", "give the rate, or a reset on that day", "interest.rate");
        if (!(loan.Interest.DefaultMargin.Fraction >= 0)) yield return ($"the default margin {loan.Interest.DefaultMargin} is negative", "it must be zero or more", "interest.defaultMargin");
        if (limits is { IndexFloor: { } indexFloor, IndexCap: { } indexCap } && !(indexFloor.Fraction <= indexCap.Fraction))
            yield return ($"the floor of the index {indexFloor} is above its cap {indexCap}", "it must be at or below it", "interest.limits.indexFloor");
        if (limits is { Floor: { } floor, Cap: { } cap } && !(floor.Fraction <= cap.Fraction)) yield return ($"the floor {floor} is above the cap {cap}", "it must be at or below it", "interest.limits.floor");
        if (limits is { LeastChange: { } least, GreatestChange: { } most } && !(least.Fraction <= most.Fraction))
            yield return ($"the least change {least} is above the greatest {most}", "it must be at or below it", "interest.limits.leastChange");
        foreach (var (i, reset) in loan.Interest.Resets.Index())
        {
            if (!double.IsFinite(reset.Multiplier)) yield return ("the multiplier is not a number", "it must be one", $"interest.resets[{i}].multiplier");
            if (reset.Index is null && !reset.Fallbacks.IsEmpty) yield return ("a stated rate has fallbacks", "name the index they take the place of, or leave them out", $"interest.resets[{i}].fallbacks");
            if (limits is { LeastChange: null, GreatestChange: null } || reset.Index is null) continue;
            if (reset.Fallbacks.Prepend<FixingTerms>(reset).Any(terms => terms.Setting is not FixedInAdvance))
                yield return ("the change of the rate at a reset is limited, and an index is not fixed in advance", "leave the limits out, or take indices that are known on the day of the reset", "interest.limits");
        }
    }

    // Dates that cannot be told are a problem of their own.
    static bool IsOn(Schedule schedule, LocalDate day) => schedule.Problems("", "").Any() || schedule.Dates(BusinessCalendars.None, BusinessDayConvention.None).Any(date => date.Unadjusted == day);

    static IEnumerable<(string Fact, string Allowed, string Field)> Others(ScheduledLoan loan)
    {
        if (loan.Amortisation is StatedInstalments { Streams.IsEmpty: true }) yield return ("no instalment is given", "at least one must be", "amortisation.statedInstalments");
        if (loan.Scaling is { } scaling && !(scaling.AtDeal > 0)) yield return ($"the index at the deal is {scaling.AtDeal}", "it must be above zero", "scaling.atDeal");
        if (loan.PrepaymentFee is not null && loan.Prepayments.IsEmpty) yield return ("there is a prepayment fee and no prepayment", "give the prepayments, or leave the fee out", "prepaymentFee");
        if (loan.PrepaymentFee is ProportionalFee { Share: var share } && !(share.Fraction >= 0)) yield return ($"the prepayment fee {share} is negative", "it must be zero or more", "prepaymentFee.proportional");
    }
}
