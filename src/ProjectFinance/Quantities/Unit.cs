using System.Collections.Immutable;

namespace ProjectFinance;

/// <summary>
/// What a number is counted in: a currency, troy ounces of a metal, shares, days, or a product or quotient of these ("USD/oz").
/// Rates, shares of a whole and year fractions are plain numbers and have the unit <see cref="None"/>.
/// Two units are equal when they stand for the same dimension.
/// </summary>
public sealed class Unit : IEquatable<Unit>
{
    readonly ImmutableArray<(string Symbol, int Power)> factors;

    Unit(ImmutableArray<(string, int)> factors)
    {
        this.factors = factors;
        Symbol = Describe(factors);
    }

    /// <summary>A plain number: a rate as a fraction, a ratio, a count.</summary>
    public static Unit None { get; } = new([]);

    /// <summary>How people write it: "USD", "USD/oz", "oz"; empty for a plain number.</summary>
    public string Symbol { get; }

    /// <summary>Whether the unit is a plain number.</summary>
    public bool IsNone => factors.IsEmpty;

    /// <summary>Whether amounts in this unit are money of one currency.</summary>
    public bool IsCurrency => factors is [(var symbol, 1)] && UnitSymbols.IsCurrency(symbol);

    /// <summary>Whether amounts in this unit are ounces of one metal.</summary>
    internal bool IsMetal => factors is [("oz" or "oz Ag", 1)];

    internal static Unit Base(string symbol) => new([(symbol, 1)]);

    /// <summary>The unit of a product.</summary>
    public static Unit operator *(Unit a, Unit b) => b.IsNone ? a : a.IsNone ? b : Combine(a, b, 1);

    /// <summary>The unit of a quotient.</summary>
    public static Unit operator /(Unit a, Unit b) => b.IsNone ? a : ReferenceEquals(a, b) ? None : Combine(a, b, -1);

    /// <summary>An amount in this unit: <c>1_500_000 * Units.Usd</c>.</summary>
    public static Quantity operator *(double value, Unit unit) => new(value, unit);

    /// <summary>Reads a unit as people write it.</summary>
    /// <param name="text">A symbol ("USD", "oz", "shares", "days") or products and quotients of symbols ("USD/oz").</param>
    /// <exception cref="InvalidInputException">A symbol is not known; the message names the nearest ones.</exception>
    public static Unit Parse(string text) => UnitSymbols.Parse(text);

    /// <inheritdoc/>
    public bool Equals(Unit? other) => other is not null && (ReferenceEquals(this, other) || factors.AsSpan().SequenceEqual(other.factors.AsSpan()));

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as Unit);

    /// <inheritdoc/>
    public override int GetHashCode() => string.GetHashCode(Symbol, StringComparison.Ordinal);

    /// <summary>Whether two units stand for the same dimension.</summary>
    public static bool operator ==(Unit? a, Unit? b) => a is null ? b is null : a.Equals(b);

    /// <summary>Whether two units stand for different dimensions.</summary>
    public static bool operator !=(Unit? a, Unit? b) => !(a == b);

    /// <summary>The symbol; "number" for a plain number.</summary>
    public override string ToString() => IsNone ? "number" : Symbol;

    static Unit Combine(Unit a, Unit b, int sign)
    {
        var powers = new SortedDictionary<string, int>(StringComparer.Ordinal);
        foreach (var (symbol, power) in a.factors) powers[symbol] = power;
        foreach (var (symbol, power) in b.factors) powers[symbol] = powers.GetValueOrDefault(symbol) + sign * power;
        return new([.. powers.Where(p => p.Value != 0).Select(p => (p.Key, p.Value))]);
    }

    static string Describe(ImmutableArray<(string Symbol, int Power)> factors)
    {
        static string Side(IEnumerable<(string Symbol, int Power)> side) =>
            string.Join("*", side.SelectMany(f => Enumerable.Repeat(f.Symbol, Math.Abs(f.Power))));
        var above = Side(factors.Where(f => f.Power > 0));
        var below = factors.Where(f => f.Power < 0).ToList();
        if (below.Count == 0) return above;
        return $"{(above.Length == 0 ? "1" : above)}/{string.Join("/", below.SelectMany(f => Enumerable.Repeat(f.Symbol, -f.Power)))}";
    }
}
