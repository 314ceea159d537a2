using NodaTime;
using ProjectFinance.Facilities;
using ProjectFinance.Rates;
using static ProjectFinance.Tests.Facilities.SmallDeal;

namespace ProjectFinance.Tests.Facilities;

/// <summary>Caps and floors of a term loan's rate, and the fees of prepayments and cancellations, by pocket calculator. The margin is 2.25 %.</summary>
public sealed class RateLimitAndFeeTests
{
    static readonly LocalDate FirstEnd = new(1996, 9, 30);
    static readonly LocalDate March = new(1997, 3, 31);

    [Theory]
    [InlineData(0.08, 0.01, 0.06, null, null, 0.0825)]
    [InlineData(0.005, 0.01, 0.06, null, null, 0.0325)]
    [InlineData(0.08, null, null, 0.04, 0.09, 0.09)]
    [InlineData(0.01, null, null, 0.04, 0.09, 0.04)]
    [InlineData(0.05, 0.01, 0.06, 0.04, 0.09, 0.0725)]
    public void Rate_WithLimits_StaysWithinThem(double index, double? indexFloor, double? indexCap, double? floor, double? cap, double expected)
    {
        var deal = new SmallDeal { Index = index, Interest = terms => terms with { IndexFloor = Of(indexFloor), IndexCap = Of(indexCap), Floor = Of(floor), Cap = Of(cap) } };

        Assert.Equal(expected, deal.Run().At($"{L} / Rate", FirstEnd), 1e-15);
    }

    [Fact]
    public void Floor_OfTheRate_HoldsForInterestToCome()
    {
        // The next three months from 30 September have 92 days.
        var run = new SmallDeal { Index = 0.001, Interest = terms => terms with { Floor = 0.05 } }.Run();

        Assert.Equal(19_500_000 * 0.05 * 92 / 360, run.At($"{L} / Interest for the next 3 months", FirstEnd), 1e-6);
    }

    [Fact]
    public void CancellationFee_IsOwedOnWhatTheCommitmentStepsDown()
    {
        var deal = new SmallDeal
        {
            Wanted = [(Closing, 9_500_000)], Fees = [new CancellationFee(0.01)],
            Terms = loan => loan with { Commitment = loan.Commitment.Then(new OnDate(new(1996, 11, 15)), 15_000_000 * Units.Usd).Then(new OnDate(March), 16_000_000 * Units.Usd) },
        };

        // 1 % of 4,500,000; nothing where it steps up.
        Assert.Equal([(new LocalDate(1996, 11, 15), 45_000.0)], deal.Run().Payments($"{L} / Cancellation fee paid"));
    }

    [Fact]
    public void PrepaymentFee_IsAShareAnAmountOrTheInterestLost()
    {
        var inBetween = new LocalDate(1997, 2, 14);
        (LocalDate, double)[] Fee(PrepaymentFee fee) => new SmallDeal { Terms = loan => loan with { Prepayments = [new() { Payments = [new(inBetween, 3_000_000 * Units.Usd)], Fee = fee }] } }
            .Run().Payments($"{L} / Prepayment fee paid");

        Assert.Equal([(inBetween, 15_000.0)], Fee(new ProportionalFee(0.005)));
        Assert.Equal([(inBetween, 20_000.0)], Fee(new FixedFee(20_000 * Units.Usd)));
        // 7.9375 % less 5 % on 3,000,000, 45 days to 31 March 1997.
        Assert.Equal([(inBetween, Math.Round(3_000_000 * 0.029375 * 45 / 360, 2))], Fee(new InterestDifferential(0.05)));
    }

    // A revolver: 9.5 million drawn, 4 million repaid in March and drawn again in June.
    [Fact]
    public void Revolver_RepaidAndDrawnAgain_PaysInterestAndCommitmentFeeOnWhatIsOutstanding()
    {
        var june = new LocalDate(1997, 6, 30);
        var run = new SmallDeal
        {
            Wanted = [(Closing, 9_500_000), (june, 4_000_000)], Fees = [new CommitmentFee(0.005)], Repayment = new Bullet(Maturity),
            Terms = loan => loan with { Prepayments = [new() { Payments = [new(March, 4_000_000 * Units.Usd)], Reinstates = true }] },
        }.Run();

        Assert.Equal((9_500_000, 5_500_000, 9_500_000), (run.At($"{L} / Closing balance", FirstEnd), run.At($"{L} / Closing balance", March), run.At($"{L} / Closing balance", june)));
        // 91 days from 31 March: 5.5 million outstanding, 14 million not.
        Assert.Equal(5_500_000 * 0.079375 * 91 / 360, run.At($"{L} / Interest paid", june), 1e-6);
        Assert.Equal(14_000_000 * 0.005 * 91 / 360, run.At($"{L} / Commitment fee paid", june), 1e-6);
    }

    static Percentage? Of(double? limit) => limit is { } given ? given : null;
}
