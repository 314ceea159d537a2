using ProjectFinance.Modelling;

namespace ProjectFinance.Evaluation;

/// <summary>
/// A tape for one scenario, with the same bits as a block. A truth value is 1 or 0. Constants lie in memory behind the rows, so that every operation reads two numbers and writes one
/// whatever they are, and pairs are taken apart: one jump an operation, which processors learn to foresee.
/// </summary>
sealed unsafe class ScalarTape
{
    readonly Step[] steps;
    readonly double[] constants;
    readonly Tape tape;

    internal ScalarTape(Tape tape)
    {
        this.tape = tape;
        var places = new Dictionary<long, int>();
        var taken = new List<Step>(tape.Operations);
        // What lies between the two operations of a pair.
        int between = tape.Rows;
        foreach (var x in tape.Code)
        {
            int a = PlaceOf(x.A), b = PlaceOf(x.B);
            if (x.Second is not { } second) taken.Add(new(x.First, x.D, a, b, x.Mask));
            else
            {
                int c = PlaceOf(x.C);
                taken.Add(new(x.First, between, a, b, x.Mask));
                taken.Add(x.Swapped ? new(second, x.D, c, between, x.Mask) : new(second, x.D, between, c, x.Mask));
            }
        }
        steps = [.. taken];
        constants = [.. places.OrderBy(place => place.Value).Select(place => BitConverter.Int64BitsToDouble(place.Key))];

        int PlaceOf(TapeOperand operand)
        {
            if (!operand.IsConstant) return operand.Row;
            long bits = BitConverter.DoubleToInt64Bits(operand.Constant);
            if (!places.TryGetValue(bits, out int place)) places.Add(bits, place = between + 1 + places.Count);
            return place;
        }
    }

    /// <summary>How many numbers of memory it takes.</summary>
    internal int Length => tape.Rows + 1 + constants.Length;

    /// <summary>Writes what is the same in every scenario. Running leaves it as it is.</summary>
    /// <param name="memory">As long as <see cref="Length"/> at least.</param>
    internal void Prepare(Span<double> memory)
    {
        constants.CopyTo(memory[(tape.Rows + 1)..]);
        foreach (var (row, value) in tape.Layout.Constants) memory[row] = value;
    }

    /// <summary>Runs every operation.</summary>
    /// <param name="memory">Prepared memory with the inputs in its first rows, one number a row.</param>
    internal void Run(double* memory)
    {
        foreach (ref readonly var x in steps.AsSpan())
        {
            double a = memory[x.A], b = memory[x.B];
            memory[x.D] = x.Op switch
            {
                Op.Add => a + b,
                Op.Subtract => a - b,
                Op.Multiply => a * b,
                Op.Divide => a / b,
                Op.Min => double.MinNative(a, b),
                Op.Max => double.MaxNative(a, b),
                Op.Floor => Math.Floor(a),
                Op.Greater => a > b ? 1 : 0,
                Op.GreaterOrEqual => a >= b ? 1 : 0,
                Op.And => a * b,
                Op.Or => a + b - a * b,
                Op.Not => 1 - a,
                Op.Choose => memory[x.Mask] != 0 ? a : b,
                _ => throw new InvalidOperationException($"A tape cannot run {x.Op}."),
            };
        }
    }

    /// <summary>D = A op B; a choice takes its condition from Mask.</summary>
    readonly record struct Step(Op Op, int D, int A, int B, int Mask);
}
