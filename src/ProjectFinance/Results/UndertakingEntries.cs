using System.Collections.Immutable;
using NodaTime;
using ProjectFinance.Covenants;
using ProjectFinance.Deals;
using ProjectFinance.Time;

namespace ProjectFinance.Results;

/// <summary>What became of an undertaking on each of its dates.</summary>
sealed class UndertakingEntries
{
    readonly Undertaking terms;
    readonly Deal deal;
    readonly Run run;
    readonly Waived waived;
    readonly string? breach;

    UndertakingEntries(Undertaking terms, Deal deal, Run run, Waived waived) => (this.terms, this.deal, this.run, this.waived, breach) = (terms, deal, run, waived, UndertakingLines.BreachOf(terms));

    internal static IEnumerable<ComplianceEntry> Of(Undertaking terms, Deal deal, Run run, Waived waived)
    {
        var entries = new UndertakingEntries(terms, deal, run, waived);
        var dates = UndertakingLines.DatesOf(terms).ToImmutableArray();
        if (terms.Kind == UndertakingKind.Negative) return dates.IsEmpty ? entries.Always() : dates.Select(entries.Tested);
        return terms.Met is null ? dates.Select(entries.Known) : dates.Select((date, i) => entries.Shown(date, i + 1 < dates.Length ? dates[i + 1] : null));
    }

    ComplianceEntry Entry(LocalDate date, ComplianceState state, string note = "") => new()
    {
        Date = date, Name = terms.Name, State = state, Note = note,
        Kind = terms.Kind switch { UndertakingKind.Report => ComplianceKind.Report, UndertakingKind.Action => ComplianceKind.Action, _ => ComplianceKind.Negative },
    };

    /// <summary>To be done, by what is known.</summary>
    ComplianceEntry Known(LocalDate date)
    {
        if (!terms.Done.TryGetValue(date, out var on)) return Entry(date, ComplianceState.Due);
        var last = LastDayFor(date);
        if (on <= last) return Entry(date, ComplianceState.Met, on == date ? "" : $"done on {on.Value.Iso()}");
        if (last > deal.End) return Entry(date, ComplianceState.Due);
        if (waived.At(breach!, Column(last))) return Entry(date, ComplianceState.Waived, on is { } waivedThen ? $"done on {waivedThen.Iso()}" : "");
        return on is { } then ? Entry(date, ComplianceState.Late, $"done on {then.Iso()}") : Entry(date, ComplianceState.Breached);
    }

    /// <summary>To be done, as the model shows it.</summary>
    ComplianceEntry Shown(LocalDate date, LocalDate? next)
    {
        var last = LastDayFor(date);
        if (last > deal.End) return Entry(date, ComplianceState.Due);
        var at = Column(last);
        if (run[breach!, at] == 0) return Entry(date, ComplianceState.Met);
        var later = run.Model.Periods.Skip(at.Index + 1).TakeWhile(t => !(t.End > next)).FirstOrDefault(t => run[breach!, t] == 0);
        if (waived.At(breach!, at)) return Entry(date, ComplianceState.Waived);
        return later is null ? Entry(date, ComplianceState.Breached) : Entry(date, ComplianceState.Late, $"done by {later.End.Iso()}");
    }

    /// <summary>To be kept on dates.</summary>
    ComplianceEntry Tested(LocalDate date)
    {
        var last = LastDayFor(date);
        return breach is null || last > deal.End ? Entry(date, ComplianceState.Due) : Entry(date, StateAt(Column(last)));
    }

    /// <summary>To be kept at all times: an entry whenever it began to be broken, or one from the start where it never was.</summary>
    IEnumerable<ComplianceEntry> Always()
    {
        if (breach is null) return [Entry(deal.Closing, ComplianceState.Due, "at all times")];
        var broken = run.Model.Periods.Where(t => run[breach, t] != 0 && (t.IsFirst || run[breach, run.Model.Periods[t.Index - 1]] == 0)).ToList();
        return broken.Count == 0 ? [Entry(deal.Closing, ComplianceState.Met, "at all times")] : broken.Select(t => Entry(t.End, StateAt(t)));
    }

    ComplianceState StateAt(Period t) => run[breach!, t] == 0 ? ComplianceState.Met : waived.At(breach!, t) ? ComplianceState.Waived : ComplianceState.Breached;

    LocalDate LastDayFor(LocalDate date) => date.DaysLater(terms.GraceDays);

    Period Column(LocalDate date) => run.Model.Timeline.EndingOn(date);
}
