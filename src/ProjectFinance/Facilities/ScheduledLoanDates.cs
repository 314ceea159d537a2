using System.Collections.Immutable;
using NodaTime;
using ProjectFinance.Time;

namespace ProjectFinance.Facilities;

/// <summary>The dates of a <see cref="ScheduledLoan"/>, resolved: each as counted and as settled.</summary>
sealed class ScheduledLoanDates
{
    readonly DatesAsCounted counting;
    readonly LocalDate drawn, after, end;
    readonly LocalDate? soldBefore;
    readonly Dictionary<LocalDate, LocalDate> settlements = [];
    readonly ImmutableSortedSet<LocalDate> interest;
    readonly ImmutableSortedSet<LocalDate> bases;
    readonly ImmutableSortedSet<LocalDate> scalings;
    readonly ImmutableArray<ImmutableSortedSet<LocalDate>> resets;
    readonly ImmutableArray<(InstalmentSeries Terms, ImmutableSortedSet<LocalDate> Dates)> streams;

    /// <summary>Resolves them.</summary>
    /// <param name="terms">The loan.</param>
    /// <param name="start">The day on which the model begins.</param>
    /// <param name="end">The day on which it ends.</param>
    internal ScheduledLoanDates(ScheduledLoan terms, LocalDate start, LocalDate end)
    {
        (counting, drawn, this.end) = (new DatesAsCounted(terms.BusinessDays), terms.Drawn, end);
        // What falls on the day of a restart has happened already.
        after = terms.Drawn < start ? start : start.PlusDays(-1);
        soldBefore = terms.Sale is { BeforePayments: true } first ? first.Date : null;
        Maturity = terms.Maturity is { } last ? Counted(last) : null;
        Last = terms.Sale is { } sale ? Maturity is { } maturity ? LocalDate.Min(maturity, sale.Date) : sale.Date : Maturity ?? end;
        CapitalisedUntil = terms.Interest.CapitalisedUntil is { } until ? Counted(until) : null;

        List<(ScheduleDate Date, Schedule Terms)> ends = [];
        if (terms.Interest.Dates is { } schedule) ends.AddRange(counting.Resolved(schedule).Select(date => (date, schedule)));
        if (terms.Interest.CapitalisedUntil is { } capitalised) ends.Add(Single(capitalised));
        if (terms.Maturity is { } final) ends.Add(Single(final));
        ends = [.. ends.Where(period => counting.Counted(period.Date) <= (Maturity ?? end)).OrderBy(period => counting.Counted(period.Date)).DistinctBy(period => counting.Counted(period.Date))];
        foreach (var (date, _) in ends) settlements[counting.Counted(date)] = date.Adjusted;
        interest = [.. ends.Select(period => counting.Counted(period.Date))];
        ends.RemoveAll(period => counting.Counted(period.Date) <= terms.Drawn);
        if (ends.Count == 0) ends.Add(Single(end));
        AccruedFrom = interest.LastOrDefault(date => date <= start, terms.Drawn);
        Interest = new InterestCalendar(terms.Drawn, [.. ends], counting, Maturity ?? end, terms.Interest.DayCount);

        var instalments = terms.Amortisation switch
        {
            LevelPrincipal level => level.Dates,
            PaymentLessInterest level => level.Dates,
            AnnuityInstalments annuity => annuity.Dates,
            _ => null,
        };
        Instalments = BeforeMaturity(instalments);
        var planned = terms.Amortisation is AnnuityInstalments { CalculatedOn: { } others } ? others : instalments;
        Planned = planned is null ? [] : [.. counting.Resolved(planned).Select(counting.Counted)];
        RepaidBy = terms.Amortisation is AnnuityInstalments { RepaidBy: { } repaid } ? Counted(repaid) : Maturity;
        streams = terms.Amortisation is StatedInstalments stated ? [.. stated.Streams.Select(stream => (stream, BeforeMaturity(stream.Dates)))] : [];
        resets = [.. terms.Interest.Resets.Select(reset => BeforeMaturity(reset.Dates, isReset: true))];
        bases = BeforeMaturity((terms.Interest.Base as LaggedBase)?.Dates);
        scalings = BeforeMaturity(terms.Scaling?.Dates);
        All = [.. new[] { terms.Drawn, terms.Purchase?.Date, terms.Sale?.Date, Maturity, CapitalisedUntil }.OfType<LocalDate>(), .. interest, .. Instalments, .. streams.SelectMany(stream => stream.Dates),
            .. resets.SelectMany(dates => dates), .. bases, .. scalings, .. terms.Prepayments.Select(amount => amount.Date)];
        Indices = new ResetIndices(terms, this);
        // Principal is not delayed, so that a date on which it falls too stays.
        LocalDate[] principal = [.. Instalments, .. streams.SelectMany(stream => stream.Dates), .. terms.Prepayments.Select(amount => amount.Date), .. new[] { Maturity }.OfType<LocalDate>()];
        if (!Indices.IsPaidLater) return;
        foreach (var date in interest.Where(date => date > terms.Drawn).Except(principal))
            if (Indices.InForce(date.PlusDays(-1)) is { } rate) settlements[date] = rate.Index.PaidOn(settlements[date]);
    }

    /// <summary>Which index makes the rate of which days.</summary>
    internal ResetIndices Indices { get; }

