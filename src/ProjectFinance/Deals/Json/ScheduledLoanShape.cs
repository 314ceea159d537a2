using ProjectFinance.Facilities;

namespace ProjectFinance.Deals.Json;

/// <summary>How a loan that runs by its own schedule is written.</summary>
static class ScheduledLoanShape
{
    static readonly ObjectShape<OutstandingBase> Outstanding = new("outstandingBase", "Interest is counted on what is outstanding.", new());

    static readonly ObjectShape<OriginalBase> Original = new ObjectShape<OriginalBase>("originalBase", "Interest is counted on the amount drawn, whatever has been repaid.", new())
        .Maybe("amount", Leaf.Quantity, x => x.Amount, (x, v) => x with { Amount = v }, "The amount; left out for the principal.");

    static readonly ObjectShape<LaggedBase> Lagged = new ObjectShape<LaggedBase>("laggedBase", "Interest is counted on what was outstanding at the last of certain dates.", new(Dates: null!))
        .Required("dates", ScheduleShape.Shape, x => x.Dates, (x, v) => x with { Dates = v }, "The dates.")
        .Maybe("amount", Leaf.Quantity, x => x.Amount, (x, v) => x with { Amount = v }, "The base until the first of them; left out for the principal.");

    static readonly UnionShape<InterestBase> Base = new UnionShape<InterestBase>("interestBase", "What interest is counted on.")
        .Or("outstanding", Outstanding)
        .Or("original", Original)
        .Or("lagged", Lagged);

    public static ObjectShape<RateReset> Reset { get; } = new ObjectShape<RateReset>("rateReset", "The dates on which the rate is reset, and to what: index x multiplier + spread.", new(Dates: null!))
        .Required("dates", ScheduleShape.Shape, x => x.Dates, (x, v) => x with { Dates = v }, "The dates; the new rate holds from each on.")
        .Maybe("index", Leaf.Text, x => x.Index, (x, v) => x with { Index = v }, "The reference rate; left out, the rate becomes the spread alone.")
        .Optional("multiplier", Leaf.Number, x => x.Multiplier, (x, v) => x with { Multiplier = v }, "What the index is multiplied with.")
        .Optional("spread", Leaf.Percentage, x => x.Spread, (x, v) => x with { Spread = v }, "What is added to the index; may be negative.")
        .Fixing()
        .Optional("fallbacks", Leaf.Array(IndexSettingShape.Fallback), x => x.Fallbacks, (x, v) => x with { Fallbacks = v }, "Indices that take the place of this one, each from a date on.")
        .Maybe("rounding", InterestShape.Rounding, x => x.Rounding, (x, v) => x with { Rounding = v }, "How the index is rounded.");

    public static ObjectShape<ResetLimits> Limits { get; } = new ObjectShape<ResetLimits>("resetLimits", "What a rate stays within when it is reset.", new())
        .Maybe("indexFloor", Leaf.Percentage, x => x.IndexFloor, (x, v) => x with { IndexFloor = v }, "What the index is never below.")
        .Maybe("indexCap", Leaf.Percentage, x => x.IndexCap, (x, v) => x with { IndexCap = v }, "What the index is never above.")
        .Maybe("leastChange", Leaf.Percentage, x => x.LeastChange, (x, v) => x with { LeastChange = v }, "The least change at one reset: \"-1%\" lets the rate fall by one percent at most.")
        .Maybe("greatestChange", Leaf.Percentage, x => x.GreatestChange, (x, v) => x with { GreatestChange = v }, "The greatest change at one reset.")
        .Maybe("floor", Leaf.Percentage, x => x.Floor, (x, v) => x with { Floor = v }, "What the rate is never below.")
        .Maybe("cap", Leaf.Percentage, x => x.Cap, (x, v) => x with { Cap = v }, "What the rate is never above.");

    static readonly ObjectShape<ScheduledInterest> Interest = new ObjectShape<ScheduledInterest>("scheduledInterest", "How the interest of a loan that runs by its own schedule is set, accrued and paid.", new())
        .Maybe("rate", Leaf.Percentage, x => x.Rate, (x, v) => x with { Rate = v }, "The yearly rate until it is reset; left out where a reset on the day of the drawing makes it.")
        .Maybe("dayCount", Leaf.DayCount, x => x.DayCount == (x with { StatedDayCount = null }).DayCount ? null : x.DayCount, (x, v) => x with { StatedDayCount = v }, "How days are counted; left out for the conventions' of the index, else ACT/360.")
        .Maybe("dates", ScheduleShape.Shape, x => x.Dates, (x, v) => x with { Dates = v }, "The dates on which interest falls due, besides maturity.")
        .Maybe("capitalisedUntil", Leaf.Date, x => x.CapitalisedUntil, (x, v) => x with { CapitalisedUntil = v }, "The day up to which interest is added to the principal; left out, all is paid.")
        .Optional("base", Base, x => x.Base, (x, v) => x with { Base = v }, "What interest is counted on.")
        .Optional("resets", Leaf.Array(Reset), x => x.Resets, (x, v) => x with { Resets = v }, "When and how the rate is reset.")
        .Optional("limits", Limits, x => x.Limits, (x, v) => x with { Limits = v }, "What the rate stays within when it is reset.")
        .Maybe("firstReset", Leaf.Percentage, x => x.FirstReset, (x, v) => x with { FirstReset = v }, "The rate of the first reset, where it is known already.")
        .Optional("defaultMargin", Leaf.Percentage, x => x.DefaultMargin, (x, v) => x with { DefaultMargin = v }, "What overdue amounts bear on top of the rate.");

