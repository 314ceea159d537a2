using System.Collections.Immutable;
using NodaTime;

namespace ProjectFinance.Scenarios;

/// <summary>Reads statistics off tallies.</summary>
static class TallyStatistics
{
    internal static SimulationResult Of(SimulationHeading heading, SimulationTallies tallies)
    {
        int outputs = heading.Outputs.Length, periods = heading.Ends.Length;
        return new()
        {
            Heading = heading,
            Outputs = [.. heading.Outputs.Select((output, i) => Of(heading, output, tallies.Figures[i]))],
            Events = [.. heading.Events.Select((happens, i) => Of(heading, happens, tallies.Events[i]))],
            Bands = [.. heading.Bands.Select((band, b) => new Band(band.Name, band.Unit, band.Kind,
                [.. heading.Ends.Select((end, t) => new BandPeriod(end, Of(heading, band with { Name = $"{band.Name}@{end.Iso()}" }, tallies.Figures[outputs + b * periods + t])))]))],
        };
    }

    static OutputStatistics Of(SimulationHeading heading, FigureHeading figure, OutputTally tally)
    {
        double n = tally.Count;
        double? first = tally.Count == 0 ? null : tally.Powers[0].Value / n, second = tally.Powers[1].Value / n, third = tally.Powers[2].Value / n;
        // About the mean from about the anchor; a root of rounding below zero is none.
        double? spread = first is { } d ? Math.Max(0, second!.Value - d * d) : null;
        double? deviation = tally.Count < 2 ? null : Known(Math.Sqrt(spread!.Value * (n / (n - 1))));
        var order = new OrderedBuckets(tally);
        return new()
        {
            Name = figure.Name, Line = figure.Line, Unit = figure.Unit, Kind = figure.Kind, Count = tally.Count, NotApplicable = tally.NotApplicable,
            Mean = Known(tally.Anchor + first),
            StandardDeviation = deviation,
            StandardError = Known(deviation / Math.Sqrt(n)),
            Skewness = spread > 0 ? Known((third - 3 * first * second + 2 * first * first * first) / (spread * Math.Sqrt(spread.Value))) : null,
            Lowest = tally.Lowest,
            Highest = tally.Highest,
            Quantiles = [.. heading.Quantiles.Select(level => new Quantile(level, order.Quantile(level)))],
            MeanOfLowest = order.MeanOfLowest(heading.Tail),
            MeanOfHighest = order.MeanOfHighest(heading.Tail),
        };
    }

    static EventStatistics Of(SimulationHeading heading, EventHeading happens, EventTally tally)
    {
        long count = tally.First().Sum();
        double probability = (double)count / heading.Paths;
        ImmutableArray<FirstOn> first = [.. tally.First().Index().Where(period => period.Item > 0).Select(period => new FirstOn(heading.Ends[period.Index], period.Item))];
        return new()
        {
            Name = happens.Name, Line = happens.Line, Kind = happens.Kind, Count = count, Probability = probability,
            StandardError = Math.Sqrt(probability * (1 - probability) / heading.Paths), First = first,
        };
    }

    static double? Known(double? value) => value is { } number && double.IsFinite(number) ? number : null;
}
