using NodaTime;
using static ProjectFinance.Tests.Oracle.OracleNames;

namespace ProjectFinance.Tests.Oracle;

/// <summary>Interest periods, index, margin and rate, by the day and by the column.</summary>
sealed class OracleRates(OracleCase deal, OracleTimeline timeline, OracleSheet sheet)
{
    readonly decimal[] dayFraction = new decimal[timeline.Columns];

    public void Write()
    {
        for (var t = 0; t < timeline.Columns; t++)
        {
            var end = timeline.End(t);
            var days = timeline.Days(t);
            var margin = t == 0
                ? deal.Completion <= deal.Closing ? deal.LaterMargin : deal.InitialMargin
                : days.Sum(MarginOn) / days.Count;
            var index = InInterestPeriod(end) ? IndexOn(end) : 0m;

            sheet[$"{L} / Index", t] = index;
            sheet[$"{L} / Margin", t] = margin;
            sheet[$"{L} / Rate", t] = InInterestPeriod(end) ? index + margin : 0m;
            dayFraction[t] = t == 0 ? 0m : Fraction(t) / days.Count;
        }
    }

    /// <summary>
    /// What a day of a column adds to the fraction of a year: the column's fraction spread evenly over its days. With ACT/360 that is 1/360;
    /// with 30E/360 it makes changes inside a column go by calendar days, as the specification's pro rata does.
    /// </summary>
    public decimal DayFraction(int t) => dayFraction[t];

    /// <summary>Index plus that day's margin; zero on the closing date.</summary>
    public decimal RateOn(LocalDate day) => InInterestPeriod(day) ? IndexOn(day) + MarginOn(day) : 0m;

    /// <summary>yf(t): the sum over the column's days of what the day adds to the day count's fraction since the interest period began.</summary>
    public decimal Fraction(int t)
    {
        var sum = 0m;
        foreach (var day in timeline.Days(t).Where(InInterestPeriod))
        {
            var periodStart = PeriodStart(day);
            sum += deal.DayCount.Fraction(periodStart, day) - deal.DayCount.Fraction(periodStart, day.PlusDays(-1));
        }

        return sum;
    }

    public bool InInterestPeriod(LocalDate day) => deal.Closing < day;

    /// <summary>The index fixed for the day's interest period; after the last interest date, the last one goes on.</summary>
    decimal IndexOn(LocalDate day) => deal.IndexForPeriodStarting(PeriodStart(LocalDate.Min(day, deal.InterestDates[^1])));

    decimal MarginOn(LocalDate day)
    {
        if (deal.Completion is not { } completion)
        {
            return deal.InitialMargin;
        }

        var later = deal.MarginFromNextInterestPeriod ? PeriodStart(day) >= completion : day > completion;
        return later ? deal.LaterMargin : deal.InitialMargin;
    }

    /// <summary>
    /// d(k-1) of the period in which the day lies: the latest of closing and interest dates before the day; after the last interest date every
    /// column is a period of its own.
    /// </summary>
    LocalDate PeriodStart(LocalDate day) => day > deal.InterestDates[^1] ? timeline.Start(timeline.ColumnOf(day)) : deal.InterestDates.Where(date => date < day).Append(deal.Closing).Max();
}
