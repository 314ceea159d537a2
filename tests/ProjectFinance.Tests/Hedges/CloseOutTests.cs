using NodaTime;
using ProjectFinance.Amounts;
using ProjectFinance.Hedges;
using ProjectFinance.Rates;
using ProjectFinance.Results;
using ProjectFinance.Tests.Facilities;
using static ProjectFinance.Tests.Hedges.SmallBook;

namespace ProjectFinance.Tests.Hedges;

/// <summary>Trades that end before their time.</summary>
public class CloseOutTests
{
    static readonly SmallBook Open = new()
    {
        Trades = [new Forward(399.83 * UsdPerOunce) { Name = "Forward", Product = "gold", Deliveries = Quarterly(83_600, new(1998, 3, 31), new(1998, 12, 31)) }],
        Fixings = [(Sale, 285)],
    };

    // Press reports of December 1997: 83,600 oz of forwards closed out for a gain of 9.6 million, 114.83 USD an ounce. 83,600 x 114.83 = 9,599,788.
    [Fact]
    public void Forwards_Of83600Ounces_GainedWhatThePressReported()
    {
        var run = ClosedOn(new OnDate(Sale)).Run();

        Assert.Equal([(Sale, 9_599_788)], run.Payments($"{H} / Close-out proceeds"));
        Assert.Equal(9.6, run.At($"{H} / Close-out proceeds", Sale) / 1e6, 0.05);
        Assert.Equal([(Sale, 9_599_788)], run.Payments($"{H} / Close-out left"));
        Assert.Empty(run.Payments($"{H} / Received"));
        Assert.Empty(run.Payments($"{H} / Close-out owed due"));
    }

    // An identity: what is paid is what the trades were worth that day, with contango and discount; afterwards nothing is left of them.
    [Fact]
    public void CloseOut_OnADay_PaysTheMarkToMarketOfThatDay()
    {
        SmallBook WithCurve(SmallBook book) => book with { Product = product => product with { Contango = new(0.015) }, Book = terms => book.Book(terms) with { DiscountRate = new(0.06) } };

        var open = WithCurve(Open).Run();
        var closed = WithCurve(ClosedOn(new OnDate(Sale))).Run();

        Assert.Equal(open.At($"{H} / Mark-to-market", Sale), closed.At($"{H} / Close-out proceeds", Sale), 1e-6);
        Assert.All(closed.Model.Periods, t => Assert.Equal(t.End < Sale ? open[$"{H} / Mark-to-market", t] : 0, closed[$"{H} / Mark-to-market", t], 1e-6));
        Assert.Equal(0, closed.At($"{H} / Contracted still to come, gold", Sale));
    }

    [Fact]
    public void CloseOut_OfTradesThatLose_IsOwed()
    {
        var run = (ClosedOn(new OnDate(Sale)) with { Fixings = [(Sale, 409.83)] }).Run();

        // 83,600 oz x (399.83 - 409.83) = -836,000.
        Assert.Equal([(Sale, 836_000)], run.Payments($"{H} / Close-out owed paid"));
        Assert.Empty(run.Payments($"{H} / Close-out proceeds"));
    }

    // What falls on the day is delivered; what falls later is not. On 31 March 1998 gold is at 294: 62,700 oz x (399.83 - 294) = 6,635,541 for the rest.
    [Fact]
    public void CloseOut_OnADeliveryDate_StillSettlesThatDelivery()
    {
        var run = ClosedOn(new OnDate(new(1998, 3, 31))).Run();

        Assert.Equal([(new(1998, 3, 31), 20_900)], run.Payments($"{H} / Forward: ounces"));
        Assert.Equal([(new(1998, 3, 31), 6_635_541)], run.Payments($"{H} / Close-out proceeds"));
    }

