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
            AnnuityInstalments annuity => Min(Due(t, annuity) - interest.Accrued(t), outstanding),
            StatedInstalments => Min(Sum(loan.Dates.Streams(t, draws: false).Select(stated => (Formula)stated)), outstanding),
            var other => throw new ArgumentOutOfRangeException(nameof(t), other, "Not a kind of amortisation that can be laid out."),
        };
    }

    // What is prepaid on a date lowers the instalments after it by its share of what was outstanding.
    Formula Lowered(Period t, Formula before) => loan.Terms.PrepaymentEffect == PrepaymentEffect.LowerInstalments && loan.HasPrepayment(t)
        ? Ratio(before * (loan.BeforePrepayment(t) - loan.Prepaid[t]), loan.BeforePrepayment(t), 0)
        : before;

    // The payment of a date, and of later ones until a reset: where none is stated, the first date sets it.
    Formula Due(Period t, AnnuityInstalments terms) => terms.Payment is null && IsFirst(t) ? Level(loan.Opening[t] + loan.Draw[t] + interest.Accrued(t), rate.Rate[t], [t.End, .. Remaining(t)])
        : payment!.Previous(t, Stated(terms));

    Formula Payment(Period t, AnnuityInstalments terms)
    {
        var before = loan.Dates.IsInstalment(t) ? Due(t, terms) : payment!.Previous(t, Stated(terms));
                bool isLowered = loan.Terms.PrepaymentEffect == PrepaymentEffect.LowerInstalments && loan.HasPrepayment(t);
        if (!rate.IsReset(t) && !isLowered || Remaining(t) is not [var next, ..] remaining) return before;
        var owed = loan.Closing[t] + interest.Left[t] + loan.Closing[t] * rate.Afterwards[t] * loan.Dates.Interest.YearFraction(t.End, next);
        return Level(owed, rate.Afterwards[t], remaining);
    }

    // The payments repay what is owed on the first of their dates: payment x (1 + v2 + v2 v3 + ...) = owed, with v = 1 / (1 + rate x year fraction between dates).
    Formula Level(Formula owed, Formula yearly, LocalDate[] dates)
    {
        Formula product = 1, sum = 1;
        for (int k = dates.Length - 1; k > 0; k--)
        {
            product *= 1 + yearly * loan.Dates.Interest.YearFraction(dates[k - 1], dates[k]);
            sum += product;
        }
        // product / sum is one over the bracket, without a division in it.
        return Ratio(owed * product, sum, 0);
    }

    LocalDate[] Remaining(Period t) => [.. loan.Dates.Planned.Where(date => date > t.End && date < loan.Dates.RepaidBy), .. loan.Dates.RepaidBy is { } last && last > t.End ? [last] : Array.Empty<LocalDate>()];

    bool IsFirst(Period t) => !loan.Model.Periods.Take(t.Index).Any(loan.Dates.IsInstalment);

    Formula Stated(AnnuityInstalments terms) => terms.Payment ?? 0 * loan.Currency;
}
