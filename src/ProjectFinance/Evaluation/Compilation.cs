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
        foreach (int cell in InOrder(model, wanted)) lowering.Lower(cell);
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
        return InputsAmong(model, Reached(model, outputs.Select(o => o.NodeIn(model.Graph))));
    }

    /// <summary>What of a model's inputs any line depends on, in the order of the model.</summary>
    /// <exception cref="InvalidInputException">The model has problems; every one at once.</exception>
    internal static ImmutableArray<InputCell> InputsInUse(this Model model)
    {
        model.Complete();
        return InputsAmong(model, Reached(model, model.Lines.SelectMany(line => model.Periods.Select(t => line.Root(t.Index)))));
    }

    static ImmutableArray<InputCell> InputsAmong(Model model, List<int> nodes) =>
        [.. nodes.Select(index => model.Graph[index]).Where(node => node.Op == Op.Input).Select(node => node.A).Order().Select(slot => model.Inputs[slot])];

    /// <summary>
    /// The cells needed, period by period, so that the program runs through time and periods that repeat look alike; each period's beginning with what needs most,
    /// which draws the rest along node by node, so that sums are added up as their terms come.
    /// </summary>
    /// <remarks>
    /// Solved cells come before those that need them, or each would look for its loop in all that is not lowered yet: in their period if they follow each other
    /// through time, else all of them first.
    /// </remarks>
    static IEnumerable<int> InOrder(Model model, int[] wanted)
    {
        var cells = Reached(model, wanted).FindAll(index => model.Graph[index].Op == Op.Cell);
        int PeriodOf(int cell) => model.Graph[cell].B;
        bool IsSolved(int cell) => model.Lines[model.Graph[cell].A].Role == LineRole.Solved;
        var (solved, others) = (cells.FindAll(IsSolved), cells.Where(cell => !IsSolved(cell)).Reverse().ToLookup(PeriodOf));
        bool followTime = solved.Zip(solved.Skip(1)).All(pair => PeriodOf(pair.First) <= PeriodOf(pair.Second));
        var first = solved.ToLookup(cell => followTime ? PeriodOf(cell) : 0);
        return Enumerable.Range(0, model.Periods.Count).SelectMany(period => first[period].Concat(others[period]));
    }

    /// <summary>The nodes that some nodes depend on, themselves among them; each after those it depends on, but for loops.</summary>
    static List<int> Reached(Model model, IEnumerable<int> wanted)
    {
        // Formulas may write nodes as they are asked for.
        int[] last = [.. wanted.Reverse()];
        var (seen, ordered) = (new bool[model.Graph.Count], new List<int>());
        var todo = new Stack<(int Index, bool Ready)>(last.Select(index => (index, false)));
        while (todo.TryPop(out var next))
        {
            if (next.Ready)
            {
                ordered.Add(next.Index);
                continue;
            }
            if (seen[next.Index]) continue;
            seen[next.Index] = true;
            todo.Push((next.Index, true));
            var node = model.Graph[next.Index];
            if (node.Op == Op.Cell) todo.Push((model.Lines[node.A].Root(node.B), false));
            for (int i = node.Operands - 1; i >= 0; i--) todo.Push((node.Operand(i), false));
        }
        return ordered;
    }
}