    [Theory]
    [InlineData("1997-12-15", 9_599_788)]
    [InlineData("1998-03-31", 6_635_541)]
    [InlineData(null, 0)]
    public void CloseOut_OnAMilestone_MovesWithItInAScenario(string? date, double expected)
    {
        LocalDate? reached = date is null ? null : NodaTime.Text.LocalDatePattern.Iso.Parse(date).Value;

        var run = ClosedOn(new OnMilestone("Sale")).Run(model => [(model.FindMilestone("Sale").Date!.Input, model.FindMilestone("Sale").DayNumber(reached))]);

        Assert.Equal(expected, run.Model.Periods.Sum(t => run[$"{H} / Close-out proceeds", t]), 1e-5);
    }

    // Gold falls below 300 on 31 March 1998 (294): closed out in the column after, on 30 June at 300. 41,800 oz x 99.83 = 4,172,894.
    [Fact]
    public void CloseOut_ByTest_HappensInTheColumnAfterItFirstHolds()
    {
        var below = new Compared(new LineAmount("Prices / gold"), Relation.Below, new StatedAmount(300 * UsdPerOunce));

        var run = (Open with { Fixings = [], Book = book => book with { CloseOuts = [new() { When = below }] } }).Run();

        Assert.Equal([(new(1998, 6, 30), 4_172_894)], run.Payments($"{H} / Close-out proceeds"));
        Assert.Equal([new(1998, 3, 31), new(1998, 6, 30)], run.Payments($"{H} / Forward: ounces").Select(d => d.On));
    }

    // The same by a milestone that is reached by the same test: it is known in the column after.
    [Fact]
    public void CloseOut_OnAMilestoneReachedByTest_HappensInTheColumnAfter()
    {
        var deal = (Open with { Fixings = [], Book = book => book with { CloseOuts = [new() { On = new OnMilestone("Cheap gold") }] } }).Deal();
        deal = deal with { Milestones = [.. deal.Milestones, new() { Name = "Cheap gold", Test = new Compared(new LineAmount("Prices / gold"), Relation.Below, new StatedAmount(300 * UsdPerOunce)) }] };

        var run = new Runner(ProjectFinance.Deals.DealLayout.Lay(deal, (Open with { Fixings = [] }).Market()).Model).Run();

        Assert.Equal([(new(1998, 6, 30), 4_172_894)], run.Payments($"{H} / Close-out proceeds"));
    }

    // The contractor gets at most 2,000,000, somebody else half of what is left: (9,599,788 - 2,000,000) / 2 = 3,799,894.
    [Fact]
    public void Proceeds_GoToThoseNamedInOrder_AndTheRestStays()
    {
        var closed = ClosedOn(new OnDate(Sale));
        var run = (closed with { Book = book => closed.Book(book) with { ProceedsTo = [new("Contractor") { UpTo = 2_000_000 * Units.Usd }, new("Sponsor") { Share = 0.5 }] } }).Run();

        Assert.Equal([(Sale, 2_000_000)], run.Payments($"{H} / Close-out to Contractor paid"));
        Assert.Equal([(Sale, 3_799_894)], run.Payments($"{H} / Close-out to Sponsor paid"));
        Assert.Equal([(Sale, 3_799_894)], run.Payments($"{H} / Close-out left"));
    }

    [Fact]
    public void CloseOut_OfOneTrade_LeavesTheOthers()
    {
        var two = Open with
        {
            Trades = [.. Open.Trades, Forward(1_000, 400, new(1998, 6, 30), "Kept")],
            Book = book => book with { CloseOuts = [new() { On = new OnDate(Sale), Trades = ["Forward"] }] },
        };

        var run = two.Run();

        Assert.Equal([(Sale, 9_599_788)], run.Payments($"{H} / Close-out proceeds"));
        Assert.Equal([(new(1998, 6, 30), 100_000)], run.Payments($"{H} / Received"));
    }

    static SmallBook ClosedOn(Occasion on) => Open with { Book = book => book with { CloseOuts = [new() { On = on }] } };
}
