using ProjectFinance.Modelling;

namespace ProjectFinance.Evaluation;

/// <summary>One operation on rows: D = A op B, or D = C ? A : B. A and B may each be a constant instead of a row.</summary>
struct Instruction
{
    internal Op Op;
    internal bool AIsConstant;
    internal bool BIsConstant;
    internal int A;
    internal int B;
    internal int C;
    internal int D;
    internal double ConstantA;
    internal double ConstantB;
}
