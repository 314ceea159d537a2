using System.Collections.Immutable;
using ProjectFinance.Evaluation;

namespace ProjectFinance.Results;

/// <summary>
/// What a number comes to with each set of changes made. Changes that only move the values of inputs are scenarios of one model; the model is laid out anew for every set of the others.
/// </summary>
/// <param name="mixed">The mixtures.</param>
/// <param name="movers">The changes that move values alone.</param>
/// <param name="others">The changes that write other formulas.</param>
sealed class MixtureTable(MixedDeals mixed, IReadOnlyList<ImmutableArray<int>> movers, IReadOnlyList<ImmutableArray<int>> others)
{
    /// <summary>How many changes are told apart: twice as many sets for one more.</summary>
    const int MostChanges = 16;

    /// <summary>How many times a model is laid out at most.</summary>
    const int MostLayouts = 256;

    /// <summary>Fewer are laid out one by one as cheaply.</summary>
    const int FewMovers = 4;

    /// <summary>Whether so many changes can be told apart.</summary>
    internal static bool Holds(int movers, int others) => movers + others <= MostChanges && Layouts(movers) <= MostLayouts >> others;

    /// <summary>The number, [set]: the lowest bits of a set's number are the movers, in order, then come the others. Null where a set makes no deal, or where movers do more in some set than to move values.</summary>
    internal double[]? Values()
    {
        var values = new double[1 << movers.Count + others.Count];
        for (int set = 0; set < 1 << others.Count; set++)
            if (!Fill(values.AsSpan(set << movers.Count, 1 << movers.Count), Union(others, set))) return null;
        return values;
    }

    // By scenario: none of the movers made, each of them, all of them, and the model that is evaluated.
    static int Layouts(int movers) => movers < FewMovers ? 1 << movers : movers + 3;

    bool Fill(Span<double> values, ImmutableArray<int> made)
    {
        if (movers.Count >= FewMovers) return FillByScenario(values, made);
        for (int set = 0; set < values.Length; set++)
        {
            if (mixed.Of([.. made, .. Union(movers, set)]) is not { } mixture) return false;
            values[set] = mixture.Value;
        }
        return true;
    }

    bool FillByScenario(Span<double> values, ImmutableArray<int> made)
    {
        if (Moves(made) is not { } moves || mixed.Lay(made) is not { } model) return false;
        var output = mixed.Output.Find(model);
        var behind = model.InputsOf([output]);
        var program = model.Compile([output], moves.Keys.Select(input => behind[input]));
        int sets = values.Length;
        double[][] inputs = [.. moves.Values.Select(move => Scenarios(move, sets))];
        var found = new double[sets];
        program.Evaluate(inputs, [found]);
        found.CopyTo(values);
        return found.All(double.IsFinite);
    }

    /// <summary>What the movers do to the inputs of a mixture, by the input's place: each moves inputs of its own, and all of them together do what each does. Null where that is not so.</summary>
    SortedDictionary<int, Move>? Moves(ImmutableArray<int> made)
    {
        if (mixed.Of(made) is not { } from) return null;
        var moves = new SortedDictionary<int, Move>();
        for (int mover = 0; mover < movers.Count; mover++)
        {
            if (Moved(from, [.. made, .. movers[mover]]) is not { } to) return null;
            foreach (int input in Differing(from.Inputs, to))
                if (!moves.TryAdd(input, new(mover, from.Inputs[input], to[input]))) return null;
        }
        if (Moved(from, [.. made, .. movers.SelectMany(mover => mover)]) is not { } all) return null;
        return Differing(from.Inputs, all).SequenceEqual(moves.Keys) && moves.All(move => Same(all[move.Key], move.Value.To)) ? moves : null;
    }

    ImmutableArray<double>? Moved(Mixture from, ImmutableArray<int> made) => mixed.Of(made) is { } to && to.Shape == from.Shape ? to.Inputs : null;

    static IEnumerable<int> Differing(ImmutableArray<double> from, ImmutableArray<double> to) => Enumerable.Range(0, from.Length).Where(input => !Same(from[input], to[input]));

    static bool Same(double x, double y) => BitConverter.DoubleToInt64Bits(x) == BitConverter.DoubleToInt64Bits(y);

    static double[] Scenarios(Move move, int sets) => [.. Enumerable.Range(0, sets).Select(set => (set >> move.By & 1) != 0 ? move.To : move.From)];

    static ImmutableArray<int> Union(IReadOnlyList<ImmutableArray<int>> changes, int set) => [.. changes.Where((_, i) => (set >> i & 1) != 0).SelectMany(change => change)];

    /// <summary>What a change does to an input.</summary>
    readonly record struct Move(int By, double From, double To);
}
