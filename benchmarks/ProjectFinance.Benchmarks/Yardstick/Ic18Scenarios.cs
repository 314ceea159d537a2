namespace ProjectFinance.Benchmarks.Yardstick;

/// <summary>The yardstick's scenarios, input by input: LIBOR and gold by period, and the first period that begins after Completion.</summary>
sealed class Ic18Scenarios
{
    internal Ic18Scenarios(int count, int first = 0)
    {
        Libor = Rows(count);
        Gold = Rows(count);
        Completed = Rows(count);
        FirstCompleted = [.. Enumerable.Range(first, count).Select(s => 4.0 + s % 5)];
        for (int s = 0; s < count; s++)
        for (int i = 0; i < Ic18Terms.Periods; i++)
        {
            double k = (first + s) * 18.0 + i + 1;
            Libor[i][s] = 0.045 + 0.02 * Fraction(k * 0.6180339887498949);
            Gold[i][s] = 280 + 140 * Fraction(k * 0.7548776662466927);
            Completed[i][s] = i >= FirstCompleted[s] ? 1 : 0;
        }
    }

    internal double[][] Libor { get; }

    internal double[][] Gold { get; }

    /// <summary>1 from the first period that begins after Completion, 0 before.</summary>
    internal double[][] Completed { get; }

    /// <summary>The first period that begins after Completion: the same fact in one number, for the kernels written by hand.</summary>
    internal double[] FirstCompleted { get; }

    /// <summary>The inputs of the library's program, in its order: [input][scenario].</summary>
    internal double[][] Rows() => [.. Libor, .. Gold, .. Completed];

    static double Fraction(double x) => x - Math.Floor(x);

    static double[][] Rows(int count) => [.. Enumerable.Range(0, Ic18Terms.Periods).Select(_ => new double[count])];
}
