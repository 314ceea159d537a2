using ProjectFinance.Time;

namespace ProjectFinance.Tests.Excel;

/// <summary>Sets of inputs for a deal's workbook: each turns many or few of them so that other branches of the formulas are taken. The same every time.</summary>
static class InputSets
{
    /// <summary>The sets, by name.</summary>
    /// <param name="model">The deal.</param>
    /// <param name="random">How many pseudo-random sets follow those with names.</param>
    public static IEnumerable<(string Name, Func<InputCell, double> Change)> Of(Model model, int random)
    {
        yield return ("as written", input => input.Value);
        yield return ("prices a third lower", Prices(0.667, 0));
        yield return ("prices half higher, rates 8 % up", Prices(1.5, 0.08));
        yield return ("rates below zero", Prices(1, -0.09));
        yield return ("prices at a twentieth", Prices(0.05, 0));
        yield return ("quantities a quarter lower", input => Usual(input) * (IsPlan(input) ? 0.75 : 1));
        yield return ("quantities a fifth higher", input => Usual(input) * (IsPlan(input) ? 1.2 : 1));
        yield return ("no quantities", input => IsPlan(input) && !input.IsPositive ? 0 : Usual(input));
        foreach (int days in (int[])[-400, -91, 91, 365, 1_200]) yield return ($"dates by {days} days", Dates((date, _) => date + days));
        yield return ("dates never", Dates((_, _) => double.PositiveInfinity));
        yield return ("dates before everything", Dates((_, _) => -1));
        foreach (int column in (int[])[0, 1, 3, 7, 12])
        {
            var t = model.Periods[Math.Min(column, model.Periods.Count - 1)];
            double end = NodaTime.Period.DaysBetween(model.Timeline.Start, t.End);
            foreach (int past in (int[])[0, 1, -1]) yield return ($"dates at the end of column {column} and {past}", Dates((_, i) => end + past));
        }
        yield return ("terms doubled", input => Usual(input) * (IsTerm(input) ? 2 : 1));
        yield return ("terms halved", input => Usual(input) * (IsTerm(input) ? 0.5 : 1));
        yield return ("terms zero", input => IsTerm(input) && !input.IsPositive ? 0 : Usual(input));
        yield return ("everything zero", input => input.IsPositive || input.Unit == Units.Day ? Usual(input) : 0);
        foreach (var name in model.Parameters.Select(parameter => parameter.Input.Name).Take(40))
        {
            yield return ($"{name} zero", input => input.Name == name && !input.IsPositive && input.Unit != Units.Day ? 0 : Usual(input));
            yield return ($"{name} tripled", input => input.Name == name ? 3 * Usual(input) : Usual(input));
        }
        for (int seed = 0; seed < random; seed++) yield return ($"random {seed}", Random(seed));
    }

    /// <summary>Every input moved by a number of its own, some to nothing, some dates to never.</summary>
    public static Func<InputCell, double> Random(int seed)
    {
        var random = new Random(seed);
        var known = new Dictionary<InputCell, double>();
        double whole = 0.3 + 1.5 * random.NextDouble(), spread = 0.8 * random.NextDouble(), shift = 0.2 * (random.NextDouble() - 0.4);
        return input =>
        {
            if (known.TryGetValue(input, out double value)) return value;
            double usual = Usual(input), some = random.NextDouble(), factor = Math.Max(0, whole + spread * (random.NextDouble() - 0.5));
            return known[input] = input.Unit == Units.Day ? some < 0.15 ? double.PositiveInfinity : some < 0.3 ? Math.Floor(2_000 * random.NextDouble()) : double.IsInfinity(usual) ? some < 0.6 ? usual : Math.Floor(1_500 * some) : usual + Math.Floor(900 * (random.NextDouble() - 0.3))
                : IsRate(input) ? usual + shift + 0.02 * (random.NextDouble() - 0.5)
                : some < 0.05 && !input.IsPositive ? 0 : usual * Math.Max(factor, input.IsPositive ? 0.01 : 0);
        };
    }

    static Func<InputCell, double> Prices(double times, double more) => input => input.Observed is null ? Usual(input) : IsRate(input) ? Usual(input) + more : Usual(input) * times;

    static Func<InputCell, double> Dates(Func<double, int, double> moved) => input => input.Unit == Units.Day ? moved(Usual(input), 0) : Usual(input);

    static double Usual(InputCell input) => input.Value;

    static bool IsRate(InputCell input) => input.Observed is not null && input.Unit.IsNone;

    static bool IsPlan(InputCell input) => input.Period is not null && input.Observed is null;

    static bool IsTerm(InputCell input) => input.Period is null && input.Unit != Units.Day;
}
