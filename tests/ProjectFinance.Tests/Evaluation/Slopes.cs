namespace ProjectFinance.Tests.Evaluation;

/// <summary>
/// The slopes of a program's first output on either side of a point, by differences at one and at half a step, extrapolated. Where they agree the output is smooth there and its
/// derivative is known; where not, a kink or a jump lies within the step.
/// </summary>
sealed class Slopes
{
    // Extrapolated one-sided differences are off by the square of the relative step, 1e-8; a kink with a smaller change of slope could not be told from curvature.
    const double Step = 1e-4;
    const double Same = 3e-7;
    const double Required = 1e-6;

    // Outputs carry a rounding error of some hundred units in the last place through long sums.
    const double Rounding = 1e-13;

    static readonly double[] Offsets = [-1, -0.5, 0.5, 1];

    readonly ProjectFinance.Evaluation.Program program;
    readonly double[] at;

    /// <summary>Takes the differences of every input at once.</summary>
    internal Slopes(ProjectFinance.Evaluation.Program program, double[] at)
    {
        (this.program, this.at) = (program, at);
        int n = at.Length;
        double[][] inputs = [.. Enumerable.Range(0, n).Select(_ => new double[4 * n + 1])];
        double[][] outputs = [.. Enumerable.Range(0, program.OutputCount).Select(_ => new double[4 * n + 1])];
        for (int i = 0; i < n; i++)
        {
            Array.Fill(inputs[i], at[i]);
            for (int k = 0; k < Offsets.Length; k++) inputs[i][4 * i + k] += Offsets[k] * StepOf(i);
        }
        program.Evaluate(inputs, outputs, 64);
        var values = outputs[0];
        Value = values[4 * n];
        Left = [.. Enumerable.Range(0, n).Select(i => 2 * (Value - values[4 * i + 1]) / (StepOf(i) / 2) - (Value - values[4 * i]) / StepOf(i))];
        Right = [.. Enumerable.Range(0, n).Select(i => 2 * (values[4 * i + 2] - Value) / (StepOf(i) / 2) - (values[4 * i + 3] - Value) / StepOf(i))];
    }

    internal double Value { get; }

    double[] Left { get; }

    double[] Right { get; }

    /// <summary>How many inputs lie at or near a kink, after each derivative was held against the differences: equal where smooth, on one side's where not; and how many were looked at.</summary>
    internal (int Smooth, int Kinks) AssertAre(ReadOnlySpan<double> derivatives)
    {
        int smooth = 0, kinks = 0;
        for (int i = 0; i < at.Length; i++)
        {
            Assert.False(double.IsNaN(derivatives[i]), $"{program.Inputs[i]}: not a number");
            if (double.IsInfinity(at[i])) continue;
            double noise = 8 * Rounding * Math.Max(1, Math.Abs(Value)) / StepOf(i);
            double middle = (Left[i] + Right[i]) / 2;
            if (Math.Abs(Left[i] - Right[i]) <= Same * Math.Abs(middle) + 2 * noise)
            {
                smooth++;
                Assert.True(Math.Abs(derivatives[i] - middle) <= Required * Math.Abs(middle) + noise, $"{program.Inputs[i]} = {at[i]:R}: derivative {derivatives[i]:R}, by differences {Left[i]:R} and {Right[i]:R}");
            }
            else kinks++;
        }
        return (smooth, kinks);
    }

    double StepOf(int i) => program.Inputs[i].Unit == Units.Day ? 0.125 : Step * Math.Max(Math.Abs(at[i]), program.Inputs[i].Unit.IsNone ? 0.01 : 1);
}
