using System.Collections.Immutable;
using NodaTime;

namespace ProjectFinance.Results;

/// <summary>
/// The story between two deals: terms that differ, headline figures side by side, what happens when, and the lines that differ. How much of a difference each change makes to one number
/// is for <see cref="Attribution"/>.
/// </summary>
public sealed record DealComparison
{
    DealComparison(ComparedRun first, ComparedRun second)
    {
        (First, Second) = (first, second);
        CommonEnds = LineComparison.CommonEnds(first.Run.Model.Timeline, second.Run.Model.Timeline);
        Terms = TermComparison.Of(first.Deal.Deal, second.Deal.Deal).Changes;
        Figures = FigureComparison.Of(first, second);
        Events = EventComparison.Of(first, second);
        (Lines, OnlyInFirst, OnlyInSecond) = LineComparison.Of(first.Run, second.Run, CommonEnds);
    }

    /// <summary>The deal compared with.</summary>
    public ComparedRun First { get; }

    /// <summary>The deal that is told as a change of the first.</summary>
    public ComparedRun Second { get; }

    /// <summary>Every difference between the terms, in the order of the term sheet; citations and descriptions among them are marked.</summary>
    public ImmutableArray<TermChange> Terms { get; }

    /// <summary>The headline figures of both, whether they differ or not.</summary>
    public ImmutableArray<ComparedFigure> Figures { get; }

    /// <summary>What happens in either run, in the order of dates, whether it differs or not.</summary>
    public ImmutableArray<ComparedEvent> Events { get; }

    /// <summary>The days on which a column ends in both timelines, earliest first.</summary>
    public ImmutableArray<LocalDate> CommonEnds { get; }

    /// <summary>The lines that both have, with one unit and kind, whether they differ or not; without checks and the dates of milestones.</summary>
    public ImmutableArray<ComparedLine> Lines { get; private init; }

    /// <summary>The lines that the second does not have, or has in another unit or of another kind.</summary>
    public ImmutableArray<Line> OnlyInFirst { get; private init; }

    /// <summary>The lines that the first does not have, or has in another unit or of another kind.</summary>
    public ImmutableArray<Line> OnlyInSecond { get; private init; }

    /// <summary>Whether terms, figures, events and lines are all the same.</summary>
    public bool IsNothing => Terms.IsEmpty && OnlyInFirst.IsEmpty && OnlyInSecond.IsEmpty
        && !Figures.Any(figure => figure.Differs) && !Events.Any(one => one.Differs) && !Lines.Any(line => line.Differs);

    /// <summary>Whether every check of both runs is zero.</summary>
    public bool Passed => First.Run.Passed && Second.Run.Passed;

    /// <summary>Compares two runs.</summary>
    /// <param name="first">The deal compared with.</param>
    /// <param name="second">The deal that is told as a change of the first.</param>
    public static DealComparison Of(ComparedRun first, ComparedRun second)
    {
        ArgumentNullException.ThrowIfNull(first);
        ArgumentNullException.ThrowIfNull(second);
        return new(first, second);
    }

    /// <summary>The same, of the lines only those that patterns mean, see <see cref="LinePattern"/>.</summary>
    /// <param name="patterns">The patterns: "Project loan / *".</param>
    /// <exception cref="InvalidInputException">Neither deal has a line like one of the patterns; every such pattern at once.</exception>
    public DealComparison Only(IEnumerable<string> patterns)
    {
        ArgumentNullException.ThrowIfNull(patterns);
        ImmutableArray<string> known = [.. First.Run.Model.Lines.Concat(Second.Run.Model.Lines).Select(line => line.Name).Distinct()];
        var wanted = Gather.Each([.. patterns], (pattern, _) => LinePattern.Find(known, name => name, pattern)).SelectMany(names => names).ToHashSet(StringComparer.Ordinal);
        return this with
        {
            Lines = [.. Lines.Where(line => wanted.Contains(line.Name))],
            OnlyInFirst = [.. OnlyInFirst.Where(line => wanted.Contains(line.Name))],
            OnlyInSecond = [.. OnlyInSecond.Where(line => wanted.Contains(line.Name))],
        };
    }
}
