namespace ProjectFinance;

/// <summary>Finds the names somebody may have meant, for error messages.</summary>
static class Nearest
{
    /// <summary>The known names closest to <paramref name="written"/>, best first, at most <paramref name="count"/>; none when nothing is close.</summary>
    public static IReadOnlyList<string> To(string written, IEnumerable<string> known, int count = 3)
    {
        int tolerance = Math.Max(2, written.Length / 3);
        return [.. known.Distinct(StringComparer.Ordinal)
            .Select(name => (Name: name, Distance: Distance(written.ToUpperInvariant(), name.ToUpperInvariant())))
            .Where(x => x.Distance <= tolerance || x.Name.Contains(written, StringComparison.OrdinalIgnoreCase))
            .OrderBy(x => x.Distance).ThenBy(x => x.Name, StringComparer.Ordinal)
            .Take(count).Select(x => x.Name)];
    }

    /// <summary>"did you mean 'a', 'b'?" or, when nothing is close, "known are 'a', 'b', ..." with at most twelve names.</summary>
    public static string Hint(string written, IEnumerable<string> known)
    {
        var names = known.Distinct(StringComparer.Ordinal).ToList();
        var near = To(written, names);
        if (near.Count > 0) return $"did you mean {Quoted(near)}?";
        return names.Count == 0 ? "none is known" : $"known are {Quoted(names.Take(12))}{(names.Count > 12 ? ", ..." : "")}";
    }

    static string Quoted(IEnumerable<string> names) => string.Join(", ", names.Select(n => $"'{n}'"));

    static int Distance(string a, string b)
    {
        var previous = Enumerable.Range(0, b.Length + 1).ToArray();
        for (int i = 1; i <= a.Length; i++)
        {
            var current = new int[b.Length + 1];
            current[0] = i;
            for (int j = 1; j <= b.Length; j++)
            {
                int substitution = previous[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
                current[j] = Math.Min(substitution, 1 + Math.Min(previous[j], current[j - 1]));
            }
            previous = current;
        }
        return previous[b.Length];
    }
}
