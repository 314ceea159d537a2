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
    readonly ImmutableArray<LocalDate> prepayments;
    readonly Dictionary<LocalDate, LocalDate> settlements = [];
    readonly ImmutableSortedSet<LocalDate> interest;
    readonly ImmutableSortedSet<LocalDate> bases;
    readonly ImmutableSortedSet<LocalDate> scalings;
    readonly ImmutableArray<ImmutableSortedSet<LocalDate>> resets;

    /// <summary>Resolves them.</summary>
    /// <param name="terms">The loan.</param>
    /// <param name="start">The day on which the model begins.</param>
    /// <param name="end">The day on which it ends.</param>
    internal ScheduledLoanDates(ScheduledLoan terms, LocalDate start, LocalDate end)
    {
        terms = RevisedResets.Of(terms);
        (counting, drawn, this.end) = (new DatesAsCounted(terms.BusinessDays), terms.Drawn, end);
        // What falls on the day of a restart has happened already.
        after = terms.Drawn < start ? start : start.PlusDays(-1);
        soldBefore = terms.Sale is { BeforePayments: true } first ? first.Date : null;
        Maturity = CountedMaturity(terms, terms.Changes.Length);
        Last = terms.Sale is { } sale ? Maturity is { } maturity ? LocalDate.Min(maturity, sale.Date) : sale.Date : Maturity ?? end;
        CapitalisedUntil = terms.Interest.CapitalisedUntil is { } until ? Counted(until) : null;

        List<(ScheduleDate Date, Schedule Terms)> ends = [];
        if (terms.Interest.Dates is { } schedule) ends.AddRange(counting.Resolved(schedule).Select(date => (date, schedule)));
        foreach (var change in terms.Changes)
            if (change.To.InterestDates is { } later)
                ends = [.. ends.Where(period => counting.Counted(period.Date) <= change.From), .. counting.Resolved(later).Where(date => counting.Counted(date) > change.From).Select(date => (date, later))];
        var deferrals = Deferrals(terms);
        ends = [.. ends.Select(period => Deferred(deferrals, counting.Counted(period.Date)) is var to && to != counting.Counted(period.Date) ? Single(to) : period)];
        if (terms.Interest.CapitalisedUntil is { } capitalised) ends.Add(Single(capitalised));
        if (terms.FinalMaturity is { } final) ends.Add(Single(final));
        ends = [.. ends.Where(period => counting.Counted(period.Date) <= (Maturity ?? end)).OrderBy(period => counting.Counted(period.Date)).DistinctBy(period => counting.Counted(period.Date))];
        foreach (var (date, _) in ends) settlements[counting.Counted(date)] = date.Adjusted;
        interest = [.. ends.Select(period => counting.Counted(period.Date))];
        ends.RemoveAll(period => counting.Counted(period.Date) <= terms.Drawn);
        if (ends.Count == 0) ends.Add(Single(end));
        AccruedFrom = interest.LastOrDefault(date => date <= start, terms.Drawn);
        Interest = new InterestCalendar(terms.Drawn, [.. ends], counting, Maturity ?? end, terms.Interest.DayCount);

        Plans = [.. PlansOf(terms, deferrals)];
        foreach (var due in deferrals.SelectMany(agreed => agreed.Keys).Where(date => !interest.Contains(date) && !Plans.Any(plan => plan.All.Contains(date)))) settlements.Remove(due);
        resets = [.. terms.Interest.Resets.Select(reset => BeforeMaturity(reset.Dates, isReset: true))];
        prepayments = [.. terms.Prepayments.Select(amount => amount.Date)];
        bases = BeforeMaturity((terms.Interest.Base as LaggedBase)?.Dates);
        scalings = BeforeMaturity(terms.Scaling?.Dates);
        All = [.. new[] { terms.Drawn, terms.Purchase?.Date, terms.Sale?.Date, Maturity, CapitalisedUntil }.OfType<LocalDate>(), .. interest, .. Plans.SelectMany(plan => plan.All), .. terms.Changes.Select(change => change.From),
            .. resets.SelectMany(dates => dates), .. bases, .. scalings, .. prepayments];
        Indices = new ResetIndices(terms, this);
        // Principal is not delayed, so that a date on which it falls too stays.
        LocalDate[] principal = [.. Plans.SelectMany(plan => plan.All), .. prepayments, .. new[] { Maturity }.OfType<LocalDate>()];
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

    /// <summary>The plans of repayment: the first, and one for each change of it.</summary>
    internal ImmutableArray<AmortisationDates> Plans { get; }

    /// <summary>Every date on which something happens, in order.</summary>
    internal ImmutableSortedSet<LocalDate> All { get; }

    /// <summary>For each date as counted, the day on which money moves.</summary>
    internal ImmutableSortedDictionary<LocalDate, LocalDate> Settlements => settlements.ToImmutableSortedDictionary();

    /// <summary>The interest dates, maturity included.</summary>
    internal ImmutableSortedSet<LocalDate> InterestDates => interest;

    /// <summary>The dates on which principal falls due, maturity included; prepayments are not among them.</summary>
    internal ImmutableSortedSet<LocalDate> PrincipalDates =>
        [.. Plans.SelectMany(plan => plan.Repaid), .. Maturity is { } last ? [last] : Array.Empty<LocalDate>()];

    /// <summary>The dates on which the borrower pays.</summary>
    internal IEnumerable<LocalDate> Payments => interest.Concat(PrincipalDates).Concat(prepayments).Where(Happens);

    /// <summary>Whether interest falls due on a column's end.</summary>
    internal bool IsInterestDate(Period t) => interest.Contains(t.End) && Happens(t.End);

    /// <summary>Whether what falls due is capitalised.</summary>
    internal bool IsCapitalised(Period t) => IsInterestDate(t) && t.End <= CapitalisedUntil;

    /// <summary>The plan of which an instalment before maturity falls on a column's end; null where none does.</summary>
    internal AmortisationDates? PlanOn(Period t) => Happens(t.End) ? Plans.FirstOrDefault(plan => plan.Repays(t.End)) : null;

    /// <summary>How many instalments of a plan the model has still to come when the plan begins.</summary>
    internal int InstalmentsToCome(AmortisationDates plan) => plan.Agreed.Count(date => date > after);

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
    internal IEnumerable<Quantity> Streams(Period t, bool draws) => !Happens(t.End) ? [] : Plans.SelectMany(plan => plan.Stated(t.End, draws));

    /// <summary>The column's part of its interest period's year fraction; for a column before the drawing its own, as there is no period yet.</summary>
    internal double YearFraction(Period t) => t.Days == 0 ? 0 : t.Start < drawn ? Interest.YearFraction(t.Start, t.End) : Interest.YearFraction(t);

    /// <summary>Whether what falls on a date happens: not before the model begins, nor once the loan is sold.</summary>
    internal bool Happens(LocalDate date) => date > after && date <= Last && date != soldBefore;

    // A new maturity alone spreads what is outstanding anew; payments that were agreed, or calculated, were so for the old one.
    IEnumerable<AmortisationDates> PlansOf(ScheduledLoan terms, List<Dictionary<LocalDate, LocalDate>> deferrals)
    {
        var amortisation = terms.Amortisation;
        LocalDate? from = null;
        for (int i = 0; i <= terms.Changes.Length; i++)
        {
            if (i < terms.Changes.Length && !terms.Changes[i].To.IsNewPlan) continue;
            LocalDate? until = i < terms.Changes.Length ? terms.Changes[i].From : null;
            yield return new(amortisation, from, until, CountedMaturity(terms, i), Noted, schedule => [.. counting.Resolved(schedule).Select(counting.Counted)], date => Deferred(deferrals, date));
            if (i == terms.Changes.Length) yield break;
            amortisation = terms.Changes[i].To.Amortisation ?? (amortisation is AnnuityInstalments annuity ? annuity with { Payment = null } : amortisation);
            from = until;
        }
    }

    LocalDate? CountedMaturity(ScheduledLoan terms, int changes) => terms.MaturityAfter(changes) is { } last ? Counted(last) : null;

    // By the day as counted: a deferral may name it as written too. What one change defers another may defer again.
    List<Dictionary<LocalDate, LocalDate>> Deferrals(ScheduledLoan terms)
    {
        var all = new List<Dictionary<LocalDate, LocalDate>>();
        foreach (var change in terms.Changes)
        {
            var agreed = new Dictionary<LocalDate, LocalDate>();
            foreach (var deferral in change.To.Deferrals)
            {
                agreed[Counted(deferral.Due)] = Counted(deferral.To);
                settlements[Counted(deferral.To)] = counting.Resolved(deferral.To).Adjusted;
            }
            all.Add(agreed);
        }
        return all;
    }

    static LocalDate Deferred(List<Dictionary<LocalDate, LocalDate>> deferrals, LocalDate due) => deferrals.Aggregate(due, (date, agreed) => agreed.GetValueOrDefault(date, date));

    ImmutableArray<LocalDate> Noted(Schedule schedule)
    {
        var dates = counting.Resolved(schedule);
        foreach (var date in dates.Where(date => Maturity is null || counting.Counted(date) < Maturity)) settlements[counting.Counted(date)] = date.Adjusted;
        return [.. dates.Select(counting.Counted)];
    }

    /// <summary>A day as the loan counts it: moved to a business day, or as written.</summary>
    internal LocalDate AsCounted(LocalDate date) => Counted(date);

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
