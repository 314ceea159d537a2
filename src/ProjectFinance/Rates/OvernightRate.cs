using System.Collections.Immutable;
using NodaTime;
using ProjectFinance.Rates;
using ProjectFinance.Time;

namespace ProjectFinance;

/// <summary>SOFR, SONIA and other overnight rates over a period, in arrears: compounded or averaged, with lookback, observation shift and lockout. docs/indices.md has the formulas and their sources.</summary>
public static class OvernightRate
{
    const string Subject = "Overnight rate";
    const int MostNamed = 30;

    /// <summary>
    /// The yearly rate of a period, as a fraction: the product of (1 + r n / 360) over its business days, less one, times 360 / days; or for a simple average the sum of r n / days. A spread is in it.
    /// </summary>
    /// <param name="terms">How the rate is averaged.</param>
    /// <param name="fixings">The daily rates.</param>
    /// <param name="start">The first day of the period.</param>
    /// <param name="end">The day on which it ends, itself not counted.</param>
    /// <exception cref="InvalidInputException">The end is not after the start, the terms make no sense, or fixings are missing; the message lists their days.</exception>
    public static double Of(OvernightTerms terms, OvernightFixings fixings, LocalDate start, LocalDate end) =>
        Accrued(terms, fixings, start, end, start, end) * terms.DaysInYear / NodaTime.Period.DaysBetween(start, end) + Added(terms);

    /// <summary>Interest on a balance of one over part of a period, without a spread that is added: the parts of a period sum to the whole.</summary>
    /// <param name="terms">How the rate is averaged.</param>
    /// <param name="fixings">The daily rates.</param>
    /// <param name="start">The first day of the period.</param>
    /// <param name="end">The day on which it ends.</param>
    /// <param name="from">The first day of the part.</param>
    /// <param name="until">The day on which the part ends, itself not counted.</param>
    /// <remarks>Where the rate is compounded, the part has what the unannualised cumulative rate grows by: the non-cumulative rate times its days. Where the balance is compounded, the growth over the part alone.</remarks>
    /// <exception cref="InvalidInputException">As for <see cref="Of"/>, or the part lies outside the period.</exception>
    public static double Part(OvernightTerms terms, OvernightFixings fixings, LocalDate start, LocalDate end, LocalDate from, LocalDate until)
    {
        ArgumentNullException.ThrowIfNull(terms);
        if (from < start || until > end || until <= from)
            throw InvalidInputException.Of(Subject, $"the part from {from.Iso()} to {until.Iso()} does not lie within {start.Iso()} to {end.Iso()}", "it must have days, all of them in the period");
        return terms.Method == OvernightMethod.Compounded && from > start
            ? Accrued(terms, fixings, start, end, start, until) - Accrued(terms, fixings, start, end, start, from)
            : Accrued(terms, fixings, start, end, from, until);
    }

    /// <summary>The business days of a period with the day each looks at, its rate, and the cumulative and the non-cumulative rate up to it.</summary>
    /// <inheritdoc cref="Of"/>
    public static ImmutableArray<OvernightDay> Days(OvernightTerms terms, OvernightFixings fixings, LocalDate start, LocalDate end)
    {
        ArgumentNullException.ThrowIfNull(terms);
        ArgumentNullException.ThrowIfNull(fixings);
        var found = ImmutableArray.CreateBuilder<OvernightDay>();
        var missing = new List<LocalDate>();
        double accrued = 0;
        int cursor = 0;
        for (var day = new OvernightDays(terms, start, end); day.MoveNext();)
        {
            if (Daily(terms, fixings, day.Observed, ref cursor) is not { } rate)
            {
                missing.Add(day.Observed);
                continue;
            }
            double before = accrued, days = NodaTime.Period.DaysBetween(day.From, day.Until), factor = rate * days / terms.DaysInYear;
            accrued = terms.Method == OvernightMethod.Simple ? accrued + factor : (1 + accrued) * (1 + factor) - 1;
            found.Add(new(day.From, day.Until, day.Observed, rate, accrued * terms.DaysInYear / NodaTime.Period.DaysBetween(found.Count == 0 ? day.From : found[0].From, day.Until), (accrued - before) * terms.DaysInYear / days));
        }
        if (missing.Count > 0) throw Gap(missing);
        return found.ToImmutable();
    }

