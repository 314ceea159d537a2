using NodaTime;
using ProjectFinance.Time;

namespace ProjectFinance.Facilities;

/// <summary>Whether an election has taken effect.</summary>
sealed class ConversionElectionLines
{
    readonly ConversionElection terms;
    readonly BusinessCalendar calendar;
    readonly Milestone? milestone;

    internal ConversionElectionLines(Model model, ConversionElection terms, BusinessCalendar calendar)
    {
        (this.terms, this.calendar) = (terms, calendar);
        if (terms.Milestone is { } name) milestone = model.FindMilestone(name);
    }

    /// <summary>Whether the election has taken effect on a column's last day. One that waits for a milestone knows what was known at the column's start.</summary>
    internal Condition HasCome(Period t)
    {
        if (t.End < FirstDay(terms, calendar)) return false;
        if (milestone is null) return true;
        // The last day on which the milestone may be reached so that the notice that follows has run out.
        var latest = terms.NoticeDays == 0 ? t.End : calendar.AddBusinessDays(t.End.PlusDays(1), -terms.NoticeDays).PlusDays(-1);
        return milestone.DateKnownBefore(t) <= milestone.Day(latest);
    }

    /// <summary>The first day on which an election can take effect, as far as its dates say.</summary>
    internal static LocalDate FirstDay(ConversionElection terms, BusinessCalendar calendar)
    {
        var first = terms.On ?? LocalDate.MinIsoValue;
        return terms.Notice is { } notice ? LocalDate.Max(first, NoticeEnd(terms, notice, calendar)) : first;
    }

    /// <summary>The day on which a notice given on another has run out.</summary>
    internal static LocalDate NoticeEnd(ConversionElection terms, LocalDate given, BusinessCalendar calendar) => calendar.AddBusinessDays(given, terms.NoticeDays);

    /// <summary>The days on which an election may take effect, for the columns of a timeline: its date, and the milestone's expected day with its notice.</summary>
    internal static IEnumerable<LocalDate> Days(ConversionElection terms, BusinessCalendar calendar, Func<string, LocalDate?> expected)
    {
        if (terms.On is not null || terms.Notice is not null) yield return FirstDay(terms, calendar);
        if (terms.Milestone is { } name && expected(name) is { } reached) yield return NoticeEnd(terms, reached, calendar);
    }
}
