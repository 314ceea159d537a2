using static ProjectFinance.Formula;

namespace ProjectFinance.Facilities;

/// <summary>How interest and principal owed in metal are paid: in money at a price, or in metal.</summary>
static class MetalSettlement
{
    /// <summary>Settles what a loan owes; returns the price of interest.</summary>
    /// <param name="metal">The loan in metal.</param>
    /// <param name="terms">Its conversion.</param>
    /// <param name="money">The currency it is paid in.</param>
    /// <param name="price">The price fixed for each column's last day.</param>
    /// <param name="conversionPrice">The price of the conversion.</param>
    /// <param name="isConverted">Whether the conversion has happened.</param>
    internal static Line Write(TermLoanLines metal, Redenomination terms, Unit money, Line price, Line conversionPrice, Flag isConverted)
    {
        var interestPrice = terms.InterestSettlement switch
        {
            InterestSettlement.AtConversionPrice => conversionPrice,
            InterestSettlement.AtPeriodStart => AtPeriodStart(metal, terms, conversionPrice, isConverted),
            _ => price,
        };
        if (terms.InterestSettlement != InterestSettlement.InMetal) metal.Interest.SettleIn(money, interestPrice);
        if (terms.PrincipalSettlement != PrincipalSettlement.InMetal)
            foreach (var owed in metal.Model.Obligations.Where(owed => owed == metal.Repayment.Principal || metal.EarlyRepayments.Contains(owed.Name))) owed.SettleIn(money, price);
        return interestPrice;
    }

    static Line AtPeriodStart(TermLoanLines metal, Redenomination terms, Line conversionPrice, Flag isConverted)
    {
        var (model, calendar) = (metal.Model, RedenominationLines.CalendarOf(terms));
        var first = terms.Election is { } election ? ConversionElectionLines.FirstDay(election, calendar) : NodaTime.LocalDate.MaxIsoValue;
        // Nothing is owed in periods that begin before the conversion can happen.
        bool IsFixed(Period t) => metal.Dates.IsFixed(t) && t.Start >= first;
        NodaTime.LocalDate FixedOn(Period t) => calendar.AddBusinessDays(t.Start, -terms.FixingDays);
        var fixing = model.Input(metal.Name($"{terms.Price} fixing for interest"), conversionPrice.Unit,
            t => MarketLines.PriceOn(model.Market, terms.Price, FixedOn(t), terms.OtherwisePrice), model.Market.Prices[terms.Price].Source, positive: true, when: IsFixed,
            observes: t => Observation.On(terms.Price, FixedOn(t)) with { LooksUp = into => MarketLines.PriceOn(model.Market, terms.Price, FixedOn(t), terms.OtherwisePrice, into) });
        var line = model.Declare(metal.Name("Interest price"), conversionPrice.Unit, LineKind.Level, metal.SourceOf("draws"));
        line.Is(t =>
        {
            if (t.IsFirst) return 0;
            if (IsFixed(t)) return fixing[t];
            bool mayHaveBegun = t.Index >= 2;
            var converted = isConverted.Previous(t, false) & !(mayHaveBegun ? isConverted[t.Index - 2] : false);
            return When(converted, conversionPrice[t.Index - 1], line.Previous(t, 0));
        });
        return line;
    }
}
