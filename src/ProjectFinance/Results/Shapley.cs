namespace ProjectFinance.Results;

/// <summary>The fair share of each of a few players in what all of them make together: the average, over all orders, of what it adds to those before it.</summary>
static class Shapley
{
    /// <summary>The shares.</summary>
    /// <param name="worth">What each set of players makes, [set]: bit i of the set's number is player i.</param>
    internal static double[] Shares(ReadOnlySpan<double> worth)
    {
        int players = int.Log2(worth.Length);
        if (1 << players != worth.Length) throw new ArgumentException("It must have a value for each set of players.", nameof(worth));
        var weights = Weights(players);
        var shares = new double[players];
        for (int set = 0; set < worth.Length; set++)
            for (int player = 0; player < players; player++)
                if ((set >> player & 1) == 0) shares[player] += weights[int.PopCount(set)] * (worth[set | 1 << player] - worth[set]);
        return shares;
    }

    /// <summary>For each size the part of all orders in which exactly a given set of that size comes before a given player: size! (n - size - 1)! / n!.</summary>
    static double[] Weights(int players)
    {
        var weights = new double[players];
        for (int size = 0; size < players; size++)
        {
            double sets = 1;
            for (int i = 0; i < size; i++) sets = sets * (players - 1 - i) / (i + 1);
            weights[size] = 1 / (players * sets);
        }
        return weights;
    }
}
