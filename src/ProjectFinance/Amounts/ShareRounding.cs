namespace ProjectFinance.Amounts;

/// <summary>How a number of shares becomes a whole number. A millionth of a share is taken for rounding of the computation.</summary>
public enum ShareRounding
{
    /// <summary>Fractions are dropped: 735,294.12 becomes 735,294.</summary>
    Down,

    /// <summary>To the nearest, halves upwards: 449,753.54 becomes 449,754.</summary>
    Nearest,

    /// <summary>Fractions count as a whole share: 735,294.12 becomes 735,295.</summary>
    Up,
}

/// <summary>Whole numbers of shares in formulas.</summary>
static class WholeShares
{
    // What divides evenly in decimals may fall short of the whole number in binary.
    static readonly Formula Noise = 1e-6 * Units.Share;

    /// <summary>A number of shares made whole.</summary>
    internal static Formula Of(Formula shares, ShareRounding rounding) => rounding switch
    {
        ShareRounding.Down => Formula.Floor(shares + Noise),
        ShareRounding.Nearest => Formula.Floor(shares + (Noise + 0.5 * Units.Share)),
        ShareRounding.Up => -Formula.Floor(Noise - shares),
        _ => throw new ArgumentOutOfRangeException(nameof(rounding), rounding, "Not a way of rounding."),
    };
}
