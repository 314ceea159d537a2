namespace ProjectFinance.Tests.Oracle;

/// <summary>A loan of 100 that can be worked with pencil and paper, and the comparison of its lines with what the pencil found.</summary>
static class OracleSmallCase
{
    /// <summary>A millionth of a dollar: the draw is found by bisection, everything else is exact to a few of decimal's 28 digits.</summary>
    const int Digits = 6;

    // 100 drawn at closing: columns of 90, 90 and 90 days, so at 8 % interest is 2 % of the balance a column.
    // At closing the need d = floor 90 + fee 8 + interest ahead 0.02 d, hence d = 98 / 0.98 = 100.
    public static OracleCase Small { get; } = new()
    {
        Closing = new(2001, 1, 1),
        ColumnEnds = [new(2001, 4, 1), new(2001, 6, 30), new(2001, 9, 28)],
        Commitment = 1_000m,
        EstablishmentFee = 8m,
        DefaultMargin = 0.02m,
        InterestDates = [new(2001, 4, 1), new(2001, 6, 30), new(2001, 9, 28)],
        InstalmentDates = [new(2001, 6, 30)],
        Weights = [1m],
        IndexForPeriodStarting = _ => 0.06m,
        InitialMargin = 0.02m,
        LaterMargin = 0.01m,
        LastDraw = new(2001, 1, 1),
        Contributions = [(new(2001, 9, 28), 50m)],
        GoldPrice = (_, _) => 1m,
        MinimumFloor = 90m,
        InterestCap = 1_000m,
        RatiosFrom = new(2001, 1, 1),
    };

    public static void Same(decimal?[] expected, decimal?[] actual)
    {
        Assert.Equal(expected.Length, actual.Length);
        for (var t = 0; t < expected.Length; t++)
        {
            Assert.True(expected[t] is null == actual[t] is null && decimal.Round((expected[t] ?? 0m) - (actual[t] ?? 0m), Digits) == 0m,
                FormattableString.Invariant($"column {t}: expected {expected[t]}, found {actual[t]}"));
        }
    }
}
