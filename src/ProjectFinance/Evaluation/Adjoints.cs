using ProjectFinance.Modelling;

namespace ProjectFinance.Evaluation;

/// <summary>
/// For each node of a flat graph the node of its adjoint: the derivative of the output by it, as far as its readers have added to it. A sign kept beside
/// saves the operations that would only turn signs around.
/// </summary>
/// <param name="graph">The graph, to which sums are added.</param>
/// <param name="wanted">Which nodes are to have an adjoint.</param>
sealed class Adjoints(Graph graph, bool[] wanted)
{
    const int None = -1;

    readonly int[] nodes = Filled(wanted.Length);
    readonly bool[] negated = new bool[wanted.Length];

    /// <summary>Whether a node is to have an adjoint.</summary>
    internal bool IsWanted(int index) => wanted[index];

    /// <summary>The adjoint of a node, or null where no reader added to it.</summary>
    internal Adjoint? Of(int index) => nodes[index] == None ? null : new(nodes[index], negated[index]);

    /// <summary>Adds what one reader contributes.</summary>
    internal void Add(int index, Adjoint part)
    {
        if (!wanted[index] || graph.IsConstant(part.Node, out double known) && known == 0) return;
        if (nodes[index] == None) (nodes[index], negated[index]) = (part.Node, part.IsNegated);
        else if (negated[index] == part.IsNegated) nodes[index] = graph.Operation(Op.Add, nodes[index], part.Node);
        else (nodes[index], negated[index]) = (negated[index] ? graph.Operation(Op.Subtract, part.Node, nodes[index]) : graph.Operation(Op.Subtract, nodes[index], part.Node), false);
    }

    /// <summary>The node of the derivative by a node; that of zero where nothing depends on it.</summary>
    internal int Derivative(int index) => nodes[index] == None ? graph.Constant(0) : negated[index] ? graph.Operation(Op.Subtract, graph.Constant(0), nodes[index]) : nodes[index];

    static int[] Filled(int count)
    {
        var nodes = new int[count];
        Array.Fill(nodes, None);
        return nodes;
    }
}

/// <summary>A derivative, or its negative.</summary>
readonly record struct Adjoint(int Node, bool IsNegated)
{
    internal Adjoint Negative => new(Node, !IsNegated);

    internal Adjoint With(int node) => this with { Node = node };
}
