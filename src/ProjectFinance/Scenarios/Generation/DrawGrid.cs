using System.Collections.Immutable;
using NodaTime;

namespace ProjectFinance.Scenarios.Generation;

/// <summary>
/// The days on which paths take a step: every day after the beginning on which an input observes something that varies, and the end of every column. The same whatever outputs are asked for.
/// </summary>
sealed class DrawGrid
{
    const double DaysOfYear = 365;

    readonly ImmutableSortedDictionary<LocalDate, int> places;

    internal DrawGrid(LocalDate from, IEnumerable<Period> periods, IEnumerable<LocalDate> observed)
    {
        From = from;
        var later = periods.Where(t => t.End > from).ToList();
        Dates = [.. observed.Concat(later.Select(t => t.End)).Where(date => date > from).Distinct().Order()];
        places = Dates.Index().ToImmutableSortedDictionary(entry => entry.Item, entry => entry.Index);
        Columns = [.. later.Select((t, c) => new DrawnColumn(t.Index, c == 0 ? 0 : places[later[c - 1].End] + 1, places[t.End]))];
    }

    /// <summary>The day at whose end the paths begin.</summary>
    internal LocalDate From { get; }

    /// <summary>The days of the steps, in order, all after the beginning.</summary>
    internal ImmutableArray<LocalDate> Dates { get; }

    /// <summary>The columns that end after the beginning, in order.</summary>
    internal ImmutableArray<DrawnColumn> Columns { get; }

    /// <summary>Which step ends on a day.</summary>
    internal int StepTo(LocalDate date) => places[date];

    /// <summary>Years from the beginning to a day, ACT/365.</summary>
    internal double Years(LocalDate date) => NodaTime.Period.DaysBetween(From, date) / DaysOfYear;

    /// <summary>Years that a step takes, ACT/365.</summary>
    internal double StepYears(int step) => YearsBetween(step - 1, step);

    /// <summary>Years from the end of a step, -1 for the beginning, to that of a later one, ACT/365.</summary>
    internal double YearsBetween(int earlier, int later) => NodaTime.Period.DaysBetween(earlier < 0 ? From : Dates[earlier], Dates[later]) / DaysOfYear;

    /// <summary>Years from the beginning, or the end of the column before, to a column's end.</summary>
    internal double ColumnYears(int column) => Enumerable.Range(Columns[column].FirstStep, Columns[column].LastStep - Columns[column].FirstStep + 1).Sum(StepYears);
}

/// <summary>A column in which paths take steps.</summary>
/// <param name="Period">The column's number in the timeline.</param>
/// <param name="FirstStep">The first step that ends in it.</param>
/// <param name="LastStep">The step that ends on its last day.</param>
readonly record struct DrawnColumn(int Period, int FirstStep, int LastStep);
