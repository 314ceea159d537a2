using NodaTime;
using ProjectFinance.Evaluation;

namespace ProjectFinance.Tests.Modelling;

/// <summary>Models small enough to work by hand.</summary>
static class Small
{
    public static LocalDate Closing { get; } = new(2000, 12, 31);

    /// <summary>A model of a closing column and so many calendar quarters from 2001-03-31.</summary>
    public static Model Quarters(int count = 4) => new(Timeline.From(Closing, Enumerable.Range(1, count).Select(i => Closing.PlusMonths(3 * i).With(DateAdjusters.EndOfMonth))));

    /// <summary>A model of so many days, without a closing column.</summary>
    public static Model Days(int count) => new(Timeline.From(Closing, Enumerable.Range(1, count).Select(Closing.PlusDays), withClosingColumn: false));

    /// <summary>A plain input line, nothing built in.</summary>
    public static Line Supplied(this Model model, string name, Unit? unit = null, bool positive = false) => model.Input(name, unit ?? Unit.None, _ => null, positive: positive);

    /// <summary>The values of formulas where every input has its usual value.</summary>
    public static double[] Values(this Model model, params Formula[] formulas) => model.Compile(formulas).Evaluate([]);

    /// <summary>A line's values, [period], where every input has its usual value.</summary>
    public static double[] Values(this Model model, Line line) => model.Compile(model.Periods.Select(t => line[t])).Evaluate([]);

    /// <summary>A formula's value for each scenario of [scenario][input], run as one block.</summary>
    public static double[] Over(this Model model, Formula formula, InputCell[] inputs, params double[][] scenarios)
    {
        var rows = inputs.Select((_, i) => scenarios.Select(scenario => scenario[i]).ToArray()).ToList();
        var result = new double[scenarios.Length];
        model.Compile([formula], inputs).Evaluate(rows, [result]);
        return result;
    }

    /// <summary>The one problem that completing the model, or something else, ends with.</summary>
    public static Problem Refused(Action action) => Assert.Single(Assert.Throws<InvalidInputException>(action).Problems);
}
