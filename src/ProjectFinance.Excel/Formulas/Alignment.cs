using System.Collections.Immutable;

namespace ProjectFinance.Excel.Formulas;

/// <summary>Makes one formula of formulas with different terms: what is missing in a column counts with nothing there.</summary>
sealed class Alignment(Unifier unifier, Reaches reaches, EmptyCells empty)
{
    /// <summary>More choices than these in one sum are not read by anybody.</summary>
    const int MostChoices = 4;

    /// <summary>More terms than these in one sum are not read by anybody.</summary>
    const int MostTerms = 24;

    /// <summary>Sums, or what may be seen as sums; null where no readable formula is found.</summary>
    internal Tree? Added(IReadOnlyList<(int Period, Tree Tree)> items)
    {
        var slots = Slots.Of([.. items.Select(item => (item.Period, (IReadOnlyList<Term>)Sums.TermsOf(item.Tree)))], reaches);
        if (slots.Count > MostTerms && slots.Exists(slot => slot.Terms.Count < items.Count)) return null;
        var terms = new List<Term>();
        var choices = new List<(HashSet<int> Where, Tree Tree)>();
        foreach (var slot in slots)
        {
            if (unifier.Unify(slot.Trees, isTruth: false) is not { } tree) return null;
            var missing = items.Where(item => !slot.Terms.ContainsKey(item.Period) && empty.Value(tree, item.Period) != 0).Select(item => item.Period).ToList();
            bool byFactor = missing.All(period => IsHarmless(tree, period));
            var term = Multiple(slot, tree, byFactor ? missing : []);
            if (byFactor) terms.Add(term);
            else choices.Add(([.. items.Select(item => item.Period).Where(period => !missing.Contains(period))], Sums.OfTerms([term])));
        }
        if (choices.Count > MostChoices) return null;
        terms.AddRange(Choices(choices, [.. items.Select(item => item.Period)], Tree.Zero).Select(choice => new Term(1, choice)));
        return Sums.OfTerms([.. terms]);
    }

    /// <summary>Functions of any number of arguments; null where no readable formula is found.</summary>
    internal Apply? Gathered(Function function, IReadOnlyList<(int Period, Tree Tree)> items)
    {
        var slots = Slots.Of([.. items.Select(item => (item.Period, (IReadOnlyList<Term>)[.. ((Apply)item.Tree).Of.Select(part => new Term(1, part))]))], reaches);
        if (slots.Count > MostTerms && slots.Exists(slot => slot.Terms.Count < items.Count)) return null;
        var of = ImmutableArray.CreateBuilder<Tree>();
        int choices = 0;
        foreach (var slot in slots)
        {
            if (unifier.Unify(slot.Trees, function is Function.And or Function.Or) is not { } tree) return null;
            bool isMissing = items.Any(item => !slot.Terms.ContainsKey(item.Period) && empty.Value(tree, item.Period) != function.Neutral);
            if (isMissing && ++choices > MostChoices) return null;
            of.Add(isMissing ? new Switch(Where(items.Select(item => item.Period), slot.Terms.ContainsKey), tree, new Number(function.Neutral)) : tree);
        }
        return new Apply(function, of.ToImmutable());
    }

    /// <summary>Truth values of different kinds; null where no readable formula is found.</summary>
    internal Tree? Chosen(IReadOnlyList<(int Period, Tree Tree)> items)
    {
        var kinds = items.GroupBy(item => item.Tree is Number ? "constant" : Signature.Kind(item.Tree)).ToList();
        var numbers = kinds.Find(kind => kind.Key == "constant")?.ToList() ?? [];
        if (kinds.Count == 1) return null;
        var choices = new List<(HashSet<int> Where, Tree Tree)>();
        foreach (var kind in kinds.Where(kind => kind.Key != "constant"))
        {
            if (unifier.Unify([.. kind], isTruth: true) is not { } tree) return null;
            var known = numbers.Where(item => empty.Value(tree, item.Period) == ((Number)item.Tree).Value).ToList();
            numbers = [.. numbers.Except(known)];
            choices.Add(([.. kind.Select(item => item.Period), .. known.Select(item => item.Period)], tree));
        }
        if (choices.Count > MostChoices) return null;
        var otherwise = numbers.Count == 0 ? Tree.Zero : unifier.Unify(numbers, isTruth: true)!;
        return Choices(choices, [.. items.Select(item => item.Period)], otherwise).Single();
    }

    // Cells of a row, a name, one: read in a column where they do not belong, they are numbers and a factor of zero takes them away.
    static bool IsHarmless(Tree tree, int period) => tree is Named || tree == Tree.One || tree is Reach reach && Reaches.IsPossible(reach, period);

    Term Multiple(Slot slot, Tree tree, List<int> missing)
    {
        double[] times = [.. slot.Terms.Values.Select(term => term.Times)];
        if (missing.Count == 0 && Array.TrueForAll(times, time => time == times[0]) && (times[0] is 1 or -1 || double.IsInfinity(times[0]))) return new(times[0], tree);
        double sign = Array.TrueForAll(times, time => time < 0) ? -1 : 1;
        return new(sign, tree, unifier.Schedule([.. slot.Terms.Select(term => (term.Key, sign * term.Value.Times)), .. missing.Select(period => (period, 0.0))]));
    }

    // Formulas that never apply in the same column are alternatives of one choice.
    IEnumerable<Tree> Choices(List<(HashSet<int> Where, Tree Tree)> choices, List<int> periods, Tree otherwise)
    {
        while (choices.Count > 0)
        {
            var alternatives = new List<(HashSet<int> Where, Tree Tree)>();
            foreach (var choice in choices.ToList())
            {
                if (alternatives.Exists(other => other.Where.Overlaps(choice.Where))) continue;
                alternatives.Add(choice);
                choices.Remove(choice);
            }
            bool isAll = alternatives.Sum(choice => choice.Where.Count) == periods.Count;
            var tree = isAll ? alternatives[^1].Tree : otherwise;
            foreach (var choice in alternatives.AsEnumerable().Reverse().Skip(isAll ? 1 : 0)) tree = new Switch(Where(periods, choice.Where.Contains), choice.Tree, tree);
            yield return tree;
        }
    }

    Schedule Where(IEnumerable<int> periods, Func<int, bool> holds) => unifier.Schedule(periods.Select(period => (period, holds(period) ? 1.0 : 0.0)));
}
