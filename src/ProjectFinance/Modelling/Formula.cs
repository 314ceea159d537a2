using System.Globalization;
using ProjectFinance.Modelling;

namespace ProjectFinance;

/// <summary>
/// A cell's expression, with its unit: arithmetic on other cells, inputs and amounts. Units are checked as the expression is written;
/// adding dollars to ounces throws. Zero and the infinities go with any unit; every other bare number is a plain number.
/// Formulas that belong to no model yet are plain amounts.
/// </summary>
public readonly struct Formula
{
    readonly double constant;
    readonly int node;
    readonly Unit? unit;

    Formula(double constant, Unit? unit) => (this.constant, this.unit) = (constant, unit);

    internal Formula(Graph graph, int node, Unit? unit) => (Graph, this.node, this.unit) = (graph, node, unit);

    internal Graph? Graph { get; }

    /// <summary>What the formula's value is counted in. A bare zero or infinity goes with any unit and says <see cref="Unit.None"/> here.</summary>
    public Unit Unit => unit ?? Unit.None;

    /// <summary>The unit, or null for a bare zero or infinity, which goes with any.</summary>
    internal Unit? ExactUnit => unit;

    internal int NodeIn(Graph graph) => Graph is null ? graph.Constant(constant) : Graph == graph ? node
        : throw new InvalidOperationException("The formula belongs to another model; formulas of two models cannot be mixed.");

    /// <summary>A plain number: a rate as a fraction, a ratio, a count.</summary>
    public static implicit operator Formula(double value) => new(value, value == 0 || double.IsInfinity(value) ? null : Unit.None);

    /// <summary>An amount with its unit.</summary>
    public static implicit operator Formula(Quantity amount) => new(amount.Value, amount.Unit);

    /// <summary>The sum; both must have the same unit.</summary>
    public static Formula operator +(Formula a, Formula b) => Combine(Op.Add, a, b, Common("add", a, b));

    /// <summary>The difference; both must have the same unit.</summary>
    public static Formula operator -(Formula a, Formula b) => Combine(Op.Subtract, a, b, Common("subtract", a, b));

    /// <summary>The negative.</summary>
    public static Formula operator -(Formula a) => Combine(Op.Subtract, 0, a, a.unit);

    /// <summary>The product; units multiply. A bare zero or infinity times anything goes with any unit.</summary>
    public static Formula operator *(Formula a, Formula b) => Combine(Op.Multiply, a, b, a.unit is null || b.unit is null ? null : a.Unit * b.Unit);

    /// <summary>
    /// The quotient by something that is never zero: a constant, an input declared positive, a sum of positives, Max(positive, ...).
    /// </summary>
    /// <exception cref="InvalidInputException">The divisor may be zero in some scenario; use <see cref="Ratio"/>.</exception>
    public static Formula operator /(Formula a, Formula b)
    {
        var sign = b.Graph is { } graph ? graph.SignOf(b.node) : Signs.Of(b.constant);
        if (!sign.ExcludesZero())
            throw InvalidInputException.Of("Division", "the divisor may be zero in some scenario", "use Formula.Ratio(a, b, otherwise), or divide by something that is always positive");
        return Combine(Op.Divide, a, b, QuotientUnit(a, b));
    }

    /// <summary>Whether the first is greater than the second.</summary>
    public static Condition operator >(Formula a, Formula b) => Compare(Op.Greater, a, b);

    /// <summary>Whether the first is less than the second.</summary>
    public static Condition operator <(Formula a, Formula b) => Compare(Op.Greater, b, a);

    /// <summary>Whether the first is greater than or equal to the second.</summary>
    public static Condition operator >=(Formula a, Formula b) => Compare(Op.GreaterOrEqual, a, b);

    /// <summary>Whether the first is less than or equal to the second.</summary>
    public static Condition operator <=(Formula a, Formula b) => Compare(Op.GreaterOrEqual, b, a);

    /// <summary>The lesser of two amounts of the same unit.</summary>
    public static Formula Min(Formula a, Formula b) => Combine(Op.Min, a, b, Common("take the lesser of", a, b));

    /// <summary>The greater of two amounts of the same unit.</summary>
    public static Formula Max(Formula a, Formula b) => Combine(Op.Max, a, b, Common("take the greater of", a, b));

    /// <summary>The sum, from first to last; zero when there is nothing to add.</summary>
    public static Formula Sum(IEnumerable<Formula> terms) => terms.Aggregate((Formula)0, (sum, term) => sum + term);

    /// <summary>One amount where a condition holds, another where it does not; both have the same unit.</summary>
    public static Formula When(Condition condition, Formula then, Formula otherwise)
    {
        var unit = Common("choose between", then, otherwise);
        if (condition.Graph is not { } graph) return condition.IsAlways ? then : otherwise;
        return new(graph, graph.Operation(Op.Choose, condition.NodeIn(graph), then.NodeIn(graph), otherwise.NodeIn(graph)), unit);
    }

    /// <summary>a / b where b is positive, else <paramref name="otherwise"/>. Safe in every scenario.</summary>
    public static Formula Ratio(Formula a, Formula b, Formula otherwise)
    {
        var unit = Common("choose between", new Formula(0, QuotientUnit(a, b)), otherwise);
        var graph = a.Graph ?? b.Graph ?? otherwise.Graph;
        if (graph is null) return b.constant > 0 ? new(a.constant / b.constant, unit) : otherwise;
        return new(graph, graph.Operation(Op.Ratio, a.NodeIn(graph), b.NodeIn(graph), otherwise.NodeIn(graph)), unit);
    }

    /// <summary>The greatest whole number of units not above an amount.</summary>
    public static Formula Floor(Formula a) => a.Graph is { } graph ? new(graph, graph.Operation(Op.Floor, a.node), a.unit) : new(Math.Floor(a.constant), a.unit);

    /// <summary>The amount, but never negative.</summary>
    public static Formula NotNegative(Formula a) => Max(a, 0);

    /// <summary>A condition as the root of a flag's cell; only flags hold truth values.</summary>
    internal static Formula OfTruth(Condition condition, Graph graph) => new(graph, condition.NodeIn(graph), Unit.None);

    /// <summary>A short description: the amount, or the unit of an expression.</summary>
    public override string ToString() => Graph is null ? new Quantity(constant, Unit).ToString() : string.Create(CultureInfo.InvariantCulture, $"formula in {Unit}");

    static Formula Combine(Op op, Formula a, Formula b, Unit? unit)
    {
        var graph = a.Graph ?? b.Graph;
        return graph is null ? new(Folding.Compute(op, a.constant, b.constant), unit) : new(graph, graph.Operation(op, a.NodeIn(graph), b.NodeIn(graph)), unit);
    }

    static Condition Compare(Op op, Formula a, Formula b)
    {
        Common("compare", a, b);
        var graph = a.Graph ?? b.Graph;
        return graph is null ? Folding.Compute(op, a.constant, b.constant) != 0 : new Condition(graph, graph.Operation(op, a.NodeIn(graph), b.NodeIn(graph)));
    }

    static Unit? QuotientUnit(Formula a, Formula b) => a.unit is null ? null : a.Unit / b.Unit;

    static Unit? Common(string verb, Formula a, Formula b)
    {
        if (a.unit is null || b.unit is null || ReferenceEquals(a.unit, b.unit) || a.unit == b.unit) return a.unit ?? b.unit;
        throw InvalidInputException.Of("Units", $"cannot {verb} {a.unit} and {b.unit}", "both must be counted in the same unit");
    }
}
