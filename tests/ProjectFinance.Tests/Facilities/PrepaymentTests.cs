using NodaTime;
using ProjectFinance.Amounts;
using ProjectFinance.Facilities;
using static ProjectFinance.Tests.Facilities.SmallDeal;

namespace ProjectFinance.Tests.Facilities;

/// <summary>Principal repaid before its instalments: 19.5 million in eight instalments of 2,437,500.</summary>
public class PrepaymentTests
{
    const double Instalment = 2_437_500;

    static readonly LocalDate[] Dates = [.. new[] { 1997, 1998, 1999, 2000 }.SelectMany(year => new[] { new LocalDate(year, 9, 30), new LocalDate(year, 12, 31) })];

    static readonly LocalDate March = new(1997, 3, 31);

    static SmallDeal With(Prepayment prepayment, PrepaymentOrder order = PrepaymentOrder.InverseOrderOfMaturity) =>
        new() { Terms = loan => loan with { Prepayments = [prepayment], PrepaymentOrder = order } };

    static Prepayment Dated(LocalDate date, double amount, bool reinstates = false) => new() { Payments = [new(date, amount * Units.Usd)], Reinstates = reinstates };

    // 3,000,000 is one instalment and 562,500 of another; 16.5M / 8 is 2,062,500.
    [Theory]
    [InlineData(PrepaymentOrder.InverseOrderOfMaturity, new[] { Instalment, Instalment, Instalment, Instalment, Instalment, Instalment, 1_875_000, 0 })]
    [InlineData(PrepaymentOrder.Chronological, new[] { 0, 1_875_000, Instalment, Instalment, Instalment, Instalment, Instalment, Instalment })]
    [InlineData(PrepaymentOrder.ProRata, new[] { 2_062_500.0, 2_062_500, 2_062_500, 2_062_500, 2_062_500, 2_062_500, 2_062_500, 2_062_500 })]
    public void Prepayment_InItsOrder_ReducesTheseInstalments(PrepaymentOrder order, double[] instalments)
    {
        var run = With(Dated(March, 3_000_000), order).Run();

        Assert.Equal([(March, 3_000_000.0)], run.Payments($"{L} / Prepayment paid"));
        Assert.Equal(instalments, Dates.Select(date => Math.Round(run.At($"{L} / Principal paid", date), 2)));
        Assert.Equal(0, run.At($"{L} / Closing balance", Maturity));
        // 16.5M from 31 March to 30 June 1997, 91 days.
        Assert.Equal(16_500_000 * 0.079375 * 91 / 360, run.At($"{L} / Interest paid", new(1997, 6, 30)), 1e-6);
    }

    // A list of instalments that is shortened by hand, in decimals, against the formulas, with prepayments at random on any quarter end.
    [Theory]
    [MemberData(nameof(Orders))]
    public void Prepayments_AtRandom_AgreeWithAListOfInstalments(PrepaymentOrder order)
    {
        for (int number = 0; number < 12; number++)
        {
            var random = new Random(number);
            var quarters = QuarterEnds.Dates(ProjectFinance.Time.BusinessCalendars.None, ProjectFinance.Time.BusinessDayConvention.None).Select(d => d.Unadjusted).ToList();
            var asked = quarters.Where(_ => random.Next(3) == 0).ToDictionary(date => date, _ => (decimal)random.Next(1, 6_000) * 1_000m);
            if (asked.Count == 0) continue;
            var run = With(new() { Payments = [.. asked.Select(a => new DatedAmount(a.Key, (double)a.Value * Units.Usd))] }, order).Run();

            List<decimal> left = [.. Enumerable.Repeat(2_437_500m, 8)];
            foreach (var date in quarters)
            {
                decimal instalment = 0;
                if (Dates.Contains(date)) (instalment, left) = (left[0], left[1..]);
                decimal prepaid = Math.Min(asked.GetValueOrDefault(date), left.Sum());
                left = Shortened(left, prepaid, order);
                Assert.Equal((double)instalment, run.At($"{L} / Principal paid", date), 1e-5);
                Assert.Equal((double)prepaid, run.At($"{L} / Prepayment paid", date), 1e-5);
                Assert.Equal((double)left.Sum(), run.At($"{L} / Closing balance", date), 1e-5);
            }
            Assert.Equal(19_500_000, run.Payments($"{L} / Principal paid").Concat(run.Payments($"{L} / Prepayment paid")).Sum(p => p.Amount), 0.1);
        }
    }

    public static TheoryData<PrepaymentOrder> Orders => [.. Enum.GetValues<PrepaymentOrder>()];

    static List<decimal> Shortened(List<decimal> instalments, decimal prepaid, PrepaymentOrder order)
    {
        decimal sum = instalments.Sum();
        if (order == PrepaymentOrder.ProRata) return [.. instalments.Select(i => sum == 0 ? 0 : i * (sum - prepaid) / sum)];
        List<decimal> left = [.. instalments];
        var places = Enumerable.Range(0, left.Count);
        foreach (int i in order == PrepaymentOrder.Chronological ? places : places.Reverse())
        {
            decimal taken = Math.Min(left[i], prepaid);
            left[i] -= taken;
            prepaid -= taken;
        }
        return left;
    }

