using ProjectFinance.Facilities;

namespace ProjectFinance.Deals.Json;

/// <summary>How a loan's conversion from another is written.</summary>
static class RedenominationShape
{
    public static ObjectShape<ConversionElection> Election { get; } = new ObjectShape<ConversionElection>("conversionElection", "When a borrower makes use of a right: on a date, when a milestone is reached, or on the later of both.", new())
        .Maybe("on", Leaf.Date, x => x.On, (x, v) => x with { On = v }, "The first day on which the election takes effect; left out where the milestone decides.")
        .Maybe("milestone", Leaf.Text, x => x.Milestone, (x, v) => x with { Milestone = v }, "The milestone that must have been reached; left out where the date decides.")
        .Optional("noticeDays", Leaf.Count, x => x.NoticeDays, (x, v) => x with { NoticeDays = v }, "How many business days of notice the contract asks for.")
        .Maybe("notice", Leaf.Date, x => x.Notice, (x, v) => x with { Notice = v }, "The day on which notice is given; left out for in time.");

    public static ObjectShape<Redenomination> Shape { get; } = new ObjectShape<Redenomination>("redenomination", "Another loan is converted into this one, once, at a price: a gold loan.",
            new() { Of = "", Into = null!, Price = "" })
        .Required("of", Leaf.Text, x => x.Of, (x, v) => x with { Of = v }, "The loan that is converted: \"Project loan\".")
        .Required("into", Leaf.Unit, x => x.Into, (x, v) => x with { Into = v }, "What this loan is counted in: \"oz\".")
        .Required("price", Leaf.Text, x => x.Price, (x, v) => x with { Price = v }, "The price at which it is converted and settled, as the market names it: \"gold\".")
        .Maybe("otherwisePrice", Leaf.Text, x => x.OtherwisePrice, (x, v) => x with { OtherwisePrice = v }, "The price taken where the first has no fixing on the day; left out for the last fixing before.")
        .Optional("fixingDays", Leaf.Count, x => x.FixingDays, (x, v) => x with { FixingDays = v }, "How many business days before a conversion or payment the price is fixed.")
        .Optional("fixingCalendars", Leaf.Calendars, x => x.FixingCalendars, (x, v) => x with { FixingCalendars = v }, "The calendars that count fixing days and days of notice.")
        .Maybe("election", Election, x => x.Election, (x, v) => x with { Election = v }, "When the loan is converted; it waits until that is allowed. Left out for never.")
        .Maybe("afterMilestone", Leaf.Text, x => x.AfterMilestone, (x, v) => x with { AfterMilestone = v }, "The milestone before which there is no conversion.")
        .Optional("unlessInDefault", Leaf.Truth, x => x.UnlessInDefault, (x, v) => x with { UnlessInDefault = v }, "Whether there is no conversion while a default continues.")
        .Optional("part", Leaf.Percentage, x => x.Part, (x, v) => x with { Part = v }, "The part of the balance that is converted.")
        .Optional("rounding", Leaf.Word<OunceRounding>("rounding"), x => x.Rounding, (x, v) => x with { Rounding = v }, "How what is converted is rounded.")
        .Optional("limit", Leaf.Word<ConversionLimit>("limit"), x => x.Limit, (x, v) => x with { Limit = v }, "What the limit is after conversion; not where the commitment is stated in metal.")
        .Optional("interestSettlement", Leaf.Word<InterestSettlement>("interest settlement"), x => x.InterestSettlement, (x, v) => x with { InterestSettlement = v }, "At which price, or whether in metal, interest is paid.")
        .Optional("principalSettlement", Leaf.Word<PrincipalSettlement>("principal settlement"), x => x.PrincipalSettlement, (x, v) => x with { PrincipalSettlement = v }, "Whether principal is paid in money or delivered.")
        .Maybe("back", Election, x => x.Back, (x, v) => x with { Back = v }, "When what is then outstanding is converted back; left out for never.");
}