    /// <summary>The interest periods.</summary>
    internal InterestCalendar Interest { get; }

    /// <summary>The day from which interest has accrued when the model begins.</summary>
    internal LocalDate AccruedFrom { get; }

    /// <summary>Final maturity; null for none.</summary>
    internal LocalDate? Maturity { get; }

    /// <summary>The last day on which something happens: maturity, sale, or the end of the model.</summary>
    internal LocalDate Last { get; }

    /// <summary>The last day on which interest is capitalised; null for none.</summary>
    internal LocalDate? CapitalisedUntil { get; }

    /// <summary>The dates of level principal, of payments less interest or of annuities, before maturity.</summary>
    internal ImmutableSortedSet<LocalDate> Instalments { get; }

    /// <summary>How many instalments before maturity the model has still to come when it begins.</summary>
    internal int InstalmentsToCome => Instalments.Count(date => date > after);

    /// <summary>The dates over which an annuity is calculated, those after maturity too.</summary>
    internal ImmutableSortedSet<LocalDate> Planned { get; }

    /// <summary>The day by which an annuity repays the loan; null where there is none.</summary>
    internal LocalDate? RepaidBy { get; }

    /// <summary>Every date on which something happens, in order.</summary>
    internal ImmutableSortedSet<LocalDate> All { get; }

    /// <summary>For each date as counted, the day on which money moves.</summary>
    internal ImmutableSortedDictionary<LocalDate, LocalDate> Settlements => settlements.ToImmutableSortedDictionary();

    /// <summary>The interest dates, maturity included.</summary>
    internal ImmutableSortedSet<LocalDate> InterestDates => interest;

    /// <summary>Whether interest falls due on a column's end.</summary>
    internal bool IsInterestDate(Period t) => interest.Contains(t.End) && Happens(t.End);

    /// <summary>Whether what falls due is capitalised.</summary>
    internal bool IsCapitalised(Period t) => IsInterestDate(t) && t.End <= CapitalisedUntil;

    /// <summary>Whether an instalment before maturity falls on a column's end.</summary>
    internal bool IsInstalment(Period t) => Instalments.Contains(t.End) && Happens(t.End);

    /// <summary>Whether a lagged base becomes what is outstanding at a column's end.</summary>
    internal bool IsRebased(Period t) => bases.Contains(t.End) && Happens(t.End);

    /// <summary>Whether scaling factors are set at a column's end.</summary>
    internal bool IsScaled(Period t) => scalings.Contains(t.End) && Happens(t.End);

    /// <summary>Whether a column ends on maturity, and the loan was not sold before.</summary>
    internal bool IsMaturity(Period t) => t.End == Maturity && Happens(t.End);

    /// <summary>The number of the reset that holds from a column's end; -1 for none.</summary>
    internal int ResetOn(LocalDate date) => !Happens(date) ? -1 : resets.Index().LastOrDefault(reset => reset.Item.Contains(date), (-1, [])).Index;

    /// <summary>The last reset that has come by a day, happened in the model or before, with its date; null for none.</summary>
    internal (int Which, LocalDate From)? ResetBy(LocalDate day)
    {
        (int Which, LocalDate From)? last = null;
        foreach (var (which, dates) in resets.Index())
            if (dates.LastOrDefault(date => date <= day) is var date && date >= drawn && (last is null || date >= last.Value.From)) last = (which, date);
        return last;
    }

    /// <summary>The first reset that happens in the model; null for none.</summary>
    internal LocalDate? FirstReset => resets.SelectMany(dates => dates).Where(date => date >= drawn && Happens(date)).Cast<LocalDate?>().Min();

    /// <summary>The days from a reset to the next, or to the loan's last day.</summary>
    internal RatePeriod UntilNextReset(LocalDate from) => new(from, resets.SelectMany(dates => dates).Where(date => date > from).DefaultIfEmpty(LocalDate.Max(Maturity ?? end, from)).Min());

    /// <summary>The streams of instalments, or of draws, that fall on a column's end.</summary>
    internal IEnumerable<Quantity> Streams(Period t, bool draws) =>
        !Happens(t.End) ? [] : streams.Where(stream => stream.Terms.Draws == draws && stream.Dates.Contains(t.End)).Select(stream => stream.Terms.Amount);

    /// <summary>Whether what falls on a date happens: not before the model begins, nor once the loan is sold.</summary>
    internal bool Happens(LocalDate date) => date > after && date <= Last && date != soldBefore;

    LocalDate Counted(LocalDate date) => counting.Counted(counting.Resolved(date));

    (ScheduleDate, Schedule) Single(LocalDate date) => (counting.Resolved(date), new OnDates([date]));

    // A reset on the day of the drawing, which no business day moves, makes the rate from there on.
    ImmutableSortedSet<LocalDate> BeforeMaturity(Schedule? schedule, bool isReset = false)
    {
        if (schedule is null) return [];
        var dates = counting.Resolved(schedule).Where(date => Maturity is null || counting.Counted(date) < Maturity).ToList();
        foreach (var date in dates) settlements[counting.Counted(date)] = date.Adjusted;
        return [.. dates.Select(date => isReset && date.Unadjusted == drawn ? drawn : counting.Counted(date))];
    }
}
