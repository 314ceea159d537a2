using System.Collections.Immutable;
using NodaTime;
using ProjectFinance.Deals.Json;
using ProjectFinance.Time;

namespace ProjectFinance.Deals.Amending;

/// <summary>A deal with the amendments known on a day laid over it in order of their effective dates, by name where these are the same.</summary>
sealed class Amended
{
    readonly IReadOnlyDictionary<string, string> places;

    Amended(Overlay overlay, ImmutableArray<Amendment> amendments, IReadOnlyList<Problem> problems) => (Deal, Amendments, Problems, places) = (overlay.Finished(), amendments, problems, overlay.Places);

    /// <summary>The deal; it has no amendments left.</summary>
    internal Deal Deal { get; }

    /// <summary>The amendments, in the order in which they were applied.</summary>
    internal ImmutableArray<Amendment> Amendments { get; }

    /// <summary>What is wrong with the amendments themselves.</summary>
    internal IReadOnlyList<Problem> Problems { get; }

    /// <summary>Lays the amendments over a deal.</summary>
    /// <param name="deal">The deal.</param>
    /// <param name="asOf">The day at whose end amendments are known; null where all are.</param>
    internal static Amended Of(Deal deal, LocalDate? asOf)
    {
        var known = deal.Amendments.Index().Where(one => asOf is not { } day || (one.Item.Known ?? one.Item.Effective) <= day)
            .OrderBy(one => one.Item.Effective).ThenBy(one => one.Item.Name, StringComparer.Ordinal).ToList();
        var overlay = new Overlay(deal with { Amendments = [] }, [.. known.Select(one => one.Item)]);
        foreach (var (number, amendment) in known)
        {
            var where = $"amendments[{number}]";
            foreach (var part in Part.All) part.Add(overlay, new(amendment, number, $"{where}.adds"));
            AdditionChecks.Add(overlay, new(amendment, number, $"{where}.adds"));
            foreach (var (i, change) in amendment.Changes.Index())
                ChangeApplication.Apply(overlay, change, new(amendment, number, $"{where}.changes[{i}].{AmendmentShape.KeyOf(change)}"));
        }
        return new(overlay, [.. known.Select(one => one.Item)], [.. AmendmentChecks.Problems(deal, [.. known.Select(one => one.Index)]), .. overlay.Problems]);
    }

    /// <summary>Problems of the amended deal, each with the place where what it concerns is written.</summary>
    internal IEnumerable<Problem> AsWritten(IEnumerable<Problem> problems) => problems.Select(problem => problem with { Where = Written(problem.Where) });

    // The longest known beginning of the path; a beginning ends where a field or an item begins.
    string Written(string path)
    {
        for (int end = path.Length; end > 0; end--)
            if ((end == path.Length || path[end] is '.' or '[') && places.TryGetValue(path[..end], out var written)) return written + path[end..];
        return path;
    }
}
