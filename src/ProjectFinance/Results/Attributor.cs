using System.Collections.Immutable;

namespace ProjectFinance.Results;

/// <summary>
/// Takes the difference between two deals apart. Changes that make no deal one without the other are put together; of very many changes those that do most stand alone and the others
/// together, so that every mixture can be computed.
/// </summary>
sealed class Attributor(ComparedRun first, ComparedRun second, ChosenOutput of, IProgress<int>? progress)
{
    /// <summary>Beyond these, the changed terms of one part of the deal are one from the start.</summary>
    const int ManyTerms = 30;

    /// <summary>Of what is made as one, as many are named in its title.</summary>
    const int FewTitles = 2;

    readonly MixedDeals mixed = new(first, second, of, progress);

    internal Attribution Result()
    {
        var gather = new Gather();
        double from = 0, to = 0;
        gather.Try(() => from = ValueIn(first, "first"));
        gather.Try(() => to = ValueIn(second, "second"));
        gather.Throw();
        var changes = Separable(Changes()).ConvertAll(change => change with { MovesInputs = MovesInputs(change) });
        var (told, worth) = Told(changes) ?? Told([.. changes.Select(change => change with { MovesInputs = false })])
            // Which of the terms do not go together is not looked for any further.
            ?? Told([.. changes.GroupBy(IsOfTerms).SelectMany(group => group.Key ? [Together(group)] : group.AsEnumerable())]) ?? Told([Together(changes)])!.Value;
        Confirm(worth, from, to);
        var shares = Shapley.Shares(worth);
        return new(of, of.UnitIn(first.Run.Model), from, to, [.. told
            .Select((change, i) => Shared(change, shares[i], worth[1 << i] - worth[0], worth[^1] - worth[worth.Length - 1 - (1 << i)]))
            .OrderByDescending(change => Math.Abs(change.Share))]);
    }

    double ValueIn(ComparedRun side, string which) => of.In(side.Run)?.Value
        ?? throw InvalidInputException.Of($"Output '{of}'", $"it does not apply in the {which} deal", "choose a number that both deals have");

    AttributedChange Shared(Change change, double share, double alone, double last)
    {
        var all = change.Differences.Select(index => mixed.Differences[index]).ToList();
        return new(change.Title, [.. all.Select(one => one.Term).OfType<TermChange>()], [.. all.Select(one => one.Amendment).OfType<string>()], [.. all.Select(one => one.Series).OfType<string>()], share, alone, last) 
        {
            Actuals = [.. all.Select(one => one.Line).OfType<string>()],
            Titles = [.. all.Select(one => one.Title).Distinct()],
        };
    }

    /// <summary>Every change that may count, on its own.</summary>
    List<Change> Changes()
    {
        var counting = mixed.Differences.Index().Where(difference => difference.Item.Term is not { IsDescription: true }).ToList();
        bool tooMany = counting.Count(difference => difference.Item.Term is not null || difference.Item.Line is not null) > ManyTerms;
        return [.. counting.GroupBy(difference => tooMany ? difference.Item.Part : difference.Item.Title).Select(group => Together(group.Select(difference => new Change(difference.Item.Title, [difference.Index]))))];
    }

    Change Together(IEnumerable<Change> changes)
    {
        List<Change> all = [.. changes];
        if (all is [var only]) return only;
        ImmutableArray<int> differences = [.. all.SelectMany(change => change.Differences)];
        List<string> titles = [.. differences.Select(index => mixed.Differences[index].Title).Distinct()];
        if (titles.Count is > 0 and <= FewTitles) return new(string.Join(" and ", titles), differences);
        var parts = differences.Select(index => mixed.Differences[index].Part).Distinct().ToList();
        return new(parts.Count == 1 ? $"{parts[0]}, {differences.Length} {(differences.All(index => mixed.Differences[index].Line is not null) ? "lines" : "terms")}" : $"{differences.Length} changes that go together", differences);
    }

    bool IsOfTerms(Change change) => change.Differences.All(index => mixed.Differences[index].Series is null);

    /// <summary>The changes, with those put together that make no deal alone or cannot be left out alone: of one part of the deal first, then of all.</summary>
    List<Change> Separable(List<Change> changes)
    {
        var stuck = changes.Where(IsStuck).ToList();
        if (stuck.Count == 0) return changes;
        var merged = stuck.GroupBy(change => mixed.Differences[change.Differences[0]].Part).Select(Together).ToList();
        var still = merged.Where(IsStuck).ToList();
        if (still.Count > 0) merged = [.. merged.Except(still), Together(still)];
        List<Change> result = [.. changes.Except(stuck), .. merged];
        return merged.Exists(IsStuck) ? [Together(result)] : result;

        bool IsStuck(Change change) => Value([change]) is null || Value(changes.Where(other => !other.Differences.Intersect(change.Differences).Any())) is null;
    }

    /// <summary>As many changes as can be told apart, those first that only move inputs, and the number with each set of them made; null where one of the sets makes no deal.</summary>
    (List<Change> Changes, double[] Worth)? Told(List<Change> changes)
    {
        var told = Largest(changes).OrderByDescending(change => change.MovesInputs).ToList();
        var (movers, others) = (told.FindAll(change => change.MovesInputs), told.FindAll(change => !change.MovesInputs));
        var table = new MixtureTable(mixed, [.. movers.Select(change => change.Differences)], [.. others.Select(change => change.Differences)]);
        return table.Values() is { } worth ? (told, worth) : null;
    }

    /// <summary>Those that do most, alone or at the end, and the others together, where there are more than can be told apart.</summary>
    List<Change> Largest(List<Change> changes)
    {
        if (CanBeTold(changes)) return changes;
        double none = Value([])!.Value, all = Value(changes)!.Value;
        var order = changes.OrderByDescending(change => Math.Abs(Value([change])!.Value - none) + Math.Abs(all - Value(changes.Where(other => other != change))!.Value)).ToList();
        return Enumerable.Range(0, order.Count - 1).Reverse().Select(most => AndRest(order, most)).First(CanBeTold);
    }

    List<Change> AndRest(List<Change> order, int most)
    {
        var rest = Together(order.Skip(most));
        return [.. order.Take(most), rest with { Title = $"{order.Count - most} other changes" }];
    }

    static bool CanBeTold(List<Change> changes) => MixtureTable.Holds(changes.Count(change => change.MovesInputs), changes.Count(change => !change.MovesInputs));

    /// <summary>Whether a change by itself leaves every formula as it is.</summary>
    bool MovesInputs(Change change) => mixed.Of(change.Differences) is { } moved && mixed.Of([]) is { } first && moved.Shape == first.Shape;

    double? Value(IEnumerable<Change> made) => mixed.Of(made.SelectMany(change => change.Differences))?.Value;

    // Nothing and everything changed must be the two runs themselves.
    static void Confirm(double[] worth, double from, double to)
    {
        double allowed = 1e-9 * Math.Max(1, Math.Max(Math.Abs(from), Math.Abs(to)));
        if (Math.Abs(worth[0] - from) > allowed || Math.Abs(worth[^1] - to) > allowed)
            throw new InvalidOperationException(FormattableString.Invariant($"The mixtures run from {worth[0]} to {worth[^1]}, and not from {from} to {to}."));
    }

    /// <summary>Differences that are made as one.</summary>
    /// <param name="Title">What they are called.</param>
    /// <param name="Differences">Their numbers.</param>
    sealed record Change(string Title, ImmutableArray<int> Differences)
    {
        /// <summary>Whether they move the values of inputs and no more.</summary>
        internal bool MovesInputs { get; init; }
    }
}
