using NodaTime;
using ProjectFinance.Facilities;
using ProjectFinance.Rates;
using ProjectFinance.Time;
using static ProjectFinance.Tests.Facilities.SmallDeal;

namespace ProjectFinance.Tests.Facilities;

/// <summary>New plans of repayment in mid-life, and loans on demand. 17,062,500 is outstanding after the first instalment, on 30 September 1997.</summary>
public class ReschedulingTests
{
    static readonly LocalDate October = new(1997, 10, 31);
    static readonly LocalDate First = new(1997, 9, 30);

    static SmallDeal With(params Rescheduling[] reschedulings) => new() { Terms = loan => loan with { Reschedulings = [.. reschedulings] } };

    // 65 % of 17,062,500 by 31 December 1998 is 11,090,625.
    [Fact]
    public void Rescheduling_ToAPercentageTable_IsOfTheBalanceThenOutstanding()
    {
        var deal = With(new Rescheduling
        {
            From = October,
            Repayment = new PercentageTable([new(new(1998, 6, 30), 0.25), new(new(1998, 9, 30), 0.20), new(new(1998, 12, 31), 0.20), new(new(1999, 12, 31), 0.35)]),
        });
        var payments = deal.Run().Payments($"{L} / Principal paid");

        Assert.Equal([(First, 2_437_500), (new(1998, 6, 30), 4_265_625), (new(1998, 9, 30), 3_412_500), (new(1998, 12, 31), 3_412_500), (new(1999, 12, 31), 5_971_875)], payments);
        Assert.Equal(11_090_625, payments.Where(p => p.On > October && p.On <= new LocalDate(1998, 12, 31)).Sum(p => p.Amount));
        Assert.Equal(new LocalDate(1999, 12, 31), Assert.Single(deal.Lay().Loans).Maturity);
    }

    // An identity: the same instalments again.
    [Fact]
    public void Rescheduling_ToTheSameRemainingTable_ChangesNothing()
    {
        var before = new SmallDeal { Wanted = [(Closing, 19_500_000), (October, 0)] }.Run();
        var after = With(new Rescheduling { From = October, Repayment = new EqualPrincipal(new OnDatesOfYear([new(9, 30), new(12, 31)], new LocalDate(1997, 12, 31), Maturity)) }).Run();

        Assert.Equal(before.Model.Periods.Select(t => t.End), after.Model.Periods.Select(t => t.End));
        foreach (var line in before.Model.Lines.Where(line => line.Section == L))
            Assert.All(before.Values(line.Name).ToArray().Zip(after.Values(line.Name).ToArray()), pair => Assert.Equal(pair.First, pair.Second, 1e-6));
    }

    // An identity: nothing is left to reschedule.
    [Fact]
    public void Rescheduling_AfterMaturity_ChangesNoPayment()
    {
        var deal = new SmallDeal { End = new(2001, 12, 31) };
        var before = deal.Run();
        var after = (deal with
        {
            Terms = loan => loan with
            {
                Reschedulings = [new() { From = new(2001, 3, 31), Repayment = new Bullet(new(2001, 9, 30)), InterestDates = new OnDates([new(2001, 6, 30), new(2001, 9, 30)]) }],
            },
        }).Run();

        foreach (var title in new[] { "Principal paid", "Interest paid", "Closing balance", "Debt service" })
            Assert.Equal(before.Payments($"{L} / {title}"), after.Payments($"{L} / {title}"));
    }

    // The first instalment is missed; what is due on 31 October joins the balance, and 19.5M is repaid at once. 31 days at 2 % on 2,437,500 are 4,197.92.
    [Theory]
    [InlineData(true, 0, 19_500_000)]
    [InlineData(false, 2_437_500, 17_062_500)]
    public void Rescheduling_OfOverduePrincipal_JoinsTheBalanceUnlessAgreedOtherwise(bool withOverdue, double overdue, double atMaturity)
    {
        var maturity = new LocalDate(1998, 12, 31);
        var run = (With(new Rescheduling { From = October, Repayment = new Bullet(maturity), WithOverdue = withOverdue }) with
        {
            Costs = [("1996-07-11/1996-09-30", 19_500_000)],
            // The interest to 30 September 1997, 446 days, and plenty at the end of the year.
            PaidIn = [(new(1996, 9, 30), 19_500_000 * 0.079375 * 446 / 360), (new(1997, 12, 31), 40_000_000)],
        }).Run();

        Assert.Equal(2_437_500, run.At($"{L} / Principal overdue", First), 1e-2);
        Assert.Equal(overdue, run.At($"{L} / Principal overdue", October), 1e-2);
        Assert.Equal(2_437_500 * 0.02 * 31 / 360, run.At($"{L} / Default interest", October), 1e-2);
        Assert.Equal(atMaturity, run.At($"{L} / Principal paid", maturity), 1e-2);
        Assert.Equal(0, run.At($"{L} / Debt service", October));
    }

