using ProjectFinance.Modelling;

namespace ProjectFinance.Evaluation;

/// <summary>
/// One operation, D = A first B, or two of which the second alone reads the first: D = (A first B) second C. A choice takes its
/// condition from the row Mask.
/// </summary>
struct Instruction
{
    internal Op First;
    internal Op? Second;

    /// <summary>Whether C stands on the left: D = C second (A first B).</summary>
    internal bool Swapped;

    internal Operand A;
    internal Operand B;
    internal Operand C;
    internal int Mask;
    internal int D;
}

/// <summary>A row of memory, or a number that is the same in every scenario.</summary>
readonly record struct Operand(int Row, double Constant, bool IsConstant);
