using NodaTime;

namespace ProjectFinance.Results;

/// <summary>Something that happens in two runs, and when.</summary>
/// <param name="What">What happens: "Completion reached", "Project loan: first draw", "Default 'Payment' begins".</param>
/// <param name="First">When in the first run; null for never.</param>
/// <param name="Second">When in the second run; null for never.</param>
public sealed record ComparedEvent(string What, LocalDate? First, LocalDate? Second)
{
    /// <summary>Whether it happens on different days, or in one run only.</summary>
    public bool Differs => First != Second;

    /// <summary>The earlier of the two days.</summary>
    public LocalDate Earlier => First is { } first && Second is { } second ? LocalDate.Min(first, second) : (First ?? Second)!.Value;
}
