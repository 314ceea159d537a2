using static ProjectFinance.Formula;
using static ProjectFinance.Units;

namespace ProjectFinance.Benchmarks.Yardstick;

/// <summary>One facility of the long deal: what it charges, what it draws, what the cash above it in the waterfall pays.</summary>
sealed class LongDealFacility
{
    readonly Model model;
    readonly string name;
    readonly double limit;
    readonly Line opening;
    readonly Line margin;
    readonly Line libor;

    internal LongDealFacility(Model model, int rank, Line libor, Milestone completion, Line presentValue, Line above, int lastDraw)
    {
        (this.model, name, limit, this.libor) = (model, $"Facility {rank + 1}", 1.2e6 + 0.1e6 * rank, libor);
        int last = model.Periods.Count - 1, firstInstalment = 14 + rank % 6;
        double rate = 0.015 + 0.001 * rank;

        opening = model.Declare($"{name} / Opening", Usd, LineKind.Opening);
        Closing = model.Declare($"{name} / Closing", Usd, LineKind.Level);
        opening.Is(t => Closing.Previous(t, 0));
        margin = Line("Margin", Unit.None, t => When(completion.Reached(t), rate, rate + 0.00375));
        var interest = Line("Interest", Usd, t => InterestOn(t, t));
        var fee = Line("Commitment fee", Usd, t => 0.005 * (limit * Usd - Min(opening[t], limit * Usd)) * YearFraction(t));
        var due = Line("Principal due", Usd, t => t.Index < firstInstalment ? 0 : t.Index == last ? opening[t] : Min(opening[t], limit / 200 * Usd));
        var ahead = Line("Interest next month", Usd, t => t.Index == last ? 0 : Min(250e3 * Usd, InterestOn(t, model.Periods[t.Index + 1])));
        Minimum = Line("Minimum balance", Usd, t => Max(0.1e6 * Usd, 0.01 * presentValue[t]) + ahead[t]);
        var need = Line("Need", Usd, t => NotNegative(Minimum[t] + interest[t] + fee[t] - above[t]));
        var draw = Line("Draw", Usd, t => t.Index > lastDraw ? 0 : Min(need[t], NotNegative(limit * Usd - opening[t])));

        var available = Line("Available", Usd, t => above[t] + draw[t]);
        var (feePaid, afterFee) = Pay("Fee", fee, available);
        var (interestPaid, afterInterest) = Pay("Interest", interest, afterFee);
        (var principalPaid, Below) = Pay("Principal", due, afterInterest);
        Shortfall = model.Declare($"{name} / Shortfall", Usd, LineKind.Level);
        Shortfall.Is(t => Shortfall.Previous(t, 0) + (fee[t] - feePaid[t]) + (interest[t] - interestPaid[t]) + (due[t] - principalPaid[t]));
        Closing.Is(t => opening[t] + draw[t] + (fee[t] - feePaid[t]) + (interest[t] - interestPaid[t]) - principalPaid[t]);
        Service = Line("Debt service", Usd, t => fee[t] + interest[t] + due[t]);
    }

    internal Line Closing { get; }

    internal Line Minimum { get; }

    internal Line Shortfall { get; }

    internal Line Service { get; }

    /// <summary>What is left for those that rank lower.</summary>
    internal Line Below { get; }

    (Line Paid, Line Left) Pay(string what, Line due, Line from)
    {
        var paid = Line($"{what} paid", Usd, t => Min(due[t], NotNegative(from[t])));
        return (paid, Line($"After {what.ToLowerInvariant()}", Usd, t => from[t] - paid[t]));
    }

    /// <summary>Interest of a month on a balance that may be another month's.</summary>
    Formula InterestOn(ProjectFinance.Period balance, ProjectFinance.Period month) => opening[balance] * (libor[month] + margin[month]) * YearFraction(month);

    Line Line(string title, Unit unit, Func<ProjectFinance.Period, Formula> formula) => model.Line($"{name} / {title}", unit, formula);

    static double YearFraction(ProjectFinance.Period t) => t.Days / 360.0;
}
