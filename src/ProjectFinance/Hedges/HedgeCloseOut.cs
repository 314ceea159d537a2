using System.Collections.Immutable;
using ProjectFinance.Amounts;
using ProjectFinance.Rates;

namespace ProjectFinance.Hedges;

/// <summary>
/// The end of trades before their time: deliveries after the day fall away against payment of what they are worth on it. Exactly one of <see cref="On"/> and
/// <see cref="When"/> says when.
/// </summary>
public sealed record HedgeCloseOut
{
    /// <summary>What it is called, unique in its book. The default is "Close-out".</summary>
    public string Name { get; init; } = "Close-out";

    /// <summary>The date or milestone on which trades are closed out. The default is none.</summary>
    public Occasion? On { get; init; }

    /// <summary>The test that closes trades out in the column after the one in which it first holds. The default is none.</summary>
    public Test? When { get; init; }

    /// <summary>The trades, by name. The default is all. A trade is closed out once.</summary>
    public ImmutableArray<string> Trades { get; init; } = [];

    /// <summary>Where it is agreed. The default is empty.</summary>
    public string Source { get; init; } = "";
}

/// <summary>
/// What somebody gets out of the proceeds of a close-out, as an obligation "Hedging / Close-out to NAME" of a waterfall: a contractor. A loan is repaid by a prepayment
/// from the line "Hedging / Close-out left", or from "Hedging / Close-out proceeds".
/// </summary>
/// <param name="To">Who is paid: "Contractor". Not a loan.</param>
public sealed record CloseOutPayment(string To)
{
    /// <summary>The share of what those before left, as a fraction. The default is all of it. From 0 to 1.</summary>
    public Percentage Share { get; init; } = 1;

    /// <summary>The most that is paid in all: what is owed to the contractor. In the book's currency, not negative. The default is no limit.</summary>
    public Quantity? UpTo { get; init; }
}
