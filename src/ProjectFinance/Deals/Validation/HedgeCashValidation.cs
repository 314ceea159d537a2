using ProjectFinance.Accounts;
using ProjectFinance.Hedges;

namespace ProjectFinance.Deals.Validation;

/// <summary>Whether what a hedge book brings is received by an account, or is in the price production is sold at, and not in both.</summary>
static class HedgeCashValidation
{
    public static IEnumerable<Problem> Problems(HedgeBook book, Deal deal, string subject, string where) =>
    [
        .. book.Trades.IsEmpty ? [] : Received("Received", "what trades bring", book, deal, subject, $"{where}.trades"),
        .. book.CloseOuts.IsEmpty ? [] : Received("Close-out proceeds", "what close-outs bring", book, deal, subject, $"{where}.closeOuts"),
        .. book.Products.SelectMany((product, i) => Priced(product, book, deal, subject, $"{where}.products[{i}]")),
    ];

    static IEnumerable<Problem> Received(string title, string what, HedgeBook book, Deal deal, string subject, string where)
    {
        var receipts = deal.Accounts.SelectMany(account => AccountOnDate.Ever(account).Receipts).ToHashSet(StringComparer.Ordinal);
        var line = $"{book.Name} / {title}";
        return receipts.Contains(line) || deal.Lines.Any(own => receipts.Contains(own.Name))
            ? []
            : [new(subject, $"no account receives {what}", $"name '{line}' among the receipts of an account", where)];
    }

    static IEnumerable<Problem> Priced(HedgedProduct product, HedgeBook book, Deal deal, string subject, string where)
    {
        var price = $"{book.Name} / Average price, {product.Price}";
        bool priced = deal.Projects.Any(project => project.Price == price);
        bool obliged = book.Trades.Any(trade => trade.Product == product.Price && trade is not Put);
        if (book.Settlement == HedgeSettlement.Financial)
            return priced ? [new(subject, $"production is sold at '{price}', and the trades bring the same in cash", "sell at the market's price, or settle against production", where)] : [];
        if (obliged && product.Production is null) return [new(subject, $"'{product.Price}' is settled against production and names none", "name the line of its production", $"{where}.production")];
        return obliged && !priced && !OwnLines(deal) ? [new(subject, $"'{product.Price}' is settled against production, and nothing is sold at contract prices", $"give the project the price '{price}'", where)] : [];
    }

    // A line of the deal's own may carry it on, so that is left to speak for itself.
    static bool OwnLines(Deal deal) => deal.Projects.Any(project => deal.Lines.Any(line => line.Name == project.Price));
}
