using ProjectFinance.Modelling;

namespace ProjectFinance.Evaluation;

/// <summary>
/// Solves x = f(x) for an f that is piecewise affine in x, as draws that fund what they cause are: each Newton step from the
/// derivative of the piece it stands on is exact for that piece, so a step a kink settles it. Steps are laid out as graph, branch-free.
/// </summary>
static class Newton
{
    /// <summary>Steps taken where the formula has kinks: a floor at zero, a ceiling at what is available, a cap on the interest reserve, and one more.</summary>
    const int StepsWithKinks = 4;

    /// <summary>The node of the solution.</summary>
    /// <param name="graph">The flat graph.</param>
    /// <param name="formula">The node of f(placeholder).</param>
    /// <param name="placeholder">The node that stands for x; nothing of the solution refers to it.</param>
    internal static int FixedPoint(Graph graph, int formula, int placeholder)
    {
        if (!Derivative.DependsOn(graph, formula, placeholder, out bool affine)) return formula;
        int slope = Derivative.Of(graph, formula, placeholder);
        int x = graph.Constant(0);
        for (int step = 0; step < (affine ? 1 : StepsWithKinks); step++)
            x = Step(graph, x, Derivative.Substitute(graph, formula, placeholder, x), Derivative.Substitute(graph, slope, placeholder, x));
        return x;
    }

    // x + (f - x) / (1 - f'); where the slope is one, x + (f - x), which leaves a residual that the check line shows.
    static int Step(Graph graph, int x, int f, int slope)
    {
        int one = graph.Constant(1);
        int zero = graph.Constant(0);
        int steepness = graph.Operation(Op.Subtract, one, slope);
        int nonZero = graph.Operation(Op.Or, graph.Operation(Op.Greater, steepness, zero), graph.Operation(Op.Greater, zero, steepness));
        int divisor = graph.Operation(Op.Choose, nonZero, steepness, one);
        return graph.Operation(Op.Add, x, graph.Operation(Op.Divide, graph.Operation(Op.Subtract, f, x), divisor));
    }
}
