using System.Collections.Immutable;

namespace ProjectFinance.Operations;

/// <summary>
/// The plan as the lender approved it, against which reserves, production, costs and net cash flow are held: they may not "decline materially from the
/// present development plan" (8-K 1996-07-11, Item 5(a)). What is not stated is as the project's own terms have it.
/// </summary>
public sealed record DevelopmentPlan
{
    /// <summary>Planned production. The default is the project's own.</summary>
    public Plan? Production { get; init; }

    /// <summary>Planned costs of operating. The default is the project's own.</summary>
    public ImmutableArray<Cost>? OperatingCosts { get; init; }

    /// <summary>Planned costs of building and sustaining. The default is the project's own.</summary>
    public ImmutableArray<Cost>? CapitalCosts { get; init; }

    /// <summary>The price planned: USD/oz 385. The default is what the planning assumptions say of the project's price.</summary>
    public Quantity? Price { get; init; }

    /// <summary>The yearly rate at which future net cash flow is discounted, as a fraction, compounded yearly over days / 365: 10 % is 0.10. Above -1. The default is zero: not at all.</summary>
    public Percentage Rate { get; init; }

    /// <summary>Where the plan comes from. The default is empty.</summary>
    public string Source { get; init; } = "";
}
