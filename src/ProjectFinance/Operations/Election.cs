using System.Collections.Immutable;
using NodaTime;
using ProjectFinance.Amounts;

namespace ProjectFinance.Operations;

/// <summary>
/// A right to take a share of a project for a share of what it has cost. 8-K 1996-07-11, Item 2(a): if proven reserves rise by at least 1,000,000 oz of gold equivalent, the lessor may take a
/// 25 % working interest in the additional reserves by reimbursing 120 % of its 25 % share of the costs since February 1996.
/// </summary>
public sealed record Election
{
    /// <summary>The right's name, which begins the names of its lines: "Additional reserves".</summary>
    public required string Name { get; init; }

    /// <summary>The day on which the holder decides: 1999-06-30.</summary>
    public required LocalDate Date { get; init; }

    /// <summary>What must hold on that day for the right to exist: reserves found of at least oz 1,000,000. The default is nothing.</summary>
    public Test? When { get; init; }

    /// <summary>The currency of the cash flow, the costs and the values.</summary>
    public required Unit Currency { get; init; }

    /// <summary>The line of the project's cash flow, in which the holder takes a share from the period after the day: "New ore / Net cash flow".</summary>
    public required string CashFlow { get; init; }

    /// <summary>The line of what the holder receives out of the project without electing, and gives up by electing: "New ore / Royalty". Taken off the cash flow already. The default is nothing.</summary>
    public string? InsteadOf { get; init; }

    /// <summary>The share taken, as a fraction: 25 % is 0.25. From 0 to 1.</summary>
    public required Percentage Interest { get; init; }

    /// <summary>What the holder pays of its share of the costs: 120 % is 1.20. Not negative.</summary>
    public required Percentage Reimbursement { get; init; }

    /// <summary>What the project has cost at the end of a period, as far as it counts.</summary>
    public required Amount CostsToDate { get; init; }

    /// <summary>The yearly rate at which both sides value later cash flow, as a fraction, compounded yearly over days / 365: 10 % is 0.10. Above -1.</summary>
    public required Percentage DiscountRate { get; init; }

    /// <summary>What the holder does where the right exists. The default is to elect where that is worth more to the holder.</summary>
    public ElectionRule Rule { get; init; } = ElectionRule.WhenBetterForTheHolder;

    /// <summary>Where each figure comes from, by the name of its field.</summary>
    public ImmutableSortedDictionary<string, string> Sources { get; init; } = Sorted.Empty<string>();
}

/// <summary>What the holder of a right to elect does.</summary>
public enum ElectionRule
{
    /// <summary>It elects where electing is worth more to it than not electing, on the day.</summary>
    WhenBetterForTheHolder,

    /// <summary>It elects.</summary>
    Always,

    /// <summary>It does not elect.</summary>
    Never,
}
