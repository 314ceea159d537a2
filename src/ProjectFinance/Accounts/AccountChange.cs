using System.Collections.Immutable;
using NodaTime;
using ProjectFinance.Amounts;

namespace ProjectFinance.Accounts;

/// <summary>Terms of an account as agreed after closing; what is left out stays as it was. They hold in columns that end on the date or later.</summary>
/// <param name="From">The first day on which they hold: 1996-11-15.</param>
public sealed record AccountChange(LocalDate From)
{
    /// <summary>The lines received, draws not among them. The default is as before.</summary>
    public ImmutableArray<string>? Receipts { get; init; }

    /// <summary>The lines of draws received. The default is as before.</summary>
    public ImmutableArray<string>? Draws { get; init; }

    /// <summary>What must stay in the account. The default is as before.</summary>
    public Amount? MinimumBalance { get; init; }

    /// <summary>Who is paid, in order: the whole list. The default is as before.</summary>
    public ImmutableArray<Payment>? Waterfall { get; init; }

    /// <summary>How what is left above the minimum balance is distributed. The default is as before.</summary>
    public DistributionTerms? Distribution { get; init; }
}
