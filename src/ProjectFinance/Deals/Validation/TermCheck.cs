using System.Collections.Immutable;
using NodaTime;
using ProjectFinance.Time;

namespace ProjectFinance.Deals.Validation;

/// <summary>The checks that several terms share. Each gives no problem or says what is the case and what would be allowed.</summary>
static class TermCheck
{
    /// <summary>A number is zero or more. One that is not a number at all is neither.</summary>
    public static IEnumerable<Problem> NotNegative(double value, string written, string what, string subject, string where) =>
        value >= 0 ? [] : [new(subject, $"the {what} {written} is negative", "it must be zero or more", where)];

    /// <summary>A rate or share is zero or more.</summary>
    public static IEnumerable<Problem> NotNegative(Percentage value, string what, string subject, string where) =>
        NotNegative(value.Fraction, value.ToString(), what, subject, where);

    /// <summary>An amount is zero or more.</summary>
    public static IEnumerable<Problem> NotNegative(Quantity value, string what, string subject, string where) =>
        NotNegative(value.Value, value.ToString(), what, subject, where);

    /// <summary>A share is from nothing to all.</summary>
    public static IEnumerable<Problem> Share(Percentage value, string what, string subject, string where) =>
        value.Fraction is >= 0 and <= 1 ? [] : [new(subject, $"the {what} is {value}", "it must be from 0% to 100%", where)];

    /// <summary>A cap is at or above its floor, where there are both.</summary>
    public static IEnumerable<Problem> InOrder(Percentage? floor, Percentage? cap, string what, string subject, string where) =>
        floor is { } least && cap is { } most && !(least.Fraction <= most.Fraction) ? [new(subject, $"the cap of the {what} {most} is below its floor {least}", "it must be at or above it", where)] : [];

    /// <summary>A count is large enough.</summary>
    public static IEnumerable<Problem> AtLeast(int least, int value, string what, string subject, string where) =>
        value >= least ? [] : [new(subject, $"the {what} is {value}", $"it must be {least} or more", where)];

    /// <summary>A unit is a currency.</summary>
    public static IEnumerable<Problem> Currency(Unit unit, string what, string subject, string where) =>
        unit.IsCurrency ? [] : [new(subject, $"the {what} is in '{unit}'", "it must be in a currency, such as 'USD'", where)];

    /// <summary>A unit is one that an account may be kept in.</summary>
    public static IEnumerable<Problem> CurrencyOrMetal(Unit unit, string what, string subject, string where) =>
        unit.IsCurrency || unit.IsMetal ? [] : [new(subject, $"the {what} is in '{unit}'", "it must be in a currency, such as 'USD', or in ounces of a metal, such as 'oz'", where)];

    /// <summary>A unit is the one that is needed.</summary>
    public static IEnumerable<Problem> SameUnit(Unit unit, Unit needed, string what, string why, string subject, string where) =>
        unit == needed ? [] : [new(subject, $"the {what} is in '{unit}'", $"it must be in '{needed}', {why}", where)];

    /// <summary>A date lies from the closing to the end. Says nothing where these are out of order themselves.</summary>
    public static IEnumerable<Problem> InTimeline(Deal deal, LocalDate date, string what, string subject, string where)
    {
        if (deal.End <= deal.Closing) yield break;
        if (date < deal.Closing) yield return new(subject, $"the {what} {date.Iso()} is before the closing {deal.Closing.Iso()}", "it must fall on or after it", where);
        if (date > deal.End) yield return new(subject, $"the {what} {date.Iso()} is after the end {deal.End.Iso()}", "it must fall on or before it", where);
    }

    /// <summary>The dates of a schedule can be told and lie from the closing to the end; of those that do not, the first before and the last after are named.</summary>
    public static IEnumerable<Problem> Dates(Deal deal, Schedule schedule, string what, string subject, string where)
    {
        var wrong = schedule.Problems(subject, where).ToList();
        if (wrong.Count > 0) return wrong;
        var dates = schedule.Dates(BusinessCalendars.None, BusinessDayConvention.None);
        return new[] { dates[0].Unadjusted, dates[^1].Unadjusted }.Distinct().SelectMany(date => InTimeline(deal, date, what, subject, where));
    }

    /// <summary>An amount on a date lies in the timeline, in the right unit, and is not negative.</summary>
    public static IEnumerable<Problem> Dated(Deal deal, Amounts.DatedAmount dated, Unit unit, string what, string why, string subject, string where) =>
    [
        .. InTimeline(deal, dated.Date, $"{what} date", subject, $"{where}.date"),
        .. SameUnit(dated.Amount.Unit, unit, what, why, subject, $"{where}.amount"),
        .. NotNegative(dated.Amount, what, subject, $"{where}.amount"),
    ];

    /// <summary>At least one is given.</summary>
    public static IEnumerable<Problem> NotEmpty<T>(ImmutableArray<T> items, string what, string subject, string where) =>
        items.IsEmpty ? [new(subject, $"no {what} is given", "at least one must be", where)] : [];

    /// <summary>Each is given once.</summary>
    public static IEnumerable<Problem> Once<T>(ImmutableArray<T> items, string what, string subject, string where) =>
        from item in items.Index()
        let first = items.IndexOf(item.Item)
        where first < item.Index
        select new Problem(subject, $"the {what} '{item.Item}' is given twice", "each must be given once", $"{where}[{item.Index}]");

    /// <summary>A name is one of those defined.</summary>
    public static IEnumerable<Problem> Known(string name, IEnumerable<string> known, string what, string subject, string where) =>
        known.Contains(name, StringComparer.Ordinal) ? [] : [new(subject, $"there is no {what} '{name}'", Nearest.Hint(name, known), where)];

    /// <summary>A milestone is one of those the deal defines.</summary>
    public static IEnumerable<Problem> Milestone(string? name, Deal deal, string subject, string where) =>
        name is null ? [] : Known(name, deal.Milestones.Select(milestone => milestone.Name), "milestone", subject, where);
}
