using System.Collections.Immutable;
using NodaTime;
using static ProjectFinance.Formula;

namespace ProjectFinance.Hedges;

/// <summary>Lays out a trade: the ounces that are settled, what they bring, and what later ones are worth. docs/facilities.md says what every line means.</summary>
sealed class HedgeTradeLines
{
    readonly HedgeTrade terms;
    readonly LocalDate traded;
    readonly ImmutableArray<HedgeDelivery> deliveries;
    readonly HedgeCloseOutLines? closeOut;
    readonly HedgeWorth worth;

    internal HedgeTradeLines(Model model, HedgeBook book, HedgeTrade terms, HedgedProductLines product, HedgeCloseOutLines? closeOut, Func<Period, Formula> discountRate)
    {
        (this.terms, this.closeOut, Product) = (terms, closeOut, product);
        traded = terms.Traded ?? model.Timeline.Start;
        deliveries = HedgeDates.Deliveries(terms);
        worth = HedgeWorths.Of(model, book, terms, product);
        string Name(string title) => $"{book.Name} / {terms.Name}: {title}";
        Ounces = model.Line(Name("ounces"), product.Terms.Unit, t => Open(t, OuncesOn(t) * product.Terms.Unit), LineKind.Flow, terms.Source);
        InCash = model.Line(Name("result"), book.Currency, t => Bring(t, product.Fixing) * (1 - ShareDelivered(t)), LineKind.Flow, terms.Source);
        Value = model.Line(Name("value"), book.Currency, t => Open(t, t.End < traded ? 0 : Sum(deliveries.Where(d => d.Date > t.End).Select(d =>
            d.Ounces * product.Terms.Unit * worth(t, d, product.Forward(t, d.Date)) * Ratio(1, 1 + discountRate(t) * book.DayCount.YearFraction(t.End, d.Date), 0)))),
            LineKind.Level, "later deliveries at forward prices, discounted; options at what they would bring at these");
    }

    internal HedgedProductLines Product { get; }

    /// <summary>The ounces that fall to be settled in a column.</summary>
    internal Line Ounces { get; }

    /// <summary>What they bring in cash; negative where they cost.</summary>
    internal Line InCash { get; }

    /// <summary>What later deliveries are worth at a column's end, a close-out in the column not yet counted.</summary>
    internal Line Value { get; }

    /// <summary>Whether the seller may have to deliver; a bought put obliges to nothing.</summary>
    internal bool Obliges => terms is not Put;

    /// <summary>The part of a column's ounces that is delivered out of production. The default is none.</summary>
    internal Func<Period, Formula> ShareDelivered { get; set; } = _ => 0;

    /// <summary>The value that stays at a column's end, after a close-out.</summary>
    internal Formula ValueLeft(Period t) => StillOpen(t, Value[t]);

    /// <summary>The value that a close-out pays in a column.</summary>
    internal Formula ValueClosedOut(Period t) => closeOut is null ? 0 : When(closeOut.In(t), Value[t], 0);

    /// <summary>The ounces to be settled after a column, up to a date.</summary>
    internal Formula OuncesAfter(Period t, LocalDate? upTo = null) =>
        StillOpen(t, t.End < traded ? 0 : deliveries.Where(d => d.Date > t.End && !(d.Date > upTo)).Sum(d => d.Ounces) * Product.Terms.Unit);

    /// <summary>What a column's ounces bring against a price.</summary>
    internal Formula Bring(Period t, Line price) => OuncesOn(t) == 0 ? 0
        : Open(t, Sum(deliveries.Where(d => d.Date == t.End).Select(d => d.Ounces * Product.Terms.Unit * worth(t, d, price[t]))));

    double OuncesOn(Period t) => deliveries.Where(d => d.Date == t.End).Sum(d => d.Ounces);

    // What falls on the day of a close-out is still settled; what falls later is not.
    Formula Open(Period t, Formula amount) => closeOut is null ? amount : When(closeOut.Before(t), 0, amount);

    Formula StillOpen(Period t, Formula amount) => closeOut is null ? amount : When(closeOut.By(t), 0, amount);
}
