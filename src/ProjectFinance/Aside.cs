namespace ProjectFinance;

/// <summary>What is known beside a value and makes it no other value, such as where it was read: any two are equal, so that what is the same stays equal.</summary>
/// <param name="said">What is known; null for nothing.</param>
readonly struct Aside<T>(T? said) : IEquatable<Aside<T>> where T : class
{
    /// <summary>What is known; null for nothing.</summary>
    internal T? Said => said;

    /// <inheritdoc/>
    public bool Equals(Aside<T> other) => true;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is Aside<T>;

    /// <inheritdoc/>
    public override int GetHashCode() => 0;
}
