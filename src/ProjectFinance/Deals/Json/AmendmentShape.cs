namespace ProjectFinance.Deals.Json;

/// <summary>How amendments are written.</summary>
static class AmendmentShape
{
    static readonly ObjectShape<Additions> Adds = new ObjectShape<Additions>("additions", "What an amendment adds to a deal.", new())
        .Optional("milestones", Leaf.Array(DealPartShape.Milestone), x => x.Milestones, (x, v) => x with { Milestones = v }, "Events the contract now turns on.")
        .Optional("projects", Leaf.Array(ProjectShape.Shape), x => x.Projects, (x, v) => x with { Projects = v }, "Projects.")
        .Optional("leases", Leaf.Array(LeaseShape.Shape), x => x.Leases, (x, v) => x with { Leases = v }, "Leases that end unless a milestone is reached.")
        .Optional("elections", Leaf.Array(ElectionShape.Shape), x => x.Elections, (x, v) => x with { Elections = v }, "Rights of others to take a share of a project.")
        .Optional("contributions", Leaf.Array(ProjectShape.Contribution), x => x.Contributions, (x, v) => x with { Contributions = v }, "What sponsors newly agree to pay in.")
        .Optional("obligations", Leaf.Array(ObligationShape.Shape), x => x.Obligations, (x, v) => x with { Obligations = v }, "What else is owed from now on.")
        .Optional("facilities", Leaf.Array(TermLoanShape.Shape), x => x.Facilities, (x, v) => x with { Facilities = v }, "Loans, with no commitment before the effective date.")
        .Optional("scheduledLoans", Leaf.Array(ScheduledLoanShape.Shape), x => x.ScheduledLoans, (x, v) => x with { ScheduledLoans = v }, "Loans that run by their own schedule, drawn on or after the effective date.")
        .Optional("hedges", Leaf.Array(HedgeShape.Shape), x => x.Hedges, (x, v) => x with { Hedges = v }, "Hedge books.")
        .Optional("accounts", Leaf.Array(AccountShape.Shape), x => x.Accounts, (x, v) => x with { Accounts = v }, "Accounts with their waterfalls.")
        .Optional("security", Leaf.Array(SecurityShape.Shape), x => x.Security, (x, v) => x with { Security = v }, "What now secures the loans.")
        .Optional("shares", Leaf.Array(ShareCapitalShape.Shape), x => x.Shares, (x, v) => x with { Shares = v }, "Companies whose shares the deal now touches.")
        .Optional("mergers", Leaf.Array(ShareCapitalShape.Merger), x => x.Mergers, (x, v) => x with { Mergers = v }, "Mergers.")
        .Optional("lines", Leaf.Array(DealPartShape.Line), x => x.Lines, (x, v) => x with { Lines = v }, "Lines.")
        .Optional("covenants", Leaf.Array(CovenantShape.Covenant), x => x.Covenants, (x, v) => x with { Covenants = v }, "Figures the borrower now keeps above or below limits.")
        .Optional("undertakings", Leaf.Array(CovenantShape.Undertaking), x => x.Undertakings, (x, v) => x with { Undertakings = v }, "What the borrower now reports, does, and does not do.")
        .Optional("waivers", Leaf.Array(WaiverShape.Shape), x => x.Waivers, (x, v) => x with { Waivers = v }, "Breaches on which the lender takes no action for a time.");

    public static ObjectShape<Amendment> Shape { get; } = new ObjectShape<Amendment>("amendment", "What was agreed or became known after closing, to hold from a date on.", new() { Name = "", Effective = default })
        .Called("Amendment")
        .Required("name", Leaf.Text, x => x.Name, (x, v) => x with { Name = v }, "What it is called, unique among the amendments of a deal.")
        .Optional("about", Leaf.Text, x => x.About, (x, v) => x with { About = v }, "A sentence or two for readers.")
        .Required("effective", Leaf.Date, x => x.Effective, (x, v) => x with { Effective = v }, "The day from which it holds.")
        .Maybe("known", Leaf.Date, x => x.Known, (x, v) => x with { Known = v }, "The day at whose end it was known; left out for the effective date.")
        .Optional("source", Leaf.Text, x => x.Source, (x, v) => x with { Source = v }, "Where it is told.")
        .Optional("adds", Adds, x => x.Adds, (x, v) => x with { Adds = v }, "What it adds to the deal.")
        .Optional("changes", Leaf.Array(ChangeShape.Shape), x => x.Changes, (x, v) => x with { Changes = v }, "What it changes.");

    /// <summary>The field that names a change: "commitment".</summary>
    public static string KeyOf(Change change) => ChangeShape.Shape.KeyOf(change);
}