    /// <summary>Interest of a period on a balance that changes in it, a spread included, in the balance's unit.</summary>
    /// <param name="terms">How the rate is averaged, and whether unpaid interest bears interest.</param>
    /// <param name="fixings">The daily rates.</param>
    /// <param name="start">The first day of the period.</param>
    /// <param name="end">The day on which it ends.</param>
    /// <param name="balances">The balance from a day on, in order, the first on the start or before.</param>
    /// <exception cref="InvalidInputException">As for <see cref="Of"/>, or the balances are not in order or begin after the start.</exception>
    public static double Interest(OvernightTerms terms, OvernightFixings fixings, LocalDate start, LocalDate end, ImmutableArray<(LocalDate From, double Balance)> balances)
    {
        ArgumentNullException.ThrowIfNull(terms);
        if (balances.IsDefaultOrEmpty || balances[0].From > start) throw InvalidInputException.Of(Subject, $"no balance is given for {start.Iso()}", "the first must hold on the start of the period or before");
        for (int i = 1; i < balances.Length; i++)
            if (balances[i].From <= balances[i - 1].From) throw InvalidInputException.Of(Subject, $"the balance from {balances[i].From.Iso()} comes after that from {balances[i - 1].From.Iso()}", "balances must be in the order of their days, one on a day");
        double unpaid = 0, added = 0;
        foreach (var (from, until, balance) in Parts(balances, start, end))
        {
            double bearing = terms.Method == OvernightMethod.CompoundedBalance ? balance + unpaid : balance;
            unpaid += bearing * Part(terms, fixings, start, end, from, until);
            added += balance * Added(terms) * NodaTime.Period.DaysBetween(from, until) / terms.DaysInYear;
        }
        return unpaid + added;
    }

    /// <summary>The value of an index that begins at one and grows by 1 + r n / 360 from each business day to the next, as the SOFR Index of the Federal Reserve Bank of New York does.</summary>
    /// <param name="terms">The calendar, the days of a year and a floor; lookback, shift and lockout have no place in an index and are refused.</param>
    /// <param name="fixings">The daily rates.</param>
    /// <param name="from">The day on which the index is one: 2018-04-02.</param>
    /// <param name="on">The day whose value is asked for: 1.04201839 on 2021-01-22.</param>
    /// <exception cref="InvalidInputException">As for <see cref="Of"/>.</exception>
    public static double Index(OvernightTerms terms, OvernightFixings fixings, LocalDate from, LocalDate on)
    {
        ArgumentNullException.ThrowIfNull(terms);
        if (terms.LookbackDays > 0 || terms.LockoutDays > 0 || terms.Method == OvernightMethod.Simple) throw InvalidInputException.Of(Subject, "an index has a lookback, a lockout or a simple average", "it must be compounded day by day, without them");
        return on == from ? 1 : 1 + Accrued(terms, fixings, from, on, from, on);
    }

    /// <summary>The yearly rate between two values of an index, as a fraction: (last / first - 1) x 360 / days. Source: Federal Reserve Bank of New York, SOFR Averages and Index.</summary>
    /// <param name="first">The value on the start; above zero.</param>
    /// <param name="last">The value on the end.</param>
    /// <param name="start">The first day of the period.</param>
    /// <param name="end">The day on which it ends, after the start.</param>
    /// <param name="daysInYear">360 or 365. The default is 360.</param>
    /// <exception cref="InvalidInputException">The end is not after the start, or the first value is not above zero.</exception>
    public static double FromIndex(double first, double last, LocalDate start, LocalDate end, int daysInYear = 360)
    {
        if (end <= start) throw InvalidInputException.Of(Subject, $"the end {end.Iso()} is not after the start {start.Iso()}", "the end must fall after the start");
        if (!(first > 0)) throw InvalidInputException.Of(Subject, FormattableString.Invariant($"the index is {first} on {start.Iso()}"), "it must be above zero");
        return (last / first - 1) * daysInYear / NodaTime.Period.DaysBetween(start, end);
    }

