using ProjectFinance.Hedges;
using ProjectFinance.Rates;

namespace ProjectFinance.Deals.Validation;

/// <summary>Whether the terms of a hedge book make sense.</summary>
static class HedgeValidation
{
    public static IEnumerable<Problem> Problems(HedgeBook book, Deal deal, string where)
    {
        var subject = Subject(book);
        return
        [
            .. TermCheck.Currency(book.Currency, "hedge book", subject, $"{where}.currency"),
            .. TermCheck.NotEmpty(book.Products, "product", subject, $"{where}.products"),
            .. TermCheck.Once([.. book.Products.Select(product => product.Price)], "product", subject, $"{where}.products"),
            .. book.Products.SelectMany((product, i) => Product(product, book, deal, subject, $"{where}.products[{i}]")),
            .. HedgeTradeValidation.Problems(book, deal, where),
            .. TermCheck.AtLeast(0, book.FixingDays, "number of fixing days", subject, $"{where}.fixingDays"),
            .. TermCheck.NotEmpty(book.FixingCalendars, "fixing calendar", subject, $"{where}.fixingCalendars"),
            .. book.CloseOuts.SelectMany((closeOut, i) => CloseOut(closeOut, book, deal, $"{where}.closeOuts[{i}]")),
            .. ClosedOutTwice(book, where),
            .. book.ProceedsTo.SelectMany((payment, i) => Payment(payment, book, deal, subject, $"{where}.proceedsTo[{i}]")),
            .. TermCheck.Once([.. book.ProceedsTo.Select(payment => payment.To)], "payee", subject, $"{where}.proceedsTo"),
            .. HedgeCashValidation.Problems(book, deal, subject, where),
        ];
    }

    /// <summary>What in a market does not fit a book: prices in other units than it trades in.</summary>
    public static IEnumerable<Problem> Problems(HedgeBook book, Market market) =>
        from product in book.Products
        where market.Prices.ContainsKey(product.Price)
        from problem in PriceUnit(product, book, market.Prices[product.Price].Unit, $"{Json.JsonPath.Field("prices", product.Price)}.unit")
        select problem;

    /// <summary>How problems call a book.</summary>
    internal static string Subject(HedgeBook book) => $"Hedge book '{book.Name}'";

    static IEnumerable<Problem> Product(HedgedProduct product, HedgeBook book, Deal deal, string subject, string where) =>
    [
        .. string.IsNullOrWhiteSpace(product.Price) ? [new Problem(subject, "the product's price has no name", "name a price of the market data", $"{where}.price")] : Array.Empty<Problem>(),
        .. product.Unit.IsNone || product.Unit.IsCurrency
            ? [new Problem(subject, $"the product '{product.Price}' is counted in '{product.Unit}'", "it must be counted in ounces, such as 'oz', or another unit of goods", $"{where}.unit")]
            : Array.Empty<Problem>(),
        .. deal.Planning is { } planning && planning.Prices.TryGetValue(product.Price, out var price)
            ? PriceUnit(product, book, price.Unit, Json.JsonPath.Field("planning.prices", product.Price))
            : [],
        .. TermCheck.Once(product.Owed, "line", subject, $"{where}.owed"),
        .. HedgeLimitValidation.Problems(product, book, deal, subject, $"{where}.limit"),
    ];

    static IEnumerable<Problem> PriceUnit(HedgedProduct product, HedgeBook book, Unit unit, string where) =>
        TermCheck.SameUnit(unit, book.Currency / product.Unit, $"price of '{product.Price}'", "currency by unit of the product", Subject(book), where);

    static IEnumerable<Problem> CloseOut(HedgeCloseOut closeOut, HedgeBook book, Deal deal, string where)
    {
        var subject = $"Close-out '{closeOut.Name}'";
        return
        [
            .. closeOut.On is null == closeOut.When is null
                ? [new Problem(subject, closeOut.On is null ? "it does not say when" : "it says when twice, 'on' and 'when'", "give a date or milestone as 'on', or a test as 'when'", where)]
                : Array.Empty<Problem>(),
            .. closeOut.On is OnDate date ? TermCheck.InTimeline(deal, date.Date, "date of the close-out", subject, $"{where}.on") : [],
            .. closeOut.On is OnMilestone named ? TermCheck.Milestone(named.Milestone, deal, subject, $"{where}.on") : [],
            .. closeOut.When is { } test ? TestValidation.Problems(test, deal, subject, $"{where}.when") : [],
            .. closeOut.Trades.SelectMany((name, i) => TermCheck.Known(name, book.Trades.Select(trade => trade.Name), "trade", subject, $"{where}.trades[{i}]")),
            .. TermCheck.Once(closeOut.Trades, "trade", subject, $"{where}.trades"),
        ];
    }

    static IEnumerable<Problem> ClosedOutTwice(HedgeBook book, string where)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        var ended = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (i, closeOut) in book.CloseOuts.Index())
        {
            var subject = $"Close-out '{closeOut.Name}'";
            if (string.IsNullOrWhiteSpace(closeOut.Name)) yield return new("Close-out", "the name is empty", "a name must be given", $"{where}.closeOuts[{i}].name");
            else if (!names.Add(closeOut.Name)) yield return new(subject, "the book has a close-out of that name already", "each must have a name of its own", $"{where}.closeOuts[{i}].name");
            foreach (var trade in closeOut.Trades.IsEmpty ? book.Trades.Select(trade => trade.Name) : closeOut.Trades.Distinct(StringComparer.Ordinal))
                if (!ended.TryAdd(trade, closeOut.Name))
                    yield return new(subject, $"the trade '{trade}' is closed out by '{ended[trade]}' already", "a trade must be closed out once; name the trades of each close-out", $"{where}.closeOuts[{i}].trades");
        }
    }

    static IEnumerable<Problem> Payment(CloseOutPayment payment, HedgeBook book, Deal deal, string subject, string where) =>
    [
        .. string.IsNullOrWhiteSpace(payment.To) ? [new Problem(subject, "the payee has no name", "say who is paid", $"{where}.to")] : Array.Empty<Problem>(),
        .. deal.Facilities.Any(loan => loan.Name == payment.To)
            ? [new Problem(subject, $"'{payment.To}' is a loan", $"give the loan a prepayment from the line '{book.Name} / Close-out left'", $"{where}.to")]
            : Array.Empty<Problem>(),
        .. deal.ScheduledLoans.Any(loan => loan.Name == payment.To)
            ? [new Problem(subject, $"'{payment.To}' is a loan that runs by its own schedule", "such a loan is prepaid in stated amounts; give it prepayments, and pay them out of the account that receives the proceeds", $"{where}.to")]
            : Array.Empty<Problem>(),
        .. book.CloseOuts.IsEmpty ? [new Problem(subject, $"'{payment.To}' is paid out of the proceeds of close-outs, and there is no close-out", "give a close-out, or pay nobody out of it", where)] : Array.Empty<Problem>(),
        .. payment.Share.Fraction is >= 0 and <= 1 ? [] : new Problem[] { new(subject, $"'{payment.To}' is paid {payment.Share} of the proceeds", "it must be from 0% to 100%", $"{where}.share") },
        .. payment.UpTo is { } most
            ? TermCheck.SameUnit(most.Unit, book.Currency, "most that is paid", "the currency of the book", subject, $"{where}.upTo").Concat(TermCheck.NotNegative(most, "most that is paid", subject, $"{where}.upTo"))
            : [],
    ];
}
