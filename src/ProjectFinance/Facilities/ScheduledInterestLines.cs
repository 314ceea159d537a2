using static ProjectFinance.Formula;

namespace ProjectFinance.Facilities;

/// <summary>The interest of a <see cref="ScheduledLoan"/>: what it is counted on, what accrues, what falls due, what is capitalised.</summary>
sealed class ScheduledInterestLines
{
    readonly ScheduledLoanLines loan;
    readonly Line? lagged;
    readonly Line interest;
    readonly Accrual accrual;

    internal ScheduledInterestLines(ScheduledLoanLines loan, ResetRateLines rate)
    {
        this.loan = loan;
        var (model, terms, dates) = (loan.Model, loan.Terms, loan.Dates);
        var source = loan.SourceOf("interest");
        if (terms.Interest.Base is LaggedBase) lagged = model.Declare(loan.Name("Interest base afterwards"), loan.Currency, LineKind.Level, source);
        var counted = model.Line(loan.Name("Interest base"), loan.Currency, Base, LineKind.Opening, source);
        lagged?.Is(t => Lagged(t, (LaggedBase)terms.Interest.Base));
        var compounded = dates.Indices.CompoundsBalance ? new CompoundedBalance(model, terms.Name, counted, t => rate.OnUnpaid(t) * dates.YearFraction(t), Falls, source) : null;
        interest = model.Line(loan.Name("Interest"), loan.Currency, t => counted[t] * rate.Rate[t] * dates.YearFraction(t) + (compounded is null ? 0 : compounded.On(t)), LineKind.Flow, source);
        accrual = Accrual.Of(interest, t => interest[t], Falls, source, AccruedAtStart(rate));
        Capitalised = model.Line(loan.Name("Interest capitalised"), loan.Currency, t => dates.IsCapitalised(t) ? accrual.Falling[t] : 0, LineKind.Flow, source);
    }

    /// <summary>Interest added to the principal on an interest date.</summary>
    internal Line Capitalised { get; }

    /// <summary>What has accrued by a column's end, before anything falls due on it.</summary>
    internal Formula Accrued(Period t) => accrual.Accrued[t] + accrual.Falling[t];

    /// <summary>What is accrued after all that falls due.</summary>
    internal Line Left => accrual.Accrued;

    /// <summary>What falls due to be paid on an interest date.</summary>
    internal Formula Payable(Period t) => loan.Dates.IsInterestDate(t) && !loan.Dates.IsCapitalised(t) ? accrual.Falling[t] : 0;

    /// <summary>What is settled with the price when the loan is sold between interest dates.</summary>
    internal Formula Sold(Period t) => loan.IsSale(t) && !loan.Dates.IsInterestDate(t) ? accrual.Falling[t] : 0;

    bool Falls(Period t) => loan.Dates.IsInterestDate(t) || loan.IsSale(t);

    // A restart says what has accrued by then; otherwise it is what the principal bore since interest last fell due.
    Formula AccruedAtStart(ResetRateLines rate)
    {
        if (!loan.IsOutstandingAtStart) return 0;
        if (loan.Terms.AccruedAtStart is { } stated) return stated;
        var start = loan.Model.Timeline.Start;
        return loan.Terms.Principal * rate.Rate[0] * loan.Terms.Interest.DayCount.YearFraction(loan.Dates.AccruedFrom, start);
    }

    Formula Base(Period t)
    {
        bool runs = t.Start >= loan.Terms.Drawn && t.End <= loan.Dates.Last;
        return loan.Terms.Interest.Base switch
        {
            _ when !runs || t.Days == 0 => 0,
            OutstandingBase => loan.Opening[t],
            OriginalBase original => original.Amount ?? loan.Terms.Principal,
            LaggedBase stated => lagged!.Previous(t, stated.Amount ?? loan.Terms.Principal),
            var other => throw new ArgumentOutOfRangeException(nameof(t), other, "Not a base that can be laid out."),
        };
    }

    Formula Lagged(Period t, LaggedBase stated)
    {
        if (t.End < loan.Terms.Drawn) return 0;
        if (loan.Dates.IsRebased(t)) return loan.Closing[t];
        bool begins = t.End == loan.Terms.Drawn || t.IsFirst;
        return begins ? stated.Amount ?? loan.Terms.Principal : lagged!.Previous(t, 0);
    }
}
