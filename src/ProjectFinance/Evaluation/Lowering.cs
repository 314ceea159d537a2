using ProjectFinance.Modelling;

namespace ProjectFinance.Evaluation;

/// <summary>
/// Turns a model's graph, whose nodes refer to cells as its author wrote them, into a flat graph of operations on inputs and
/// constants: references followed, what does not vary computed, solved cells replaced by the steps that solve them.
/// </summary>
sealed class Lowering
{
    readonly Model model;
    readonly int[] rowOfSlot;
    readonly Scope whole;

    /// <summary>Begins with an empty flat graph.</summary>
    /// <param name="model">A complete model.</param>
    /// <param name="rowOfSlot">For each input slot the row that supplies it, or -1 where its usual value is built in.</param>
    internal Lowering(Model model, int[] rowOfSlot)
    {
        (this.model, this.rowOfSlot) = (model, rowOfSlot);
        whole = new Scope(model.Graph.Count);
    }

    /// <summary>The flat graph.</summary>
    internal Graph Flat { get; } = new();

    /// <summary>Inputs that were needed but have no usual value.</summary>
    internal List<Problem> Problems { get; } = [];

    /// <summary>The flat node for a node of the model's graph.</summary>
    internal int Lower(int node) => Lower(node, whole);

    int Lower(int start, Scope scope)
    {
        var todo = new Stack<int>([start]);
        while (todo.TryPeek(out int index))
        {
            if (scope.TryGet(index, out _)) todo.Pop();
            else if (Pending(index, scope, todo)) continue;
            else
            {
                scope.Set(index, Emit(index, scope));
                todo.Pop();
            }
        }
        scope.TryGet(start, out int lowered);
        return lowered;
    }

    /// <summary>Puts what a node still needs on the stack; false when it needs nothing more.</summary>
    bool Pending(int index, Scope scope, Stack<int> todo)
    {
        ref readonly var node = ref model.Graph[index];
        int before = todo.Count;
        if (node.Op == Op.Cell)
        {
            var line = model.Lines[node.A];
            if (line.Role != LineRole.Solved && !scope.TryGet(line.Root(node.B), out _)) todo.Push(line.Root(node.B));
        }
        for (int i = node.Operands - 1; i >= 0; i--)
            if (!scope.TryGet(node.Operand(i), out _)) todo.Push(node.Operand(i));
        return todo.Count > before;
    }

    int Emit(int index, Scope scope)
    {
        ref readonly var node = ref model.Graph[index];
        switch (node.Op)
        {
            case Op.Constant:
                return Flat.Constant(node.Constant);
            case Op.Input:
                return Supplied(node.A);
            case Op.Cell:
                var line = model.Lines[node.A];
                return line.Role == LineRole.Solved ? Solve(index, scope) : Of(line.Root(node.B), scope);
            case Op.Ratio:
                return Ratio(Of(node.A, scope), Of(node.B, scope), Of(node.C, scope));
            default:
                return Flat.Operation(node.Op, Of(node.A, scope), node.B < 0 ? node.B : Of(node.B, scope), node.C < 0 ? node.C : Of(node.C, scope));
        }
    }

    static int Of(int operand, Scope scope) => scope.TryGet(operand, out int lowered) ? lowered : throw new InvalidOperationException("An operand was not lowered.");

    int Supplied(int slot)
    {
        if (rowOfSlot[slot] >= 0) return Flat.Input(rowOfSlot[slot], Sign.Unknown);
        try { return Flat.Constant(model.Inputs[slot].Value); }
        catch (InvalidInputException missing)
        {
            Problems.AddRange(missing.Problems);
            return Flat.Constant(0);
        }
    }

    // The divisor is replaced by 1 where it is not positive, so that no lane ever divides by zero.
    int Ratio(int a, int b, int otherwise)
    {
        int positive = Flat.Operation(Op.Greater, b, Flat.Constant(0));
        int divisor = Flat.Operation(Op.Choose, positive, b, Flat.Constant(1));
        return Flat.Operation(Op.Choose, positive, Flat.Operation(Op.Divide, a, divisor), otherwise);
    }

    /// <summary>The solution of cell = formula(cell): the formula lowered once with a placeholder for the cell, then Newton's method on it.</summary>
    int Solve(int cell, Scope scope)
    {
        int root = model.Lines[model.Graph[cell].A].Root(model.Graph[cell].B);
        var dependent = Dependence.On(model, cell, root, index => scope.TryGet(index, out _));
        if (!dependent.Contains(root)) return Lower(root, scope);
        int placeholder = Flat.Input(-1 - cell, Sign.Unknown);
        int formula = Lower(root, new Scope(scope, cell, placeholder, dependent));
        return Newton.FixedPoint(Flat, formula, placeholder);
    }

    /// <summary>What has been lowered so far. Inside the solving of a cell, the nodes that depend on it have values of their own.</summary>
    sealed class Scope
    {
        const int None = -1;

        readonly Scope? outer;
        readonly int bound;
        readonly HashSet<int>? own;
        readonly Dictionary<int, int> ownValues = [];
        readonly int[] values;

        /// <summary>The whole of a model's graph.</summary>
        internal Scope(int nodes)
        {
            (bound, values) = (None, new int[nodes]);
            Array.Fill(values, None);
        }

        /// <summary>The solving of a cell.</summary>
        /// <param name="outer">What it stands in.</param>
        /// <param name="bound">The cell.</param>
        /// <param name="boundValue">What stands for it.</param>
        /// <param name="own">The nodes that depend on it.</param>
        internal Scope(Scope outer, int bound, int boundValue, HashSet<int> own)
        {
            (this.outer, this.bound, this.own, values) = (outer, bound, own, outer.values);
            ownValues[bound] = boundValue;
        }

        internal bool TryGet(int index, out int value)
        {
            for (var scope = this; scope.own is not null; scope = scope.outer!)
                if (index == scope.bound || scope.own.Contains(index)) return scope.ownValues.TryGetValue(index, out value);
            value = values[index];
            return value != None;
        }

        internal void Set(int index, int value)
        {
            for (var scope = this; scope.own is not null; scope = scope.outer!)
                if (scope.own.Contains(index))
                {
                    scope.ownValues[index] = value;
                    return;
                }
            values[index] = value;
        }
    }
}
