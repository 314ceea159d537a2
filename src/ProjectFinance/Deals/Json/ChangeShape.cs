namespace ProjectFinance.Deals.Json;

/// <summary>How the changes of amendments are written.</summary>
static class ChangeShape
{
    static readonly ObjectShape<CommitmentChange> Commitment = new ObjectShape<CommitmentChange>("commitmentChange", "The commitment of a loan from the effective date on.", new("", null!))
        .Required("facility", Leaf.Text, x => x.Facility, (x, v) => x with { Facility = v }, "The loan's name.")
        .Required("to", SteppedShape.Quantity, x => x.To, (x, v) => x with { To = v }, "The commitment, with its later steps.");

    static readonly ObjectShape<MarginAmendment> Margin = new ObjectShape<MarginAmendment>("marginAmendment", "The margin of a loan from the effective date on.", new("", null!))
        .Required("facility", Leaf.Text, x => x.Facility, (x, v) => x with { Facility = v }, "The loan's name.")
        .Required("to", SteppedShape.Percentage, x => x.To, (x, v) => x with { To = v }, "The margin, with its later steps.");

    static readonly ObjectShape<DrawPeriodChange> DrawPeriod = new ObjectShape<DrawPeriodChange>("drawPeriodChange", "How long a loan may be drawn.", new("", default))
        .Required("facility", Leaf.Text, x => x.Facility, (x, v) => x with { Facility = v }, "The loan's name.")
        .Required("lastDate", Leaf.Date, x => x.LastDate, (x, v) => x with { LastDate = v }, "The last day on which it may be drawn.")
        .Maybe("untilMilestone", Leaf.Text, x => x.UntilMilestone, (x, v) => x with { UntilMilestone = v }, "The milestone that ends drawing if it is reached before; left out for none.");

    static readonly ObjectShape<ExpectedDateChange> Expected = new ObjectShape<ExpectedDateChange>("expectedDateChange", "When a milestone is expected, as now understood.", new("", null))
        .Required("milestone", Leaf.Text, x => x.Milestone, (x, v) => x with { Milestone = v }, "The milestone's name.")
        .Maybe("date", Leaf.Date, x => x.Date, (x, v) => x with { Date = v }, "The date; left out for never.");

    static readonly ObjectShape<LongstopChange> Longstop = new ObjectShape<LongstopChange>("longstopChange", "The day by which the contract requires a milestone, moved before the old day has passed.", new("", null))
        .Required("milestone", Leaf.Text, x => x.Milestone, (x, v) => x with { Milestone = v }, "The milestone's name.")
        .Maybe("date", Leaf.Date, x => x.Date, (x, v) => x with { Date = v }, "The new day; left out for none.");

    static readonly ObjectShape<MilestoneTestChange> MilestoneTest = new ObjectShape<MilestoneTestChange>("milestoneTestChange", "What makes a milestone reached from the effective date on.", new("", null!))
        .Required("milestone", Leaf.Text, x => x.Milestone, (x, v) => x with { Milestone = v }, "The milestone's name.")
        .Required("test", TestShape.Shape, x => x.Test, (x, v) => x with { Test = v }, "The test.");

    static readonly ObjectShape<PlanChange> Plan = new ObjectShape<PlanChange>("planChange", "A new plan of a project for the days after the effective date.", new(Project: ""))
        .Required("project", Leaf.Text, x => x.Project, (x, v) => x with { Project = v }, "The project's name.")
        .Maybe("production", PlanShape.Shape, x => x.Production, (x, v) => x with { Production = v }, "What is produced.")
        .Maybe("operatingCosts", ProjectShape.AllCosts, x => x.OperatingCosts, (x, v) => x with { OperatingCosts = v }, "All costs of operating.")
        .Maybe("capitalCosts", ProjectShape.AllCosts, x => x.CapitalCosts, (x, v) => x with { CapitalCosts = v }, "All costs of building and sustaining.");

    static readonly ObjectShape<ContributionChange> Contribution = new ObjectShape<ContributionChange>("contributionChange", "What somebody has agreed to pay in from the effective date on, and what was actually paid.", new(Contribution: ""))
        .Required("contribution", Leaf.Text, x => x.Contribution, (x, v) => x with { Contribution = v }, "The contribution's name.")
        .Maybe("payments", Leaf.Array(DatedAmountShape.Shape), x => x.Payments, (x, v) => x with { Payments = v }, "The amounts agreed, by date.")
        .Maybe("paid", Leaf.Array(DatedAmountShape.Shape), x => x.Paid, (x, v) => x with { Paid = v }, "What was actually paid, by date.");

