using System.Collections.Immutable;
using NodaTime;
using ProjectFinance.Time;

namespace ProjectFinance.Facilities;

/// <summary>How much of a loan each instalment repays.</summary>
static class InstalmentWeights
{
    /// <summary>For each instalment of a loan, reschedulings counted, its share of what is outstanding when it falls due.</summary>
    internal static ImmutableArray<double> SharesOf(LoanDates dates) =>
        [.. dates.Plans.SelectMany(plan => SharesOfOutstanding(Of(plan, dates)).Take(plan.Standing))];

    // The weights need not sum to one.
    static ImmutableArray<double> Of(RepaymentPlan plan, LoanDates dates) => plan.Terms switch
    {
        EqualPrincipal => [.. plan.Dates.Select(_ => 1.0)],
        LevelPayment level => Level(level.PlanningRate, plan.Dates, dates),
        PercentageTable table => [.. table.Instalments.Select(i => i.Percent.Fraction)],
        Bullet or OnDemand => [1.0],
        _ => throw new ArgumentOutOfRangeException(nameof(plan), plan.Terms, "Not a kind of repayment that can be laid out."),
    };

    // An instalment's weight over the sum of its own and all later weights; the last takes all.
    static ImmutableArray<double> SharesOfOutstanding(ImmutableArray<double> weights)
    {
        var shares = ImmutableArray.CreateBuilder<double>(weights.Length);
        for (int j = 0; j < weights.Length; j++) shares.Add(j == weights.Length - 1 ? 1 : weights[j] / weights.Skip(j).Sum());
        return shares.MoveToImmutable();
    }

    // Level payments of a loan of 1 that stands from the interest date before the first instalment, or from closing where there is none.
    static ImmutableArray<double> Level(double rate, ImmutableArray<LocalDate> instalments, LoanDates dates)
    {
        var from = dates.InterestEnds.LastOrDefault(end => end < instalments[0], dates.Closing);
        var interest = new List<double>();
        double discount = 1, annuity = 0;
        foreach (LocalDate date in instalments)
        {
            double factor = rate * dates.YearFraction(from, date);
            interest.Add(factor);
            discount /= 1 + factor;
            annuity += discount;
            from = date;
        }
        double payment = 1 / annuity, outstanding = 1;
        var weights = ImmutableArray.CreateBuilder<double>();
        foreach (double factor in interest)
        {
            double principal = payment - outstanding * factor;
            weights.Add(principal);
            outstanding -= principal;
        }
        return weights.ToImmutable();
    }
}
