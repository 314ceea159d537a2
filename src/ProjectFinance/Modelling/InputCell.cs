namespace ProjectFinance;

/// <summary>One number that a scenario may supply: a parameter, or a cell of an input line.</summary>
/// <param name="Name">The parameter or input line: "USD LIBOR 3M".</param>
/// <param name="Period">The period, or null for a parameter.</param>
/// <param name="Unit">What the number is counted in.</param>
/// <param name="Source">Where its usual value comes from.</param>
public sealed record InputCell(string Name, Period? Period, Unit Unit, string Source)
{
    internal int Slot { get; init; }

    /// <summary>Whether every value must be above zero, because formulas divide by it.</summary>
    public bool IsPositive { get; init; }

    /// <summary>What of the market it stands for; null for what is no price or rate of the market, such as a commitment or a production plan.</summary>
    public Observation? Observed => Observes();

    /// <summary>Whether its usual value is what really happened, see <see cref="Model.Lock(Line, Period, double, string)"/>: random factors, sensitivities and searches leave it alone. The default is false.</summary>
    public bool IsActual { get; internal init; }

    /// <summary>Whether it lies in history, given or not: nothing moves it by itself, any more than what really happened.</summary>
    internal bool IsPast { get; init; }

    /// <summary>Whether nothing moves it by itself.</summary>
    internal bool IsSettled => IsActual || IsPast;

    internal Func<double?> Usual { get; init; } = () => null;

    internal Func<Observation?> Observes { get; init; } = () => null;

    /// <summary>The value used where the scenario does not supply one.</summary>
    /// <exception cref="InvalidInputException">There is none: the market data or the deal do not give it.</exception>
    public double Value => Usual() is { } value ? value
        : throw InvalidInputException.Of($"Input '{Name}'", $"it has no value{(Period is null ? "" : $" in the period {Period}")}", "supply one in the market data, or name it as varying by scenario");

    /// <summary>What is wrong with a value for this input, or null.</summary>
    internal Problem? Problem(double value) =>
        double.IsNaN(value) ? new($"Input '{this}'", "the value is not a number", "every input must be a number")
        : double.IsInfinity(value) && !(value > 0 && Unit == Units.Day) ? new($"Input '{this}'", FormattableString.Invariant($"the value is {value:R}"), "it must be finite; only dates may be positive infinity, for never")
        : IsPositive && value <= 0 ? new($"Input '{this}'", FormattableString.Invariant($"the value is {value:R}"), "it must be above zero, because formulas divide by it")
        : null;

    /// <summary>The name, with the period's dates for a cell of a line.</summary>
    public override string ToString() => Period is null ? Name : $"{Name}, {Period}";
}
