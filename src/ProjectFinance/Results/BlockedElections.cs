using System.Collections.Immutable;
using NodaTime;
using ProjectFinance.Deals;
using ProjectFinance.Facilities;

namespace ProjectFinance.Results;

/// <summary>
/// Conversions that a term sheet requires on a day on which, as its own run shows, the contract does not allow them. In other scenarios they may be allowed, so it is
/// the plan that is refused and not the model.
/// </summary>
public static class BlockedElections
{
    /// <summary>One problem for each conversion that is blocked on its day; none where every one is allowed.</summary>
    /// <param name="deal">The deal, laid out.</param>
    /// <param name="run">A run of its model, usually that of the plan.</param>
    public static ImmutableArray<Problem> Problems(LaidOutDeal deal, Run run)
    {
        ArgumentNullException.ThrowIfNull(deal);
        ArgumentNullException.ThrowIfNull(run);
        return [.. Found(deal, run)];
    }

    static IEnumerable<Problem> Found(LaidOutDeal deal, Run run)
    {
        foreach (var (i, loan) in deal.Deal.Facilities.Index())
        {
            // A condition that is not met yet, as far as the market data go, is waited for.
            if (loan.Conversion?.ByBorrower?.On is { } required && IsBlocked(run, $"{loan.Name} / Forced conversion blocked", required) && Continuing(run, required) is { Count: > 0 } defaults)
                yield return Blocked(loan, $"is required on {required.Iso()}", defaults, "no default may continue then", $"facilities[{i}].conversion.byBorrower.on");
            if (loan.Draws is Redenomination { Election: { On: { } elected, Milestone: null } } && IsBlocked(run, $"{loan.Name} / Conversion blocked", elected))
                yield return Blocked(loan, $"is elected for {elected.Iso()}", Continuing(run, elected), "its milestone must have been reached and no default continue; name the milestone in the election to wait for it", $"facilities[{i}].draws.redenomination.election.on");
        }
    }

    static bool IsBlocked(Run run, string flag, LocalDate day) => run.Model.TryFind(flag) is { } line && run[line, run.Model.Timeline.Containing(day)] != 0;

    /// <summary>The defaults that continue as the column of a day begins.</summary>
    static List<string> Continuing(Run run, LocalDate day) =>
        run.Model.Timeline.Containing(day) is { IsFirst: false } column ? [.. Breach.Continuing(run, run.Model.Periods[column.Index - 1])] : [];

    static Problem Blocked(TermLoan loan, string when, List<string> defaults, string allowed, string where) => new(
        $"Facility '{loan.Name}'", $"conversion {when}, and {(defaults.Count == 0 ? "its milestone is not reached by then" : $"a default continues then: {string.Join(", ", defaults)}")}", allowed, where);
}
