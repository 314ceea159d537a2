namespace ProjectFinance.Deals.Json;

/// <summary>How amendments are written.</summary>
static class AmendmentShape
{
    static readonly ObjectShape<Additions> Adds = new ObjectShape<Additions>("additions", "What an amendment adds to a deal.", new())
        .Optional("milestones", Leaf.Array(DealShape.Milestone), x => x.Milestones, (x, v) => x with { Milestones = v }, "Events the contract now turns on.")
        .Optional("projects", Leaf.Array(ProjectShape.Shape), x => x.Projects, (x, v) => x with { Projects = v }, "Projects.")
        .Optional("contributions", Leaf.Array(ProjectShape.Contribution), x => x.Contributions, (x, v) => x with { Contributions = v }, "What sponsors newly agree to pay in.")
        .Optional("obligations", Leaf.Array(ObligationShape.Shape), x => x.Obligations, (x, v) => x with { Obligations = v }, "What else is owed from now on.")
        .Optional("facilities", Leaf.Array(TermLoanShape.Shape), x => x.Facilities, (x, v) => x with { Facilities = v }, "Loans, with no commitment before the effective date.")
        .Optional("accounts", Leaf.Array(AccountShape.Shape), x => x.Accounts, (x, v) => x with { Accounts = v }, "Accounts with their waterfalls.")
        .Optional("lines", Leaf.Array(DealShape.Line), x => x.Lines, (x, v) => x with { Lines = v }, "Lines.");

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
