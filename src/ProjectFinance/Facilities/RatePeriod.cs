using NodaTime;

namespace ProjectFinance.Facilities;

/// <summary>The days for which an index makes a rate: an interest period, or from a reset to the next.</summary>
readonly record struct RatePeriod(LocalDate Start, LocalDate End)
{
    /// <summary>The days that are in another period too.</summary>
    internal RatePeriod Within(RatePeriod other) => new(LocalDate.Max(Start, other.Start), LocalDate.Min(End, other.End));
}
