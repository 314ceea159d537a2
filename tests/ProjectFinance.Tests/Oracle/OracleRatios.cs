using NodaTime;
using static ProjectFinance.Tests.Oracle.OracleNames;

namespace ProjectFinance.Tests.Oracle;

/// <summary>The lender's ratios, after the deal has run.</summary>
sealed class OracleRatios(OracleCase deal, OracleTimeline timeline, OracleRates rates, OracleAccount account, OracleSheet sheet, OracleSheet charges)
{
    /// <summary>A balance below this is rounding, not debt: the ratios divide by what is outstanding.</summary>
    const decimal Nothing = 0.000001m;

    LocalDate FinalMaturity => deal.InstalmentDates[^1];

    public void Write()
    {
        for (var t = 0; t < timeline.Columns; t++)
        {
            sheet["Ratios / CFADS", t] = sheet[$"{P} / Net cash flow", t];
            sheet["Ratios / Debt service", t] = charges[Interest, t] + charges[CommitmentFee, t] + charges[Principal, t];
        }

        var toMaturity = PresentValueOfCfads(timeline.ColumnOf(FinalMaturity));
        var toTheEnd = PresentValueOfCfads(timeline.Columns - 1);
        var contributed = 0m;
        for (var t = 0; t < timeline.Columns; t++)
        {
            var end = timeline.End(t);
            var debt = sheet[$"{L} / Closing balance", t];
            var outstanding = debt > Nothing && end >= deal.RatiosFrom;
            contributed += account.Contributed(t);

            sheet.Write("Ratios / DSCR", t, Dscr(t));
            sheet.Write("Ratios / LLCR", t, outstanding && end < FinalMaturity ? toMaturity[t] / debt : null);
            sheet.Write("Ratios / PLCR", t, outstanding ? toTheEnd[t] / debt : null);
            sheet["Ratios / Gearing", t] = debt + contributed == 0m ? 0m : debt / (debt + contributed);
            sheet.Write("Ratios / Reserve tail", t, ReserveTail());
        }
    }

    /// <summary>Cash over debt service of the days since the start of ratios or of the look-back, whichever is later.</summary>
    decimal? Dscr(int t)
    {
        var end = timeline.End(t);
        if (!deal.InterestDates.Contains(end) || end <= deal.RatiosFrom)
        {
            return null;
        }

        var lookBack = OracleTimeline.PlusMonths(end, -deal.DscrMonths);
        var start = lookBack > deal.RatiosFrom ? lookBack : deal.RatiosFrom;
        var cash = 0m;
        var service = 0m;
        for (var u = 1; u <= t; u++)
        {
            var inside = timeline.Days(u).Count(day => day > start);
            cash += sheet["Ratios / CFADS", u] * inside / timeline.Days(u).Count;
            service += sheet["Ratios / Debt service", u] * inside / timeline.Days(u).Count;
        }

        return service == 0m ? null : cash / service;
    }

    /// <summary>PV(t) = (PV(t+1) + CFADS(t+1)) / (1 + rate(t+1) x yf(t+1)), zero in the last column.</summary>
    decimal[] PresentValueOfCfads(int lastColumn)
    {
        var value = new decimal[timeline.Columns];
        for (var t = lastColumn - 1; t >= 0; t--)
        {
            var interest = sheet[$"{L} / Rate", t + 1] * rates.Fraction(t + 1);
            value[t] = (value[t + 1] + sheet["Ratios / CFADS", t + 1]) / (1m + interest);
        }

        return value;
    }

    decimal? ReserveTail()
    {
        var all = 0m;
        var tail = 0m;
        for (var t = 0; t < timeline.Columns; t++)
        {
            var ounces = sheet[$"{P} / Production", t];
            all += ounces;
            tail += timeline.End(t) > FinalMaturity ? ounces : 0m;
        }

        return all == 0m ? null : tail / all;
    }
}
