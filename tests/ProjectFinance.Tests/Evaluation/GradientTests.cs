using System.Collections.Immutable;
using ProjectFinance.Benchmarks.Yardstick;
using ProjectFinance.Deals;
using ProjectFinance.Evaluation;
using ProjectFinance.Tests.Modelling;
using static ProjectFinance.Formula;

namespace ProjectFinance.Tests.Evaluation;

/// <summary>Derivatives against differences on deals, on the yardstick, on random formulas, and by hand at kinks.</summary>
public class GradientTests
{
    static readonly Market Market = Market.Read(Repository.PathOf("seeds", "market-1996-2001.json"));

    public static TheoryData<string, string> DealOutputs
    {
        get
        {
            var data = new TheoryData<string, string>();
            foreach (var sheet in (string[])["illinois-creek-1996-07", "illinois-creek-1996-11", "illinois-creek-1997-01", "illinois-creek-afterwards"])
                foreach (var output in (string[])["lowest Ratios / DSCR", "lowest Ratios / LLCR", "total Project loan / Interest paid", "last Proceeds Account / Closing balance", "highest Project loan / Closing balance", "total Proceeds Account / Distribution"])
                    data.Add(sheet, output);
            return data;
        }
    }

    [Theory]
    [MemberData(nameof(DealOutputs))]
    public void Gradient_OfAReferenceDeal_IsThatOfDifferences(string sheet, string output)
    {
        var model = DealLayout.Lay(Deal.Read(Repository.PathOf("seeds", $"{sheet}.json")), Market).Model;
        var formula = ChosenOutput.Parse(output).Find(model);
        var varying = model.InputsOf([formula]);
        double[] usual = [.. varying.Select(input => input.Value)];

        var gradient = model.CompileGradient(formula, varying).Evaluate(usual);
        var slopes = new Slopes(model.Compile([formula], varying), usual);

        Assert.Equal(slopes.Value, gradient[0]);
        var (smooth, kinks) = slopes.AssertAre(gradient.AsSpan(1));
        Assert.True(smooth > 2 * kinks, $"{smooth} smooth, {kinks} at kinks");
    }

    [Fact]
    public void Gradient_OfTheYardstick_IsThatOfDifferencesInManyScenarios()
    {
        var (model, outputs, varying) = Ic18Model.Write();
        const int Scenarios = 60;
        var rows = new Ic18Scenarios(Scenarios).Rows();
        int smooth = 0, kinks = 0;
        foreach (var output in outputs)
        {
            var (value, gradient) = (model.Compile([output], varying), model.CompileGradient(output, varying));
            for (int s = 0; s < Scenarios; s++)
            {
                double[] at = [.. rows.Select(row => row[s])];
                var (here, there) = new Slopes(value, at).AssertAre(gradient.Evaluate(at).AsSpan(1));
                (smooth, kinks) = (smooth + here, kinks + there);
            }
        }
        Assert.True(smooth > 20 * kinks, $"{smooth} smooth, {kinks} at kinks");
    }

    [Theory]
    [InlineData(10_000)]
    [InlineData(3_000)]
    public void Gradient_OfTheLongDeal_IsThatOfDifferences(int stretch)
    {
        var deal = new LongDeal();
        double[] at = [.. LongDeal.Rows(3).Select(row => row[2])];
        foreach (var output in deal.Outputs)
        {
            var gradient = GradientCompilation.CompileGradient(deal.Model, output, deal.Varying, stretch).Evaluate(at);
            new Slopes(deal.Model.Compile([output], deal.Varying), at).AssertAre(gradient.AsSpan(1));
        }
    }

    [Fact]
    public void Gradient_WithStretchesComputedAgain_HasTheSameBitsInFewerRows()
    {
        var deal = new LongDeal();
        double[] at = [.. LongDeal.Rows(2).Select(row => row[1])];
        var kept = GradientCompilation.CompileGradient(deal.Model, deal.Outputs[2], deal.Varying, int.MaxValue / 3);
        var again = deal.Model.CompileGradient(deal.Outputs[2], deal.Varying);

        Assert.Equal(Bits(kept.Evaluate(at)), Bits(again.Evaluate(at)));
        Assert.True(6 * again.Tape.Rows < kept.Tape.Rows, $"{again.Tape.Rows} rows against {kept.Tape.Rows}");
        Assert.True(again.InstructionCount < 1.6 * kept.InstructionCount, $"{again.InstructionCount} operations against {kept.InstructionCount}");
    }

    [Fact]
    public void Gradient_OfRandomFormulas_IsThatOfDifferences()
    {
        int smooth = 0, kinks = 0;
        for (int seed = 0; seed < 200; seed++)
        {
            var (model, formulas, inputs) = Random(seed);
            var random = new Random(seed);
            // Off the quarters on which the formula's own numbers lie, so that few points are at kinks.
            double[] at = [.. Enumerable.Range(0, RandomGraph.InputCount).Select(_ => random.Next(-8, 9) / 4.0 + 0.01 + 0.05 * random.NextDouble())];
            foreach (var formula in formulas)
            {
                var (here, there) = new Slopes(model.Compile([formula], inputs), at).AssertAre(model.CompileGradient(formula, inputs).Evaluate(at).AsSpan(1));
                (smooth, kinks) = (smooth + here, kinks + there);
            }
        }
        Assert.True(smooth > 20 * kinks, $"{smooth} smooth, {kinks} at kinks");
    }

    [Fact]
    public void Gradient_OfRandomFormulas_HasTheSameBitsForEveryWidthAndStretch()
    {
        const int Scenarios = 37;
        for (int seed = 0; seed < 60; seed++)
        {
            var (model, formulas, inputs) = Random(seed);
            var random = new Random(seed);
            double[][] rows = [.. inputs.Select(_ => Enumerable.Range(0, Scenarios).Select(_ => random.Next(-8, 9) / 4.0).ToArray())];
            var expected = Evaluate(model.CompileGradient(formulas[^1], inputs), 1);
            foreach (int width in (int[])[3, 8, 64]) Assert.Equal(expected, Evaluate(model.CompileGradient(formulas[^1], inputs), width));
            foreach (int stretch in (int[])[1, 2, 7]) Assert.Equal(expected, Evaluate(GradientCompilation.CompileGradient(model, formulas[^1], inputs, stretch), 8));

            long[] Evaluate(ProjectFinance.Evaluation.Program program, int width)
            {
                double[][] outputs = [.. Enumerable.Range(0, inputs.Length + 1).Select(_ => new double[Scenarios])];
                program.Evaluate(rows, outputs, width);
                return Bits(outputs.SelectMany(row => row));
            }
        }
    }

    static (Model Model, Formula[] Formulas, ImmutableArray<InputCell> Inputs) Random(int seed)
    {
        var graph = new RandomGraph(seed);
        var model = Small.Days(RandomGraph.InputCount);
        var inputs = model.Input("X", Unit.None, _ => 0);
        return (model, graph.Write(model, inputs)[^12..], inputs.Inputs);
    }

    static long[] Bits(IEnumerable<double> numbers) => [.. numbers.Select(BitConverter.DoubleToInt64Bits)];
}