    static readonly ObjectShape<Scaling> Scaled = new ObjectShape<Scaling>("scaling", "What is paid is multiplied with an index over what it was when the deal was made.", new("", 1, null!))
        .Required("index", Leaf.Text, x => x.Index, (x, v) => x with { Index = v }, "The index, among the market's prices.")
        .Required("atDeal", Leaf.Number, x => x.AtDeal, (x, v) => x with { AtDeal = v }, "The index when the deal was made.")
        .Required("dates", ScheduleShape.Shape, x => x.Dates, (x, v) => x with { Dates = v }, "The dates on which the factor is set anew.")
        .Optional("interest", Leaf.Truth, x => x.Interest, (x, v) => x with { Interest = v }, "Whether interest is scaled.")
        .Optional("principal", Leaf.Truth, x => x.Principal, (x, v) => x with { Principal = v }, "Whether principal is scaled.")
        .Optional("interestMultiplier", Leaf.Number, x => x.InterestMultiplier, (x, v) => x with { InterestMultiplier = v }, "What the factor of interest is multiplied with.")
        .Optional("principalMultiplier", Leaf.Number, x => x.PrincipalMultiplier, (x, v) => x with { PrincipalMultiplier = v }, "What the factor of principal is multiplied with.");

    public static ObjectShape<ScheduledLoan> Shape { get; } = new ObjectShape<ScheduledLoan>("scheduledLoan", "A loan that runs by its own schedule.", new() { Name = "", Principal = default, Drawn = default, Interest = null! })
        .Called("Loan")
        .Required("name", Leaf.Text, x => x.Name, (x, v) => x with { Name = v }, "The loan's name, which begins the names of its lines: \"Equipment loan\".")
        .Required("principal", Leaf.Quantity, x => x.Principal, (x, v) => x with { Principal = v }, "What is drawn, or is outstanding at closing: \"USD 5,000,000\".")
        .Required("drawn", Leaf.Date, x => x.Drawn, (x, v) => x with { Drawn = v }, "The day on which it is drawn; before closing it is outstanding then.")
        .Maybe("premium", Leaf.Quantity, x => x.Premium, (x, v) => x with { Premium = v }, "What the lender pays out on top of the principal; below zero a discount.")
        .Maybe("accruedAtStart", Leaf.Quantity, x => x.AccruedAtStart, (x, v) => x with { AccruedAtStart = v }, "For a loan drawn before closing, the interest accrued by then; left out, since it last fell due.")
        .Required("interest", Interest, x => x.Interest, (x, v) => x with { Interest = v }, "How interest is set, accrued and paid.")
        .Optional("amortisation", AmortisationShape.Shape, x => x.Amortisation, (x, v) => x with { Amortisation = v }, "How principal is repaid before maturity.")
        .Maybe("maturity", Leaf.Date, x => x.Maturity, (x, v) => x with { Maturity = v }, "The day on which all that is outstanding falls due; left out for never.")
        .Optional("prepayments", Leaf.Array(DatedAmountShape.Shape), x => x.Prepayments, (x, v) => x with { Prepayments = v }, "Principal repaid early on stated dates.")
        .Optional("prepaymentEffect", Leaf.Word<PrepaymentEffect>("effect of prepayment"), x => x.PrepaymentEffect, (x, v) => x with { PrepaymentEffect = v }, "What prepayments do to later instalments.")
        .Maybe("prepaymentFee", FeeShape.OfPrepayment, x => x.PrepaymentFee, (x, v) => x with { PrepaymentFee = v }, "The fee on what is prepaid.")
        .Maybe("scaling", Scaled, x => x.Scaling, (x, v) => x with { Scaling = v }, "An index that what is paid follows.")
        .Optional("changes", Leaf.Array(ScheduledLoanChangeShape.Shape), x => x.Changes, (x, v) => x with { Changes = v }, "What was agreed while it is outstanding, in the order of the days.")
        .Optional("businessDays", TermLoanShape.Days, x => x.BusinessDays, (x, v) => x with { BusinessDays = v }, "How dates that are not business days are treated.")
        .Sources(x => x.Sources, (x, v) => x with { Sources = v });
}
