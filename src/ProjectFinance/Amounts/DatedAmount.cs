using NodaTime;

namespace ProjectFinance.Amounts;

/// <summary>An amount on a date.</summary>
/// <param name="Date">When it is paid.</param>
/// <param name="Amount">How much; not negative.</param>
public sealed record DatedAmount(LocalDate Date, Quantity Amount);
