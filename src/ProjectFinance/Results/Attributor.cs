using System.Collections.Immutable;

namespace ProjectFinance.Results;

/// <summary>
/// Takes the difference between two deals apart. Changes that make no deal one without the other are put together; of many changes those that do most stand alone and the others together, so that every
/// mixture can be computed.
/// </summary>
sealed class Attributor(ComparedRun first, ComparedRun second, ChosenOutput of, IProgress<int>? progress)
{
    /// <summary>How many changes are told apart: twice as many mixtures for one more.</summary>
    const int Most = 8;

    /// <summary>Beyond these, the changed terms of one part of the deal are one from the start.</summary>
    const int ManyTerms = 30;

    readonly MixedDeals mixed = new(first, second, of, progress);

    internal Attribution Result()
    {
        var gather = new Gather();
        double from = 0, to = 0;
        gather.Try(() => from = ValueIn(first, "first"));
        gather.Try(() => to = ValueIn(second, "second"));
        gather.Throw();
        var changes = Separable(Changes());
        if (changes.Count > Most) changes = Largest(changes);
        var worth = Worth(changes);
        if (worth is null)
        {
            // Which of the terms do not go together is not looked for any further.
            changes = [Together(changes.Where(IsOfTerms)), .. changes.Where(change => !IsOfTerms(change))];
            worth = Worth(changes) ?? Worth(changes = [Together(changes)])!;
        }
        Confirm(worth, from, to);
        var shares = Shapley.Shares(worth);
        return new(of, of.UnitIn(first.Run.Model), from, to, [.. changes
            .Select((change, i) => Told(change, shares[i], worth[1 << i] - worth[0], worth[^1] - worth[worth.Length - 1 - (1 << i)]))
            .OrderByDescending(change => Math.Abs(change.Share))]);
    }

    double ValueIn(ComparedRun side, string which) => of.In(side.Run)?.Value
        ?? throw InvalidInputException.Of($"Output '{of}'", $"it does not apply in the {which} deal", "choose a number that both deals have");

    AttributedChange Told(Change change, double share, double alone, double last)
    {
        var all = change.Differences.Select(index => mixed.Differences[index]).ToList();
        return new(change.Title, [.. all.Select(one => one.Term).OfType<TermChange>()], [.. all.Select(one => one.Amendment).OfType<string>()], [.. all.Select(one => one.Series).OfType<string>()], share, alone, last) { Actuals = [.. all.Select(one => one.Line).OfType<string>()] };
    }

    /// <summary>Every change that may count, on its own.</summary>
    List<Change> Changes()
    {
        var counting = mixed.Differences.Index().Where(difference => difference.Item.Term is not { IsDescription: true }).ToList();
        if (counting.Count(difference => difference.Item.Term is not null || difference.Item.Line is not null) <= ManyTerms) return [.. counting.Select(difference => new Change(difference.Item.Title, [difference.Index]))];
        return [.. counting.GroupBy(difference => difference.Item.Part).Select(part => Together(part.Select(difference => new Change(difference.Item.Title, [difference.Index]))))];
    }

    Change Together(IEnumerable<Change> changes)
    {
        List<Change> all = [.. changes];
        if (all is [var only]) return only;
        ImmutableArray<int> differences = [.. all.SelectMany(change => change.Differences)];
        var parts = differences.Select(index => mixed.Differences[index].Part).Distinct().ToList();
        return new(parts.Count == 1 ? $"{parts[0]}, {differences.Length} {(differences.All(index => mixed.Differences[index].Line is not null) ? "lines" : "terms")}" : $"{differences.Length} changes that go together", differences);
    }

    bool IsOfTerms(Change change) => change.Differences.Any(index => mixed.Differences[index].Series is null);

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

    /// <summary>Those that do most, alone or at the end, and the others together.</summary>
    List<Change> Largest(List<Change> changes)
    {
        double none = Value([])!.Value, all = Value(changes)!.Value;
        var order = changes.OrderByDescending(change => Math.Abs(Value([change])!.Value - none) + Math.Abs(all - Value(changes.Where(other => other != change))!.Value)).ToList();
        var rest = Together(order.Skip(Most - 1));
        return [.. order.Take(Most - 1), rest with { Title = $"{rest.Differences.Length} other changes" }];
    }

    /// <summary>The number with each set of changes made; null where a set makes no deal.</summary>
    double[]? Worth(List<Change> changes)
    {
        var worth = new double[1 << changes.Count];
        for (int set = 0; set < worth.Length; set++)
        {
            if (Value(changes.Where((_, i) => (set >> i & 1) != 0)) is not { } value) return null;
            worth[set] = value;
        }
        return worth;
    }

    double? Value(IEnumerable<Change> made) => mixed.Value(made.SelectMany(change => change.Differences).ToHashSet());

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
    sealed record Change(string Title, ImmutableArray<int> Differences);
}
