using System.Collections.Immutable;
using NodaTime;
using ProjectFinance.Deals;
using ProjectFinance.Rates;
using ProjectFinance.Scenarios;
using ProjectFinance.Tests.Facilities;
using ProjectFinance.Tests.Randomness;
using ProjectFinance.Time;
using static ProjectFinance.Tests.Scenarios.SmallScenarios;

namespace ProjectFinance.Tests.Scenarios;

/// <summary>Scenarios move a rate in arrears by half of what the overnight rate has moved where its days begin and half of that where they end.</summary>
public class RateInArrearsTests
{
    const int Some = 20_000;
    const double Volatility = 0.01;

    // Ho and Lee: the rate moves by Volatility x W(t), so that half of W(s) + W(e) has the variance (3 s + e) / 4. Five standard errors.
    [Fact]
    public void HoLee_OfAnOvernightRate_MovesTheRateOfAColumn()
    {
        var deal = new SmallDeal
        {
            Interest = terms => terms with { Index = "SOFR", Setting = new OvernightInArrears(new() { Calendars = [BusinessCalendars.London], LookbackDays = 5 }), FixingCalendars = [BusinessCalendars.London] },
        };
        var market = deal.Market() with { Indices = Sorted.Empty<IndexSeries>().Add("SOFR", new() { Forward = ImmutableSortedDictionary<LocalDate, Percentage>.Empty.Add(LocalDate.MinIsoValue, 0.05) }) };
        var model = DealLayout.Lay(deal.Deal(), market).Model;
        var drawn = new DrawnScenarios(model, Terms("SOFR", new HullWhite(0, Volatility)));
        var rows = drawn.Sample(model, Some);

        LocalDate end = new(1997, 12, 31), first = BusinessCalendars.London.AddBusinessDays(new(1997, 9, 30), -5).PlusDays(-1), last = BusinessCalendars.London.AddBusinessDays(end, -5).PlusDays(-1);
        int place = drawn.Inputs.IndexOf(drawn.Inputs.Single(cell => cell.Name == $"{SmallDeal.L} / SOFR, compounded in arrears" && cell.Period!.End == end));
        double deviation = Volatility * Math.Sqrt((3 * Years(Closing, first) + Years(Closing, last)) / 4);

        Assert.Equal(drawn.Inputs[place].Value, rows[place].Average(), 5 * deviation / Math.Sqrt(Some));
        Assert.Equal(deviation, Math.Sqrt(rows[place].Average(rate => Math.Pow(rate - drawn.Inputs[place].Value, 2))), 5 * deviation / Math.Sqrt(2 * Some));
    }
}
