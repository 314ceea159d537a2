using ProjectFinance.Hedges;
using ProjectFinance.Time;

namespace ProjectFinance.Deals.Validation;

/// <summary>Whether the trades of a hedge book make sense.</summary>
static class HedgeTradeValidation
{
    public static IEnumerable<Problem> Problems(HedgeBook book, Deal deal, string where) =>
        book.Trades.SelectMany((trade, i) => Trade(trade, book, deal, $"{where}.trades[{i}].{Key(trade)}")).Concat(Names(book, where));

    static IEnumerable<Problem> Names(HedgeBook book, string where)
    {
        var first = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (i, trade) in book.Trades.Index())
        {
            var here = $"{where}.trades[{i}].{Key(trade)}.name";
            if (string.IsNullOrWhiteSpace(trade.Name)) yield return new("Trade", "the name is empty", "a name must be given", here);
            else if (!first.Add(trade.Name)) yield return new($"Trade '{trade.Name}'", "the book has a trade of that name already", "each must have a name of its own", here);
        }
    }

    static IEnumerable<Problem> Trade(HedgeTrade trade, HedgeBook book, Deal deal, string where)
    {
        var subject = $"Trade '{trade.Name}'";
        if (book.Products.FirstOrDefault(product => product.Price == trade.Product)?.Unit is not { } unit)
            return TermCheck.Known(trade.Product, book.Products.Select(product => product.Price), "product", subject, $"{where}.product");
        var deliveries = Deliveries(trade.Deliveries, unit, deal, subject, $"{where}.deliveries").ToList();
        return
        [
            .. deliveries,
            .. deliveries.Count > 0 ? [] : Dates(trade, deal, subject, where),
            .. Terms(trade, book.Currency / unit, subject, where),
            .. HedgeDates.Premium(trade) is { } premium
                ? TermCheck.Dated(deal, new(premium.Date, premium.Amount), book.Currency, "premium", "the currency of the book", subject, $"{where}.premium")
                : [],
        ];
    }

    static IEnumerable<Problem> Terms(HedgeTrade trade, Unit unit, string subject, string where)
    {
        return trade switch
        {
            Forward { Price: var price } => Price(price, "price"),
            SpotDeferred { Price: var price } => Price(price, "price"),
            Put { Strike: var strike } => Price(strike, "strike"),
            Collar { PutStrike: var least, CallStrike: var greatest } =>
            [
                .. Price(least, "putStrike"),
                .. Price(greatest, "callStrike"),
                .. greatest.Value < least.Value ? [new(subject, $"the strike of the call {greatest} is below that of the put {least}", "it must be at least that", $"{where}.callStrike")] : Array.Empty<Problem>(),
            ],
            _ => throw new System.Diagnostics.UnreachableException(),
        };

        IEnumerable<Problem> Price(Quantity price, string field)
        {
            var what = field switch { "putStrike" => "strike of the put", "callStrike" => "strike of the call", _ => field };
            return TermCheck.SameUnit(price.Unit, unit, what, "currency by unit of the product", subject, $"{where}.{field}").Concat(TermCheck.NotNegative(price, what, subject, $"{where}.{field}"));
        }
    }

    static IEnumerable<Problem> Deliveries(HedgeDeliveries deliveries, Unit unit, Deal deal, string subject, string where)
    {
        switch (deliveries)
        {
            case DatedDeliveries { Amounts: var amounts }:
                foreach (var problem in TermCheck.NotEmpty(amounts, "delivery", subject, $"{where}.dated")) yield return problem;
                for (int i = 0; i < amounts.Length; i++)
                {
                    foreach (var problem in Ounces(amounts[i].Amount, $"{where}.dated[{i}].amount")) yield return problem;
                    foreach (var problem in TermCheck.InTimeline(deal, amounts[i].Date, "delivery date", subject, $"{where}.dated[{i}].date")) yield return problem;
                    if (i > 0 && amounts[i].Date <= amounts[i - 1].Date)
                        yield return new(subject, $"delivery {i + 1}, {amounts[i].Date.Iso()}, does not follow {amounts[i - 1].Date.Iso()}", "each delivery must be later than the one before", $"{where}.dated[{i}].date");
                }
                break;
            case EqualDeliveries { Total: var total, Dates: var dates }:
                foreach (var problem in Ounces(total, $"{where}.equal.total")) yield return problem;
                var wrong = dates.Problems(subject, $"{where}.equal.dates").ToList();
                foreach (var problem in wrong) yield return problem;
                if (wrong.Count > 0) break;
                var written = dates.Dates(BusinessCalendars.None, BusinessDayConvention.None).Select(date => date.Unadjusted).ToList();
                foreach (var date in new[] { written[0], written[^1] }.Distinct())
                foreach (var problem in TermCheck.InTimeline(deal, date, "delivery date", subject, $"{where}.equal.dates")) yield return problem;
                break;
            default:
                throw new System.Diagnostics.UnreachableException();
        }

        IEnumerable<Problem> Ounces(Quantity ounces, string here)
        {
            foreach (var problem in TermCheck.SameUnit(ounces.Unit, unit, "delivery", "the unit of the product", subject, here)) yield return problem;
            if (!(ounces.Value > 0)) yield return new(subject, $"the delivery is {ounces}", "it must be above zero", here);
        }
    }

    static IEnumerable<Problem> Dates(HedgeTrade trade, Deal deal, string subject, string where)
    {
        var first = HedgeDates.Deliveries(trade)[0].First;
        if (trade.Traded is { } traded && traded > first)
            yield return new(subject, $"the trade date {traded.Iso()} is after the first delivery {first.Iso()}", "it must fall on or before it", $"{where}.traded");
        if (trade is not SpotDeferred { RolledTo: { } rolled }) yield break;
        if (rolled <= first) yield return new(subject, $"it is rolled to {rolled.Iso()}, not after its first delivery {first.Iso()}", "deliveries must be put off to a later date", $"{where}.rolledTo");
        foreach (var problem in TermCheck.InTimeline(deal, rolled, "date it is rolled to,", subject, $"{where}.rolledTo")) yield return problem;
    }

    static string Key(HedgeTrade trade) => trade switch
    {
        Forward => "forward",
        SpotDeferred => "spotDeferred",
        Put => "put",
        Collar => "collar",
        _ => throw new System.Diagnostics.UnreachableException(),
    };
}
