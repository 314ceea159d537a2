using NodaTime;
using ProjectFinance.Time;

namespace ProjectFinance;

/// <summary>Sums and present values of a line over stretches of time.</summary>
public static class LineSums
{
    /// <summary>What a line comes to over several periods.</summary>
    /// <param name="line">The line summed or valued.</param>
    extension(Line line)
    {
        /// <summary>The line's amounts on the days after one date up to another; a column partly inside counts with its part of days.</summary>
        /// <param name="after">The date after which days count.</param>
        /// <param name="upTo">The last day that counts.</param>
        public Formula SumWithin(LocalDate after, LocalDate upTo)
        {
            Formula sum = 0 * line.Unit;
            foreach (var period in line.Model.Periods)
            {
                double share = period.ShareWithin(after, upTo);
                if (share > 0) sum += line[period] * share;
            }
            return sum;
        }

        /// <summary>The line's amounts of the months after the end of a period; a month's end plus months is a month's end.</summary>
        public Formula SumOfNextMonths(Period period, int months) => line.SumWithin(period.End, period.End.MonthsLater(months));

        /// <summary>The line's amounts of the months up to the end of a period, none of them before a date if one is given.</summary>
        public Formula SumOfLastMonths(Period period, int months, LocalDate? notBefore = null)
        {
            var from = period.End.MonthsLater(-months);
            return line.SumWithin(notBefore is { } first && first > from ? first : from, period.End);
        }

        /// <summary>
        /// Writes the line of this line's present value at the end of each period: PV(t) = (PV(t+1) + flow(t+1)) x discount(t+1), nothing after the last period.
        /// </summary>
        /// <param name="name">The name of the new line: "Project / Present value".</param>
        /// <param name="discount">The value at a period's start of one paid at its end: 1 / (1 + rate x year fraction).</param>
        /// <param name="until">The last day whose flow counts. The default is the end of the timeline.</param>
        /// <param name="source">The clause or reason it comes from.</param>
        /// <exception cref="InvalidInputException">A line of that name exists.</exception>
        public Line PresentValue(string name, Func<Period, Formula> discount, LocalDate? until = null, string source = "")
        {
            var model = line.Model;
            var value = model.Declare(name, line.Unit, LineKind.Level, source);
            value.Is(t =>
            {
                if (t.Index == model.Periods.Count - 1 || t.End >= until) return 0;
                var next = model.Periods[t.Index + 1];
                return (value[next] + line[next]) * discount(next);
            });
            return value;
        }
    }
}
