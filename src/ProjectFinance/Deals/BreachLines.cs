using ProjectFinance.Operations;
using ProjectFinance.Time;

namespace ProjectFinance.Deals;

/// <summary>Lays out what the lender would call a breach: longstops passed, payments overdue, accounts below their minimum.</summary>
static class BreachLines
{
    internal const string Section = "Breaches";

    /// <summary>Writes the flags. Lines of accounts are looked up when the formulas are, since accounts have only some of their lines yet.</summary>
    internal static void Write(Model model, Deal deal)
    {
        foreach (var terms in deal.Milestones)
        {
            if (terms.Longstop is not { } longstop) continue;
            var milestone = model.FindMilestone(terms.Name);
            model.Flag(Longstop(terms.Name, longstop),
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
            model.Flag($"{Section} / {missed.Name}", t => missed[t] > Noticeable.Amount * missed.Unit, contribution.Source);
        }
        foreach (var account in deal.Accounts)
        {
            Condition IsNoticeable(string title, Period t)
            {
                var line = model.Find($"{account.Name} / {title}");
                return line[t] > Noticeable.Amount * line.Unit;
            }
            model.Flag($"{Section} / {account.Name} below its minimum balance", t => IsNoticeable("Shortfall of minimum balance", t), account.Sources.GetValueOrDefault("minimumBalance", ""));
            model.Flag(Overdue(account.Name), t => IsNoticeable("Overdue", t), account.Sources.GetValueOrDefault("waterfall", ""));
        }
    }

    /// <summary>The flag of a milestone not reached by its longstop.</summary>
    internal static string Longstop(string milestone, NodaTime.LocalDate longstop) => $"{Section} / {milestone} not reached by {longstop.Iso()}";

    /// <summary>The flag of payments overdue from an account.</summary>
    internal static string Overdue(string account) => $"{Section} / {account}: payments overdue";
}
