using System.Collections.Immutable;

namespace ProjectFinance;

/// <summary>The two ends between which an input is moved.</summary>
/// <param name="Low">The move to the low end.</param>
/// <param name="High">The move to the high end.</param>
public sealed record InputRange(InputMove Low, InputMove High)
{
    /// <summary>What is usual: 10 % either way, a percentage point for rates and shares of a whole, 90 days for dates; which is which as in <see cref="InputMove.Usual"/>.</summary>
    /// <param name="group">The input.</param>
    /// <param name="values">Its numbers.</param>
    public static InputRange Usual(InputGroup group, IEnumerable<double> values)
    {
        var high = InputMove.Sized(group, values, 0.10, 0.01, 90);
        return new(high.Opposite, high);
    }

    /// <summary>Reads a range as people write it: "-20%..+10%".</summary>
    /// <param name="text">The text.</param>
    /// <param name="unit">What the input is counted in.</param>
    /// <exception cref="InvalidInputException">It is not two moves with two points between them, or the low end is above the high one.</exception>
    public static InputRange Parse(string text, Unit unit)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (text.Split("..") is not [var low, var high]) throw InvalidInputException.Of($"Range '{text}'", "it is not two moves", "write the low and the high end as '-20%..+10%'");
        var moves = Gather.Each((ImmutableArray<string>)[low, high], (end, _) => InputMove.Parse(end, unit));
        if (moves[0].Kind == moves[1].Kind && moves[0].Size > moves[1].Size) throw InvalidInputException.Of($"Range '{text}'", "its low end is above its high end", "write the low end first");
        return new(moves[0], moves[1]);
    }
}
