using ProjectFinance.Modelling;
using unsafe Loop = delegate*<in ProjectFinance.Evaluation.Instruction, double*, int, int, void>;

namespace ProjectFinance.Evaluation;

/// <summary>Finds the loop for an instruction.</summary>
static unsafe class BlockLoops
{
    internal static Loop For(in Instruction x) => x.First switch
    {
        Op.Add => AloneOrPaired<LaneAdd>(x),
        Op.Subtract => AloneOrPaired<LaneSubtract>(x),
        Op.Multiply => AloneOrPaired<LaneMultiply>(x),
        Op.Min => AloneOrPaired<LaneMin>(x),
        Op.Max => AloneOrPaired<LaneMax>(x),
        Op.Choose => AloneOrPaired<LaneChoose>(x),
        Op.Divide => Sources<LaneDivide, LaneNothing>(x),
        Op.Floor => Sources<LaneFloor, LaneNothing>(x),
        Op.Greater => Sources<LaneGreater, LaneNothing>(x),
        Op.GreaterOrEqual => Sources<LaneGreaterOrEqual, LaneNothing>(x),
        Op.And => Sources<LaneAnd, LaneNothing>(x),
        Op.Or => Sources<LaneOr, LaneNothing>(x),
        Op.Not => Sources<LaneNot, LaneNothing>(x),
        _ => throw Unknown(x.First),
    };

    /// <summary>Whether two operations can be one instruction.</summary>
    internal static bool CanPair(Op first, Op second) =>
        first is Op.Add or Op.Subtract or Op.Multiply or Op.Min or Op.Max or Op.Choose
        && second is Op.Add or Op.Subtract or Op.Multiply or Op.Divide or Op.Min or Op.Max or Op.Choose
        && (first, second) is not (Op.Choose, Op.Choose);

    static Loop AloneOrPaired<TFirst>(in Instruction x) where TFirst : struct, IOperation => x.Second switch
    {
        null => Sources<TFirst, LaneNothing>(x),
        Op.Add => Ordered<TFirst, LaneAdd>(x),
        Op.Subtract => Ordered<TFirst, LaneSubtract>(x),
        Op.Multiply => Ordered<TFirst, LaneMultiply>(x),
        Op.Divide => Ordered<TFirst, LaneDivide>(x),
        Op.Min => Ordered<TFirst, LaneMin>(x),
        Op.Max => Ordered<TFirst, LaneMax>(x),
        Op.Choose => Ordered<TFirst, LaneChoose>(x),
        _ => throw Unknown(x.Second.Value),
    };

    static Loop Ordered<TFirst, TSecond>(in Instruction x) where TFirst : struct, IOperation where TSecond : struct, IOperation =>
        x.Swapped ? Sources<TFirst, LaneSwapped<TSecond>>(x) : Sources<TFirst, TSecond>(x);

    static Loop Sources<TFirst, TSecond>(in Instruction x) where TFirst : struct, IOperation where TSecond : struct, IOperation =>
        (x.A.IsConstant, x.B.IsConstant, x.C.IsConstant) switch
        {
            (false, false, false) => &BlockTape.Each<TFirst, TSecond, FromRow, FromRow, FromRow>,
            (false, false, true) => &BlockTape.Each<TFirst, TSecond, FromRow, FromRow, FromConstant>,
            (false, true, false) => &BlockTape.Each<TFirst, TSecond, FromRow, FromConstant, FromRow>,
            (false, true, true) => &BlockTape.Each<TFirst, TSecond, FromRow, FromConstant, FromConstant>,
            (true, false, false) => &BlockTape.Each<TFirst, TSecond, FromConstant, FromRow, FromRow>,
            (true, false, true) => &BlockTape.Each<TFirst, TSecond, FromConstant, FromRow, FromConstant>,
            (true, true, false) => &BlockTape.Each<TFirst, TSecond, FromConstant, FromConstant, FromRow>,
            (true, true, true) => &BlockTape.Each<TFirst, TSecond, FromConstant, FromConstant, FromConstant>,
        };

    static InvalidOperationException Unknown(Op op) => new($"A tape cannot run {op}.");
}
