using NodaTime;
using static ProjectFinance.Formula;

namespace ProjectFinance.Facilities;

/// <summary>What a <see cref="ScheduledLoan"/> repays on each date before maturity, and at maturity. Below zero where a payment does not cover the interest, which is then added to the principal.</summary>
sealed class AmortisationLines
{
    readonly ScheduledLoanLines loan;
    readonly ScheduledInterestLines interest;
    readonly ResetRateLines rate;
    readonly Line? payment;
    readonly Line? amount;

    internal AmortisationLines(ScheduledLoanLines loan, ScheduledInterestLines interest, ResetRateLines rate)
    {
        (this.loan, this.interest, this.rate) = (loan, interest, rate);
        var source = loan.SourceOf("amortisation");
        switch (loan.Terms.Amortisation)
        {
            case LevelPrincipal level:
                amount = loan.Model.Declare(loan.Name("Instalment"), loan.Currency, LineKind.Level, source);
                var first = level.Amount ?? loan.Terms.Principal / (loan.Dates.InstalmentsToCome + 1);
                amount.Is(t => Lowered(t, amount.Previous(t, first)));
                break;
            case AnnuityInstalments annuity:
                payment = loan.Model.Declare(loan.Name("Payment"), loan.Currency, LineKind.Level, source);
                payment.Is(t => Payment(t, annuity));
                break;
        }
        Instalment = loan.Model.Line(loan.Name("Principal of instalment"), loan.Currency, t => loan.Dates.IsInstalment(t) || loan.Dates.Streams(t, draws: false).Any() ? OnDate(t) : 0, LineKind.Flow, source);
    }

    /// <summary>What is repaid on a date before maturity; below zero what is added to the principal.</summary>
    internal Line Instalment { get; }

    Formula OnDate(Period t)
    {
        var outstanding = loan.Opening[t] + loan.Draw[t];
        return loan.Terms.Amortisation switch
        {
            LevelPrincipal => Min(amount!.Previous(t, amount[t]), outstanding),
            PaymentLessInterest level => Min(level.Payment - interest.Accrued(t), outstanding),
            AnnuityInstalments => Min(payment![t] - interest.Accrued(t), outstanding),
            StatedInstalments => Min(Sum(loan.Dates.Streams(t, draws: false).Select(stated => (Formula)stated)), outstanding),
            var other => throw new ArgumentOutOfRangeException(nameof(t), other, "Not a kind of amortisation that can be laid out."),
        };
    }

    // What is prepaid on a date lowers the instalments after it by its share of what was outstanding.
    Formula Lowered(Period t, Formula before) => loan.Terms.PrepaymentEffect == PrepaymentEffect.LowerInstalments && loan.HasPrepayment(t)
        ? Ratio(before * (loan.BeforePrepayment(t) - loan.Prepaid[t]), loan.BeforePrepayment(t), 0)
        : before;

    Formula Payment(Period t, AnnuityInstalments terms)
    {
        if (!loan.Dates.IsInstalment(t)) return payment!.Previous(t, terms.Payment ?? 0 * loan.Currency);
        return IsRecalculated(t, terms) ? Recalculated(t) : payment!.Previous(t, terms.Payment ?? 0 * loan.Currency);
    }

    // The payments repay what is outstanding with what has accrued by the first of them, at the rate of the day:
    // payment x (1 + v2 + v2 v3 + ...) = outstanding + accrued, with v = 1 / (1 + rate x year fraction between dates).
    Formula Recalculated(Period t)
    {
        LocalDate[] remaining = [.. loan.Dates.Planned.Where(date => date >= t.End && date < loan.Dates.RepaidBy), .. loan.Dates.RepaidBy is { } last ? [last] : Array.Empty<LocalDate>()];
        Formula product = 1, sum = 1;
        for (int k = remaining.Length - 1; k > 0; k--)
        {
            var growth = 1 + rate.Rate[t] * loan.Dates.Interest.YearFraction(remaining[k - 1], remaining[k]);
            product *= growth;
            sum += product;
        }
        // product / sum is one over the bracket, without a division in it.
        return Ratio((loan.Opening[t] + loan.Draw[t] + interest.Accrued(t)) * product, sum, 0);
    }

    bool IsRecalculated(Period t, AnnuityInstalments terms)
    {
        var before = loan.Dates.Instalments.LastOrDefault(date => date < t.End && date >= loan.Model.Timeline.Start, LocalDate.MinIsoValue);
        bool isFirst = before == LocalDate.MinIsoValue;
        if (isFirst && terms.Payment is null) return true;
        return loan.Model.Periods.Any(u => (isFirst || u.End >= before) && u.End < t.End && u.End >= loan.Terms.Drawn
            && (loan.Dates.ResetOn(u.End) >= 0 || loan.Terms.PrepaymentEffect == PrepaymentEffect.LowerInstalments && loan.HasPrepayment(u)));
    }
}
