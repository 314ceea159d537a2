using static ProjectFinance.Formula;

namespace ProjectFinance.Tests.Evaluation;

/// <summary>
/// A random expression, kept as a plain list of operations: written into a model as formulas spread over cells, and computed here by the
/// slowest interpreter there is. Inputs and constants are quarters, so that ties are frequent.
/// </summary>
sealed class RandomGraph
{
    public const int InputCount = 5;

    static readonly double[] Constants = [0, 1, -1, 0.25, 2, -0.75, 3];
    static readonly string[] Numeric = ["constant", "input", "add", "add", "subtract", "subtract", "multiply", "min", "max", "floor", "ratio", "ratio", "choose", "choose", "negate", "divide", "not negative", "not negative"];
    static readonly string[] Logical = ["greater", "greater", "at least", "and", "or", "not", "known"];

    readonly List<Step> steps = [];
    readonly List<int> numbers = [];
    readonly List<int> truths = [];

    public RandomGraph(int seed, int size = 60)
    {
        var random = new Random(seed);
        for (int i = 0; i < InputCount; i++) Add(numbers, new Step("input", i));
        Add(truths, new Step("greater", 0, 1));
        while (steps.Count < size)
        {
            bool truth = random.Next(4) == 0;
            string op = truth ? Logical[random.Next(Logical.Length)] : Numeric[random.Next(Numeric.Length)];
            int Number() => numbers[random.Next(numbers.Count)];
            int Truth() => truths[random.Next(truths.Count)];
            Add(truth ? truths : numbers, op switch
            {
                "constant" => new Step(op, Constant: Constants[random.Next(Constants.Length)]),
                "input" => new Step(op, random.Next(InputCount)),
                "known" => new Step(op, Constant: random.Next(2)),
                "and" or "or" or "not" => new Step(op, Truth(), Truth()),
                "choose" => new Step(op, Truth(), Number(), Number()),
                _ => new Step(op, Number(), Number(), Number()),
            });
        }
    }

    public int Outputs => numbers.Count + truths.Count;

    /// <summary>Every number and every truth value as formulas of a model; every third number goes through a cell of its own.</summary>
    public Formula[] Write(Model model, Line inputs)
    {
        var formulas = new Formula[steps.Count];
        var conditions = new Condition[steps.Count];
        for (int i = 0; i < steps.Count; i++)
        {
            if (truths.Contains(i))
            {
                conditions[i] = Logic(steps[i], formulas, conditions);
                if (i % 3 == 0)
                {
                    var condition = conditions[i];
                    conditions[i] = model.Flag($"Truth {i}", _ => condition)[0];
                }
                continue;
            }
            formulas[i] = Number(steps[i], formulas, conditions, inputs);
            if (i % 3 != 0) continue;
            var formula = formulas[i];
            formulas[i] = model.Line($"Number {i}", Unit.None, _ => formula)[i % model.Periods.Count];
        }
        return [.. numbers.Select(i => formulas[i]), .. truths.Select(i => model.Flag($"Output {i}", _ => conditions[i]).Line[1])];
    }

    /// <summary>The values of the same, one recursion a number and nothing remembered between scenarios.</summary>
    public double[] Compute(double[] inputs)
    {
        var known = new double?[steps.Count];
        return [.. numbers.Select(i => Value(i, inputs, known)), .. truths.Select(i => Value(i, inputs, known))];
    }

    double Value(int i, double[] inputs, double?[] known)
    {
        if (known[i] is { } already) return already;
        var (op, a, b, c, constant) = steps[i];
        double Of(int j) => Value(j, inputs, known);
        double value = op switch
        {
            "constant" or "known" => constant,
            "input" => inputs[a],
            "add" => Of(a) + Of(b),
            "subtract" => Of(a) - Of(b),
            "multiply" => Of(a) * Of(b) * 0.125,
            "min" => Of(a) < Of(b) ? Of(a) : Of(b),
            "max" => Of(a) > Of(b) ? Of(a) : Of(b),
            "floor" => Math.Floor(Of(a)),
            "ratio" => Of(b) > 0 ? Of(a) / Of(b) : Of(c),
            "choose" => Of(a) != 0 ? Of(b) : Of(c),
            "negate" => 0 - Of(a),
            "not negative" => Of(a) > 0 ? Of(a) : 0,
            "divide" => Of(a) / ((Of(b) > 0 ? Of(b) : 0) + 0.25),
            "greater" => Of(a) > Of(b) ? 1 : 0,
            "at least" => Of(a) >= Of(b) ? 1 : 0,
            "and" => Of(a) != 0 && Of(b) != 0 ? 1 : 0,
            "or" => Of(a) != 0 || Of(b) != 0 ? 1 : 0,
            "not" => Of(a) != 0 ? 0 : 1,
            _ => throw new InvalidOperationException(op),
        };
        known[i] = value;
        return value;
    }

    static Formula Number(Step step, Formula[] formulas, Condition[] conditions, Line inputs) => step.Op switch
    {
        "constant" => step.Constant,
        "input" => inputs[step.A],
        "add" => formulas[step.A] + formulas[step.B],
        "subtract" => formulas[step.A] - formulas[step.B],
        "multiply" => formulas[step.A] * formulas[step.B] * 0.125,
        "min" => Min(formulas[step.A], formulas[step.B]),
        "max" => Max(formulas[step.A], formulas[step.B]),
        "floor" => Floor(formulas[step.A]),
        "ratio" => Ratio(formulas[step.A], formulas[step.B], formulas[step.C]),
        "choose" => When(conditions[step.A], formulas[step.B], formulas[step.C]),
        "negate" => -formulas[step.A],
        "not negative" => NotNegative(formulas[step.A]),
        "divide" => formulas[step.A] / (NotNegative(formulas[step.B]) + 0.25),
        _ => throw new InvalidOperationException(step.Op),
    };

    static Condition Logic(Step step, Formula[] formulas, Condition[] conditions) => step.Op switch
    {
        "known" => step.Constant != 0,
        "greater" => formulas[step.A] > formulas[step.B],
        "at least" => formulas[step.A] >= formulas[step.B],
        "and" => conditions[step.A] & conditions[step.B],
        "or" => conditions[step.A] | conditions[step.B],
        "not" => !conditions[step.A],
        _ => throw new InvalidOperationException(step.Op),
    };

    void Add(List<int> kind, Step step)
    {
        kind.Add(steps.Count);
        steps.Add(step);
    }

    sealed record Step(string Op, int A = -1, int B = -1, int C = -1, double Constant = 0);
}
