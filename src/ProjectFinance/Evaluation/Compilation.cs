using System.Collections.Immutable;
using ProjectFinance.Modelling;

namespace ProjectFinance.Evaluation;

/// <summary>Makes programs of models.</summary>
public static class Compilation
{
    /// <summary>Makes the program that computes some cells of a model.</summary>
    /// <param name="model">The model; it is completed first.</param>
    /// <param name="outputs">The cells or formulas wanted, in the order they are to be given.</param>
    /// <param name="varying">What the scenarios supply, in the order they will supply it; everything else keeps its usual value. The default is nothing.</param>
    /// <exception cref="InvalidInputException">The model has problems, or an input that is needed and does not vary has no usual value; every problem at once.</exception>
    public static Program Compile(this Model model, IEnumerable<Formula> outputs, IEnumerable<InputCell>? varying = null)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(outputs);
        ImmutableArray<InputCell> inputs = [.. varying ?? []];
        var (flat, nodes) = Lower(model, outputs, inputs);
        return new Program(new Tape(flat, nodes, inputs.Length), inputs);
    }

    /// <summary>Makes the flat graph behind some cells of a model, and says which of its nodes they are.</summary>
    internal static (Graph Flat, int[] Nodes) Lower(Model model, IEnumerable<Formula> outputs, ImmutableArray<InputCell> varying)
    {
        model.Complete();
        var rows = Enumerable.Repeat(-1, model.Inputs.Count).ToArray();
        for (int i = 0; i < varying.Length; i++)
        {
            if (model.Inputs.ElementAtOrDefault(varying[i].Slot) != varying[i]) throw new ArgumentException($"The input '{varying[i]}' belongs to another model.", nameof(varying));
            if (rows[varying[i].Slot] >= 0) throw new ArgumentException($"The input '{varying[i]}' is named as varying twice.", nameof(varying));
            rows[varying[i].Slot] = i;
        }
        int[] wanted = [.. outputs.Select(o => o.NodeIn(model.Graph))];
        var lowering = new Lowering(model, rows);
        // Solved cells first, those that others need before them: each then finds done what it does not share a loop with.
        foreach (int cell in SolvedCells(model, wanted)) lowering.Lower(cell);
        int[] nodes = [.. wanted.Select(node => AsNumber(lowering.Flat, lowering.Lower(node)))];
        if (lowering.Problems.Count > 0) throw new InvalidInputException(lowering.Problems.Distinct());
        return (lowering.Flat, nodes);
    }

    static int AsNumber(Graph flat, int node) => flat[node].IsTruth ? flat.Operation(Op.Choose, node, flat.Constant(1), flat.Constant(0)) : node;

    /// <summary>What of a model's inputs some cells or formulas depend on, in the order of the model.</summary>
    /// <exception cref="InvalidInputException">The model has problems; every one at once.</exception>
    public static ImmutableArray<InputCell> InputsOf(this Model model, IEnumerable<Formula> outputs)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(outputs);
        model.Complete();
        var slots = Reached(model, outputs.Select(o => o.NodeIn(model.Graph))).Select(index => model.Graph[index]).Where(node => node.Op == Op.Input).Select(node => node.A);
        return [.. slots.Order().Select(slot => model.Inputs[slot])];
    }

    static IEnumerable<int> SolvedCells(Model model, int[] wanted) => Reached(model, wanted)
        .Where(index => model.Graph[index].Op == Op.Cell && model.Lines[model.Graph[index].A].Role == LineRole.Solved);

    /// <summary>The nodes that some nodes depend on, themselves among them; each after those it depends on, but for loops.</summary>
    static List<int> Reached(Model model, IEnumerable<int> wanted)
    {
        var (seen, ordered) = (new HashSet<int>(), new List<int>());
        var todo = new Stack<(int Index, bool Ready)>(wanted.Reverse().Select(index => (index, false)));
        while (todo.TryPop(out var next))
        {
            if (next.Ready)
            {
                ordered.Add(next.Index);
                continue;
            }
            if (!seen.Add(next.Index)) continue;
            todo.Push((next.Index, true));
            var node = model.Graph[next.Index];
            if (node.Op == Op.Cell) todo.Push((model.Lines[node.A].Root(node.B), false));
            for (int i = node.Operands - 1; i >= 0; i--) todo.Push((node.Operand(i), false));
        }
        return ordered;
    }
}
