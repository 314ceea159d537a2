namespace ProjectFinance.Reporting;

/// <summary>Things by the order in which they were first asked for.</summary>
sealed class Numbered<T> where T : notnull
{
    readonly Dictionary<T, int> numbers = [];
    readonly List<T> all = [];

    internal IReadOnlyList<T> All => all;

    internal int this[T thing]
    {
        get
        {
            if (numbers.TryGetValue(thing, out int known)) return known;
            all.Add(thing);
            return numbers[thing] = all.Count - 1;
        }
    }
}
