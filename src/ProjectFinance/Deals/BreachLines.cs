using ProjectFinance.Operations;
using ProjectFinance.Time;

namespace ProjectFinance.Deals;

/// <summary>Lays out what the lender would call a breach: longstops passed, payments overdue, accounts below their minimum.</summary>
static class BreachLines
{
    internal const string Section = "Breaches";

    // A cent: what is smaller is rounding.
    const double Noticeable = 0.01;

    internal static void Write(Model model, Deal deal)
    {
        foreach (var terms in deal.Milestones)
        {
            if (terms.Longstop is not { } longstop) continue;
            var milestone = model.FindMilestone(terms.Name);
            model.Flag($"{Section} / {terms.Name} not reached by {longstop.Iso()}",
                t => t.End < longstop ? false : !milestone.Reached(t), terms.Sources.GetValueOrDefault("longstop", ""));
        }
        foreach (var lease in deal.Leases)
        {
            var terminated = model.Find(LeaseLines.Terminated(lease));
            model.Flag($"{Section} / {lease.Name} terminated", t => terminated[t] > 0, terminated.Source);
        }
        foreach (var contribution in deal.Contributions)
        {
            var missed = model.Find(ContributionLines.Missed(contribution));
            model.Flag($"{Section} / {missed.Name}", t => missed[t] > Noticeable * missed.Unit, contribution.Source);
        }
        foreach (var account in deal.Accounts)
        {
            var shortfall = model.Find($"{account.Name} / Shortfall of minimum balance");
            var overdue = model.Find($"{account.Name} / Overdue");
            model.Flag($"{Section} / {account.Name} below its minimum balance", t => shortfall[t] > Noticeable * shortfall.Unit, shortfall.Source);
            model.Flag($"{Section} / {account.Name}: payments overdue", t => overdue[t] > Noticeable * overdue.Unit, account.Sources.GetValueOrDefault("waterfall", ""));
        }
    }
}
