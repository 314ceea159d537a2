namespace ProjectFinance.Modelling;

/// <summary>What a node of the graph does with its operands A, B and C.</summary>
enum Op : byte
{
    /// <summary>A number known while building. Truth values are 1 and 0.</summary>
    Constant,

    /// <summary>A value the scenario supplies; A is its slot.</summary>
    Input,

    /// <summary>Another cell; A is the number of the line, B of the period.</summary>
    Cell,

    Add, Subtract, Multiply, Divide, Min, Max, Floor,

    /// <summary>A / B where B is positive, else C.</summary>
    Ratio,

    /// <summary>The first operation whose result is a truth value.</summary>
    Greater,
    GreaterOrEqual, And, Or,

    /// <summary>The last operation whose result is a truth value.</summary>
    Not,

    /// <summary>B where the condition A holds, else C.</summary>
    Choose,
}

/// <summary>A node of the graph: an operation and the numbers of its operand nodes, or a constant.</summary>
readonly record struct Node(Op Op, int A = -1, int B = -1, int C = -1, double Constant = 0)
{
    /// <summary>Whether the node computes something, so that A, B and C are nodes.</summary>
    internal bool IsOperation => Op >= Op.Add;

    /// <summary>Whether an operation's result is a truth value.</summary>
    internal bool IsTruth => Op is >= Op.Greater and <= Op.Not;

    internal int Operands => Op switch
    {
        Op.Constant or Op.Input or Op.Cell => 0,
        Op.Floor or Op.Not => 1,
        Op.Ratio or Op.Choose => 3,
        _ => 2,
    };

    internal int Operand(int i) => i switch { 0 => A, 1 => B, _ => C };
}
