using ProjectFinance.Time;
using static ProjectFinance.Formula;

namespace ProjectFinance.Hedges;

/// <summary>A product's trades beside its production: what is delivered, what is not covered, the price in the end, the share sold ahead, and the net position.</summary>
sealed class HedgedProductionLines
{
    readonly Model model;
    readonly HedgeBook book;
    readonly HedgedProductLines product;
    readonly IReadOnlyList<HedgeTradeLines> trades;
    readonly Line contracted;

    HedgedProductionLines(Model model, HedgeBook book, HedgedProductLines product, IReadOnlyList<HedgeTradeLines> trades)
    {
        (this.model, this.book, this.product, this.trades) = (model, book, product, trades);
        contracted = Line("Contracted", t => Sum(trades.Where(trade => trade.Obliges).Select(trade => trade.Ounces[t])), LineKind.Flow, "forwards, spot-deferred sales and collars");
    }

    Unit Unit => product.Terms.Unit;

    /// <summary>Writes the lines of one product.</summary>
    internal static void Write(Model model, HedgeBook book, HedgedProductLines product, IReadOnlyList<HedgeTradeLines> trades)
    {
        var lines = new HedgedProductionLines(model, book, product, trades);
        if (product.Terms.Production is not null)
        {
            lines.Settle();
            if (product.Terms.Limit is { } limit) lines.Compare(limit);
        }
        lines.Position();
    }

    void Settle()
    {
        Line("Uncovered ounces", t => NotNegative(contracted[t] - Produced(t)), LineKind.Flow, "contracted beyond production; settled in cash");
        Func<Period, Formula> result = t => Sum(trades.Select(trade => trade.InCash[t]));
        if (book.Settlement == HedgeSettlement.AgainstProduction)
        {
            var delivered = Line("Delivered", t => Min(contracted[t], Produced(t)), LineKind.Flow, "the lesser of contracted and produced, at contract prices");
            var share = model.Line(product.Name("Share delivered"), ProjectFinance.Unit.None, t => Ratio(delivered[t], contracted[t], 0), LineKind.Level);
            var obliging = trades.Where(trade => trade.Obliges).ToList();
            foreach (var trade in obliging) trade.ShareDelivered = t => share[t];
            var delivery = model.Line(product.Name("Result of delivery"), book.Currency, t => Sum(obliging.Select(trade => trade.Bring(t, product.Average))) * share[t],
                LineKind.Flow, "delivered ounces x (contract price - average price); part of the average price of production");
            result = t => delivery[t];
        }
        model.Line(product.Name("Average price"), book.Currency / Unit, t => product.Average[t] + Ratio(result(t), Produced(t), 0), LineKind.Level,
            book.Settlement == HedgeSettlement.AgainstProduction ? "of production, the ounces delivered at contract prices" : "of production, with the cash results of its trades");
    }

    void Compare(HedgeLimit limit)
    {
        var most = model.Parameter(product.Name("Limit"), limit.Share.Fraction * ProjectFinance.Unit.None, product.SourceOf("products"));
        var counted = trades.Where(trade => trade.Obliges || limit.CountPuts).ToList();
        var sold = Line("Contracted in the window", t => Contracted(counted, t, HedgeWindows.Of(limit.Window, t.End, model.Timeline)), LineKind.Level, "already settled, and still to be settled");
        var produced = Line("Produced in the window", t =>
        {
            var window = HedgeWindows.Of(limit.Window, t.End, model.Timeline);
            return product.Production!.SumWithin(window.Start, window.End);
        }, LineKind.Level, "up to now, and as planned");
        model.Line(product.Name("Hedged share"), ProjectFinance.Unit.None, t => Ratio(sold[t], produced[t], double.PositiveInfinity), LineKind.Level, "contracted / produced, in the window");
        model.Flag(product.Name("Beyond limit"), t => sold[t] > most * produced[t] + Noticeable.Metal * Unit, product.SourceOf("products"));
    }

    void Position()
    {
        var production = model.Declare(product.Name("Production still to come"), Unit, LineKind.Level);
        production.Is(t => product.Production is null ? 0 : production.Next(t, 0) + product.Production.Next(t, 0));
        var toDeliver = Line("Contracted still to come", t => Sum(trades.Where(trade => trade.Obliges).Select(trade => trade.OuncesAfter(t))), LineKind.Level, "forwards, spot-deferred sales and collars");
        Line("Net position", t => production[t] - toDeliver[t] - Sum(product.Owed.Select(line => line[t])), LineKind.Level, "production still to come, less what is contracted and owed out of it");
    }

    // What is past is counted as it was settled, what is to come as it stands.
    Formula Contracted(List<HedgeTradeLines> counted, Period t, DateSpan window) =>
        Sum(counted.Select(trade => trade.OuncesAfter(t, window.End)
            + Sum(model.Periods.Take(t.Index + 1).Where(u => u.End > window.Start && u.End <= window.End).Select(u => trade.Ounces[u]))));

    Formula Produced(Period t) => product.Production![t];

    Line Line(string title, Func<Period, Formula> formula, LineKind kind, string source) => model.Line(product.Name(title), Unit, formula, kind, source);
}
