using NodaTime;
using ProjectFinance.Randomness;
using ProjectFinance.Scenarios;
using ProjectFinance.Time;
using static ProjectFinance.Tests.Scenarios.SmallScenarios;

namespace ProjectFinance.Tests.Scenarios;

/// <summary>
/// Scenarios written out again, one number at a time, with Math.Exp and Math.Log and formulas of docs/scenarios.md as they stand there; only the uniform and the normal numbers are the library's.
/// Relative differences are those of a few dozen roundings: 1e-12.
/// </summary>
public class ScalarOracleTests
{
    const ulong Seed = 42;
    const double Speed = 0.7, GoldVolatility = 0.2, RateSpeed = 0.25, RateVolatility = 0.011, Rho = -0.35, CostOfGold = 0.4, FreshOfGold = 0.3, CostOfFresh = 0.25;

    // Gold, rate, fresh, cost.
    static readonly double[,] L = Cholesky(new[,] { { 1, Rho, FreshOfGold, CostOfGold }, { Rho, 1, 0, 0 }, { FreshOfGold, 0, 1, CostOfFresh }, { CostOfGold, 0, CostOfFresh, 1 } });

    static readonly LocalDate From = new(1996, 8, 15);

    static readonly ScenarioTerms Described = Terms(
            ("gold", "gold", new MeanRevertingPrice(Speed, GoldVolatility)), ("rate", "LIBOR", new HullWhite(RateSpeed, RateVolatility)), ("cost", "Unit cost", new LognormalMultiple(0.2)),
            ("fresh", "Costs", new LognormalMultiple(0.1) { Drawn = DrawnWhen.EachColumn }))
        .Correlated("rate", "gold", Rho).Correlated("gold", "cost", CostOfGold).Correlated("gold", "fresh", FreshOfGold).Correlated("cost", "fresh", CostOfFresh) with { From = From };

    [Theory]
    [InlineData(0)]
    [InlineData(123_456_789)]
    [InlineData(5_000_000_000)]
    public void Scenario_WrittenOutByHand_IsTheSame(long scenario)
    {
        var model = Model();
        var drawn = new DrawnScenarios(model, Described, Seed);
        var sample = drawn.Sample(model, 3, 3, scenario);
        for (int k = 0; k < 3; k++)
        {
            var expected = new ByHand(model, scenario + k);
            foreach (var (i, cell) in drawn.Inputs.Index())
            {
                double value = expected.Value(cell);
                Near(value, sample[i][k], 1e-12 * Math.Abs(value));
            }
        }
    }

    static double[,] Cholesky(double[,] c)
    {
        int n = c.GetLength(0);
        var l = new double[n, n];
        for (int i = 0; i < n; i++)
        for (int j = 0; j <= i; j++)
        {
            double rest = c[i, j] - Enumerable.Range(0, j).Sum(k => l[i, k] * l[j, k]);
            l[i, j] = i == j ? Math.Sqrt(rest) : rest / l[j, j];
        }
        return l;
    }

    /// <summary>One scenario: the deviations of gold and of the rate on each day of a step, the multiples of each column and the one of the unit cost.</summary>
    sealed class ByHand
    {
        readonly Dictionary<LocalDate, double> gold = new() { [From] = 1 }, rate = [];
        readonly Dictionary<LocalDate, double> fresh = [];
        readonly double cost;

        internal ByHand(Model model, long scenario)
        {
            var ends = model.Periods.Select(t => t.End).Where(end => end > From).ToList();
            var fixings = model.Periods.Select(t => BusinessCalendars.London.AddBusinessDays(t.End, -2)).Where(day => day > From);
            var days = ends.Concat(fixings).Distinct().Order().ToList();
            double x = 0, r = 0, inColumn = 0, rateInColumn = 0, inAll = 0, rateInAll = 0, freshInAll = 0, all = Days(From, days[^1]);
            var (last, lastEnd, column) = (From, From, 0);
            foreach (var (i, day) in days.Index())
            {
                var end = ends.First(one => one >= day);
                double h = Days(last, day) / 365, z = Normal("gold", scenario, i), own = Normal("rate", scenario, i);
                x = Math.Exp(-Speed * h) * x + GoldVolatility * Math.Sqrt((1 - Math.Exp(-2 * Speed * h)) / (2 * Speed)) * z;
                r = Math.Exp(-RateSpeed * h) * r + RateVolatility * Math.Sqrt((1 - Math.Exp(-2 * RateSpeed * h)) / (2 * RateSpeed)) * (L[1, 0] * z + L[1, 1] * own);
                double t = Days(From, day) / 365, v = GoldVolatility * GoldVolatility * (1 - Math.Exp(-2 * Speed * t)) / (2 * Speed);
                gold.Add(day, Math.Exp(x - v / 2));
                rate.Add(day, r);
                inColumn += Math.Sqrt(Days(last, day) / Days(lastEnd, end)) * z;
                rateInColumn += Math.Sqrt(Days(last, day) / Days(lastEnd, end)) * own;
                inAll += Math.Sqrt(Days(last, day) / all) * z;
                rateInAll += Math.Sqrt(Days(last, day) / all) * own;
                last = day;
                if (day != end) continue;
                double f = Normal("fresh", scenario, column++);
                fresh.Add(end, Lognormal(0.1, L[2, 0] * inColumn + L[2, 1] * rateInColumn + L[2, 2] * f));
                freshInAll += Math.Sqrt(Days(lastEnd, end) / all) * f;
                (inColumn, rateInColumn, lastEnd) = (0, 0, end);
            }
            cost = Lognormal(0.2, L[3, 0] * inAll + L[3, 1] * rateInAll + L[3, 2] * freshInAll + L[3, 3] * Normal("cost", scenario, 0));
        }

        internal double Value(InputCell cell)
        {
            if (cell.Name == "Unit cost") return 200 * cost;
            if (cell.Name == "Costs") return cell.Value * fresh[cell.Period!.End];
            var observed = cell.Observed!;
            if (observed.Series != "gold") return cell.Value + rate[observed.Over.End];
            if (!observed.IsAverage) return cell.Value * gold[observed.Over.End];
            var opens = LocalDate.Max(observed.Over.Start, From);
            double open = Days(opens, observed.Over.End) / Days(observed.Over.Start, observed.Over.End);
            return cell.Value * (1 - open + open * (gold[opens] + gold[observed.Over.End]) / 2);
        }

        static double Days(LocalDate from, LocalDate to) => NodaTime.Period.DaysBetween(from, to);

        static double Lognormal(double deviation, double z)
        {
            double variance = Math.Log(1 + deviation * deviation);
            return Math.Exp(Math.Sqrt(variance) * z - variance / 2);
        }

        static double Normal(string factor, long scenario, int draw) => InverseNormal.Of(Philox.Uniform(Seed, scenario, draw, Stream(factor)));

        // FNV-1a, 32 bits, the highest left out (Fowler, Noll, Vo).
        static int Stream(string name)
        {
            uint hash = 2166136261;
            foreach (char letter in name) hash = unchecked((hash ^ letter) * 16777619);
            return (int)(hash % 2147483648);
        }
    }
}
