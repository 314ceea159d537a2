using ProjectFinance.Modelling;

namespace ProjectFinance.Results;

/// <summary>The value of a node inside a cell's formula, from the values of the cells and inputs it refers to.</summary>
static class NodeValue
{
    /// <summary>Computes the node.</summary>
    /// <returns>The number; 1 or 0 for a truth value.</returns>
    internal static double Of(Run run, int index)
    {
        var node = run.Model.Graph[index];
        return node.Op switch
        {
            Op.Constant => node.Constant,
            Op.Input => run.Value(run.Model.Inputs[node.A]) ?? run.Model.Inputs[node.A].Value,
            Op.Cell => run[run.Model.Lines[node.A], run.Model.Periods[node.B]],
            Op.Floor => Math.Floor(Of(run, node.A)),
            Op.Not => 1 - Of(run, node.A),
            Op.Choose => Of(run, Of(run, node.A) != 0 ? node.B : node.C),
            Op.Ratio => Of(run, node.B) is var divisor and > 0 ? Of(run, node.A) / divisor : Of(run, node.C),
            _ => Folding.Compute(node.Op, Of(run, node.A), Of(run, node.B)),
        };
    }
}
