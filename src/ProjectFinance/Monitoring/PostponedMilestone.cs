using NodaTime;

namespace ProjectFinance.Monitoring;

/// <summary>A milestone that was expected in history and was not reached in it.</summary>
/// <param name="Milestone">Its name: "Completion".</param>
/// <param name="Expected">The day on which it was expected.</param>
/// <param name="Earliest">The day on which it is now expected: the first on which it may still be reached.</param>
public sealed record PostponedMilestone(string Milestone, LocalDate Expected, LocalDate Earliest);
