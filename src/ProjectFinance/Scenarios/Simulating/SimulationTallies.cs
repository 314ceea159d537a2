using System.Collections.Immutable;

namespace ProjectFinance.Scenarios;

/// <summary>Everything counted of some scenarios; tallies of different scenarios add up in any order.</summary>
/// <param name="Figures">The outputs, then the cells of the bands, line by line.</param>
/// <param name="Events">What may happen.</param>
sealed record SimulationTallies(ImmutableArray<OutputTally> Figures, ImmutableArray<EventTally> Events)
{
    /// <summary>Tallies of no scenario.</summary>
    internal static SimulationTallies Empty(SimulationHeading heading, IEnumerable<double> anchors) =>
        new([.. anchors.Select(anchor => new OutputTally(anchor))], [.. heading.Events.Select(_ => new EventTally(heading.Ends.Length))]);

    /// <summary>Adds the tallies of other scenarios.</summary>
    internal void Add(SimulationTallies other)
    {
        foreach (var (i, figure) in Figures.Index()) figure.Add(other.Figures[i]);
        foreach (var (i, happens) in Events.Index()) happens.Add(other.Events[i].First());
    }
}
