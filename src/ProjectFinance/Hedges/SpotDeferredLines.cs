using NodaTime;

namespace ProjectFinance.Hedges;

/// <summary>The price of a spot-deferred sale, which grows with the contango at the start of each column.</summary>
sealed class SpotDeferredLines
{
    readonly Model model;
    readonly HedgeBook book;
    readonly SpotDeferred terms;
    readonly Formula whenTraded;
    readonly LocalDate traded;
    readonly Func<Period, Formula> contango;
    readonly Line toDate;

    internal SpotDeferredLines(Model model, HedgeBook book, SpotDeferred terms, HedgedProductLines product, Formula whenTraded)
    {
        (this.model, this.book, this.terms, this.whenTraded) = (model, book, terms, whenTraded);
        traded = terms.Traded ?? model.Timeline.Start;
        contango = terms.Contango is { } own ? HedgeRateLines.Write(model, Name("contango"), own, terms.Source) : product.Contango;
        toDate = model.Declare(Name("contango to date"), Unit.None, LineKind.Level, "from the closing, contango at each column's start x year fraction");
        toDate.Is(t => t.IsFirst ? 0 : toDate[t.Index - 1] + contango(model.Periods[t.Index - 1]) * t.YearFraction(book.DayCount));
    }

    /// <summary>The contract price of a delivery, as known at a column's end: what is still to come grows with the contango of that day.</summary>
    internal Formula PriceFor(HedgeDelivery delivery, Period t) => terms.CompoundsWhenRolled && delivery.Date > delivery.First
        ? whenTraded * (1 + Growth(traded, delivery.First, t)) * (1 + Growth(delivery.First, delivery.Date, t))
        : whenTraded * (1 + Growth(traded, delivery.Date, t));

    Formula Growth(LocalDate from, LocalDate to, Period t)
    {
        Formula growth = 0;
        var closing = model.Timeline.Start;
        if (from < closing) growth += contango(model.Periods[0]) * book.DayCount.YearFraction(from, LocalDate.Min(to, closing));
        var (since, until) = (LocalDate.Max(from, closing), LocalDate.Min(to, t.End));
        if (since < until) growth += toDate[model.Timeline.EndingOn(until)] - toDate[model.Timeline.EndingOn(since)];
        if (to > t.End) growth += contango(t) * book.DayCount.YearFraction(LocalDate.Max(from, t.End), to);
        return growth;
    }

    string Name(string title) => $"{book.Name} / {terms.Name}: {title}";
}
