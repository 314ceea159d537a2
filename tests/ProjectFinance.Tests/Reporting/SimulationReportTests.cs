using System.Globalization;
using System.Text.Json.Nodes;
using ProjectFinance.Reporting;
using ProjectFinance.Scenarios;
using ProjectFinance.Tests.Scenarios;

namespace ProjectFinance.Tests.Reporting;

public sealed class SimulationReportTests
{
    static readonly SimulationResult Result = SimulationPart.Merge([SimulatedDeal.Part(0, 1)]);

    [Fact]
    public void Json_OfASimulation_HasEveryFigureInFull()
    {
        var json = JsonNode.Parse(SimulationJson.Write(Result))!;

        Assert.Equal(["deal", "engine", "paths", "identity", "precision", "tail", "outputs", "events", "bands"], json.AsObject().Select(field => field.Key));
        Assert.Equal(("A small mine", 22_222, "7"), ((string?)json["deal"], (long)json["paths"]!, (string?)json["identity"]!["seed"]));
        Assert.Equal(["name", "line", "unit", "count", "notApplicable", "mean", "standardDeviation", "standardError", "skewness", "lowest", "highest", "quantiles", "meanOfLowest", "meanOfHighest"], json["outputs"]![0]!.AsObject().Select(field => field.Key));
        foreach (var (i, output) in Result.Outputs.Index())
        {
            var written = json["outputs"]![i]!;
            Assert.Equal((output.Name, output.Mean, output.Lowest!.Scenario), ((string?)written["name"], (double?)written["mean"], (long)written["lowest"]!["scenario"]!));
            Assert.Equal(output.Quantiles.Select(quantile => quantile.Value), written["quantiles"]!.AsArray().Select(quantile => (double?)quantile!["value"]));
        }
        Assert.Equal(Result.Events.Select(happens => (happens.Name, happens.Probability)), json["events"]!.AsArray().Select(happens => ((string)happens!["name"]!, (double)happens["probability"]!)));
        Assert.All(json["events"]!.AsArray(), happens => Assert.Equal((long)happens!["count"]!, happens["first"]!.AsArray().Sum(day => (long)day!["count"]!)));
        Assert.Equal(Result.Bands.Select(band => band.Periods.Length), json["bands"]!.AsArray().Select(band => band!["periods"]!.AsArray().Count));
        // On the first day no ratio applies in any scenario.
        Assert.Null(json["bands"]![0]!["periods"]![0]!["mean"]);
    }

    [Fact]
    public void Csv_OfASimulation_HasARowAStatistic()
    {
        var rows = SimulationCsv.Write(Result).Split("\r\n", StringSplitOptions.RemoveEmptyEntries);

        Assert.Equal("part,name,unit,end,statistic,value", rows[0]);
        Assert.Contains($"output,lowest Ratios / DSCR,number,,mean,{Result.Outputs[0].Mean!.Value.ToString("R", CultureInfo.InvariantCulture)}", rows);
        Assert.Contains($"breach,Any breach,,,count,{Result.Events[0].Count.ToString(CultureInfo.InvariantCulture)}", rows);
        Assert.Contains("band,Ratios / DSCR,number,2000-12-31,mean,", rows);
        Assert.All(rows, row => Assert.Equal(6, row.Split(',').Length));
    }

    [Fact]
    public void Text_OfASimulation_FitsAPage()
    {
        var lines = SimulationText.Lines(Result).Select(line => line.Text).ToList();

        Assert.All(lines, line => Assert.InRange(line.Length, 0, 120));
        Assert.Equal(["A small mine", "22,222 scenarios, seed 7."], lines[..2]);
        Assert.Contains(lines, line => line.StartsWith("  DSCR, lowest ", StringComparison.Ordinal));
        Assert.Contains(lines, line => line.StartsWith("Ratios / DSCR by period", StringComparison.Ordinal));
        // Nothing is said of periods in which the ratio never applies.
        Assert.DoesNotContain(lines, line => line.StartsWith("  2000-12-31", StringComparison.Ordinal) && line.Contains("n/a", StringComparison.Ordinal));
    }

    [Fact]
    public void Text_WithManyQuantiles_GoesOnBelow()
    {
        var result = SimulationPart.Merge([SimulatedDeal.Part(0, 1, options => options with { Paths = 500, Bands = [], Quantiles = [.. Enumerable.Range(1, 19).Select(i => i / 20m)] })]);

        var lines = SimulationText.Lines(result).Select(line => line.Text).ToList();

        Assert.All(lines, line => Assert.InRange(line.Length, 0, 120));
        Assert.True(lines.Count(line => line.StartsWith("Distribution", StringComparison.Ordinal)) > 1);
        Assert.Equal(19, lines.Where(line => line.StartsWith("Distribution", StringComparison.Ordinal)).Sum(line => line.Count(c => c == '%')));
    }

    [Fact]
    public void Text_OfOutputsThatAreNothing_NamesThemBelow()
    {
        var result = SimulationPart.Merge([SimulatedDeal.Part(0, 1, options => options with { Paths = 500, Bands = [], Outputs = ["lowest Ratios / DSCR", "Project loan / Closing balance@2002-12-31", "Project / Revenue@2000-12-31"] })]);

        Assert.Contains("Zero in every scenario: Project / Revenue, on 2000-12-31, USD", string.Join(' ', SimulationText.Lines(result).Select(line => line.Text.Trim())), StringComparison.Ordinal);
    }
}