    /// <summary>The day on which the interest of a period is paid: its end, a business day or moved to the next, and the payment delay after it.</summary>
    public static LocalDate PaymentDate(OvernightTerms terms, LocalDate end)
    {
        ArgumentNullException.ThrowIfNull(terms);
        var calendar = BusinessCalendar.Union(terms.Calendars.AsSpan());
        return calendar.AddBusinessDays(calendar.Adjust(end, BusinessDayConvention.Following), terms.PaymentDelayDays);
    }

    internal static double Added(OvernightTerms terms) => terms.SpreadIsCompounded ? 0 : terms.Spread.Fraction;

    static double Accrued(OvernightTerms terms, OvernightFixings fixings, LocalDate start, LocalDate end, LocalDate from, LocalDate until)
    {
        ArgumentNullException.ThrowIfNull(terms);
        ArgumentNullException.ThrowIfNull(fixings);
        var day = new OvernightDays(terms, start, end);
        if (terms.ObservationShift) (from, until) = (Shifted(terms, from), Shifted(terms, until));
        List<LocalDate>? missing = null;
        double growth = 1, sum = 0;
        int cursor = 0;
        while (day.MoveNext() && day.From < until)
        {
            if (day.Until <= from) continue;
            if (Daily(terms, fixings, day.Observed, ref cursor) is not { } rate)
            {
                (missing ??= []).Add(day.Observed);
                continue;
            }
            double factor = rate * NodaTime.Period.DaysBetween(LocalDate.Max(day.From, from), LocalDate.Min(day.Until, until)) / terms.DaysInYear;
            growth *= 1 + factor;
            sum += factor;
        }
        if (missing is not null) throw Gap(missing);
        double accrued = terms.Method == OvernightMethod.Simple ? sum : growth - 1;
        // The rate is one of the days observed; interest is of the days of the period.
        return terms.ObservationShift ? accrued / NodaTime.Period.DaysBetween(day.Start, day.End) * NodaTime.Period.DaysBetween(start, end) : accrued;
    }

    static LocalDate Shifted(OvernightTerms terms, LocalDate date) => BusinessCalendar.Union(terms.Calendars.AsSpan()).AddBusinessDays(date, -terms.LookbackDays);

    static double? Daily(OvernightTerms terms, OvernightFixings fixings, LocalDate observed, ref int cursor)
    {
        if (fixings.On(observed, ref cursor) is not { } rate) return null;
        if (terms.DailyFloor is { } floor && rate < floor.Fraction) rate = floor.Fraction;
        return terms.SpreadIsCompounded ? rate + terms.Spread.Fraction : rate;
    }

    static IEnumerable<(LocalDate From, LocalDate Until, double Balance)> Parts(ImmutableArray<(LocalDate From, double Balance)> balances, LocalDate start, LocalDate end)
    {
        for (int i = 0; i < balances.Length; i++)
        {
            var from = LocalDate.Max(balances[i].From, start);
            var until = i + 1 < balances.Length ? LocalDate.Min(balances[i + 1].From, end) : end;
            if (from < until) yield return (from, until, balances[i].Balance);
        }
    }

    static InvalidInputException Gap(List<LocalDate> missing)
    {
        var days = missing.Distinct().Select(day => day.Iso()).ToList();
        var more = days.Count > MostNamed ? $" and {days.Count - MostNamed} more days up to {days[^1]}" : "";
        return InvalidInputException.Of(Subject, $"there is no fixing for {string.Join(", ", days.Take(MostNamed))}{more}", "give the fixing of every business day, or forward rates for days after the last fixing");
    }
}

/// <summary>A business day of an interest period at an overnight rate.</summary>
/// <param name="From">The first day for which the rate counts; with an observation shift of the days observed.</param>
/// <param name="Until">The day after the last for which it counts.</param>
/// <param name="Observed">The day whose rate it is.</param>
/// <param name="Rate">The rate as a yearly fraction, floored, with a spread that is compounded.</param>
/// <param name="Cumulative">The cumulative compounded rate from the period's start up to <paramref name="Until"/>, a yearly fraction; for a simple average, the average so far.</param>
/// <param name="NonCumulative">The non-cumulative compounded rate of the day, a yearly fraction: times the day's balance and days / 360 it is the day's interest.</param>
public readonly record struct OvernightDay(LocalDate From, LocalDate Until, LocalDate Observed, double Rate, double Cumulative, double NonCumulative);
