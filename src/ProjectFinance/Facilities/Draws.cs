using System.Collections.Immutable;
using NodaTime;
using ProjectFinance.Amounts;

namespace ProjectFinance.Facilities;

/// <summary>How a loan comes to be outstanding: <see cref="DrawsAsNeeded"/>, <see cref="Advances"/> or <see cref="Redenomination"/>.</summary>
public abstract record Draws
{
    private protected Draws() { }

    /// <summary>The last day on which the loan may be drawn.</summary>
    internal abstract LocalDate LastDay { get; }
}

/// <summary>Drawn as something needs it, and no more.</summary>
public sealed record DrawsAsNeeded : Draws
{
    /// <summary>The line that says how much is needed: "Proceeds Account / Funding need". Loans that fund the same need draw in the order of the deal, each what the ones before leave.</summary>
    public required string Fund { get; init; }

    /// <summary>The last day on which the loan may be drawn: 1997-09-30.</summary>
    public required LocalDate LastDate { get; init; }

    /// <summary>The milestone that ends drawing if it is reached before the last day: "Mechanical Completion". The default is none.</summary>
    public string? UntilMilestone { get; init; }

    /// <summary>Whether the loan may be drawn while a default stops other draws: a loan of a sponsor that saves the project. The default is false.</summary>
    public bool EvenInDefault { get; init; }

    /// <summary>How long the loan may be drawn as agreed later, in order of date; each takes the place of what was agreed before from its first day on. The default is none.</summary>
    public ImmutableArray<DrawPeriod> LaterPeriods { get; init; } = [];

    internal override LocalDate LastDay => LaterPeriods.Select(period => period.LastDate).Append(LastDate).Max();
}

/// <summary>How long a loan may be drawn, as agreed after closing: drawing reopened, prolonged or ended early.</summary>
/// <param name="From">The first day on which this holds.</param>
/// <param name="LastDate">The last day on which the loan may be drawn; before <paramref name="From"/> where drawing ends.</param>
public sealed record DrawPeriod(LocalDate From, LocalDate LastDate)
{
    /// <summary>The milestone that ends drawing if it is reached before the last day. The default is none.</summary>
    public string? UntilMilestone { get; init; }
}

/// <summary>Drawn in stated amounts on stated dates, as far as the commitment allows: USD 2,500,000 at closing.</summary>
/// <param name="Amounts">The amounts by date, in the loan's currency; at least one.</param>
public sealed record Advances(ImmutableArray<DatedAmount> Amounts) : Draws
{
    internal override LocalDate LastDay => Amounts.IsDefaultOrEmpty ? LocalDate.MinIsoValue : Amounts.Max(amount => amount.Date);
}
