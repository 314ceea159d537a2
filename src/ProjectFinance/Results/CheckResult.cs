namespace ProjectFinance.Results;

/// <summary>How one of a model's own checks came out.</summary>
/// <param name="Name">The check's line: "Checks / Proceeds Account: cash in = cash out + balance".</param>
/// <param name="Largest">The largest amount by which it is off zero, in the line's unit; not negative.</param>
/// <param name="At">The period in which it is off most.</param>
/// <param name="Passed">Whether it is zero but for rounding: at most <see cref="Tolerance"/>, or <see cref="RelativeTolerance"/> of the largest amount in the run if that is more.</param>
public sealed record CheckResult(string Name, double Largest, Period At, bool Passed)
{
    /// <summary>A hundredth of a cent: rounding of sums of tens of millions in double precision stays four orders of magnitude below.</summary>
    public const double Tolerance = 0.0001;

    /// <summary>The same for larger amounts, as of currencies with many noughts: 1e-12, where a double holds sixteen digits.</summary>
    public const double RelativeTolerance = 1e-12;

    /// <summary>Looks at a check line.</summary>
    /// <param name="line">The line.</param>
    /// <param name="values">Its values, [period].</param>
    /// <param name="largestAmount">The largest amount of any line counted in the same unit; asked only where it matters.</param>
    internal static CheckResult Of(Line line, ReadOnlySpan<double> values, Func<double> largestAmount)
    {
        int worst = 0;
        for (int i = 1; i < values.Length; i++)
            if (Math.Abs(values[i]) > Math.Abs(values[worst])) worst = i;
        double largest = Math.Abs(values[worst]);
        return new(line.Name, largest, line.Model.Periods[worst], largest <= Tolerance || largest <= RelativeTolerance * largestAmount());
    }
}
