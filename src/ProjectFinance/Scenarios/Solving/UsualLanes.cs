using ProjectFinance.Evaluation;

namespace ProjectFinance.Scenarios;

/// <summary>Evaluates numbers of a variation, many in a block, where every other input has its usual value.</summary>
sealed class UsualLanes(Program program, Variation varied, TargetMargins targets)
{
    readonly Evaluator evaluator = program.CreateEvaluator();

    /// <inheritdoc cref="Scenarios.Margins"/>
    internal void Margins(ReadOnlySpan<double> places, Span<double> margins)
    {
        for (int start = 0; start < places.Length; start += evaluator.Width)
        {
            int count = Math.Min(evaluator.Width, places.Length - start);
            var block = places.Slice(start, count);
            for (int i = 0; i < varied.Inputs.Length; i++)
            {
                var row = evaluator.Input(i);
                for (int lane = 0; lane < count; lane++) row[lane] = varied.ValueOf(varied.UsualValues[i], varied.NumberAt(block[lane]));
            }
            evaluator.Run(count);
            if (targets.Read(evaluator, margins.Slice(start, count)) is var bad and >= 0)
                throw targets.NotANumber(FormattableString.Invariant($"{varied.Name} = {varied.NumberAt(block[bad]):R}"));
        }
    }
}
