using ProjectFinance.Modelling;

namespace ProjectFinance.Facilities;

/// <summary>The factors that interest and principal of a <see cref="ScheduledLoan"/> are multiplied with when they are paid.</summary>
sealed class ScalingLines
{
    readonly Line? factor;
    readonly Scaling? terms;

    internal ScalingLines(ScheduledLoanLines loan)
    {
        if (loan.Terms.Scaling is not { } agreed) return;
        terms = agreed;
        var index = loan.Model.Input(loan.Name(agreed.Index), Unit.None, t => Usual(loan, agreed.Index, t), when: t => loan.Dates.IsScaled(t),
            observes: t => Observation.On(agreed.Index, t.End) with { LooksUp = into => MarketLines.PriceOn(loan.Model.Market, agreed.Index, t.End, into: into) });
        factor = loan.Model.Declare(loan.Name("Index over index at deal"), Unit.None, LineKind.Level, loan.SourceOf("scaling"));
        factor.Is(t => loan.Dates.IsScaled(t) ? index[t] / agreed.AtDeal : factor.Previous(t, 1));
    }

    /// <summary>The factor of interest that falls due on a column's end: what was set before.</summary>
    internal Formula OfInterest(Period t) => terms is { Interest: true } ? factor!.Previous(t, 1) * terms.InterestMultiplier : 1;

    /// <summary>The factor of principal that falls due on a column's end before maturity.</summary>
    internal Formula OfPrincipal(Period t) => terms is { Principal: true } ? factor!.Previous(t, 1) * terms.PrincipalMultiplier : 1;

    /// <summary>The factor of principal at maturity, which counts what is set on the day.</summary>
    internal Formula OfPrincipalAtMaturity(Period t) => terms is { Principal: true } ? factor![t] * terms.PrincipalMultiplier : 1;

    static double? Usual(ScheduledLoanLines loan, string index, Period t) => loan.Model.Market.Prices.ContainsKey(index)
        ? MarketLines.PriceOn(loan.Model.Market, index, t.End)
        : throw InvalidInputException.OfMarket($"Price '{index}'", $"the market data have no price of that name, which '{loan.Terms.Name}' is scaled with", Nearest.Hint(index, loan.Model.Market.Prices.Keys));
}
