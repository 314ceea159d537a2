using ProjectFinance.Modelling;
using static ProjectFinance.Formula;

namespace ProjectFinance.Hedges;

/// <summary>Lays out a hedge book: its trades, what they come to together, premiums, close-outs and their proceeds. docs/facilities.md says what every line means.</summary>
sealed class HedgeLines
{
    readonly Model model;
    readonly HedgeBook book;
    readonly IReadOnlyList<HedgeTradeLines> trades;

    HedgeLines(Model model, HedgeBook book, IReadOnlyList<HedgeTradeLines> trades) => (this.model, this.book, this.trades) = (model, book, trades);

    /// <summary>Writes the book's lines.</summary>
    /// <param name="model">The model; the deal's milestones are in it already.</param>
    /// <param name="book">Terms that have been validated.</param>
    /// <param name="where">Where the book stands in the input: "hedges[0]".</param>
    /// <param name="later">What is to be done once the names of all lines are known.</param>
    /// <exception cref="InvalidInputException">The market has no price or index of a name; all such at once.</exception>
    internal static void Write(Model model, HedgeBook book, string where, List<Action> later)
    {
        var products = Gather.Each(book.Products, (terms, i) => new HedgedProductLines(model, book, terms, $"{where}.products[{i}]", later));
        var discount = HedgeRateLines.Write(model, $"{book.Name} / Discount rate", book.DiscountRate, book.Sources.GetValueOrDefault("discountRate", ""));
        var closeOuts = Gather.Each(book.CloseOuts, (terms, i) => new HedgeCloseOutLines(model, book, terms, $"{where}.closeOuts[{i}]", later));
        var trades = Gather.Each(book.Trades, (terms, _) => new HedgeTradeLines(
            model, book, terms, Sold(terms), closeOuts.FirstOrDefault(c => c.Ends(terms)), discount));
        foreach (var product in products) HedgedProductionLines.Write(model, book, product, [.. trades.Where(trade => trade.Product == product)]);
        var lines = new HedgeLines(model, book, trades);
        lines.Settle();
        lines.Premiums();
        lines.Line("Mark-to-market", t => Sum(trades.Select(trade => trade.ValueLeft(t))), LineKind.Level, "what later deliveries are worth, all trades together");
        if (closeOuts.Count > 0) lines.CloseOut();

        HedgedProductLines Sold(HedgeTrade terms) => products.Find(product => product.Terms.Price == terms.Product)
            ?? throw InvalidInputException.Of($"Trade '{terms.Name}'", $"there is no product '{terms.Product}'", Nearest.Hint(terms.Product, book.Products.Select(product => product.Price)), where);
    }

    void Settle()
    {
        var result = Line("Result", t => Sum(trades.Select(trade => trade.InCash[t])), LineKind.Flow, SourceOf("trades"));
        var received = Line("Received", t => book.NetsTrades ? NotNegative(result[t]) : Sum(trades.Select(trade => NotNegative(trade.InCash[t]))), LineKind.Flow, SourceOf("netsTrades"));
        var owed = Owe("Settlement", t => book.NetsTrades ? NotNegative(-result[t]) : Sum(trades.Select(trade => NotNegative(-trade.InCash[t]))), SourceOf("netsTrades"));
        model.Check($"Checks / {book.Name}: received - owed = what the trades come to", book.Currency, t => received[t] - owed[t] - result[t]);
    }

    void Premiums()
    {
        var premiums = book.Trades.Select(trade => (Trade: trade, Terms: HedgeDates.Premium(trade))).Where(p => p.Terms is not null)
            .Select(p => (p.Terms!.Date, Amount: model.Parameter($"{book.Name} / {p.Trade.Name}: premium", p.Terms.Amount, p.Trade.Source))).ToList();
        if (premiums.Count > 0) Owe("Premium", t => Sum(premiums.Where(p => p.Date == t.End).Select(p => p.Amount.Formula)), SourceOf("trades"));
    }

    void CloseOut()
    {
        var value = Line("Close-out value", t => Sum(trades.Select(trade => trade.ValueClosedOut(t))), LineKind.Flow, SourceOf("closeOuts"));
        var proceeds = Line("Close-out proceeds", t => NotNegative(value[t]), LineKind.Flow, SourceOf("closeOuts"));
        Owe("Close-out owed", t => NotNegative(-value[t]), SourceOf("closeOuts"));
        Func<Period, Formula> left = t => proceeds[t];
        foreach (var payment in book.ProceedsTo)
        {
            var (before, paid) = (left, Pay(payment, left));
            left = t => before(t) - paid[t];
        }
        Line("Close-out left", left, LineKind.Flow, "proceeds less what others are paid out of them");
    }

    Line Pay(CloseOutPayment terms, Func<Period, Formula> left)
    {
        var title = $"Close-out to {terms.To}";
        if (terms.UpTo is not { } upTo) return Owe(title, t => terms.Share.Fraction * left(t), SourceOf("proceedsTo"));
        var most = model.Parameter($"{book.Name} / {title}, at most", upTo, SourceOf("proceedsTo"));
        var earlier = model.Declare($"{book.Name} / {title}, before", book.Currency, LineKind.Opening);
        var paid = Owe(title, t => Min(terms.Share.Fraction * left(t), NotNegative(most - earlier[t])), SourceOf("proceedsTo"));
        earlier.Is(t => t.IsFirst ? 0 : earlier[t.Index - 1] + paid[t.Index - 1]);
        return paid;
    }

    /// <summary>A line of what is owed, and the obligation to pay it.</summary>
    Line Owe(string title, Func<Period, Formula> amount, string source)
    {
        var line = Line(title, amount, LineKind.Flow, source);
        model.Obligation(line.Name, book.Currency, t => line[t], source);
        return line;
    }

    Line Line(string title, Func<Period, Formula> formula, LineKind kind, string source) => model.Line($"{book.Name} / {title}", book.Currency, formula, kind, source);

    string SourceOf(string field) => book.Sources.GetValueOrDefault(field, "");
}
