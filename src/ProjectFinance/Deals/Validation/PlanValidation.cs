using NodaTime;
using ProjectFinance.Deals.Json;
using ProjectFinance.Operations;
using ProjectFinance.Time;

namespace ProjectFinance.Deals.Validation;

/// <summary>Whether the spans of a plan can be read and lie inside the deal, and its formula makes sense.</summary>
static class PlanValidation
{
    /// <summary>What is wrong with a plan's spans and formula.</summary>
    public static IEnumerable<Problem> Problems(Plan plan, Deal deal, string subject, string where) =>
        Spans(plan, deal, subject, where).Concat(plan.Formula is { } formula ? AmountValidation.Problems(formula, deal, subject, $"{where}.formula") : []);

    static IEnumerable<Problem> Spans(Plan table, Deal deal, string subject, string where)
    {
        foreach (var label in table.Amounts.Keys)
        {
            var here = JsonPath.Field($"{where}.amounts", label);
            if (!Time.Spans.TryParse(label, subject, here, out var span, out var unreadable)) yield return unreadable;
            else if (deal.End > deal.Closing && Outside(label, span, deal) is var (fact, allowed)) yield return new(subject, fact, allowed, here);
        }
    }

    public static IEnumerable<Problem> NotNegative(Plan table, string what, string subject, string where) =>
        table.Amounts.SelectMany(amount => TermCheck.NotNegative(new Quantity(amount.Value, table.Unit), $"{what} of {amount.Key},", subject, JsonPath.Field($"{where}.amounts", amount.Key)));

    static (string Fact, string Allowed)? Outside(string label, DateSpan span, Deal deal)
    {
        if (span.End <= deal.Closing) return ($"the span {label} ends on {span.End.Iso()}, not after the closing {deal.Closing.Iso()}", "spans must lie between the closing and the end");
        if (span.Start >= deal.End) return ($"the span {label} begins on {span.Start.Iso()}, not before the end {deal.End.Iso()}", "spans must lie between the closing and the end");
        var inside = new DateSpan(LocalDate.Max(span.Start, deal.Closing), LocalDate.Min(span.End, deal.End));
        if (span.Start < deal.Closing) return ($"the span {label} begins on {span.Start.Iso()}, before the closing {deal.Closing.Iso()}", $"write '{inside}'");
        if (span.End > deal.End) return ($"the span {label} ends on {span.End.Iso()}, after the end {deal.End.Iso()}", $"write '{inside}'");
        return null;
    }
}
