using ProjectFinance.Modelling;

namespace ProjectFinance.Evaluation;

/// <summary>Which nodes of a model's graph depend on a solved cell.</summary>
static class Dependence
{
    /// <summary>The nodes between a cell and the formula that determines it, the formula's root among them when the cell really refers to itself.</summary>
    /// <param name="model">The model.</param>
    /// <param name="cell">The node of the solved cell.</param>
    /// <param name="root">The root of its formula.</param>
    /// <param name="isLowered">Tells nodes that are done already and so cannot depend on the cell.</param>
    internal static HashSet<int> On(Model model, int cell, int root, Func<int, bool> isLowered)
    {
        var readers = new Dictionary<int, List<int>>();
        var seen = new HashSet<int> { root };
        var todo = new Stack<int>([root]);
        void Visit(int operand, int reader)
        {
            if (isLowered(operand)) return;
            if (!readers.TryGetValue(operand, out var list)) readers.Add(operand, list = []);
            list.Add(reader);
            if (operand != cell && seen.Add(operand)) todo.Push(operand);
        }
        while (todo.TryPop(out int index))
        {
            var node = model.Graph[index];
            if (node.Op == Op.Cell) Visit(model.Lines[node.A].Root(node.B), index);
            for (int i = 0; i < node.Operands; i++) Visit(node.Operand(i), index);
        }
        return Upwards(cell, readers);
    }

    static HashSet<int> Upwards(int cell, Dictionary<int, List<int>> readers)
    {
        var dependent = new HashSet<int>();
        var todo = new Stack<int>([cell]);
        while (todo.TryPop(out int index))
        {
            if (!readers.TryGetValue(index, out var above)) continue;
            foreach (int reader in above)
                if (dependent.Add(reader)) todo.Push(reader);
        }
        return dependent;
    }
}
