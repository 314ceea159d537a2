using NodaTime;

namespace ProjectFinance.Facilities;

/// <summary>When and what for a loan is drawn.</summary>
public sealed record DrawTerms
{
    /// <summary>The line that says how much is needed: "Proceeds Account / Funding need". Loans that fund the same need draw in the order of the deal, each what the ones before leave.</summary>
    public required string Fund { get; init; }

    /// <summary>The last day on which the loan may be drawn: 1997-09-30.</summary>
    public required LocalDate LastDate { get; init; }

    /// <summary>The milestone that ends drawing if it is reached before the last day: "Mechanical Completion". The default is none.</summary>
    public string? UntilMilestone { get; init; }
}
