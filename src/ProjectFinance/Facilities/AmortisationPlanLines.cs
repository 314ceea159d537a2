using NodaTime;
using static ProjectFinance.Formula;

namespace ProjectFinance.Facilities;

/// <summary>What one plan of a <see cref="ScheduledLoan"/> repays on its dates: the first, or one that a change brings.</summary>
sealed class AmortisationPlanLines
{
    readonly ScheduledLoanLines loan;
    readonly ScheduledInterestLines interest;
    readonly ResetRateLines rate;
    readonly Line? payment;
    readonly Line? amount;

    internal AmortisationPlanLines(ScheduledLoanLines loan, ScheduledInterestLines interest, ResetRateLines rate, AmortisationDates dates)
    {
        (this.loan, this.interest, this.rate, Dates) = (loan, interest, rate, dates);
        var source = loan.SourceOf("amortisation");
        var from = dates.From is { } day ? $" from {day.Iso()}" : "";
        switch (dates.Terms)
        {
            case LevelPrincipal level:
                amount = loan.Model.Declare($"{loan.Name("Instalment")}{from}", loan.Currency, LineKind.Level, source);
                amount.Is(t => Amount(t, level));
                break;
            case AnnuityInstalments annuity:
                payment = loan.Model.Declare($"{loan.Name("Payment")}{from}", loan.Currency, LineKind.Level, source);
                payment.Is(t => Payment(t, annuity));
                break;
        }
    }

    /// <summary>The dates of the plan.</summary>
    internal AmortisationDates Dates { get; }

    /// <summary>What falls on a date of the plan; below zero what is added to the principal.</summary>
    internal Formula On(Period t)
    {
        var outstanding = loan.Opening[t] + loan.Draw[t];
        int count = Dates.Count(t.End);
        return Dates.Terms switch
        {
            LevelPrincipal => Min(Times(count, amount!.Previous(t, amount[t])), outstanding),
            PaymentLessInterest level => Min(level.Payment * count - interest.Accrued(t), outstanding),
            AnnuityInstalments annuity => Min(Times(count, Due(t, annuity)) - interest.Accrued(t), outstanding),
            StatedInstalments => Min(Sum(Dates.Stated(t.End, draws: false).Select(stated => (Formula)stated)), outstanding),
            var other => throw new ArgumentOutOfRangeException(nameof(t), other, "Not a kind of amortisation that can be laid out."),
        };
    }

    // A deferred instalment falls on the same day as another.
    static Formula Times(int count, Formula amount) => count == 1 ? amount : amount * count;

    // A later plan spreads what is outstanding on the day after which it holds.
    Formula Amount(Period t, LevelPrincipal level)
    {
        int parts = loan.Dates.InstalmentsToCome(Dates) + 1;
        if (Dates.From is not { } from) return Lowered(t, amount!.Previous(t, level.Amount ?? loan.Terms.Principal / parts));
        if (t.End < from) return 0;
        return t.End > from ? Lowered(t, amount!.Previous(t, 0)) : level.Amount ?? loan.Closing[t] / parts;
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
        // A reset on the day after which a plan holds was known when the plan was agreed.
        if (t.End <= Dates.From) return Stated(terms);
        var before = Dates.Count(t.End) > 0 && loan.Dates.Happens(t.End) ? Due(t, terms) : payment!.Previous(t, Stated(terms));
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

    LocalDate[] Remaining(Period t) => [.. Dates.Planned.Where(date => date > t.End && date < Dates.RepaidBy), .. Dates.RepaidBy is { } last && last > t.End ? [last] : Array.Empty<LocalDate>()];

    bool IsFirst(Period t) => t.End == Dates.Instalments.FirstOrDefault(loan.Dates.Happens);

    Formula Stated(AnnuityInstalments terms) => terms.Payment ?? 0 * loan.Currency;
}
