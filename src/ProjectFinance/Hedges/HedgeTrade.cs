using NodaTime;

namespace ProjectFinance.Hedges;

/// <summary>A trade of a hedge book: <see cref="Forward"/>, <see cref="SpotDeferred"/>, <see cref="Put"/> or <see cref="Collar"/>.</summary>
public abstract record HedgeTrade
{
    private protected HedgeTrade() { }

    /// <summary>The trade's name, unique in its book: "Forward sale 1997".</summary>
    public required string Name { get; init; }

    /// <summary>What is sold, by its price: "gold". One of the book's products.</summary>
    public required string Product { get; init; }

    /// <summary>How much on which dates: deliveries of a forward, expiries of an option.</summary>
    public required HedgeDeliveries Deliveries { get; init; }

    /// <summary>
    /// The trade date, from which the trade counts in values and positions, and a spot-deferred price grows. May lie before the closing, not after the first delivery. The
    /// default is the closing.
    /// </summary>
    public LocalDate? Traded { get; init; }

    /// <summary>Where it is agreed. The default is empty.</summary>
    public string Source { get; init; } = "";
}

/// <summary>A forward sale at one price.</summary>
/// <param name="Price">The price: USD/oz 402.50. Not negative.</param>
public sealed record Forward(Quantity Price) : HedgeTrade;

/// <summary>
/// A forward sale whose price grows with the contango from the trade date until it is delivered, and whose deliveries may be put off. <see cref="HedgeTrade.Deliveries"/>
/// are the first dates on which may be delivered.
/// </summary>
/// <param name="Price">The price on the trade date: USD/oz 385. Not negative.</param>
public sealed record SpotDeferred(Quantity Price) : HedgeTrade
{
    /// <summary>The date to which all deliveries before it are put off. The default is none: each is delivered on its first date.</summary>
    public LocalDate? RolledTo { get; init; }

    /// <summary>The contango the price grows with, by simple interest up to the first delivery date. The default is that of the product.</summary>
    public HedgeRate? Contango { get; init; }

    /// <summary>Whether a delivery put off goes on growing from the price it had reached by its first date, as a new contract would. The default is true; otherwise by simple interest throughout.</summary>
    public bool CompoundsWhenRolled { get; init; } = true;
}

/// <summary>A bought put: the right to sell at the strike. Exercised when the price is below it.</summary>
/// <param name="Strike">The price at which may be sold: USD/oz 360. Not negative.</param>
public sealed record Put(Quantity Strike) : HedgeTrade
{
    /// <summary>What the put costs. The default is nothing.</summary>
    public HedgePremium? Premium { get; init; }
}

/// <summary>A bought put and a sold call: the price is at least the one strike and at most the other.</summary>
/// <param name="PutStrike">The least price: USD/oz 360. Not negative.</param>
/// <param name="CallStrike">The greatest price: USD/oz 420. At least the put's strike.</param>
public sealed record Collar(Quantity PutStrike, Quantity CallStrike) : HedgeTrade
{
    /// <summary>What the collar costs. The default is nothing.</summary>
    public HedgePremium? Premium { get; init; }
}

/// <summary>The price of an option.</summary>
/// <param name="Amount">The whole premium, in the book's currency; not negative.</param>
/// <param name="Date">When it is paid.</param>
public sealed record HedgePremium(Quantity Amount, LocalDate Date);