    static readonly ObjectShape<ObligationChange> Obligation = new ObjectShape<ObligationChange>("obligationChange", "What else is owed from the effective date on.", new(Obligation: ""))
        .Required("obligation", Leaf.Text, x => x.Obligation, (x, v) => x with { Obligation = v }, "The obligation's name.")
        .Maybe("payments", Leaf.Array(DatedAmountShape.Shape), x => x.Payments, (x, v) => x with { Payments = v }, "Amounts that fall due on dates.")
        .Maybe("plan", PlanShape.Shape, x => x.Plan, (x, v) => x with { Plan = v }, "Amounts by calendar or by formula.");

    static readonly ObjectShape<PlacedPayment> Placed = new ObjectShape<PlacedPayment>("placedPayment", "A place that a waterfall gains.", new(Payment: null!))
        .Required("payment", AccountShape.Place, x => x.Payment, (x, v) => x with { Payment = v }, "Who is paid, and how.")
        .Maybe("before", Leaf.Text, x => x.Before, (x, v) => x with { Before = v }, "The obligation before which it stands; left out for the end.");

    static readonly ObjectShape<AccountAmendment> Account = new ObjectShape<AccountAmendment>("accountAmendment", "The terms of an account from the effective date on; what is left out stays.", new(Account: ""))
        .Required("account", Leaf.Text, x => x.Account, (x, v) => x with { Account = v }, "The account's name.")
        .Maybe("receipts", Leaf.Texts, x => x.Receipts, (x, v) => x with { Receipts = v }, "The lines received, draws not among them.")
        .Maybe("draws", Leaf.Texts, x => x.Draws, (x, v) => x with { Draws = v }, "The lines of draws received.")
        .Maybe("minimumBalance", AmountShape.Shape, x => x.MinimumBalance, (x, v) => x with { MinimumBalance = v }, "What must stay in the account.")
        .Maybe("waterfall", Leaf.Array(AccountShape.Place), x => x.Waterfall, (x, v) => x with { Waterfall = v }, "Who is paid, in order: the whole list.")
        .Optional("pays", Leaf.Array(Placed), x => x.Pays, (x, v) => x with { Pays = v }, "Places that the waterfall gains.")
        .Optional("paysNoLonger", Leaf.Texts, x => x.PaysNoLonger, (x, v) => x with { PaysNoLonger = v }, "Obligations that the waterfall pays no longer.")
        .Optional("receives", Leaf.Texts, x => x.Receives, (x, v) => x with { Receives = v }, "Lines that are now received besides.")
        .Optional("receivesNoLonger", Leaf.Texts, x => x.ReceivesNoLonger, (x, v) => x with { ReceivesNoLonger = v }, "Lines that are received no longer.")
        .Maybe("distribution", AccountShape.Distribution, x => x.Distribution, (x, v) => x with { Distribution = v }, "How what is left above the minimum balance is distributed.");

    static readonly ObjectShape<LineChange> Line = new ObjectShape<LineChange>("lineChange", "The amount of a line of the deal's own from the effective date on.", new("", null!))
        .Required("line", Leaf.Text, x => x.Line, (x, v) => x with { Line = v }, "The line's name.")
        .Required("amount", AmountShape.Shape, x => x.Amount, (x, v) => x with { Amount = v }, "Its amount in each period.");

    static readonly ObjectShape<EndChange> End = new ObjectShape<EndChange>("endChange", "The last day of the project, as now understood.", new(Date: default))
        .Required("date", Leaf.Date, x => x.Date, (x, v) => x with { Date = v }, "The last day.");

    public static UnionShape<Change> Shape { get; } = new UnionShape<Change>("change", "One thing an amendment changes, from its effective date on.")
        .Or("commitment", Commitment)
        .Or("margin", Margin)
        .Or("drawPeriod", DrawPeriod)
        .Or("expected", Expected)
        .Or("longstop", Longstop)
        .Or("milestoneTest", MilestoneTest)
        .Or("conversionPrice", LaterChangeShape.ConversionPrice)
        .Or("rescheduling", LaterChangeShape.Rescheduling)
        .Or("prepayment", LaterChangeShape.Prepayment)
        .Or("sweep", LaterChangeShape.Sweep)
        .Or("conversionElection", LaterChangeShape.ConversionElection)
        .Or("scheduledLoan", LaterChangeShape.ScheduledLoan)
        .Or("plan", Plan)
        .Or("contribution", Contribution)
        .Or("obligation", Obligation)
        .Or("account", Account)
        .Or("undertaking", LaterChangeShape.Undertaking)
        .Or("hedges", LaterChangeShape.Hedges)
        .Or("shares", LaterChangeShape.Shares)
        .Or("line", Line)
        .Or("planning", new AsShape<PlanningChange, PlanningAssumptions>(() => DealPartShape.Planning, planning => new(planning), change => change.Planning))
        .Or("end", End);
}
