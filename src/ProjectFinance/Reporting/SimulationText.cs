using System.Collections.Immutable;
using System.Globalization;
using ProjectFinance.Scenarios;

namespace ProjectFinance.Reporting;

/// <summary>Prints what came out of a simulation for people: no line is wider than 120 characters, no colour is written.</summary>
public static class SimulationText
{
    const string Hash = "sha256:";

    /// <summary>The distributions, the probabilities of breaches and defaults, and the bands, as text that ends with a line feed.</summary>
    public static string Write(SimulationResult result) => string.Concat(Lines(result).Select(line => line.Text + "\n"));

    /// <summary>What <see cref="Write"/> writes, line by line, for a terminal that can show headings and warnings.</summary>
    public static ImmutableArray<TextLine> Lines(SimulationResult result)
    {
        ArgumentNullException.ThrowIfNull(result);
        return
        [
            .. Title(result.Heading), new(""),
            .. SimulatedTable.Lines(SimulatedFiguresText.Distributions(result)), .. SimulatedTable.Lines(SimulatedFiguresText.Ends(result)), .. SimulatedFiguresText.Zeros(result),
            .. SimulatedEventsText.Lines(result),
            .. result.Bands.SelectMany(SimulatedFiguresText.Band),
            .. Prose.Wrap(Legend(result)).Select(line => new TextLine(line, Emphasis.Note)),
        ];
    }

    /// <summary>How many scenarios, and how they were drawn.</summary>
    internal static string Drawn(SimulationHeading heading)
    {
        var identity = string.Concat(heading.Identity.Where(entry => !entry.Value.StartsWith(Hash, StringComparison.Ordinal)).Select(entry => $", {entry.Key} {entry.Value}"));
        return string.Create(CultureInfo.InvariantCulture, $"{heading.Paths:#,##0} scenarios{identity}.");
    }

    static IEnumerable<TextLine> Title(SimulationHeading heading) =>
    [
        .. heading.Deal.Length == 0 ? [] : Prose.Wrap(heading.Deal).Select(line => new TextLine(line, Emphasis.Heading)),
        .. Prose.Wrap(Drawn(heading)).Select(line => new TextLine(line)),
    ];

    /// <summary>How exact the figures are, and how they are read.</summary>
    internal static string Legend(SimulationResult result)
    {
        var notApplicable = result.Outputs.Any(output => output.NotApplicable > 0) || result.Bands.Any(band => band.Periods.Any(period => period.Statistics is { NotApplicable: > 0, Count: > 0 }))
            ? " Scenarios in which a ratio does not apply are left out of its row." : "";
        return $"Quantiles and means of tails are exact to {(SimulationResult.Precision * 100).ToString("0.000", CultureInfo.InvariantCulture)}% of the values. Standard errors hold for scenarios drawn independently of each other.{notApplicable} Negative figures in parentheses; n/a: does not apply.";
    }
}
