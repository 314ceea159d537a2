using System.Collections.Immutable;
using NodaTime;
using ProjectFinance.Time;

namespace ProjectFinance.Facilities;

/// <summary>
/// A loan that is never drawn: another loan is converted into it, once, at a price. The gold loan of 8-K 1996-07-11, Item 5(a): the commitment in dollars is
/// restated in ounces at the conversion; one stated in ounces is an ounce commitment from the start.
/// </summary>
public sealed record Redenomination : Draws
{
    /// <summary>The loan that is converted: "Project loan". It must not be one that comes from a conversion itself.</summary>
    public required string Of { get; init; }

    /// <summary>What this loan is counted in: fine troy ounces, "oz".</summary>
    public required Unit Into { get; init; }

    /// <summary>The price at which it is converted and settled, as the market names it: "gold", the London PM fixing. In the currency of the loan converted, for one unit of this one.</summary>
    public required string Price { get; init; }

    /// <summary>The price taken where the first has no fixing on the day: "gold AM" on the last business day before Christmas. The default is none: the last fixing before.</summary>
    public string? OtherwisePrice { get; init; }

    /// <summary>How many business days before a conversion or payment the price is fixed. The default is two; not negative.</summary>
    public int FixingDays { get; init; } = 2;

    /// <summary>The calendars that count fixing days and days of notice. The default is London.</summary>
    public ImmutableArray<BusinessCalendar> FixingCalendars { get; init; } = [BusinessCalendars.London];

    /// <summary>When the loan is converted. It waits until the conversion is allowed. The default is never: the right is not used.</summary>
    public ConversionElection? Election { get; init; }

    /// <summary>The milestone before which there is no conversion: "Commercial Production". The default is none. Source: 8-K 1996-07-11, Item 5(a).</summary>
    public string? AfterMilestone { get; init; }

    /// <summary>Whether there is no conversion while a default continues. The default is true.</summary>
    public bool UnlessInDefault { get; init; } = true;

    /// <summary>The part of the balance that is converted, as a fraction. The default is all, 100 %; above zero.</summary>
    public Percentage Part { get; init; } = 1.0;

    /// <summary>How what is converted is rounded. The default is down to a thousandth of an ounce; what is left over stays in the loan converted.</summary>
    public OunceRounding Rounding { get; init; } = OunceRounding.DownToThousandth;

    /// <summary>What the limit is after conversion. The default is the whole facility, restated once. A commitment stated in ounces is the limit itself, and this must have its default.</summary>
    public ConversionLimit Limit { get; init; } = ConversionLimit.WholeFacility;

    /// <summary>How interest is paid. The default is in money at the conversion price.</summary>
    public InterestSettlement InterestSettlement { get; init; } = InterestSettlement.AtConversionPrice;

    /// <summary>How principal is paid. The default is in money at the fixing.</summary>
    public PrincipalSettlement PrincipalSettlement { get; init; } = PrincipalSettlement.AtFixing;

    /// <summary>When what is then outstanding is converted back, at the price of that day. The default is never.</summary>
    public ConversionElection? Back { get; init; }

    internal override LocalDate LastDay => LocalDate.MinIsoValue;
}

/// <summary>How an amount of metal is rounded when a loan is converted.</summary>
public enum OunceRounding
{
    /// <summary>Down to 0.001: the fineness of a bar list.</summary>
    DownToThousandth,

    /// <summary>Down to whole units.</summary>
    DownToWhole,

    /// <summary>Not at all.</summary>
    FullPrecision,
}

/// <summary>How much may be outstanding after a conversion, where the commitment is stated in the currency converted.</summary>
public enum ConversionLimit
{
    /// <summary>The whole commitment divided by the conversion price, once and for all.</summary>
    WholeFacility,

    /// <summary>What was converted.</summary>
    PerConversion,

    /// <summary>The commitment divided by the price of each day; what is more must be returned.</summary>
    MarkedToMarket,
}

/// <summary>At which price, or whether in metal, interest on metal is paid.</summary>
public enum InterestSettlement
{
    /// <summary>In money at the price of the conversion, agreed at inception.</summary>
    AtConversionPrice,

    /// <summary>In money at the price fixed for the start of the interest period; for one in which the loan is converted, the conversion price.</summary>
    AtPeriodStart,

    /// <summary>In money at the price fixed for the day it falls due.</summary>
    AtPayment,

    /// <summary>In metal.</summary>
    InMetal,
}

/// <summary>Whether principal in metal is paid in money or delivered.</summary>
public enum PrincipalSettlement
{
    /// <summary>In money at the price fixed for the day it falls due.</summary>
    AtFixing,

    /// <summary>In metal.</summary>
    InMetal,
}
