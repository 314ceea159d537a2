using System.Collections.Immutable;
using ProjectFinance.Time;

namespace ProjectFinance.Hedges;

/// <summary>
/// The trades of one hedging agreement: forwards, spot-deferred sales, puts and collars on what a project sells, settled together. The Hedging Agreement of
/// 8-K 1996-07-11, Exhibit 10(d).
/// </summary>
public sealed record HedgeBook
{
    /// <summary>The book's name, which begins the names of its lines. The default is "Hedging".</summary>
    public string Name { get; init; } = "Hedging";

    /// <summary>What trades are priced and settled in: USD.</summary>
    public required Unit Currency { get; init; }

    /// <summary>What is hedged, by price: gold, silver. At least one.</summary>
    public required ImmutableArray<HedgedProduct> Products { get; init; }

    /// <summary>The trades. The default is none.</summary>
    public ImmutableArray<HedgeTrade> Trades { get; init; } = [];

    /// <summary>Whether forwards, spot-deferred sales and collars are settled in cash or out of production; puts are always settled in cash. The default is in cash.</summary>
    public HedgeSettlement Settlement { get; init; } = HedgeSettlement.Financial;

    /// <summary>The price that trades are settled against in cash. The default is the fixing some business days before delivery.</summary>
    public HedgeFixing Fixing { get; init; } = HedgeFixing.BeforeDelivery;

    /// <summary>How many business days before delivery the price is fixed, where <see cref="Fixing"/> says so. The default is two; not negative.</summary>
    public int FixingDays { get; init; } = 2;

    /// <summary>The calendars that count the fixing days. The default is London.</summary>
    public ImmutableArray<BusinessCalendar> FixingCalendars { get; init; } = [BusinessCalendars.London];

    /// <summary>Whether what all trades come to on a day is netted into one payment, either way. The default is true; otherwise gains are received and losses owed trade by trade.</summary>
    public bool NetsTrades { get; init; } = true;

    /// <summary>The yearly rate at which the value of later deliveries is discounted, simple interest. The default is nothing: 0 %.</summary>
    public HedgeRate DiscountRate { get; init; } = new(0);

    /// <summary>How the days of contango and discount are counted. The default is ACT/360.</summary>
    public DayCount DayCount { get; init; } = DayCounts.Actual360;

    /// <summary>When later deliveries end early against payment of their value. The default is never.</summary>
    public ImmutableArray<HedgeCloseOut> CloseOuts { get; init; } = [];

    /// <summary>Who is paid out of the proceeds of close-outs, in order; what is left stays in the account that receives them. The default is nobody.</summary>
    public ImmutableArray<CloseOutPayment> ProceedsTo { get; init; } = [];

    /// <summary>Where each term comes from, by the name of its field.</summary>
    public ImmutableSortedDictionary<string, string> Sources { get; init; } = Sorted.Empty<string>();
}

/// <summary>How a delivery is settled.</summary>
public enum HedgeSettlement
{
    /// <summary>In cash: ounces x (contract price - price on settlement).</summary>
    Financial,

    /// <summary>Out of production, which is sold at the contract price; what production does not cover is settled in cash.</summary>
    AgainstProduction,
}

/// <summary>Which price a delivery is settled against in cash.</summary>
public enum HedgeFixing
{
    /// <summary>The price some business days before the delivery date.</summary>
    BeforeDelivery,

    /// <summary>The price on the delivery date.</summary>
    OnTheDay,

    /// <summary>The average price over the days of the column that ends with the delivery date.</summary>
    Average,
}
