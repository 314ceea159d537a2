using NodaTime;
using ProjectFinance.Deals.Json;
using ProjectFinance.Facilities;
using ProjectFinance.Rates;

namespace ProjectFinance.Deals.Amending;

/// <summary>Conversions of one loan into another, and back, that are elected after closing.</summary>
static class ConversionElectionChanges
{
    internal static void Apply(Overlay overlay, ConversionElectionChange change, Clause clause) => overlay.Change(Part.Facilities, change.Facility, clause, "facility", (loan, path) =>
    {
        if (loan.Draws is not Redenomination terms)
        {
            overlay.Report(clause, $"the facility '{loan.Name}' does not come from a conversion", "name the loan that another is converted into", "facility");
            return loan;
        }
        if (change is { Election: null, Back: null }) overlay.Report(clause, "neither a conversion nor a conversion back is elected", "give 'election', 'back' or both", "facility");
        var elected = terms with
        {
            Election = Elected(overlay, terms.Election, change.Election, clause, "conversion", "election"),
            Back = Elected(overlay, terms.Back, change.Back, clause, "conversion back", "back"),
        };
        if (elected == terms) return loan;
        if (elected.Election != terms.Election) overlay.Place($"{path}.draws.redenomination.election", $"{clause.Where}.election");
        if (elected.Back != terms.Back) overlay.Place($"{path}.draws.redenomination.back", $"{clause.Where}.back");
        return loan with { Draws = elected, Sources = clause.Cite(loan.Sources, "draws") };
    });

    static ConversionElection? Elected(Overlay overlay, ConversionElection? before, ConversionElection? now, Clause clause, string what, string field)
    {
        if (now is null || now == before) return before;
        if (now.On is { } on) FactChanges.NotBefore(overlay, new OnDate(on), clause, $"the {what}", $"{field}.on");
        else if (now.Milestone is not null) now = now with { On = clause.Effective };
        if (now == before) return before;
        if (before is not null && First(before, overlay.Deal) < clause.Effective)
            overlay.Report(clause, $"a {what} is elected already that may take effect before {clause.Effective.Iso()}", "an amendment does not change the past; only a later one can be put off or brought forward", field);
        return now;
    }

    // A milestone reached by test may come on any day.
    static LocalDate First(ConversionElection election, Deal deal)
    {
        var on = election.On ?? LocalDate.MinIsoValue;
        return deal.Milestones.FirstOrDefault(milestone => milestone.Name == election.Milestone) is { Test: null } milestone ? LocalDate.Max(on, milestone.Expected ?? LocalDate.MaxIsoValue) : on;
    }
}
