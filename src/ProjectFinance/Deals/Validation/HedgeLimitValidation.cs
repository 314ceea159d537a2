using NodaTime;
using ProjectFinance.Hedges;
using ProjectFinance.Operations;
using ProjectFinance.Time;

namespace ProjectFinance.Deals.Validation;

/// <summary>Whether a hedge book stays within the share of planned production that may be sold ahead.</summary>
static class HedgeLimitValidation
{
    public static IEnumerable<Problem> Problems(HedgedProduct product, HedgeBook book, Deal deal, string subject, string where)
    {
        if (product.Limit is not { } limit) return [];
        return
        [
            .. TermCheck.NotNegative(limit.Share, "limit", subject, $"{where}.share"),
            .. product.Production is null
                ? [new Problem(subject, $"the product '{product.Price}' has a limit and no production to compare with", "name the line of its production", where)]
                : Array.Empty<Problem>(),
            .. Beyond(product, limit, book, deal, subject, where),
        ];
    }

    // Production that is planned by a formula is known only in a run, where the flag "Beyond limit" tells.
    static IEnumerable<Problem> Beyond(HedgedProduct product, HedgeLimit limit, HedgeBook book, Deal deal, string subject, string where)
    {
        if (deal.End <= deal.Closing || deal.Projects.FirstOrDefault(project => $"{project.Name} / Production" == product.Production) is not { Production: { Formula: null } plan }) yield break;
        if (plan.Unit != product.Unit || PlanValidation.Problems(plan, deal, subject, where).Any() || HedgeTradeValidation.Problems(book, deal, where).Any()) yield break;
        var timeline = Timeline.Quarterly(deal.Closing, deal.End);
        var counted = book.Trades.Where(trade => trade.Product == product.Price && (limit.CountPuts || trade is not Put)).SelectMany(trade => HedgeDates.Deliveries(trade)).ToList();
        foreach (var window in counted.Select(delivery => HedgeWindows.Of(limit.Window, delivery.Date, timeline)).Distinct().OrderBy(window => window.Start))
        {
            double sold = counted.Where(delivery => delivery.Date > window.Start && delivery.Date <= window.End).Sum(delivery => delivery.Ounces);
            double planned = plan.Amounts.Sum(amount => amount.Value * Share(Spans.Parse(amount.Key), window));
            if (sold <= limit.Share.Fraction * planned + Noticeable.Metal) continue;
            yield return new(subject, $"{sold * product.Unit} of '{product.Price}' are sold ahead from {window.Start.PlusDays(1).Iso()} to {window.End.Iso()}, where {Math.Round(planned, 3) * product.Unit} are planned",
                $"they must be at most {limit.Share} of planned production, {Math.Round(limit.Share.Fraction * planned, 3) * product.Unit}", where);
        }
    }

    static double Share(DateSpan span, DateSpan window)
    {
        var (first, last) = (LocalDate.Max(span.Start, window.Start), LocalDate.Min(span.End, window.End));
        return last <= first ? 0 : (double)new DateSpan(first, last).Days / span.Days;
    }
}
