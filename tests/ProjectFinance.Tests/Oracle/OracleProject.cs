using NodaTime;
using static ProjectFinance.Tests.Oracle.OracleNames;

namespace ProjectFinance.Tests.Oracle;

/// <summary>The project's lines, and the present value that part (I) of the minimum balance asks for. Nothing here depends on the loan.</summary>
sealed class OracleProject(OracleCase deal, OracleTimeline timeline, OracleSheet sheet)
{
    public void Write()
    {
        var production = timeline.Spread(deal.Production);
        var operating = timeline.Spread(deal.OperatingCosts);
        var capital = timeline.Spread(deal.CapitalCosts);
        for (var t = 0; t < timeline.Columns; t++)
        {
            var price = deal.GoldPrice(timeline.Start(t), timeline.End(t));
            var revenue = production[t] * price;
            var royalty = Math.Max(0m, deal.RoyaltyRate * (revenue - deal.RoyaltyDeductionPerOunce * production[t]));
            var operatingCosts = deal.UnitCost * production[t] + operating[t];

            sheet[$"{P} / Production", t] = production[t];
            sheet[$"{P} / Gold price", t] = price;
            sheet[$"{P} / Revenue", t] = revenue;
            sheet[Royalty, t] = royalty;
            sheet[OperatingCosts, t] = operatingCosts;
            sheet[CapitalCosts, t] = capital[t];
            sheet[$"{P} / Net cash flow", t] = revenue - royalty - operatingCosts - capital[t];
        }
    }

    /// <summary>PV(t) = (PV(t+1) + flow(t+1)) x (1 + rate)^(-days(t+1)/365), discounted one day at a time.</summary>
    public decimal[] PresentValueOfLaterNetCashFlow()
    {
        var oneDay = DiscountOfOneDay(deal.PresentValueRate);
        var value = new decimal[timeline.Columns];
        for (var t = timeline.Columns - 2; t >= 0; t--)
        {
            value[t] = value[t + 1] + sheet[$"{P} / Net cash flow", t + 1];
            foreach (var _ in timeline.Days(t + 1))
            {
                value[t] *= oneDay;
            }
        }

        return value;
    }

    /// <summary>Capital costs of the next months, day by day.</summary>
    public decimal CapitalCostsAhead(int t)
    {
        var sum = 0m;
        foreach (var day in timeline.DaysAhead(t, deal.MonthsAhead))
        {
            var u = timeline.ColumnOf(day);
            sum += sheet[CapitalCosts, u] / timeline.Days(u).Count;
        }

        return sum;
    }

    /// <summary>The factor whose 365th power is 1 / (1 + rate), by bisection: no logarithm, no floating point.</summary>
    static decimal DiscountOfOneDay(decimal rate)
    {
        var tooSmall = 0m;
        var tooLarge = 1m;
        for (var i = 0; i < 100; i++)
        {
            var factor = (tooSmall + tooLarge) / 2m;
            var year = 1m;
            for (var day = 0; day < 365; day++)
            {
                year *= factor;
            }

            if (year * (1m + rate) < 1m)
            {
                tooSmall = factor;
            }
            else
            {
                tooLarge = factor;
            }
        }

        return tooLarge;
    }
}
