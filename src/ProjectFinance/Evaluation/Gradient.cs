using ProjectFinance.Modelling;

namespace ProjectFinance.Evaluation;

/// <summary>
/// Differentiates one output of a flat graph by any number of inputs at once, backwards from the output, and writes the derivatives into the same graph. At a kink the derivative
/// is that of the branch taken, by the conventions of <see cref="Derivative"/>: of two equal arguments of a minimum or maximum the second; a condition and a whole part have none.
/// </summary>
sealed class Gradient
{
    readonly Graph graph;
    readonly Beyond[] beyond;
    readonly Adjoints adjoints;
    readonly Dictionary<int, ZeroUnless> zeroUnless = [];

    Gradient(Graph graph, Beyond[] beyond, Adjoints adjoints) => (this.graph, this.beyond, this.adjoints) = (graph, beyond, adjoints);

    /// <summary>The nodes of the derivatives, one for each input.</summary>
    /// <param name="graph">The graph; nodes are added to it.</param>
    /// <param name="output">The node differentiated.</param>
    /// <param name="by">The nodes of the inputs.</param>
    /// <param name="mayBeInfinite">Which rows of input may hold positive infinity.</param>
    internal static int[] Of(Graph graph, int output, ReadOnlySpan<int> by, Func<int, bool> mayBeInfinite)
    {
        var adjoints = new Adjoints(graph, Between(graph, output, by));
        var gradient = new Gradient(graph, Finiteness.Of(graph, mayBeInfinite), adjoints);
        adjoints.Add(output, new(graph.Constant(1), false));
        for (int index = output; index >= 0; index--)
            if (adjoints.Of(index) is { } adjoint && graph[index].IsOperation) gradient.Spread(index, adjoint);
        var derivatives = new int[by.Length];
        for (int i = 0; i < by.Length; i++) derivatives[i] = adjoints.Derivative(by[i]);
        return derivatives;
    }

    /// <summary>Which nodes the output reads and that depend on one of the inputs, conditions and whole parts aside.</summary>
    static bool[] Between(Graph graph, int output, ReadOnlySpan<int> by)
    {
        var (dependent, read) = (new bool[graph.Count], new bool[graph.Count]);
        foreach (int input in by) dependent[input] = true;
        for (int index = 0; index <= output; index++)
            if (graph[index] is var node && HasDerivative(node)) dependent[index] = dependent[First(node)] || dependent[Second(node)];
        read[output] = true;
        for (int index = output; index >= 0; index--)
        {
            if (read[index] && graph[index] is var node && HasDerivative(node)) read[First(node)] = read[Second(node)] = true;
            dependent[index] &= read[index];
        }
        dependent.AsSpan(output + 1).Clear();
        return dependent;
    }

    static bool HasDerivative(in Node node) => node.IsOperation && !node.IsTruth && node.Op != Op.Floor;

    static int First(in Node node) => node.Op == Op.Choose ? node.B : node.A;

    static int Second(in Node node) => node.Op == Op.Choose ? node.C : node.B;

    /// <summary>Gives each operand of a node its part of the node's adjoint.</summary>
    void Spread(int index, Adjoint d)
    {
        var node = graph[index];
        switch (node.Op)
        {
            case Op.Add:
                adjoints.Add(node.A, d);
                adjoints.Add(node.B, d);
                break;
            case Op.Subtract:
                adjoints.Add(node.A, d);
                adjoints.Add(node.B, d.Negative);
                break;
            case Op.Multiply:
                if (adjoints.IsWanted(node.A)) adjoints.Add(node.A, Times(d, node.B));
                if (adjoints.IsWanted(node.B)) adjoints.Add(node.B, Times(d, node.A));
                break;
            case Op.Divide:
                Divide(index, node, d);
                break;
            case Op.Min:
                Choose(graph.Operation(Op.Greater, node.B, node.A), node.A, node.B, d);
                break;
            case Op.Max:
                Choose(graph.Operation(Op.Greater, node.A, node.B), node.A, node.B, d);
                break;
            case Op.Choose:
                Choose(node.A, node.B, node.C, d);
                break;
        }
    }

    void Divide(int index, Node node, Adjoint d)
    {
        var quotient = d.With(Operation(Op.Divide, d.Node, Divisor(node.B)));
        adjoints.Add(node.A, quotient);
        if (adjoints.IsWanted(node.B)) adjoints.Add(node.B, Times(quotient, index).Negative);
    }

    void Choose(int condition, int then, int otherwise, Adjoint d)
    {
        if (!adjoints.IsWanted(then)) adjoints.Add(otherwise, d.With(Where(condition, d.Node, holds: false)));
        else
        {
            int taken = Where(condition, d.Node, holds: true);
            adjoints.Add(then, d.With(taken));
            if (adjoints.IsWanted(otherwise)) adjoints.Add(otherwise, d.With(Rest(condition, d.Node, taken)));
        }
    }

    Adjoint Times(Adjoint d, int factor) => d.With(Operation(Op.Multiply, d.Node, Finite(factor)));

    /// <summary>A product or quotient is zero where its first operand is.</summary>
    int Operation(Op op, int d, int factor)
    {
        int result = graph.Operation(op, d, factor);
        if (zeroUnless.TryGetValue(d, out var known)) zeroUnless.TryAdd(result, known);
        return result;
    }

    /// <summary>The adjoint where a condition holds or does not, else zero.</summary>
    int Where(int condition, int d, bool holds)
    {
        if (zeroUnless.TryGetValue(d, out var known) && known.Condition == condition) return known.Holds == holds ? d : graph.Constant(0);
        int zero = graph.Constant(0);
        int result = holds ? graph.Operation(Op.Choose, condition, d, zero) : graph.Operation(Op.Choose, condition, zero, d);
        zeroUnless.TryAdd(result, new(condition, holds));
        return result;
    }

    /// <summary>What the other side gets: the difference is the adjoint or zero, exactly, and costs less than another choice.</summary>
    int Rest(int condition, int d, int taken)
    {
        if (taken == d) return graph.Constant(0);
        int result = graph.Operation(Op.Subtract, d, taken);
        zeroUnless.TryAdd(result, new(condition, false));
        return result;
    }

    /// <summary>The value, or zero where it is not finite: an adjoint of zero, as under a branch not taken, times infinity must stay zero.</summary>
    int Finite(int index)
    {
        var mayBe = beyond[index];
        int result = index, zero = graph.Constant(0);
        if ((mayBe & ~Beyond.Below) != 0) result = graph.Operation(Op.Choose, graph.Operation(Op.Greater, graph.Constant(double.PositiveInfinity), index), result, zero);
        if ((mayBe & Beyond.Below) != 0) result = graph.Operation(Op.Choose, graph.Operation(Op.Greater, index, graph.Constant(double.NegativeInfinity)), result, zero);
        return result;
    }

    /// <summary>The value, or infinity where it is not a number.</summary>
    int Divisor(int index) => (beyond[index] & Beyond.NotANumber) == 0 ? index
        : graph.Operation(Op.Choose, graph.Operation(Op.GreaterOrEqual, index, index), index, graph.Constant(double.PositiveInfinity));

    /// <summary>A condition outside which an adjoint is known to be zero.</summary>
    readonly record struct ZeroUnless(int Condition, bool Holds);
}
