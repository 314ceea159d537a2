using System.Collections.Immutable;
using NodaTime;
using ProjectFinance.Evaluation;
using ProjectFinance.Modelling;
using ProjectFinance.Rates;
using ProjectFinance.Scenarios;
using ProjectFinance.Time;

namespace ProjectFinance.Tests.Scenarios;

/// <summary>A model with one of everything that factors move, and samples of its inputs. Its prices and rates differ from quarter to quarter, so that a mixed-up date shows.</summary>
static class SmallScenarios
{
    public const int Paths = 200_000;

    public static LocalDate Closing { get; } = new(1996, 7, 11);

    public static Market Known { get; } = new()
    {
        Name = "test",
        Indices = Sorted.Empty<IndexSeries>()
            .Add("LIBOR", new() { Forward = Curve(0.055, 0.0005) })
            .Add("forward rate", new() { Forward = Curve(0.04, 0.0002) })
            .Add("lease rate", new() { Difference = new("LIBOR", "forward rate") }),
        Prices = Sorted.Empty<PriceSeries>().Add("gold", new()
        {
            Unit = Units.Usd / Units.GoldOunce,
            Values = Sorted.Empty<double>().Add("1996-Q3", 385).Add("1996-Q4", 380).Add("1997", 350).Add("1998", 320),
            Afterwards = 300,
        }),
    };

    static ImmutableSortedDictionary<LocalDate, Percentage> Curve(double first, double step) =>
        Enumerable.Range(0, 40).ToImmutableSortedDictionary(k => new LocalDate(1996, 1, 1).PlusMonths(3 * k), k => (Percentage)(first + k * step));

    /// <summary>Calendar quarters from the closing, twelve of them.</summary>
    public static Model Model(int quarters = 12)
    {
        var model = new Model(Timeline.From(Closing, Enumerable.Range(0, quarters).Select(k => new LocalDate(1996, 9, 30).PlusMonths(3 * k).With(DateAdjusters.EndOfMonth))), Known);
        model.Price("gold");
        model.PriceFixed("gold", 2, BusinessCalendars.London);
        AveragePriceLine.Of(model, "gold");
        model.Index("LIBOR");
        model.Index("forward rate");
        model.Index("lease rate");
        model.Input("Costs", Units.Usd, t => 1000 + 10 * t.Index, kind: LineKind.Flow);
        model.Input("Grade", Unit.None, t => 2, positive: true);
        var unit = model.Parameter("Unit cost", 200 * Units.Usd);
        var completion = model.Milestone("Completion", new LocalDate(1997, 6, 30));
        model.Line("Reads", Units.Usd, t => Formula.When(completion.Reached(t), unit, 0));
        return model;
    }

    /// <summary>Terms with these factors.</summary>
    public static ScenarioTerms Terms(params (string Name, string Target, Process Process)[] factors) => new()
    {
        Name = "test",
        Factors = [.. factors.Select(factor => new ScenarioFactor { Name = factor.Name, Targets = [factor.Target], Process = factor.Process })],
    };

    /// <summary>Terms with one factor.</summary>
    public static ScenarioTerms Terms(string target, Process process) => Terms(("one", target, process));

    public static ScenarioTerms Correlated(this ScenarioTerms terms, string of, string with, double value) => terms with { Correlations = terms.Correlations.Add(new(of, with, value)) };

    /// <summary>[input][scenario]: scenarios from the first on, filled in blocks of a width.</summary>
    public static double[][] Sample(this DrawnScenarios scenarios, Model model, int count = Paths, int width = 512, long first = 0)
    {
        var evaluator = model.Compile([], scenarios.Inputs).CreateEvaluator(width);
        var filler = scenarios.CreateFiller();
        double[][] rows = [.. scenarios.Inputs.Select(_ => new double[count])];
        for (int start = 0; start < count; start += width)
        {
            int some = Math.Min(width, count - start);
            filler.Fill(first + start, some, evaluator);
            for (int i = 0; i < rows.Length; i++) evaluator.Input(i)[..some].CopyTo(rows[i].AsSpan(start));
        }
        return rows;
    }

    /// <summary>Samples of some cells, by name as an input names itself: "Prices / gold, 1996-09-30 to ...".</summary>
    public static double[] Of(this double[][] sample, DrawnScenarios scenarios, string line, LocalDate columnEnd) =>
        sample[scenarios.Inputs.IndexOf(scenarios.Inputs.Single(cell => cell.Name == line && cell.Period!.End == columnEnd && cell.Period.Days > 0))];

    public static double[] Of(this double[][] sample, DrawnScenarios scenarios, string parameter) => sample[scenarios.Inputs.IndexOf(scenarios.Inputs.Single(cell => cell.Name == parameter))];

    /// <summary>Years between two dates, ACT/365.</summary>
    public static double Years(LocalDate from, LocalDate to) => NodaTime.Period.DaysBetween(from, to) / 365.0;

    public static double[] Logs(double[] sample) => [.. sample.Select(x => Math.Log(x))];

    /// <summary>A model, scenarios of terms for it, and a sample of them.</summary>
    public static (DrawnScenarios Drawn, double[][] Sample) Drawn(ScenarioTerms terms, int count = Paths)
    {
        var model = Model();
        var drawn = new DrawnScenarios(model, terms);
        return (drawn, drawn.Sample(model, count));
    }

    public static double Deviation(double[] sample)
    {
        double mean = sample.Average();
        return Math.Sqrt(sample.Sum(x => (x - mean) * (x - mean)) / (sample.Length - 1));
    }

    /// <summary>Fails unless a sample's mean is near one expected: within five standard errors of the sample.</summary>
    public static void HasMean(double expected, double[] sample) => Near(expected, sample.Average(), 5 * Deviation(sample) / Math.Sqrt(sample.Length));

    /// <summary>Fails unless a normal sample's standard deviation is near one expected: within five of its standard errors, sd / root(2 n).</summary>
    public static void HasDeviation(double expected, double[] sample) => Near(expected, Deviation(sample), 5 * expected / Math.Sqrt(2.0 * sample.Length));

    public static void Near(double expected, double actual, double within) =>
        Assert.True(Math.Abs(expected - actual) <= within, $"{actual:R} is {Math.Abs(expected - actual):R} away from {expected:R}, more than {within:R}");
}
