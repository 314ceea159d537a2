using ProjectFinance.Covenants;

namespace ProjectFinance.Deals.Json;

/// <summary>How a term sheet is written.</summary>
static class DealShape
{
    static readonly ObjectShape<CoverRatios> Ratios = new ObjectShape<CoverRatios>("ratios", "How the deal defines its ratios.", new() { CashFlow = "", Facilities = [], From = default })
        .Required("cashFlow", Leaf.Text, x => x.CashFlow, (x, v) => x with { CashFlow = v }, "The line of cash flow available for debt service.")
        .Required("facilities", Leaf.Texts, x => x.Facilities, (x, v) => x with { Facilities = v }, "The loans whose service and balance count.")
        .Required("from", Leaf.Date, x => x.From, (x, v) => x with { From = v }, "The day from which cash flow and debt service count.")
        .Optional("lookBackMonths", Leaf.Count, x => x.LookBackMonths, (x, v) => x with { LookBackMonths = v }, "How many months DSCR looks back.")
        .Maybe("production", Leaf.Text, x => x.Production, (x, v) => x with { Production = v }, "The production line that reserves are counted by.")
        .Optional("cash", Leaf.Texts, x => x.Cash, (x, v) => x with { Cash = v }, "The lines of balances that LLCR and PLCR count on top of the present value of cash flow.")
        .Optional("equity", Leaf.Texts, x => x.Equity, (x, v) => x with { Equity = v }, "The lines of contributions that count as equity in gearing.")
        .Sources(x => x.Sources, (x, v) => x with { Sources = v });

    public static ObjectShape<Deal> Shape { get; } = new ObjectShape<Deal>("deal", "The contract and the project: a term sheet.", new() { Name = "", Closing = default, End = default })
        .Required("name", Leaf.Text, x => x.Name, (x, v) => x with { Name = v }, "What the deal is called.")
        .Optional("about", Leaf.Text, x => x.About, (x, v) => x with { About = v }, "A sentence or two for readers.")
        .Required("closing", Leaf.Date, x => x.Closing, (x, v) => x with { Closing = v }, "The day the contract takes effect and the timeline begins.")
        .Required("end", Leaf.Date, x => x.End, (x, v) => x with { End = v }, "The last day of the project; the timeline ends here.")
        .Optional("step", Leaf.Word<TimelineStep>("step"), x => x.Step, (x, v) => x with { Step = v }, "The regular step of the timeline's columns.")
        .Optional("columnEnds", Leaf.Array(Leaf.Date), x => x.ColumnEnds, (x, v) => x with { ColumnEnds = v }, "Further dates on which columns end.")
        .Optional("calendars", CalendarsShape.Shape, x => x.Calendars, (x, v) => x with { Calendars = v }, "Holidays of one's own by the name that calendars are given by.")
        .Optional("milestones", Leaf.Array(DealPartShape.Milestone), x => x.Milestones, (x, v) => x with { Milestones = v }, "The events the contract turns on.")
        .Optional("projects", Leaf.Array(ProjectShape.Shape), x => x.Projects, (x, v) => x with { Projects = v }, "The projects.")
        .Optional("leases", Leaf.Array(LeaseShape.Shape), x => x.Leases, (x, v) => x with { Leases = v }, "The leases that end unless a milestone is reached.")
        .Optional("elections", Leaf.Array(ElectionShape.Shape), x => x.Elections, (x, v) => x with { Elections = v }, "The rights of others to take a share of a project.")
        .Optional("contributions", Leaf.Array(ProjectShape.Contribution), x => x.Contributions, (x, v) => x with { Contributions = v }, "What sponsors pay in.")
        .Optional("obligations", Leaf.Array(ObligationShape.Shape), x => x.Obligations, (x, v) => x with { Obligations = v }, "What else is owed: payables, overheads, fees.")
        .Optional("facilities", Leaf.Array(TermLoanShape.Shape), x => x.Facilities, (x, v) => x with { Facilities = v }, "The loans.")
        .Optional("scheduledLoans", Leaf.Array(ScheduledLoanShape.Shape), x => x.ScheduledLoans, (x, v) => x with { ScheduledLoans = v }, "The loans that run by their own schedule.")
        .Optional("hedges", Leaf.Array(HedgeShape.Shape), x => x.Hedges, (x, v) => x with { Hedges = v }, "The hedge books: forwards and options on what the projects sell.")
        .Optional("accounts", Leaf.Array(AccountShape.Shape), x => x.Accounts, (x, v) => x with { Accounts = v }, "The accounts with their waterfalls.")
        .Optional("security", Leaf.Array(SecurityShape.Shape), x => x.Security, (x, v) => x with { Security = v }, "What secures the loans beside the borrower's own promise.")
        .Optional("shares", Leaf.Array(ShareCapitalShape.Shape), x => x.Shares, (x, v) => x with { Shares = v }, "The companies whose shares the deal touches.")
        .Optional("mergers", Leaf.Array(ShareCapitalShape.Merger), x => x.Mergers, (x, v) => x with { Mergers = v }, "Mergers.")
        .Optional("lines", Leaf.Array(DealPartShape.Line), x => x.Lines, (x, v) => x with { Lines = v }, "Lines of one's own.")
        .Maybe("ratios", Ratios, x => x.Ratios, (x, v) => x with { Ratios = v }, "The ratios lenders look at.")
        .Optional("covenants", Leaf.Array(CovenantShape.Covenant), x => x.Covenants, (x, v) => x with { Covenants = v }, "The figures the borrower keeps above or below limits.")
        .Optional("undertakings", Leaf.Array(CovenantShape.Undertaking), x => x.Undertakings, (x, v) => x with { Undertakings = v }, "What the borrower reports, does, and does not do.")
        .Optional("waivers", Leaf.Array(WaiverShape.Shape), x => x.Waivers, (x, v) => x with { Waivers = v }, "The breaches on which the lender takes no action for a time.")
        .Maybe("defaults", CovenantShape.Defaults, x => x.Defaults, (x, v) => x with { Defaults = v }, "What follows from breaches; left out, they are recorded and nothing follows.")
        .Maybe("planning", DealPartShape.Planning, x => x.Planning, (x, v) => x with { Planning = v }, "The rates and prices the plan assumes.")
        .Optional("amendments", Leaf.Array(AmendmentShape.Shape), x => x.Amendments, (x, v) => x with { Amendments = v }, "What was agreed or became known after closing.")
        .Sources(x => x.Sources, (x, v) => x with { Sources = v });
}
