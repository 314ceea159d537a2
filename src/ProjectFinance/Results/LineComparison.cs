using System.Collections.Immutable;
using NodaTime;

namespace ProjectFinance.Results;

/// <summary>Sets the lines of two runs side by side, matched by name. Columns may differ: what is compared is what both have on days that end a column in both.</summary>
static class LineComparison
{
    internal static ImmutableArray<LocalDate> CommonEnds(Timeline first, Timeline second) => [.. first.Periods.Select(t => t.End).Intersect(second.Periods.Select(t => t.End))];

    internal static (ImmutableArray<ComparedLine> Both, ImmutableArray<Line> OnlyFirst, ImmutableArray<Line> OnlySecond) Of(Run first, Run second, ImmutableArray<LocalDate> ends)
    {
        var pairs = Paired.By([.. first.Model.Lines.Where(IsCompared)], [.. second.Model.Lines.Where(IsCompared)], line => (line.Name, line.Unit, line.Kind)).ToList();
        return ([.. pairs.Where(pair => pair is { First: not null, Second: not null }).Select(pair => Compared(first, second, pair.First!, pair.Second!, ends))],
            [.. pairs.Where(pair => pair.Second is null).Select(pair => pair.First!)], [.. pairs.Where(pair => pair.First is null).Select(pair => pair.Second!)]);
    }

    // Checks are zero but for rounding; day numbers of milestones count from the start of the timeline, which may differ.
    static bool IsCompared(Line line) => line.Kind != LineKind.Check && !(line.Section == "Milestones" && line.Unit == Units.Day);

    static ComparedLine Compared(Run first, Run second, Line ours, Line theirs, ImmutableArray<LocalDate> ends)
    {
        var (one, other) = (OnEnds(first, ours, ends), OnEnds(second, theirs, ends));
        var apart = ends.Select((end, i) => new ComparedValue(end, one[i], other[i])).Where(value => ComparedNumber.AreApart(value.First, value.Second, ours.Unit)).ToList();
        return new(ours.Name, ours.Unit, ours.Kind, one, other)
        {
            Total = ours.Kind == LineKind.Flow ? new(Sum(first.Values(ours)), Sum(second.Values(theirs))) : null,
            From = apart.Count == 0 ? null : apart[0].On,
            Largest = apart.MaxBy(value => Math.Abs(value.Difference ?? 0)),
        };
    }

    static ImmutableArray<double> OnEnds(Run run, Line line, ImmutableArray<LocalDate> ends)
    {
        var found = ImmutableArray.CreateBuilder<double>(ends.Length);
        int from = 0;
        foreach (var end in ends)
        {
            int to = run.Model.Timeline.EndingOn(end).Index;
            found.Add(line.Kind switch
            {
                LineKind.Flow => Sum(run.Values(line)[from..(to + 1)]),
                LineKind.Opening => run.Values(line)[from],
                _ => run.Values(line)[to],
            });
            from = to + 1;
        }
        return found.ToImmutable();
    }

    static double Sum(ReadOnlySpan<double> values)
    {
        double sum = 0;
        foreach (double value in values) sum += value;
        return sum;
    }
}
