using System.Collections.Immutable;
using NodaTime;
using static ProjectFinance.Formula;
using static ProjectFinance.Units;

namespace ProjectFinance.Benchmarks.Yardstick;

/// <summary>
/// A long deal as a user of the library writes it: twenty years by month, sixteen facilities that rank one after the other in one waterfall,
/// some three hundred lines. LIBOR and gold of every month and the date of Completion vary by scenario.
/// </summary>
sealed class LongDeal
{
    internal const int Months = 240;
    const int Facilities = 16;
    const int Building = 12;
    const int LastDraw = 30;

    static readonly LocalDate Start = new(1996, 7, 11);

    readonly Timeline timeline = Timeline.Monthly(Start, new LocalDate(1996, 7, 1).PlusMonths(Months).PlusDays(-1));
    readonly Line libor;
    readonly Line gold;
    readonly Milestone completion;
    readonly Line minimumOfAll;
    readonly List<LongDealFacility> facilities = [];

    /// <summary>Writes the lines.</summary>
    internal LongDeal()
    {
        Model = new Model(timeline);
        libor = Model.Input("LIBOR 1M", Unit.None, _ => 0.055);
        gold = Model.Input("Gold price", Usd / GoldOunce, _ => 350);
        completion = Model.Milestone("Completion", new LocalDate(1997, 9, 30));
        var (netCashFlow, presentValue) = WriteProject();
        var cash = Model.Declare("Account / Closing", Usd, LineKind.Level);
        var above = Model.Line("Account / Before waterfall", Usd, t => cash.Previous(t, 6e6 * Usd) + netCashFlow[t]);
        for (int f = 0; f < Facilities; f++)
        {
            facilities.Add(new LongDealFacility(Model, f, libor, completion, presentValue, above, LastDraw));
            above = facilities[^1].Below;
        }
        minimumOfAll = Sum("Account / Minimum balance", f => f.Minimum);
        var shortfall = Sum("Waterfall / Shortfall", f => f.Shortfall);
        var distribution = Model.Line("Account / Distribution", Usd, t =>
            When(completion.Reached(t), When(shortfall[t] > shortfall.Previous(t, 0), 0, Max(0, above[t] - minimumOfAll[t])), 0));
        cash.Is(t => above[t] - distribution[t]);
        Outputs = [WriteCover(netCashFlow)[Months - 1], shortfall[Months - 1], WriteValue(distribution)[Months - 1], facilities[0].Closing[Months / 4]];
    }

    internal Model Model { get; }

    /// <summary>Lowest DSCR, shortfall, value of distributions, balance of the first facility after five years.</summary>
    internal ImmutableArray<Formula> Outputs { get; }

    /// <summary>What varies: LIBOR by month, gold by month, the day of Completion.</summary>
    internal ImmutableArray<InputCell> Varying => [.. libor.Inputs, .. gold.Inputs, completion.Date!.Input];

    /// <summary>Scenarios, [input][scenario] in the order of <see cref="Varying"/>.</summary>
    internal static double[][] Rows(int count)
    {
        double[][] rows = [.. Enumerable.Range(0, 2 * Months + 1).Select(_ => new double[count])];
        for (int s = 0; s < count; s++)
        {
            for (int i = 0; i < Months; i++)
            {
                double k = (double)s * Months + i + 1;
                rows[i][s] = 0.045 + 0.02 * Fraction(k * 0.6180339887498949);
                rows[Months + i][s] = 280 + 140 * Fraction(k * 0.7548776662466927);
            }
            rows[2 * Months][s] = 410 + 30 * (s % 5);
        }
        return rows;
    }

    (Line NetCashFlow, Line PresentValue) WriteProject()
    {
        var revenue = Model.Line("Project / Revenue", Usd, t => t.Index < Building ? 0 : gold[t] * ((4_000 + t.Index % 7 * 100) * GoldOunce));
        var royalty = Model.Line("Project / Royalty", Usd, t => revenue[t] * 0.05);
        var operating = Model.Line("Project / Operating cost", Usd, t => t.Index < Building ? 0 : (500_000 + t.Index * 1_000) * Usd);
        var capital = Model.Line("Project / Capital cost", Usd, t => (t.Index < Building ? 1.5e6 : 50_000) * Usd);
        var net = Model.Line("Project / Net cash flow", Usd, t => revenue[t] - royalty[t] - operating[t] - capital[t]);
        return (net, net.PresentValue("Project / Present value", t => Math.Pow(1.10, -t.Days / 365.0)));
    }

    Line WriteCover(Line netCashFlow)
    {
        var service = Sum("Ratios / Debt service", f => f.Service);
        var cover = Model.Line("Ratios / DSCR", Unit.None, t => t.Index < Building + 2 ? double.PositiveInfinity : Ratio(Max(netCashFlow[t], 0), service[t], double.PositiveInfinity), LineKind.Level);
        var lowest = Model.Declare("Ratios / Lowest DSCR", Unit.None, LineKind.Level);
        lowest.Is(t => Min(lowest.Previous(t, double.PositiveInfinity), cover[t]));
        return lowest;
    }

    Line WriteValue(Line distribution)
    {
        var value = Model.Declare("Ratios / Value of distributions", Usd, LineKind.Level);
        value.Is(t => value.Previous(t, 0) + distribution[t] * Math.Pow(1.12, -NodaTime.Period.DaysBetween(Start, t.End) / 365.0));
        return value;
    }

    Line Sum(string name, Func<LongDealFacility, Line> line) => Model.Line(name, Usd, t => Formula.Sum(facilities.Select(f => line(f)[t])));

    static double Fraction(double x) => x - Math.Floor(x);
}
