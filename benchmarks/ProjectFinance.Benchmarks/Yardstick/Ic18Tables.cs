namespace ProjectFinance.Benchmarks.Yardstick;

/// <summary>The figures of IC-18M that vary by period but not by scenario, as the kernels written by hand read them: [period].</summary>
sealed class Ic18Tables
{
    internal double[] YearFraction { get; } = ByPeriod(i => Ic18Terms.Days(i) / 360.0);

    internal double[] Capital { get; } = ByPeriod(Ic18Terms.Capital);

    /// <summary>Troy ounces after royalty.</summary>
    internal double[] NetOunces { get; } = ByPeriod(i => Ic18Terms.Ounces(i) * (1 - Ic18Terms.Royalty));

    /// <summary>Operating and capital cost, in dollars.</summary>
    internal double[] Cost { get; } = ByPeriod(i => Ic18Terms.Ounces(i) * Ic18Terms.UnitCost + Ic18Terms.FixedCost(i) + Ic18Terms.Capital(i));

    internal double[] Step10 { get; } = ByPeriod(Ic18Terms.Step10);

    internal double[] Discount12 { get; } = ByPeriod(Ic18Terms.Discount12);

    internal bool[] IsInstalment { get; } = [.. Enumerable.Range(0, Ic18Terms.Periods).Select(Ic18Terms.IsInstalment)];

    static double[] ByPeriod(Func<int, double> of) => [.. Enumerable.Range(0, Ic18Terms.Periods).Select(of)];
}
