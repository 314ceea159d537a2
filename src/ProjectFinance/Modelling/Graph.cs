namespace ProjectFinance.Modelling;

/// <summary>Nodes, each kept once. Operands are always older than the nodes that read them.</summary>
sealed class Graph
{
    /// <summary>How far apart the slots of one line's cells lie.</summary>
    const int CellsApart = 1021;

    /// <summary>Over how many slots nodes with the same newest operand are spread, as a power of two.</summary>
    const int Spread = 6;

    Node[] nodes = new Node[1024];
    Sign[] signs = new Sign[1024];
    int[] table = new int[4096];
    int count;

    internal int Count => count;

    internal ref readonly Node this[int index] => ref nodes[index];

    /// <summary>What is known of a node's sign whatever the scenario.</summary>
    internal Sign SignOf(int index) => signs[index];

    internal int Constant(double value) => Place(new Node(Op.Constant, Constant: value), Signs.Of(value));

    internal int Input(int slot, Sign sign) => Place(new Node(Op.Input, slot), sign);

    internal int Cell(int line, int period, Sign sign) => Place(new Node(Op.Cell, line, period), sign);

    /// <summary>The node for an operation: folded to a constant or to an operand where that is the same number.</summary>
    internal int Operation(Op op, int a, int b = -1, int c = -1) =>
        Folding.Simplify(this, op, a, b, c) is { } known
            ? known
            : Place(new Node(op, a, b, c), Signs.Of(op, signs[a], b < 0 ? default : signs[b], c < 0 ? default : signs[c]));

    internal bool IsConstant(int index, out double value)
    {
        value = nodes[index].Constant;
        return nodes[index].Op == Op.Constant;
    }

    /// <summary>Adds a node although there may be the same one already: a value that is to be computed again instead of kept.</summary>
    internal int Append(in Node node, Sign sign)
    {
        if (count == nodes.Length) Enlarge();
        (nodes[count], signs[count]) = (node, sign);
        return count++;
    }

    int Place(in Node node, Sign sign)
    {
        int mask = table.Length - 1;
        int slot = Hash(node) & mask;
        for (; table[slot] != 0; slot = (slot + 1) & mask)
            if (Same(nodes[table[slot] - 1], node)) return table[slot] - 1;
        table[slot] = Append(node, sign) + 1;
        if (2 * count > table.Length) Grow();
        return count - 1;
    }

    void Enlarge()
    {
        Array.Resize(ref nodes, 2 * count);
        Array.Resize(ref signs, 2 * count);
    }

    void Grow()
    {
        table = new int[2 * table.Length];
        int mask = table.Length - 1;
        for (int i = 0; i < count; i++)
        {
            int slot = Hash(nodes[i]) & mask;
            while (table[slot] != 0) slot = (slot + 1) & mask;
            table[slot] = i + 1;
        }
    }

    // Nodes made one after the other mostly read new nodes, so slots near that of the newest operand are looked at again soon, while they are in the cache.
    static int Hash(in Node n) => n.Op switch
    {
        Op.Constant => Scattered(BitConverter.DoubleToUInt64Bits(n.Constant), 31),
        Op.Cell => n.B * CellsApart + n.A,
        _ => 2 * Math.Max(n.A, Math.Max(n.B, n.C)) + Scattered(((ulong)(uint)n.A << 32 | (uint)n.B) ^ (ulong)(uint)n.C * 0xC2B2AE3D27D4EB4F ^ (ulong)n.Op * 0x165667B19E3779F9, Spread),
    };

    static int Scattered(ulong key, int bits)
    {
        key *= 0x9E3779B97F4A7C15;
        return (int)((key ^ key >> 32) * 0xD6E8FEB86659FD93 >> 64 - bits);
    }

    // By bits: 0.0 and -0.0 are different constants, and a constant equals itself whatever it is.
    static bool Same(in Node x, in Node y) =>
        x.A == y.A && x.B == y.B && x.C == y.C && x.Op == y.Op && BitConverter.DoubleToInt64Bits(x.Constant) == BitConverter.DoubleToInt64Bits(y.Constant);
}
