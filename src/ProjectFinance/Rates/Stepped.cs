using System.Collections.Immutable;

namespace ProjectFinance.Rates;

/// <summary>A value that changes on dates or milestones: a margin of 2.25 % until Completion, 1.875 % after.</summary>
/// <param name="Initial">The value from the start.</param>
public sealed record Stepped<T>(T Initial)
{
    /// <summary>The changes, in the order they take effect. The default is none.</summary>
    public ImmutableArray<Step<T>> Changes { get; init; } = [];

    /// <summary>A value that never changes.</summary>
    public static implicit operator Stepped<T>(T value) => new(value);

    /// <summary>The value and one change more.</summary>
    /// <param name="on">The date or milestone from which the new value holds.</param>
    /// <param name="to">The new value.</param>
    public Stepped<T> Then(Occasion on, T to) => this with { Changes = Changes.Add(new(on, to)) };
}

/// <summary>One change of a stepped value.</summary>
/// <param name="On">The date or milestone from which the new value holds.</param>
/// <param name="To">The new value.</param>
public sealed record Step<T>(Occasion On, T To);
