using System.Collections.Immutable;
using ProjectFinance.Amounts;
using ProjectFinance.Facilities;
using ProjectFinance.Time;

namespace ProjectFinance.Deals.Json;

/// <summary>How a term loan is written.</summary>
static class TermLoanShape
{
    static readonly ObjectShape<DrawPeriod> Period = new ObjectShape<DrawPeriod>("drawPeriod", "How long a loan may be drawn, as agreed after closing.", new(default, default))
        .Required("from", Leaf.Date, x => x.From, (x, v) => x with { From = v }, "The first day on which this holds.")
        .Required("lastDate", Leaf.Date, x => x.LastDate, (x, v) => x with { LastDate = v }, "The last day on which the loan may be drawn.")
        .Maybe("untilMilestone", Leaf.Text, x => x.UntilMilestone, (x, v) => x with { UntilMilestone = v }, "The milestone that ends drawing if it is reached before the last day.");

    static readonly ObjectShape<DrawsAsNeeded> Needed = new ObjectShape<DrawsAsNeeded>("drawsAsNeeded", "Drawn as something needs it, and no more.", new() { Fund = "", LastDate = default })
        .Required("fund", Leaf.Text, x => x.Fund, (x, v) => x with { Fund = v }, "The line that says how much is needed: \"Proceeds Account / Funding need\".")
        .Required("lastDate", Leaf.Date, x => x.LastDate, (x, v) => x with { LastDate = v }, "The last day on which the loan may be drawn.")
        .Maybe("untilMilestone", Leaf.Text, x => x.UntilMilestone, (x, v) => x with { UntilMilestone = v }, "The milestone that ends drawing if it is reached before the last day.")
        .Optional("evenInDefault", Leaf.Truth, x => x.EvenInDefault, (x, v) => x with { EvenInDefault = v }, "Whether the loan may be drawn while a default stops other draws.")
        .Optional("laterPeriods", Leaf.Array(Period), x => x.LaterPeriods, (x, v) => x with { LaterPeriods = v }, "How long the loan may be drawn as agreed later, in order of date.");

    static readonly UnionShape<Draws> Draws = new UnionShape<Draws>("draws", "How a loan comes to be outstanding.")
        .Or("asNeeded", Needed)
        .Or("advances", new AsShape<Advances, ImmutableArray<DatedAmount>>(() => Leaf.Array(DatedAmountShape.Shape), amounts => new(amounts), advances => advances.Amounts))
        .Or("redenomination", RedenominationShape.Shape);

    public static ObjectShape<BusinessDays> Days { get; } = new ObjectShape<BusinessDays>("businessDays", "How dates that are not business days are treated.", new())
        .Optional("calendars", Leaf.Calendars, x => x.Calendars, (x, v) => x with { Calendars = v }, "The calendars in all of which a day must be good.")
        .Optional("convention", Leaf.Word<BusinessDayConvention>("convention"), x => x.Convention, (x, v) => x with { Convention = v }, "Where a payment moves.")
        .Optional("adjustInterest", Leaf.Truth, x => x.AdjustInterest, (x, v) => x with { AdjustInterest = v }, "Whether interest accrues to the date as moved.");

    static readonly TermLoan Blank = new() { Name = "", Commitment = null!, Interest = null!, Draws = null!, Repayment = null! };

    public static ObjectShape<TermLoan> Shape { get; } = new ObjectShape<TermLoan>("termLoan", "A floating-rate term loan, drawn as the project needs it and repaid in instalments.", Blank)
        .Called("Facility")
        .Required("name", Leaf.Text, x => x.Name, (x, v) => x with { Name = v }, "The loan's name, which begins the names of its lines: \"Project loan\".")
        .Required("commitment", SteppedShape.Quantity, x => x.Commitment, (x, v) => x with { Commitment = v }, "The maximum credit amount, which may change on dates and milestones: \"USD 19,500,000\".")
        .Required("interest", InterestShape.Shape, x => x.Interest, (x, v) => x with { Interest = v }, "How interest is set, accrued and paid.")
        .Required("draws", Draws, x => x.Draws, (x, v) => x with { Draws = v }, "How the loan comes to be outstanding.")
        .Optional("fees", Leaf.Array(FeeShape.Shape), x => x.Fees, (x, v) => x with { Fees = v }, "The fees the borrower pays.")
        .Required("repayment", RepaymentShape.Shape, x => x.Repayment, (x, v) => x with { Repayment = v }, "How and when principal is repaid.")
        .Maybe("conversion", ConversionShape.Shape, x => x.Conversion, (x, v) => x with { Conversion = v }, "The right to convert the loan into shares.")
        .Optional("reschedulings", Leaf.Array(LaterLifeShape.Rescheduling), x => x.Reschedulings, (x, v) => x with { Reschedulings = v }, "New plans of repayment, in the order of their dates.")
        .Optional("prepayments", Leaf.Array(LaterLifeShape.Prepayment), x => x.Prepayments, (x, v) => x with { Prepayments = v }, "Principal repaid early.")
        .Maybe("sweep", LaterLifeShape.Sweep, x => x.Sweep, (x, v) => x with { Sweep = v }, "A share of an account's excess that goes to principal.")
        .Optional("prepaymentOrder", Leaf.Word<PrepaymentOrder>("order of prepayment"), x => x.PrepaymentOrder, (x, v) => x with { PrepaymentOrder = v }, "Which later instalments prepayments and sweeps reduce.")
        .Optional("businessDays", Days, x => x.BusinessDays, (x, v) => x with { BusinessDays = v }, "How dates that are not business days are treated.")
        .Optional("lookAheadMonths", Leaf.Array(Leaf.Count), x => x.LookAheadMonths, (x, v) => x with { LookAheadMonths = v }, "For how many months ahead the loan shows interest, principal and fees to come.")
        .Sources(x => x.Sources, (x, v) => x with { Sources = v });
}
