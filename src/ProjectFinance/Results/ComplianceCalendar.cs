using System.Collections.Immutable;
using NodaTime;
using ProjectFinance.Covenants;
using ProjectFinance.Deals;
using ProjectFinance.Time;

namespace ProjectFinance.Results;

/// <summary>Every dated duty of a deal with what became of it in a run: covenant tests, reports and things to do, payments to lenders, longstops, conditions of waivers.</summary>
public sealed class ComplianceCalendar
{
    readonly Deal deal;
    readonly Run run;
    readonly Waived waived;

    ComplianceCalendar(Deal deal, Run run) => (this.deal, this.run, waived) = (deal, run, new Waived(deal, run));

    /// <summary>The entries in order of date; on one day longstops, covenants, undertakings, payments and conditions, each in the order of the deal.</summary>
    /// <param name="deal">The deal as laid out.</param>
    /// <param name="run">A run of its model.</param>
    /// <exception cref="ArgumentException">The run is of another model.</exception>
    public static ImmutableArray<ComplianceEntry> Of(LaidOutDeal deal, Run run)
    {
        ArgumentNullException.ThrowIfNull(deal);
        ArgumentNullException.ThrowIfNull(run);
        if (deal.Model != run.Model) throw new ArgumentException("The run is of another model than the deal's.", nameof(run));
        var calendar = new ComplianceCalendar(deal.Deal, run);
        var entries = calendar.deal.Milestones.SelectMany(calendar.Longstop)
            .Concat(calendar.deal.Covenants.SelectMany(calendar.Covenant))
            .Concat(calendar.deal.Undertakings.SelectMany(undertaking => UndertakingEntries.Of(undertaking, deal.Deal, run, calendar.waived)))
            .Concat(PaymentEntries.Of(deal, run, calendar.waived))
            .Concat(calendar.deal.Waivers.SelectMany(calendar.Conditions));
        return [.. entries.OrderBy(entry => entry.Date).ThenBy(entry => entry.Kind)];
    }

    IEnumerable<ComplianceEntry> Longstop(MilestoneTerms terms)
    {
        if (terms.Longstop is not { } longstop) yield break;
        var breach = run.Model.Find(BreachLines.Longstop(terms.Name, longstop));
        var at = run.Model.Timeline.EndingOn(longstop);
        var later = run.Model.Periods.Skip(at.Index).FirstOrDefault(t => run[breach, t] == 0);
        yield return new()
        {
            Date = longstop, Kind = ComplianceKind.Longstop, Name = $"{terms.Name} reached",
            State = run[breach, at] == 0 ? ComplianceState.Met : waived.At(breach.Name, at) ? ComplianceState.Waived : later is null ? ComplianceState.Breached : ComplianceState.Late,
            Note = run[breach, at] == 0 || later is null ? "" : $"reached by {later.End.Iso()}",
        };
    }

    IEnumerable<ComplianceEntry> Covenant(FinancialCovenant terms)
    {
        var (value, headroom, breach) = (run.Model.Find(FinancialCovenantLines.LineOf(terms.Name)), run.Model.Find(FinancialCovenantLines.HeadroomOf(terms.Name)), FinancialCovenantLines.BreachOf(terms.Name));
        foreach (var at in FinancialCovenantLines.DatesOf(terms).Select(run.Model.Timeline.EndingOn))
        {
            double figure = run[value, at], room = run[headroom, at];
            bool applies = double.IsFinite(figure) && double.IsFinite(room);
            yield return new()
            {
                Date = at.End, Kind = ComplianceKind.Covenant, Name = terms.Name, Unit = terms.Unit,
                State = run[breach, at] == 0 ? ComplianceState.Met : waived.At(breach, at) ? ComplianceState.Waived : ComplianceState.Breached,
                Value = applies ? figure : null, Headroom = applies ? room : null, Limit = applies ? Nearer(terms, figure, at) : null,
                Note = applies ? "" : "does not apply",
            };
        }
    }

    double Nearer(FinancialCovenant terms, double figure, Period at)
    {
        double? least = terms.AtLeast is null ? null : run[FinancialCovenantLines.LeastOf(terms.Name), at], most = terms.AtMost is null ? null : run[FinancialCovenantLines.MostOf(terms.Name), at];
        return most is not { } high || least is { } low && figure - low <= high - figure ? least!.Value : high;
    }

    IEnumerable<ComplianceEntry> Conditions(Waiver waiver) => waiver.Conditions.Select(condition => new ComplianceEntry
    {
        Date = condition.By, Kind = ComplianceKind.Condition, Name = $"{waiver.Name}: {condition.Name}",
        State = run[WaiverLines.MetOf(waiver.Name, condition.Name), run.Model.Timeline.EndingOn(condition.By)] != 0 ? ComplianceState.Met : ComplianceState.Breached,
    });
}
