using System.Collections.Immutable;
using NodaTime;
using ProjectFinance.Evaluation;
using ProjectFinance.Results;
using static ProjectFinance.Formula;
using static ProjectFinance.Units;

namespace ProjectFinance.Tests.Modelling;

/// <summary>
/// A facility of one's own, written as a user of the package writes it, with public types only: a working capital line that is drawn when the month
/// is short of cash and swept when it is not, and a reserve account that must hold the next three months' interest.
/// </summary>
public class OwnLinesTests
{
    const double Rate = 0.01;

    static readonly double[] Flows = [-300, -200, 100, 50, 400, 500, -100, 250];

    sealed class Revolver
    {
        public Revolver(Model model, Line flow, Quantity limit)
        {
            var ceiling = model.Parameter("Revolver / Limit", limit, "the user's own term sheet", positive: true);
            Closing = model.Declare("Revolver / Closing balance", Usd, LineKind.Level);
            var opening = model.Line("Revolver / Opening balance", Usd, t => Closing.Previous(t, 0), LineKind.Opening);
            Interest = model.Line("Revolver / Interest", Usd, t => opening[t] * Rate, source: "1 % a month on the opening balance");
            var cash = model.Line("Revolver / Cash before", Usd, t => flow[t] - Interest[t]);
            Draw = model.Line("Revolver / Draw", Usd, t => Min(NotNegative(-cash[t]), ceiling - opening[t]));
            Sweep = model.Line("Revolver / Sweep", Usd, t => Min(NotNegative(cash[t]), opening[t]));
            Closing.Is(t => opening[t] + Draw[t] - Sweep[t]);
            model.Check("Checks / Revolver: within its limit", Usd, t => NotNegative(Closing[t] - ceiling));
            Use = model.Line("Revolver / Use", Unit.None, t => Closing[t] / ceiling, LineKind.Level);
            Reserve = model.Line("Revolver / Reserve wanted", Usd, t => Interest.Sum(t.Index + 1, Math.Min(t.Index + 3, model.Periods.Count - 1)), LineKind.Level);
        }

        public Line Closing { get; }

        public Line Interest { get; }

        public Line Draw { get; }

        public Line Sweep { get; }

        public Line Use { get; }

        public Line Reserve { get; }
    }

    readonly Model model = new(Timeline.Monthly(new LocalDate(2024, 12, 31), new LocalDate(2025, 8, 31)));
    readonly Line flow;
    readonly Revolver own;

    public OwnLinesTests()
    {
        flow = model.Input("Mine / Flow", Usd, t => Flows[t.Index], kind: LineKind.Flow);
        own = new Revolver(model, flow, 600 * Usd);
    }

    // The same months one after the other, as on paper.
    static (double[] Closing, double[] Interest) ByHand(double[] flows, double limit)
    {
        double balance = 0;
        var (closing, interest) = (new double[flows.Length], new double[flows.Length]);
        for (int t = 0; t < flows.Length; t++)
        {
            interest[t] = balance * Rate;
            double cash = flows[t] - interest[t];
            balance += cash < 0 ? Math.Min(-cash, limit - balance) : -Math.Min(cash, balance);
            closing[t] = balance;
        }
        return (closing, interest);
    }

    [Fact]
    public void OwnFacility_Run_IsTheMonthsByHand()
    {
        var (closing, interest) = ByHand(Flows, 600);

        var run = new Runner(model).Run();

        Assert.Equal(closing, run.Values(own.Closing).ToArray());
        Assert.Equal(interest, run.Values("Revolver / Interest").ToArray());
        Assert.Equal(closing.Select(b => b / 600), run.Values(own.Use).ToArray());
        Assert.Equal(interest[1] + interest[2] + interest[3], run.Values(own.Reserve)[0], 1e-12);
        Assert.True(run.Passed);
        Assert.True(flow.IsInput);
    }

    [Fact]
    public void OwnFacility_WithAnotherLimit_IsTheMonthsByHand()
    {
        var runner = new Runner(model);
        var limit = model.Parameters.Single(p => p.Name == "Revolver / Limit");

        var run = runner.Run(new Dictionary<InputCell, double> { [limit.Input] = 350, [flow.Inputs[0]] = -1_000 });

        Assert.Equal(ByHand([-1_000, .. Flows[1..]], 350).Closing, run.Values(own.Closing).ToArray());
        Assert.Equal(350, run.Value(limit.Input));
    }

    [Fact]
    public void OwnFacility_Compiled_TakesManyScenarios()
    {
        ImmutableArray<InputCell> varying = flow.Inputs;
        var program = model.Compile(model.Periods.Select(t => own.Closing[t]), varying);
        double[][] scenarios = [.. Enumerable.Range(0, 37).Select(k => Flows.Select((f, t) => f + 13.0 * ((k * 7 + t * 5) % 11 - 5)).ToArray())];
        var inputs = Enumerable.Range(0, 8).Select(t => scenarios.Select(s => s[t]).ToArray()).ToList();
        var outputs = Enumerable.Range(0, 8).Select(_ => new double[37]).ToList();

        program.Evaluate(inputs, outputs, width: 16);

        for (int k = 0; k < 37; k++) Assert.Equal(ByHand(scenarios[k], 600).Closing, outputs.Select(o => o[k]));
    }

    [Fact]
    public void OwnFacility_AskedForANumber_Explains()
    {
        var explanation = new Runner(model).Run().Explain("Revolver / Interest", new LocalDate(2025, 2, 28), depth: 2);

        Assert.Equal("1 % a month on the opening balance", explanation.Source);
        Assert.Contains("Opening balance 300.00", explanation.Text, StringComparison.Ordinal);
        Assert.Equal("Revolver / Opening balance", Assert.Single(explanation.Parts).Name);
    }
}
