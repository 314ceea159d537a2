using ProjectFinance.Operations;

namespace ProjectFinance.Deals.Validation;

/// <summary>Whether the names in a deal tell things apart.</summary>
static class NameValidation
{
    public static IEnumerable<Problem> Problems(Deal deal) =>
    [
        .. Distinct(deal.Security.Select((security, i) => new Named("Security", security.Name, $"security[{i}].name"))),
        .. Distinct(deal.Milestones.Select((milestone, i) => new Named("Milestone", milestone.Name, $"milestones[{i}].name"))),

        // Projects, leases, elections, loans, companies, mergers, hedge books and accounts begin the names of their lines: "Project loan / Interest".
        .. Distinct(
        [
            .. deal.Projects.Select((project, i) => new Named("Project", project.Name, $"projects[{i}].name")),
            .. deal.Leases.Select((lease, i) => new Named("Lease", lease.Name, $"leases[{i}].name")),
            .. deal.Elections.Select((election, i) => new Named("Election", election.Name, $"elections[{i}].name")),
            .. deal.Facilities.Select((loan, i) => new Named("Facility", loan.Name, $"facilities[{i}].name")),
            .. deal.ScheduledLoans.Select((loan, i) => new Named("Loan", loan.Name, $"scheduledLoans[{i}].name")),
            .. deal.Shares.Select((company, i) => new Named("Company", company.Name, $"shares[{i}].name")),
            .. deal.Mergers.Select((merger, i) => new Named("Merger", merger.Name, $"mergers[{i}].name")),
            .. deal.Hedges.Select((book, i) => new Named("Hedge book", book.Name, $"hedges[{i}].name")),
            .. deal.Accounts.Select((account, i) => new Named("Account", account.Name, $"accounts[{i}].name")),
        ]),

        // Contributions, distributions and lines of one's own are lines by their names.
        .. Distinct(
        [
            .. deal.Contributions.Select((contribution, i) => new Named("Contribution", contribution.Name, $"contributions[{i}].name")),
            .. deal.Obligations.Select((owed, i) => new Named("Obligation", owed.Name, $"obligations[{i}].name")),
            .. deal.Lines.Select((line, i) => new Named("Line", line.Name, $"lines[{i}].name")),
        ]),
        .. Distinct(deal.Covenants.Select((covenant, i) => new Named("Covenant", covenant.Name, $"covenants[{i}].name"))),
        .. Distinct(deal.Undertakings.Select((undertaking, i) => new Named("Undertaking", undertaking.Name, $"undertakings[{i}].name"))),
        .. Distinct(deal.Waivers.Select((waiver, i) => new Named("Waiver", waiver.Name, $"waivers[{i}].name"))),
        .. deal.Waivers.SelectMany((waiver, i) => Distinct(waiver.Conditions.Select((condition, c) => new Named("Condition", condition.Name, $"waivers[{i}].conditions[{c}].name")))),
        .. deal.Projects.SelectMany((project, i) => Distinct(project.Royalties.Select((royalty, r) => new Named("Royalty", royalty.Name, $"projects[{i}].royalties[{r}].name")))),
        .. deal.Projects.SelectMany((project, i) => Costs(project.OperatingCosts, $"projects[{i}].operatingCosts").Concat(Costs(project.CapitalCosts, $"projects[{i}].capitalCosts"))),
        .. deal.Shares.SelectMany((company, i) => Distinct(company.Issues.Select((issue, j) => new Named("Issue", issue.Name, $"shares[{i}].issues[{j}].{ShareIssueValidation.Key(issue)}.name")))),
    ];

    static IEnumerable<Problem> Costs(IEnumerable<Cost> costs, string where) =>
        Distinct(costs.Select((cost, i) => new Named("Cost", cost.Name, $"{where}[{i}].{(cost is UnitCost ? "unitCost" : "plannedCost")}.name")));

    static IEnumerable<Problem> Distinct(IEnumerable<Named> things)
    {
        var first = new Dictionary<string, Named>(StringComparer.Ordinal);
        foreach (var thing in things)
        {
            if (string.IsNullOrWhiteSpace(thing.Name)) yield return new(thing.Kind, "the name is empty", "a name must be given", thing.Where);
            else if (!first.TryAdd(thing.Name, thing))
                yield return new($"{thing.Kind} '{thing.Name}'", $"the name is already that of {first[thing.Name].Where}", "each must have a name of its own", thing.Where);
        }
    }

    readonly record struct Named(string Kind, string Name, string Where);
}
