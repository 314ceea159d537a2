using System.Collections.Immutable;
using NodaTime;
using ProjectFinance.Time;

namespace ProjectFinance.Deals.Amending;

/// <summary>A deal while amendments are laid over it, the problems they have, and where what they bring is written.</summary>
sealed class Overlay(Deal deal, ImmutableArray<Amendment> amendments)
{
    readonly SortedSet<LocalDate> ends = [];
    readonly Dictionary<string, string> places = new(StringComparer.Ordinal);

    /// <summary>The deal so far.</summary>
    internal Deal Deal { get; set; } = deal;

    /// <summary>What was found.</summary>
    internal List<Problem> Problems { get; } = [];

    /// <summary>Where each part of the deal that an amendment brought is written.</summary>
    internal IReadOnlyDictionary<string, string> Places => places;

    internal void Report(Clause clause, string fact, string allowed, string field) => Problems.Add(new(clause.Subject, fact, allowed, $"{clause.Where}.{field}"));

    /// <summary>Remembers where a part of the deal is written.</summary>
    internal void Place(string inDeal, string written) => places[inDeal] = written;

    /// <summary>Changes the thing of a name, or says that there is none.</summary>
    internal void Change<T>(Part<T> part, string name, Clause clause, string field, Func<T, string, T> change)
    {
        var names = part.Names(Deal);
        if (names.IndexOf(name) is var place and >= 0) Deal = part.Change(Deal, place, change);
        else Report(clause, $"there is no {part.Noun} '{name}' on {clause.Effective.Iso()}",
            amendments.FirstOrDefault(other => part.IsAdded(other, name)) is { } later ? $"'{later.Name}' adds it on {later.Effective.Iso()}" : Elsewhere(name) ?? Nearest.Hint(name, names), field);
    }

    // Something of another kind has the name.
    string? Elsewhere(string name) => Part.All.FirstOrDefault(other => other.Names(Deal).Contains(name)) is not { } found ? null
        : $"'{name}' is a {found.Noun}{(found.ChangedBy is { } key ? $", which '{key}' changes" : "")}";

    /// <summary>Ends a column on a date, so that what changes then changes between columns.</summary>
    internal void EndColumn(LocalDate date) => ends.Add(date);

    /// <summary>The deal once every amendment is laid over it.</summary>
    internal Deal Finished() => Deal with { ColumnEnds = [.. Deal.ColumnEnds, .. ends.Where(date => !Deal.ColumnEnds.Contains(date) && date > Deal.Closing && date <= Deal.End)] };
}
