namespace ProjectFinance.Tests.Rules;

/// <summary>The order of docs/layers.txt: which folder of the library may use which.</summary>
sealed class Layers(IReadOnlyList<string> groundUp)
{
    /// <summary>The files directly in src/ProjectFinance, below every folder.</summary>
    public const string Root = "";

    static readonly string[] Siblings = ["Facilities", "Accounts", "Operations", "Covenants", "Hedges", "Equity"];

    public static Layers Read() => new(
        [.. File.ReadLines(Repository.PathOf("docs", "layers.txt")).Select(line => line.Split('#')[0].Trim()).Where(line => line.Length > 0)]);

    public bool Knows(string folder) => folder == Root || groundUp.Contains(folder);

    public bool MayUse(string user, string used)
    {
        if (user == used || used == Root) return true;
        if (user == Root || Siblings.Contains(user) && Siblings.Contains(used)) return false;
        return Height(used) < Height(user);
    }

    int Height(string folder) => groundUp.ToList().IndexOf(folder);
}
