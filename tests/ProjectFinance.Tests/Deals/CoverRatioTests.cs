using NodaTime;
using ProjectFinance.Covenants;
using ProjectFinance.Facilities;
using ProjectFinance.Results;
using ProjectFinance.Tests.Facilities;
using static ProjectFinance.Tests.Facilities.SmallDeal;

namespace ProjectFinance.Tests.Deals;

/// <summary>The identities every cover ratio keeps, and gearing and reserve tail by hand.</summary>
public class CoverRatioTests
{
    static CoverRatios Of(string cashFlow, int lookBack = 12) => new() { CashFlow = cashFlow, Facilities = [L], From = Closing, LookBackMonths = lookBack };

    // Cash equal to debt service in every period: DSCR = LLCR = 1 (a present value at the loan's own rate is the loan).
    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(12)]
    public void CashEqualToDebtService_GivesOnes(int lookBack)
    {
        var run = new SmallDeal { Fixings = [(new(1996, 9, 26), 0.0555078), (new(1998, 3, 27), 0.08)], Ratios = Of($"{L} / Debt service", lookBack) }.Run();

        var dscr = Applicable(run, "Ratios / DSCR");
        var llcr = Applicable(run, "Ratios / LLCR");
        Assert.Equal(18, dscr.Count);
        Assert.Equal(18, llcr.Count);
        Assert.All(dscr.Concat(llcr), ratio => Assert.Equal(1, ratio.Value, 1e-9));
        Assert.All(Applicable(run, "Ratios / PLCR"), ratio => Assert.Equal(1, ratio.Value, 1e-9));
    }

    // In the last period all that is left is paid: PV of one period's cash over the balance is that cash over principal and interest.
    [Fact]
    public void LastLlcr_EqualsLastDscr()
    {
        var run = new SmallDeal { PaidIn = [(new(1996, 9, 30), 40_000_000), (Maturity, 3_456_789)], Ratios = Of("Sponsor / Paid in", 3) }.Run();

        double llcr = Applicable(run, "Ratios / LLCR").Last().Value, dscr = Applicable(run, "Ratios / DSCR").Last().Value;
        // 2,437,500 x (1 + 7.9375 % x 92/360) is due on 31 December 2000.
        Assert.Equal(3_456_789 / (2_437_500 * (1 + 0.079375 * 92 / 360)), dscr, 1e-9);
        Assert.Equal(dscr, llcr, 1e-9);
    }

    [Fact]
    public void Dscr_LooksBackNoFurtherThanAgreed()
    {
        var run = new SmallDeal { PaidIn = [(new(1996, 9, 30), 40_000_000), (new(1997, 12, 31), 1_000_000)], Ratios = Of("Sponsor / Paid in", 12) with { From = new(1996, 9, 30) } }.Run();
        double interest = 19_500_000 * 0.079375 / 360;

        // On 30 June 1997 nothing came in since 30 September 1996.
        Assert.Equal(0, run.At("Ratios / DSCR", new(1997, 6, 30)));
        // The year 1997: 1M against 273 days of interest on 19.5M, 92 on 17,062,500 and two instalments.
        Assert.Equal(1_000_000 / (interest * 273 + interest * 0.875 * 92 + 2 * 2_437_500), run.At("Ratios / DSCR", new(1997, 12, 31)), 1e-9);
        Assert.Equal(double.PositiveInfinity, run.At("Ratios / DSCR", new(1996, 9, 30)));
    }

    [Fact]
    public void Gearing_IsDebtOverDebtAndContributions()
    {
        var run = new SmallDeal { Wanted = [(Closing, 10_000_000)], Ratios = Of("Sponsor / Paid in") with { Equity = ["Sponsor / Paid in"] } }.Run();

        Assert.Equal(1, run.At("Ratios / Gearing", Closing));
        Assert.Equal(0.2, run.At("Ratios / Gearing", new(1996, 9, 30)), 1e-12);
    }

    // 1,634 ounces over the 1,634 days to 31 December 2000; a loan repaid on 31 December 1999 leaves the 366 ounces of 2000.
    [Fact]
    public void ReserveTail_IsWhatIsProducedAfterMaturity()
    {
        var run = new SmallDeal { Repayment = new Bullet(new(1999, 12, 31)), Ratios = Of("Sponsor / Paid in") with { Production = "Project / Production" } }.Run();

        Assert.All(run.Values("Ratios / Reserve tail").ToArray(), tail => Assert.Equal(366 / 1_634.0, tail, 1e-12));
    }

    // A project that ends at final maturity has no tail; laying it out is no error.
    [Fact]
    public void ReserveTail_OfAProjectThatEndsAtMaturity_IsZero()
    {
        var run = new SmallDeal { Ratios = Of("Sponsor / Paid in") with { Production = "Project / Production" } }.Run();

        Assert.All(run.Values("Ratios / Reserve tail").ToArray(), tail => Assert.Equal(0, tail));
    }

    [Fact]
    public void Ratios_OfLinesThatAreNotThere_AreReported()
    {
        var deal = new SmallDeal { Ratios = Of("Sponsor / Piad in") };

        var problem = Assert.Single(Assert.Throws<InvalidInputException>(() => deal.Lay()).Problems);
        Assert.Equal("ratios.cashFlow", problem.Where);
        Assert.Contains("'Sponsor / Paid in'", problem.Allowed, StringComparison.Ordinal);
    }

    static List<(Period Period, double Value)> Applicable(Run run, string line) =>
        [.. run.Model.Periods.Select(t => (t, run[line, t])).Where(x => !double.IsPositiveInfinity(x.Item2))];

    // Cash in the account counts on top: the ratio rises by cash over debt in every column it applies to.
    [Fact]
    public void Llcr_CountingCash_RisesByCashOverDebt()
    {
        var paidIn = new[] { (new LocalDate(1996, 9, 30), 40_000_000.0) };
        var plain = new SmallDeal { PaidIn = [.. paidIn], Ratios = Of("Sponsor / Paid in") }.Run();
        var counting = new SmallDeal { PaidIn = [.. paidIn], Ratios = Of("Sponsor / Paid in") with { Cash = [$"{A} / Closing balance"] } }.Run();

        var expected = Applicable(plain, "Ratios / LLCR");
        var found = Applicable(counting, "Ratios / LLCR");
        Assert.Equal(18, found.Count);
        foreach (var ((period, value), (_, before)) in found.Zip(expected))
            Assert.Equal(before + counting[$"{A} / Closing balance", period] / counting[$"{L} / Closing balance", period], value, 1e-9);
        Assert.Contains(found, ratio => counting[$"{A} / Closing balance", ratio.Period] > 1_000_000);
    }
}
