using System.Collections.Immutable;
using NodaTime;
using ProjectFinance.Time;

namespace ProjectFinance.Facilities;

/// <summary>The dates of one plan of repayment of a <see cref="ScheduledLoan"/>: the first, or one that a change brings.</summary>
sealed class AmortisationDates
{
    readonly ImmutableSortedDictionary<LocalDate, int> instalments;
    readonly ImmutableHashSet<LocalDate> repaid;
    readonly ImmutableArray<(InstalmentSeries Terms, ImmutableArray<LocalDate> Dates)> streams;

    /// <summary>Resolves them.</summary>
    /// <param name="terms">The plan.</param>
    /// <param name="from">The day after which it holds; null for the first.</param>
    /// <param name="until">The last day of the plan; null for the last.</param>
    /// <param name="maturity">Final maturity when the plan was agreed, as counted; null for none.</param>
    /// <param name="counted">The dates of a schedule, as counted.</param>
    /// <param name="planned">The same for dates that an annuity is only calculated on.</param>
    /// <param name="deferred">The day on which what was to fall due on a date falls due.</param>
    internal AmortisationDates(Amortisation terms, LocalDate? from, LocalDate? until, LocalDate? maturity, Func<Schedule, ImmutableArray<LocalDate>> counted, Func<Schedule, ImmutableArray<LocalDate>> planned, Func<LocalDate, LocalDate> deferred)
    {
        (Terms, From) = (terms, from);
        var schedule = terms switch
        {
            LevelPrincipal level => level.Dates,
            PaymentLessInterest level => level.Dates,
            AnnuityInstalments annuity => annuity.Dates,
            _ => null,
        };
        Agreed = schedule is null ? [] : [.. counted(schedule).Where(date => IsBeforeMaturity(date) && !(date <= from))];
        instalments = Agreed.Where(IsStanding).Select(deferred).Where(IsBeforeMaturity).CountBy(date => date).ToImmutableSortedDictionary();
        var dates = terms is AnnuityInstalments { CalculatedOn: { } others } ? others : schedule;
        Planned = dates is null ? [] : [.. planned(dates)];
        RepaidBy = terms is AnnuityInstalments { RepaidBy: { } last } ? planned(new OnDates([last]))[0] : maturity;
        streams = terms is not StatedInstalments stated ? [] :
        [
            .. stated.Streams.Select(stream => (stream, ImmutableArray.CreateRange(counted(stream.Dates).Where(date => IsBeforeMaturity(date) && !(date <= from) && IsStanding(date))
                .Select(date => stream.Draws ? date : deferred(date)).Where(IsBeforeMaturity)))),
        ];

        repaid = [.. instalments.Keys, .. streams.Where(stream => !stream.Terms.Draws).SelectMany(stream => stream.Dates)];

        bool IsBeforeMaturity(LocalDate date) => maturity is null || date < maturity;
        bool IsStanding(LocalDate date) => until is null || date <= until;
    }

    /// <summary>The plan.</summary>
    internal Amortisation Terms { get; }

    /// <summary>The day after which it holds; null for the first.</summary>
    internal LocalDate? From { get; }

    /// <summary>The dates of level principal, of payments less interest or of annuities before maturity, as the plan agreed them.</summary>
    internal ImmutableSortedSet<LocalDate> Agreed { get; }

    /// <summary>The dates over which an annuity is calculated, those after maturity too.</summary>
    internal ImmutableSortedSet<LocalDate> Planned { get; }

    /// <summary>The day by which an annuity repays the loan; null where there is none.</summary>
    internal LocalDate? RepaidBy { get; }

    /// <summary>Every date on which something is repaid or drawn.</summary>
    internal IEnumerable<LocalDate> All => instalments.Keys.Concat(streams.SelectMany(stream => stream.Dates));

    /// <summary>The dates on which principal falls due.</summary>
    internal IEnumerable<LocalDate> Repaid => repaid;

    /// <summary>The dates of level principal, of payments less interest or of annuities before maturity.</summary>
    internal IEnumerable<LocalDate> Instalments => instalments.Keys;

    /// <summary>Whether principal falls due on a date.</summary>
    internal bool Repays(LocalDate date) => repaid.Contains(date);

    /// <summary>How many instalments fall on a date: more than one where another was deferred to it.</summary>
    internal int Count(LocalDate date) => instalments.GetValueOrDefault(date);

    /// <summary>The stated amounts that fall on a date.</summary>
    internal IEnumerable<Quantity> Stated(LocalDate date, bool draws) =>
        streams.Where(stream => stream.Terms.Draws == draws).SelectMany(stream => stream.Dates.Where(one => one == date).Select(_ => stream.Terms.Amount));
}
