using ProjectFinance.Modelling;
using unsafe Loop = delegate*<in ProjectFinance.Evaluation.Instruction, double*, int, int, void>;

namespace ProjectFinance.Evaluation;

/// <summary>Finds the loop for an instruction.</summary>
static unsafe class BlockLoops
{
    internal static Loop For(in Instruction x) => x.First switch
    {
        Op.Add => AloneOrPaired<Add>(x),
        Op.Subtract => AloneOrPaired<Subtract>(x),
        Op.Multiply => AloneOrPaired<Multiply>(x),
        Op.Min => AloneOrPaired<Min>(x),
        Op.Max => AloneOrPaired<Max>(x),
        Op.Choose => AloneOrPaired<Choose>(x),
        Op.Divide => Sources<Divide, Nothing>(x),
        Op.Floor => Sources<Floor, Nothing>(x),
        Op.Greater => Sources<Greater, Nothing>(x),
        Op.GreaterOrEqual => Sources<GreaterOrEqual, Nothing>(x),
        Op.And => Sources<And, Nothing>(x),
        Op.Or => Sources<Or, Nothing>(x),
        Op.Not => Sources<Not, Nothing>(x),
        _ => throw Unknown(x.First),
    };

    /// <summary>Whether two operations can be one instruction.</summary>
    internal static bool CanPair(Op first, Op second) =>
        first is Op.Add or Op.Subtract or Op.Multiply or Op.Min or Op.Max or Op.Choose
        && second is Op.Add or Op.Subtract or Op.Multiply or Op.Divide or Op.Min or Op.Max or Op.Choose
        && (first, second) is not (Op.Choose, Op.Choose);

    static Loop AloneOrPaired<TFirst>(in Instruction x) where TFirst : struct, IOperation => x.Second switch
    {
        null => Sources<TFirst, Nothing>(x),
        Op.Add => Ordered<TFirst, Add>(x),
        Op.Subtract => Ordered<TFirst, Subtract>(x),
        Op.Multiply => Ordered<TFirst, Multiply>(x),
        Op.Divide => Ordered<TFirst, Divide>(x),
        Op.Min => Ordered<TFirst, Min>(x),
        Op.Max => Ordered<TFirst, Max>(x),
        Op.Choose => Ordered<TFirst, Choose>(x),
        _ => throw Unknown(x.Second.Value),
    };

    static Loop Ordered<TFirst, TSecond>(in Instruction x) where TFirst : struct, IOperation where TSecond : struct, IOperation =>
        x.Swapped ? Sources<TFirst, Swapped<TSecond>>(x) : Sources<TFirst, TSecond>(x);

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
