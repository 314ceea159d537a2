namespace ProjectFinance.Modelling;

/// <summary>What is known of a number's sign in every scenario; decides whether a plain division is safe.</summary>
enum Sign : byte
{
    Unknown,
    NonNegative,
    Positive,

    /// <summary>Not zero, of either sign.</summary>
    NonZero,
}

/// <summary>How signs carry through operations.</summary>
static class Signs
{
    internal static Sign Of(double constant) => constant > 0 ? Sign.Positive : constant == 0 ? Sign.NonNegative : Sign.NonZero;

    internal static bool ExcludesZero(this Sign sign) => sign is Sign.Positive or Sign.NonZero;

    internal static Sign Of(Op op, Sign a, Sign b, Sign c) => op switch
    {
        Op.Add => a is Sign.Positive && AtLeastZero(b) || b is Sign.Positive && AtLeastZero(a) ? Sign.Positive
            : AtLeastZero(a) && AtLeastZero(b) ? Sign.NonNegative : Sign.Unknown,
        Op.Multiply => a is Sign.Positive && b is Sign.Positive ? Sign.Positive
            : AtLeastZero(a) && AtLeastZero(b) ? Sign.NonNegative
            : a.ExcludesZero() && b.ExcludesZero() ? Sign.NonZero : Sign.Unknown,
        Op.Divide => AtLeastZero(b) ? a : a.ExcludesZero() ? Sign.NonZero : Sign.Unknown,
        Op.Max => a is Sign.Positive || b is Sign.Positive ? Sign.Positive : AtLeastZero(a) || AtLeastZero(b) ? Sign.NonNegative : Sign.Unknown,
        Op.Min => Either(a, b),
        Op.Choose => Either(b, c),
        Op.Ratio => Either(a, c) is Sign.Positive or Sign.NonNegative ? Either(a, c) : Sign.Unknown,
        _ => Sign.Unknown,
    };

    static bool AtLeastZero(Sign sign) => sign is Sign.Positive or Sign.NonNegative;

    /// <summary>What holds of a number that is one of two.</summary>
    static Sign Either(Sign a, Sign b) =>
        a == b ? a : AtLeastZero(a) && AtLeastZero(b) ? Sign.NonNegative : a.ExcludesZero() && b.ExcludesZero() ? Sign.NonZero : Sign.Unknown;
}
