using System.Collections.Immutable;
using NodaTime;
using ProjectFinance.Rates;
using ProjectFinance.Time;

namespace ProjectFinance.Hedges;

/// <summary>One delivery of a trade.</summary>
/// <param name="First">The first date on which it may be delivered.</param>
/// <param name="Date">The date on which it is delivered: later where it is put off.</param>
/// <param name="Ounces">How much.</param>
readonly record struct HedgeDelivery(LocalDate First, LocalDate Date, double Ounces);

/// <summary>The dates of a hedge book.</summary>
static class HedgeDates
{
    /// <summary>The deliveries of a trade, in order of their first dates.</summary>
    internal static ImmutableArray<HedgeDelivery> Deliveries(HedgeTrade trade)
    {
        var putOff = (trade as SpotDeferred)?.RolledTo;
        return [.. Written(trade.Deliveries).Select(d => new HedgeDelivery(d.Date, putOff is { } to && to > d.Date ? to : d.Date, d.Ounces))];
    }

    /// <summary>Every date on which something happens in a book.</summary>
    internal static IEnumerable<LocalDate> All(HedgeBook book) =>
    [
        .. book.Trades.SelectMany(trade => Deliveries(trade).SelectMany(d => new[] { d.First, d.Date })),
        .. book.Trades.Select(trade => trade.Traded).OfType<LocalDate>(),
        .. book.Trades.Select(trade => Premium(trade)?.Date).OfType<LocalDate>(),
        .. book.CloseOuts.Select(closeOut => closeOut.On).OfType<OnDate>().Select(on => on.Date),
    ];

    /// <summary>What an option costs; null for none.</summary>
    internal static HedgePremium? Premium(HedgeTrade trade) => trade switch
    {
        Put put => put.Premium,
        Collar collar => collar.Premium,
        _ => null,
    };

    static IEnumerable<(LocalDate Date, double Ounces)> Written(HedgeDeliveries deliveries)
    {
        switch (deliveries)
        {
            case DatedDeliveries dated:
                return dated.Amounts.Select(d => (d.Date, d.Amount.Value));
            case EqualDeliveries equal:
                var dates = equal.Dates.Dates(BusinessCalendars.None, BusinessDayConvention.None);
                return dates.Select(date => (date.Unadjusted, equal.Total.Value / dates.Length));
            default:
                throw new ArgumentOutOfRangeException(nameof(deliveries), deliveries, "Not deliveries that can be laid out.");
        }
    }
}
