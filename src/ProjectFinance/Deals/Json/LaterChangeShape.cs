namespace ProjectFinance.Deals.Json;

/// <summary>How changes that belong to the later life of a deal are written.</summary>
static class LaterChangeShape
{
    public static ObjectShape<ConversionPriceChange> ConversionPrice { get; } = new ObjectShape<ConversionPriceChange>("conversionPriceChange", "The price at which a loan converts into shares from the effective date on.", new("", null!))
        .Required("facility", Leaf.Text, x => x.Facility, (x, v) => x with { Facility = v }, "The loan's name.")
        .Required("to", SteppedShape.Quantity, x => x.To, (x, v) => x with { To = v }, "The price, with its later steps: \"USD/share 2.10\".");

    public static ObjectShape<ReschedulingChange> Rescheduling { get; } = new ObjectShape<ReschedulingChange>("reschedulingChange", "A new plan of repayment for the balance outstanding on the effective date.", new("", null!))
        .Required("facility", Leaf.Text, x => x.Facility, (x, v) => x with { Facility = v }, "The loan's name.")
        .Required("repayment", RepaymentShape.Shape, x => x.Repayment, (x, v) => x with { Repayment = v }, "The new plan.")
        .Maybe("interestDates", ScheduleShape.Shape, x => x.InterestDates, (x, v) => x with { InterestDates = v }, "The interest dates after the effective date; left out, those the loan had.")
        .Optional("withOverdue", Leaf.Truth, x => x.WithOverdue, (x, v) => x with { WithOverdue = v }, "Whether overdue principal joins what is rescheduled.");

    public static ObjectShape<PrepaymentChange> Prepayment { get; } = new ObjectShape<PrepaymentChange>("prepaymentChange", "Principal repaid early, on or after the effective date.", new("", new()))
        .Required("facility", Leaf.Text, x => x.Facility, (x, v) => x with { Facility = v }, "The loan's name.")
        .Required("prepayment", LaterLifeShape.Prepayment, x => x.Prepayment, (x, v) => x with { Prepayment = v }, "The prepayment.");

    public static ObjectShape<SweepChange> Sweep { get; } = new ObjectShape<SweepChange>("sweepChange", "A sweep of a loan that has none, from the effective date on.", new("", null!))
        .Required("facility", Leaf.Text, x => x.Facility, (x, v) => x with { Facility = v }, "The loan's name.")
        .Required("sweep", LaterLifeShape.Sweep, x => x.Sweep, (x, v) => x with { Sweep = v }, "The sweep.");

    public static ObjectShape<ConversionElectionChange> ConversionElection { get; } = new ObjectShape<ConversionElectionChange>("conversionElectionChange", "A loan is converted into another, or back, from the effective date on.", new(Facility: ""))
        .Required("facility", Leaf.Text, x => x.Facility, (x, v) => x with { Facility = v }, "The name of the loan that comes from the conversion: \"Gold loan\".")
        .Maybe("election", RedenominationShape.Election, x => x.Election, (x, v) => x with { Election = v }, "When the loan is converted; left out for as before.")
        .Maybe("back", RedenominationShape.Election, x => x.Back, (x, v) => x with { Back = v }, "When it is converted back; left out for as before.");

    public static ObjectShape<ScheduledLoanAmendment> ScheduledLoan { get; } = new ObjectShape<ScheduledLoanAmendment>("scheduledLoanAmendment", "What is newly agreed of a loan that runs by its own schedule.", new("", new()))
        .Required("loan", Leaf.Text, x => x.Loan, (x, v) => x with { Loan = v }, "The loan's name.")
        .Required("to", ScheduledLoanChangeShape.Terms, x => x.To, (x, v) => x with { To = v }, "The new terms; what is left out stays.");

    public static ObjectShape<UndertakingChange> Undertaking { get; } = new ObjectShape<UndertakingChange>("undertakingChange", "What has become known of an undertaking.", new("", System.Collections.Immutable.ImmutableSortedDictionary<NodaTime.LocalDate, NodaTime.LocalDate?>.Empty))
        .Required("undertaking", Leaf.Text, x => x.Undertaking, (x, v) => x with { Undertaking = v }, "The undertaking's name.")
        .Required("done", CovenantShape.Done, x => x.Done, (x, v) => x with { Done = v }, "For due dates the day on which it was done, or null where it never was.");

    public static ObjectShape<HedgeChange> Hedges { get; } = new ObjectShape<HedgeChange>("hedgeChange", "Trades made under a hedge book, and trades closed out.", new(Book: ""))
        .Required("book", Leaf.Text, x => x.Book, (x, v) => x with { Book = v }, "The book's name.")
        .Optional("trades", Leaf.Array(HedgeTradeShape.Shape), x => x.Trades, (x, v) => x with { Trades = v }, "Trades made.")
        .Optional("closeOuts", Leaf.Array(HedgeShape.CloseOut), x => x.CloseOuts, (x, v) => x with { CloseOuts = v }, "Close-outs, not before the effective date.");

    public static ObjectShape<ShareChange> Shares { get; } = new ObjectShape<ShareChange>("shareChange", "Shares that a company now issues.", new("", []))
        .Required("company", Leaf.Text, x => x.Company, (x, v) => x with { Company = v }, "The company's name.")
        .Required("issues", Leaf.Array(ShareCapitalShape.Issue), x => x.Issues, (x, v) => x with { Issues = v }, "The issues, not before the effective date.");
}
