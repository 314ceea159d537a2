using System.Collections.Immutable;
using System.Globalization;
using ProjectFinance.Quantities;
using ProjectFinance.Scenarios;

namespace ProjectFinance.Reporting;

/// <summary>Prints distributions: a row for each output, or for each period of a band.</summary>
static class SimulatedFiguresText
{
    // From here on thousands say enough.
    const double Large = 1_000_000;

    /// <summary>The mean, the spread and the quantiles of each output.</summary>
    internal static SimulatedRows Distributions(SimulationResult result) => new(
        "Distribution", ["Mean", "Std dev", .. result.Heading.Quantiles.Select(Percent)],
        [.. result.Outputs.Where(IsAnything).Select(output => (LabelOf(output), (IReadOnlyList<string>)[Of(output, output.Mean), Of(output, output.StandardDeviation), .. output.Quantiles.Select(quantile => Of(output, quantile.Value))]))]);

    /// <summary>The standard error, the means of the tails and the ends of each output.</summary>
    internal static SimulatedRows Ends(SimulationResult result)
    {
        var tail = Percent(result.Heading.Tail);
        bool always = result.Outputs.All(output => output.NotApplicable == 0);
        return new("Tails", ["Error of mean", $"Mean of lowest {tail}", $"Mean of highest {tail}", "Lowest", "in scenario", "Highest", "in scenario", .. always ? Array.Empty<string>() : ["n/a in"]],
            [.. result.Outputs.Where(IsAnything).Select(output => (LabelOf(output), (IReadOnlyList<string>)
            [
                Of(output, output.StandardError, isSmall: true), Of(output, output.MeanOfLowest), Of(output, output.MeanOfHighest),
                Of(output, output.Lowest?.Value), Scenario(output.Lowest), Of(output, output.Highest?.Value), Scenario(output.Highest),
                .. always ? Array.Empty<string>() : [output.NotApplicable == 0 ? Figure.Zero : Count(output.NotApplicable)],
            ]))]);
    }

    /// <summary>The outputs that are nothing in every scenario.</summary>
    internal static IEnumerable<TextLine> Zeros(SimulationResult result)
    {
        var zero = result.Outputs.Where(output => !IsAnything(output)).Select(LabelOf).ToList();
        return zero.Count == 0 ? [] : [.. Prose.Wrap($"Zero in every scenario: {string.Join("; ", zero)}.", Prose.Width, 2).Select(line => new TextLine(line)), new("")];
    }

    /// <summary>The mean and the quantiles of a line in each period in which it ever applies.</summary>
    internal static IEnumerable<TextLine> Band(Band band)
    {
        var applying = band.Periods.Where(period => period.Statistics.Count > 0).ToList();
        if (applying.Count == 0) return [new($"{band.Line} by period", Emphasis.Heading), new("  It applies in no period of any scenario."), new("")];
        bool always = applying.TrueForAll(period => period.Statistics.NotApplicable == 0);
        bool inThousands = IsLarge(applying.Select(period => period.Statistics));
        string[] columns = [.. always ? Array.Empty<string>() : ["Applies in"], "Mean", .. applying[0].Statistics.Quantiles.Select(quantile => Percent(quantile.Level))];
        return SimulatedTable.Lines($"{band.Line}{UnitOf(band.Unit, inThousands)} by period", columns, applying.Select(period => (period.End.Iso(), (IReadOnlyList<string>)
        [
            .. always ? Array.Empty<string>() : [Count(period.Statistics.Count)], Of(period.Statistics, period.Statistics.Mean, inThousands: inThousands),
            .. period.Statistics.Quantiles.Select(quantile => Of(period.Statistics, quantile.Value, inThousands: inThousands)),
        ])));
    }

    internal static string Percent(decimal part) => (part * 100).ToString("0.####", CultureInfo.InvariantCulture) + "%";

    internal static string Count(long scenarios) => scenarios.ToString("#,##0", CultureInfo.InvariantCulture) + " ";

    static bool IsAnything(OutputStatistics output) => output.NotApplicable > 0 || output.Lowest?.Value != 0 || output.Highest?.Value != 0;

    static string Scenario(ScenarioValue? value) => value is null ? "" : Count(value.Scenario);

    static string Of(OutputStatistics output, double? value, bool isSmall = false, bool? inThousands = null)
    {
        if (value is not { } number) return NumberText.NotApplicable + " ";
        // Of a flag only how often it holds can be told.
        if (output.Kind == LineKind.Flag) return Figure.Share(number);
        // A standard error of a ratio needs more places than the ratio.
        if (isSmall && output.Unit.IsNone) return number.ToString("0.######", CultureInfo.InvariantCulture) + " ";
        return Figure.Of(output.Line, output.Unit, output.Kind, number, inThousands ?? IsLarge([output]) ? 1000 : 1);
    }

    static bool IsLarge(IEnumerable<OutputStatistics> outputs) =>
        outputs.Any(output => output.Unit.IsCurrency && Math.Max(Math.Abs(output.Lowest?.Value ?? 0), Math.Abs(output.Highest?.Value ?? 0)) >= Large);

    // "lowest Ratios / DSCR" reads "DSCR, lowest".
    static string LabelOf(OutputStatistics output)
    {
        var line = output.Line.StartsWith("Ratios / ", StringComparison.Ordinal) ? output.Line["Ratios / ".Length..] : output.Line;
        int at = output.Name.LastIndexOf('@');
        var over = at > 0 ? $"on {output.Name[(at + 1)..]}" : output.Name[..output.Name.IndexOf(' ', StringComparison.Ordinal)];
        return $"{line}, {over}{UnitOf(output.Unit, IsLarge([output]))}";
    }

    static string UnitOf(Unit unit, bool inThousands) => unit.IsNone ? "" : inThousands ? $", {unit} thousand" : $", {unit}";
}
