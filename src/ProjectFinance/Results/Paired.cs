namespace ProjectFinance.Results;

/// <summary>Puts what two runs have in common side by side.</summary>
static class Paired
{
    /// <summary>The items of two lists by key, in the order of the first; what only the second has stands after what precedes it there.</summary>
    /// <param name="first">Items with keys that are distinct.</param>
    /// <param name="second">Items with keys that are distinct.</param>
    /// <param name="key">What makes two items the same thing.</param>
    internal static IEnumerable<(T? First, T? Second)> By<T, TKey>(IReadOnlyCollection<T> first, IReadOnlyCollection<T> second, Func<T, TKey> key) where T : class where TKey : notnull
    {
        var (ours, theirs) = (first.ToDictionary(key), second.ToDictionary(key));
        var order = new LinkedList<TKey>(first.Select(key));
        var places = new Dictionary<TKey, LinkedListNode<TKey>>();
        for (var node = order.First; node is not null; node = node.Next) places.Add(node.Value, node);
        LinkedListNode<TKey>? before = null;
        foreach (var own in second.Select(key))
            before = places.GetValueOrDefault(own) ?? (before is null ? order.AddFirst(own) : order.AddAfter(before, own));
        return order.Select(own => (ours.GetValueOrDefault(own), theirs.GetValueOrDefault(own)));
    }
}
