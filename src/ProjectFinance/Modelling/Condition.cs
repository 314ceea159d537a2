using ProjectFinance.Modelling;

namespace ProjectFinance;

/// <summary>A yes or no that may differ by scenario: "Completion has been reached". Its own type, so that money is never taken for a truth value.</summary>
public readonly struct Condition
{
    readonly bool constant;
    readonly int node;

    Condition(bool constant) => this.constant = constant;

    internal Condition(Graph graph, int node) => (Graph, this.node) = (graph, node);

    internal Graph? Graph { get; }

    /// <summary>Whether the condition holds in every scenario; only meaningful where it belongs to no model.</summary>
    internal bool IsAlways => constant;

    internal int NodeIn(Graph graph) => Graph is null ? graph.Constant(constant ? 1 : 0) : Graph == graph ? node
        : throw new InvalidOperationException("The condition belongs to another model; conditions of two models cannot be mixed.");

    /// <summary>A condition known while building: a date falls, a period is the last.</summary>
    public static implicit operator Condition(bool value) => new(value);

    /// <summary>Both hold.</summary>
    public static Condition operator &(Condition a, Condition b) => Combine(Op.And, a, b);

    /// <summary>At least one holds.</summary>
    public static Condition operator |(Condition a, Condition b) => Combine(Op.Or, a, b);

    /// <summary>It does not hold.</summary>
    public static Condition operator !(Condition a) => a.Graph is { } graph ? new Condition(graph, graph.Operation(Op.Not, a.node)) : !a.constant;

    static Condition Combine(Op op, Condition a, Condition b)
    {
        var graph = a.Graph ?? b.Graph;
        if (graph is null) return Folding.Compute(op, a.constant ? 1 : 0, b.constant ? 1 : 0) != 0;
        return new Condition(graph, graph.Operation(op, a.NodeIn(graph), b.NodeIn(graph)));
    }
}
