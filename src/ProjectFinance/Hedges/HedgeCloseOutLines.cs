using ProjectFinance.Amounts;
using ProjectFinance.Rates;

namespace ProjectFinance.Hedges;

/// <summary>Lays out when trades are closed out: in the column of the date or milestone, or after the one in which a test first held.</summary>
sealed class HedgeCloseOutLines
{
    readonly Flag closed;

    internal HedgeCloseOutLines(Model model, HedgeBook book, HedgeCloseOut terms, string where, List<Action> later)
    {
        Terms = terms;
        Func<Period, Condition>? test = null;
        if (terms.When is { } when) later.Add(() => test = TestLines.Write(model, when, $"{where}.when"));
        closed = model.Flag($"{book.Name} / {terms.Name}", t => Happened(model, terms, t, test), terms.Source);
    }

    internal HedgeCloseOut Terms { get; }

    /// <summary>Whether trades were closed out before a column.</summary>
    internal Condition Before(Period t) => closed.Previous(t, false);

    /// <summary>Whether trades are closed out by the end of a column.</summary>
    internal Condition By(Period t) => closed[t];

    /// <summary>Whether trades are closed out in a column.</summary>
    internal Condition In(Period t) => By(t) & !Before(t);

    /// <summary>Whether it concerns a trade.</summary>
    internal bool Ends(HedgeTrade trade) => Terms.Trades.IsEmpty || Terms.Trades.Contains(trade.Name);

    // A test, like a milestone that is reached by one, may look at what the close-out pays: the column before decides.
    Condition Happened(Model model, HedgeCloseOut terms, Period t, Func<Period, Condition>? test)
    {
        switch (terms.On)
        {
            case OnDate date:
                return t.End >= date.Date;
            case OnMilestone named:
                var milestone = model.FindMilestone(named.Milestone);
                return milestone.Date is null ? milestone.ReachedBefore(t) : milestone.Reached(t);
            default:
                return t.IsFirst || test is null ? false : Before(t) | test(model.Periods[t.Index - 1]);
        }
    }
}
