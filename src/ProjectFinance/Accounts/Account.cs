using System.Collections.Immutable;
using ProjectFinance.Amounts;

namespace ProjectFinance.Accounts;

/// <summary>
/// An account dedicated to a project: everything received goes in, a waterfall pays out, a minimum balance stays. The Proceeds Account of
/// 8-K 1996-07-11, Item 5(a).
/// </summary>
public sealed record Account
{
    /// <summary>The account's name, which begins the names of its lines: "Proceeds Account".</summary>
    public required string Name { get; init; }

    /// <summary>What the account is kept in: USD.</summary>
    public required Unit Currency { get; init; }

    /// <summary>The lines received, draws not among them: "Project / Revenue", "Sponsor / Equity contribution".</summary>
    public required ImmutableArray<string> Receipts { get; init; }

    /// <summary>The lines of draws received: "Project loan / Draw". The default is none.</summary>
    public ImmutableArray<string> Draws { get; init; } = [];

    /// <summary>What must stay in the account. The default is nothing.</summary>
    public Amount? MinimumBalance { get; init; }

    /// <summary>Who is paid, in order.</summary>
    public required ImmutableArray<Payment> Waterfall { get; init; }

    /// <summary>How what is left above the minimum balance is distributed. The default is not at all: it stays.</summary>
    public DistributionTerms? Distribution { get; init; }

    /// <summary>The account it is a part of, kept apart for a purpose of its own: the proceeds of a note in the Proceeds Account. In the same currency. The default is none.</summary>
    public string? PartOf { get; init; }

    /// <summary>What was agreed later, in order of date. The default is nothing.</summary>
    public ImmutableArray<AccountChange> Changes { get; init; } = [];

    /// <summary>Where each term comes from, by the name of its field.</summary>
    public ImmutableSortedDictionary<string, string> Sources { get; init; } = Sorted.Empty<string>();
}

/// <summary>One place in a waterfall.</summary>
/// <param name="Pay">The obligation paid: "Project loan / Interest".</param>
public sealed record Payment(string Pay)
{
    /// <summary>Whether draws may be sized to pay it. The default is true; usually false for principal.</summary>
    public bool DrawsMayFund { get; init; } = true;

    /// <summary>
    /// What must hold for it to be paid: the senior loan repaid, Completion reached, no default. While it does not hold, what is due is deferred: it stays due, is not overdue, is no breach and
    /// bears no default interest. The default is none: it is paid when due.
    /// </summary>
    public Test? OnlyWhen { get; init; }
}

/// <summary>How an account's surplus is distributed.</summary>
public sealed record DistributionTerms
{
    /// <summary>The milestone before which nothing is distributed: "Completion". The default is none.</summary>
    public string? AfterMilestone { get; init; }

    /// <summary>What is kept in the account beyond the minimum balance before anything is distributed: the instalments of the next six months. The default is nothing.</summary>
    public Amount? Keep { get; init; }

    /// <summary>Whether nothing is distributed while anything in the waterfall is overdue. The default is true.</summary>
    public bool OnlyWhenNothingIsOverdue { get; init; } = true;
}
