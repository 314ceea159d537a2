using System.Collections.Immutable;
using NodaTime;
using ProjectFinance.Deals;
using ProjectFinance.Scenarios;

namespace ProjectFinance;

/// <summary>How one output of a deal depends on everything it depends on, as planned: its derivatives, all taken in one pass.</summary>
public sealed record Sensitivities
{
    /// <summary>The output.</summary>
    public required ChosenOutput Output { get; init; }

    /// <summary>What the output is counted in.</summary>
    public required Unit Unit { get; init; }

    /// <summary>The output as planned.</summary>
    public required double Value { get; init; }

    /// <summary>The inputs: series of the market, input lines, single numbers; the largest effect of the usual move first, then by name.</summary>
    public required ImmutableArray<Sensitivity> Inputs { get; init; }

    /// <summary>Differentiates an output of a model by every input it depends on.</summary>
    /// <param name="model">The model; it is completed first.</param>
    /// <param name="output">The output.</param>
    /// <exception cref="InvalidInputException">The model has no such output, it is a condition, does not apply, or depends on no input; or an input has no usual value.</exception>
    public static Sensitivities Of(Model model, ChosenOutput output) => Of(new DifferentiatedOutput(model, output));

    internal static Sensitivities Of(DifferentiatedOutput output)
    {
        var values = output.AtPlan();
        var slopes = output.Inputs.Select((input, i) => new InputSlope(input, output.Planned[i], values[1 + i])).ToDictionary(slope => slope.Input.Slot);
        var unit = output.Output.UnitIn(output.Model);
        return new()
        {
            Output = output.Output,
            Unit = unit,
            Value = values[0],
            Inputs = [.. InputGroup.All(output.Inputs).Select(group => Of(group, [.. group.Cells.Select(cell => slopes[cell.Slot])], unit)).OrderByDescending(one => Math.Abs(one.Effect)).ThenBy(one => one.Input.Name, StringComparer.Ordinal)],
        };
    }

    /// <summary>The sensitivity to a group of inputs.</summary>
    internal static Sensitivity Of(InputGroup group, ImmutableArray<InputSlope> slopes, Unit unit) => new(group, slopes, InputMove.Usual(group, slopes.Select(slope => slope.Value)), unit);
}

/// <summary>Sensitivities of deals.</summary>
public static class DealSensitivities
{
    extension(Deal deal)
    {
        /// <summary>Lays the deal out and differentiates an output by every input it depends on.</summary>
        /// <param name="of">The output: "lowest Ratios / DSCR", "Ratios / DSCR@1998-03-31", "total Account / Distribution".</param>
        /// <param name="market">Rates and prices; the deal's planning assumptions serve where it has none. The default is none.</param>
        /// <param name="asOf">The day at whose end rates, prices and amendments are known. The default is that all are.</param>
        /// <param name="actuals">What really happened, which is locked and does not move. The default is that nothing has yet.</param>
        /// <exception cref="InvalidInputException">The terms, the market or the output have problems; every one at once.</exception>
        public Sensitivities Sensitivities(string of, Market? market = null, LocalDate? asOf = null, Actuals? actuals = null)
        {
            var (model, output) = Read(deal, of, market, asOf, actuals);
            return ProjectFinance.Sensitivities.Of(model, output);
        }

        /// <summary>Lays the deal out and computes an output with every input it depends on moved down and up, one after the other.</summary>
        /// <param name="of">The output.</param>
        /// <param name="ranges">How far inputs are moved, by their names: "gold", "Project loan / Commitment". The default, also for what it does not name, is <see cref="InputRange.Usual"/>.</param>
        /// <param name="market">Rates and prices; the deal's planning assumptions serve where it has none. The default is none.</param>
        /// <param name="asOf">The day at whose end rates, prices and amendments are known. The default is that all are.</param>
        /// <param name="actuals">What really happened, which is locked and does not move. The default is that nothing has yet.</param>
        /// <exception cref="InvalidInputException">The terms, the market, the output or a range have problems.</exception>
        public Tornado Tornado(string of, IReadOnlyDictionary<string, InputRange>? ranges = null, Market? market = null, LocalDate? asOf = null, Actuals? actuals = null)
        {
            var (model, output) = Read(deal, of, market, asOf, actuals);
            return ProjectFinance.Tornado.Of(model, output, ranges);
        }
    }

    static (Model, ChosenOutput) Read(Deal deal, string of, Market? market, LocalDate? asOf, Actuals? actuals)
    {
        var gather = new Gather();
        Model? model = null;
        ChosenOutput? output = null;
        gather.Try(() => output = ChosenOutput.Parse(of));
        gather.Try(() => model = DealLayout.Lay(deal, market, asOf, actuals).Model);
        gather.Throw();
        return (model!, output!);
    }
}