    // Half-yearly from then on: from 30 September 1997 to 30 June 1998 are 273 days.
    [Fact]
    public void Rescheduling_WithInterestDatesOfItsOwn_PaysOnThem()
    {
        var run = With(new Rescheduling { From = October, Repayment = new Bullet(new(1998, 12, 31)), InterestDates = new OnDates([new(1998, 6, 30), new(1998, 12, 31)]) }).Run();

        Assert.Equal([new LocalDate(1998, 6, 30), new LocalDate(1998, 12, 31)], run.Payments($"{L} / Interest paid").Select(p => p.On).Where(on => on > First));
        Assert.Equal(17_062_500 * 0.079375 * 273 / 360, run.At($"{L} / Interest paid", new(1998, 6, 30)), 1e-6);
    }

    [Fact]
    public void Reschedulings_OneAfterTheOther_LeaveTheLastInForce()
    {
        var run = With(
            new Rescheduling { From = October, Repayment = new PercentageTable([new(new(1998, 6, 30), 0.4), new(new(1999, 12, 31), 0.6)]) },
            new Rescheduling { From = new(1998, 7, 31), Repayment = new Bullet(new(2000, 6, 30)) }).Run();

        Assert.Equal([(First, 2_437_500), (new(1998, 6, 30), 6_825_000), (new(2000, 6, 30), 10_237_500)], run.Payments($"{L} / Principal paid"));
    }

    [Theory]
    [InlineData(null, "2000-12-31")]
    [InlineData("1998-05-31", "1998-05-31")]
    public void OnDemand_IsDueWhenAskedForOrOnTheLastDay(string? demand, string due)
    {
        var on = NodaTime.Text.LocalDatePattern.Iso.Parse(due).Value;
        var deal = new SmallDeal { Repayment = new OnDemand(Maturity) { Demand = demand is null ? null : Occasion.Parse(demand) } };

        Assert.Equal([(on, 19_500_000.0)], deal.Run().Payments($"{L} / Principal paid"));
        Assert.Equal(on, Assert.Single(deal.Lay().Loans).Maturity);
    }

    // The milestone is reached on 15 May 1998; the column ends on 30 June.
    [Fact]
    public void OnDemand_AfterAMilestone_IsDueAtTheEndOfItsColumn()
    {
        var deal = new SmallDeal { Repayment = new OnDemand(Maturity) { Demand = new OnMilestone("Completion") } };

        Assert.Equal([(new LocalDate(1998, 6, 30), 19_500_000.0)], deal.Run(completion: new LocalDate(1998, 5, 15)).Payments($"{L} / Principal paid"));
        Assert.Equal([(Maturity, 19_500_000.0)], deal.Run().Payments($"{L} / Principal paid"));
    }

    // Early 1998, a demand loan whose principal is swept.
    [Fact]
    public void OnDemand_ByRescheduling_IsReducedBySweeps()
    {
        var run = new SmallDeal
        {
            PaidIn = [(new(1996, 9, 30), 6_000_000), (new(1998, 3, 31), 9_000_000)],
            Costs = [("1996-07-11/1996-09-30", 19_500_000)],
            Terms = loan => loan with
            {
                Reschedulings = [new() { From = new(1998, 1, 31), Repayment = new OnDemand(new(1999, 12, 31)) }],
                Sweep = new() { Account = A, Share = 2.0 / 3, From = new OnDate(new(1998, 1, 31)) },
            },
        }.Run();

        double left = run.At($"{A} / Available for {L} / Sweep", new(1998, 3, 31));
        Assert.True(left > 1_000_000);
        Assert.Equal(left * 2 / 3, run.At($"{L} / Sweep paid", new(1998, 3, 31)), 1e-6);
        Assert.Equal(0, run.At($"{L} / Principal due", new(1998, 9, 30)));
    }
}
