using System.Collections.Immutable;
using NodaTime;
using ProjectFinance.Time;

namespace ProjectFinance.Rates;

/// <summary>The fixings of a reference rate and a forward curve for dates not yet fixed.</summary>
public sealed record IndexSeries
{
    // Easter and Christmas leave at most five days without a fixing.
    const int DaysAFixingServes = 8;

    readonly Aside<SeriesOrigin> origin;

    /// <summary>Rates by fixing date, as yearly fractions: 1996-07-09 5.6875 %. The default is none.</summary>
    public ImmutableSortedDictionary<LocalDate, Percentage> Fixings { get; init; } = ImmutableSortedDictionary<LocalDate, Percentage>.Empty;

    /// <summary>Expected rates for fixing dates from a date until the next one in the table. Used where there is no fixing. The default is none.</summary>
    public ImmutableSortedDictionary<LocalDate, Percentage> Forward { get; init; } = ImmutableSortedDictionary<LocalDate, Percentage>.Empty;

    /// <summary>What is added to every fixing, as a fraction: 0.12 % on a Eurodollar rate that stands in for LIBOR. The default is nothing.</summary>
    public Percentage Plus { get; init; }

    /// <summary>
    /// Two other series whose difference it is where it has no fixing and no forward rate of its own: the gold lease rate is LIBOR less the gold forward rate of the
    /// same tenor. The default is none.
    /// </summary>
    public IndexDifference? Difference { get; init; }

    /// <summary>The conventions of the rate, from which it takes its publication and whether its fixings are held. The default is none.</summary>
    public IndexConventions? Conventions { get; init; }

    /// <summary>When its fixings become known. The default is that of the conventions, else at the end of the day of the fixing.</summary>
    public Publication? Publication { get => StatedPublication ?? Conventions?.Publication; init => StatedPublication = value; }

    /// <summary>
    /// Whether fixings are days of change, each of which holds until the next, or until the forward curve has a date after it: prime. The default is that of the conventions, else false.
    /// </summary>
    public bool IsHeld { get => StatedHeld ?? Conventions?.IsHeld ?? false; init => StatedHeld = value; }

    internal Publication? StatedPublication { get; init; }

    internal bool? StatedHeld { get; init; }

    /// <summary>Where it was read; null for a series made in a program. It makes no series another.</summary>
    internal SeriesOrigin? Origin { get => origin.Said; init => origin = new(value); }

    /// <summary>Who publishes the fixings and what is assumed. The default is empty.</summary>
    public string Source { get; init; } = "";

    /// <summary>Whether the fixing of a day is known at the end of another.</summary>
    internal bool IsKnown(LocalDate fixing, LocalDate atEndOf) => (Publication?.DayOf(fixing) ?? fixing) <= atEndOf;

    /// <summary>Whether the fixing of a day is known at a moment; where it is not said when it is published, from the end of its day in UTC.</summary>
    internal bool IsKnown(LocalDate fixing, Instant at) => (Publication?.MomentOf(fixing) ?? fixing.PlusDays(1).AtStartOfDayInZone(DateTimeZone.Utc).ToInstant()) <= at;

    /// <summary>The series' own rate for a fixing date: the fixing, or the one held, else the forward rate, else null. <see cref="Market.IndexOn(string, LocalDate)"/> knows differences too.</summary>
    public double? On(LocalDate date) => FigureOn(date)?.Value;

    /// <summary>
    /// The rate as it stands on a day, fixing date or not: its fixing; else the latest fixing of the week before; else the forward rate; else the latest fixing before; null where
    /// there is none of these.
    /// </summary>
    public double? Latest(LocalDate date) => LatestFigure(date)?.Value;

    /// <summary>The figure that is the rate for a fixing date, see <see cref="On"/>.</summary>
    internal SeriesFigure? FigureOn(LocalDate date)
    {
        if (Fixings.TryGetValue(date, out var fixing)) return Fixing(date, fixing);
        var changed = IsHeld ? LastFixing(date) : LocalDate.MinIsoValue;
        SeriesFigure? figure = Fixings.TryGetValue(changed, out var held) ? Fixing(changed, held) : null;
        foreach (var (from, expected) in Forward)
        {
            if (from > date) break;
            if (from > changed || figure is null) figure = new(FigureKind.Forward, from, expected);
        }
        return figure;
    }

    /// <summary>The figure that is the rate as it stands on a day, see <see cref="Latest"/>.</summary>
    internal SeriesFigure? LatestFigure(LocalDate date)
    {
        if (IsHeld) return FigureOn(date);
        var last = LastFixing(date);
        SeriesFigure? known = Fixings.TryGetValue(last, out var fixing) ? Fixing(last, fixing) : null;
        return last > date.PlusDays(-DaysAFixingServes) ? known : FigureOn(date) ?? known;
    }

    /// <summary>The figures by which daily rates go over some days: the fixings among them, and the forward rates where there are none.</summary>
    internal IEnumerable<SeriesFigure> FiguresOver(DateSpan days)
    {
        var fixings = Fixings.Where(fixing => fixing.Key > days.Start && fixing.Key <= days.End).Select(fixing => Fixing(fixing.Key, fixing.Value));
        var known = Fixings.IsEmpty || days.End < Fixings.Keys.First() ? days.Start : LocalDate.Max(days.Start, Fixings.Keys.Last());
        if (known >= days.End) return fixings;
        var begun = Forward.Keys.LastOrDefault(from => from <= known.PlusDays(1), known.PlusDays(1));
        return fixings.Concat(Forward.Where(rate => rate.Key >= begun && rate.Key <= days.End).Select(rate => new SeriesFigure(FigureKind.Forward, rate.Key, rate.Value)));
    }

    SeriesFigure Fixing(LocalDate day, Percentage rate) => new(FigureKind.Fixing, day, rate + Plus);

    LocalDate LastFixing(LocalDate upTo) => Fixings.Keys.LastOrDefault(day => day <= upTo, LocalDate.MinIsoValue);
}

/// <summary>One reference rate less another.</summary>
/// <param name="Of">The rate from which the other is taken, as the market names it: "USD LIBOR 3M". It must not be a difference itself.</param>
/// <param name="Less">The rate that is taken from it: "gold forward rate 3M". It must not be a difference itself.</param>
public sealed record IndexDifference(string Of, string Less);