    // After 30 September and 31 December 1997 14,625,000 is outstanding; on an instalment date the instalment comes first.
    [Theory]
    [InlineData("1998-03-31", 14_625_000)]
    [InlineData("1997-12-31", 14_625_000)]
    public void Prepayment_OfMoreThanIsOutstanding_RepaysWhatIs(string on, double paid)
    {
        var date = NodaTime.Text.LocalDatePattern.Iso.Parse(on).Value;
        var run = With(Dated(date, 19_000_000)).Run();

        Assert.Equal([(date, paid)], run.Payments($"{L} / Prepayment paid"));
        Assert.Equal(0, run.At($"{L} / Closing balance", date));
        Assert.Equal([(Dates[0], Instalment), (Dates[1], Instalment)], run.Payments($"{L} / Principal paid"));
    }

    // November 1996: 4.5M transferred back and available again. 15M - 4.5M + 9M = 19.5M; where it is cancelled, 15M is the most and 4.5M is drawn.
    [Theory]
    [InlineData(true, 9_000_000)]
    [InlineData(false, 4_500_000)]
    public void Prepayment_ThatReinstates_MayBeDrawnAgain(bool reinstates, double drawn)
    {
        var november = new LocalDate(1996, 11, 12);
        var deal = With(Dated(november, 4_500_000, reinstates)) with { Wanted = [(Closing, 15_000_000), (March, 12_000_000)] };
        var run = deal.Run();

        Assert.Equal([(november, 4_500_000.0)], run.Payments($"{L} / Prepayment paid"));
        Assert.Equal([(Closing, 15_000_000), (March, drawn)], run.Payments($"{L} / Draw"));
        Assert.Equal(0, run.At($"{L} / Available to draw", new(1997, 6, 30)));
    }

    // An identity: everything prepaid and drawn again a quarter later leaves every instalment as it was, in whatever order.
    [Theory]
    [MemberData(nameof(Orders))]
    public void Prepayment_OfEverythingDrawnAgain_ChangesNothingButTheInterestBetween(PrepaymentOrder order)
    {
        var before = new SmallDeal().Run();
        var after = (With(Dated(new(1996, 12, 31), 19_500_000, reinstates: true), order) with { Wanted = [(Closing, 19_500_000), (March, 19_500_000)] }).Run();

        Assert.Equal(before.Payments($"{L} / Principal paid"), after.Payments($"{L} / Principal paid"));
        Assert.Equal(before.Payments($"{L} / Interest paid").Where(p => p.On != March), after.Payments($"{L} / Interest paid"));
    }

    // 9.5M drawn, 5M repaid on 31 December 1996: cancelled, 14.5M - 4.5M is undrawn; reinstated, 19.5M - 4.5M. Then 90 days at 0.5 %.
    [Theory]
    [InlineData(false, 12_500)]
    [InlineData(true, 18_750)]
    public void CommitmentFee_AfterAPrepayment_CountsWhatMayStillBeDrawn(bool reinstates, double fee)
    {
        var run = (With(Dated(new(1996, 12, 31), 5_000_000, reinstates)) with { Wanted = [(Closing, 9_500_000)], Fees = [new CommitmentFee(0.005)] }).Run();

        Assert.Equal(fee, run.At($"{L} / Commitment fee paid", March), 1e-6);
    }

    // 5 % of the 40M that the sponsor pays in on 30 September 1996.
    [Fact]
    public void Prepayment_OfAnAmountOfTheColumn_IsWhatTheLineShows()
    {
        var run = With(new() { Name = "From proceeds", Amount = new PercentOf(0.05, new LineAmount("Sponsor / Paid in")) }).Run();

        Assert.Equal([(new LocalDate(1996, 9, 30), 2_000_000.0)], run.Payments($"{L} / From proceeds paid"));
    }

    // The draw is spent. Interest of 81 days is paid; on 31 December, after 92 days' interest, 400,000 are there for 1,000,000; the rest bears 2 % for 90 days on top.
    [Fact]
    public void Prepayment_NotPaid_IsOverdueAndBearsTheDefaultMargin()
    {
        double first = 19_500_000 * 0.079375 * 81 / 360, second = 19_500_000 * 0.079375 * 92 / 360;
        var run = (With(Dated(new(1996, 12, 31), 1_000_000)) with
        {
            Costs = [("1996-07-11/1996-09-30", 19_500_000)],
            PaidIn = [(new(1996, 9, 30), first), (new(1996, 12, 31), second + 400_000), (March, 40_000_000)],
        }).Run();

        Assert.Equal(600_000, run.At($"{L} / Prepayment overdue", new(1996, 12, 31)), 1e-6);
        Assert.Equal(3_000, run.At($"{L} / Default interest", March), 1e-6);
        Assert.Equal([(new(1996, 12, 31), 400_000), (March, 600_000)], run.Payments($"{L} / Prepayment paid"));
        Assert.Equal(0, run.At($"{L} / Debt service", March) - run.At($"{L} / Interest falling due", March), 1e-6);
    }

    // Inverse order on 30 June 1997: the next instalment is still 2,437,500; chronological, 1,875,000 of the second come after nothing of the first.
    [Theory]
    [InlineData(PrepaymentOrder.InverseOrderOfMaturity, Instalment)]
    [InlineData(PrepaymentOrder.Chronological, 0)]
    [InlineData(PrepaymentOrder.ProRata, 2_062_500)]
    public void PrincipalToCome_AfterAPrepayment_IsTheNextInstalment(PrepaymentOrder order, double next)
    {
        var run = With(Dated(March, 3_000_000), order).Run();

        Assert.Equal(next, run.At($"{L} / Principal for the next 3 months", new(1997, 6, 30)), 1e-6);
        Assert.Equal(16_500_000 * 0.079375 * 92 / 360, run.At($"{L} / Interest for the next 3 months", new(1997, 6, 30)), 1e-6);
    }
}
