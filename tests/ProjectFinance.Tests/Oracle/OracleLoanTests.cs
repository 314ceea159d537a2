using NodaTime;
using static ProjectFinance.Tests.Oracle.OracleNames;

namespace ProjectFinance.Tests.Oracle;

/// <summary>The oracle's day counts, margins, fees and instalments, against the facility's own figures and arithmetic by hand.</summary>
public class OracleLoanTests
{
    // The whole 19.5M is drawn at closing, because the floor asks for more; a contribution pays everything that follows.
    static readonly OracleCase FullyDrawn = OracleScenarios.OnTime with
    {
        MinimumFloor = 100_000_000m,
        Contributions = [(new(1996, 9, 30), 30_000_000m)],
        Production = [],
        OperatingCosts = [],
        CapitalCosts = [],
        Completion = null,
    };

    // 19,500,000 x 7.9375 % x 81/360 = 348,257.8125 and 19,500,000 x 7.80078 % x 92/360 = 388,738.87 (shared figures of the reference deal).
    [Fact]
    public void Interest_FirstTwoPeriods_AreTheFacilitysOwnFigures()
    {
        var lines = Oracle.Run(FullyDrawn);

        Assert.Equal(19_500_000m, lines[$"{L} / Draw"][0]);
        Assert.Equal(348_257.81m, Cents(lines[$"{Interest} paid"][1]));
        Assert.Equal(388_738.87m, Cents(lines[$"{Interest} paid"][2]));
    }

    // 19,500,000 / 8 = 2,437,500 on 30 September and 31 December of 1997 to 2000, and nothing is left.
    [Fact]
    public void Principal_EqualWeights_IsEightInstalmentsOf2437500()
    {
        var lines = Oracle.Run(FullyDrawn);
        var paid = lines[$"{Principal} paid"].Where(amount => amount != 0m).Select(Cents).ToArray();

        Assert.Equal(Enumerable.Repeat(2_437_500m, 8), paid);
        Assert.Equal(0m, lines[$"{L} / Closing balance"][^1]);
    }

    // 10, 15 and 75 % of 19,500,000.
    [Fact]
    public void Principal_PercentageTable_IsItsSharesOfTheLoan()
    {
        var lines = Oracle.Run(FullyDrawn with
        {
            InstalmentDates = [new(1997, 9, 30), new(1997, 12, 31), new(2000, 12, 31)],
            Weights = [10m, 15m, 75m],
        });

        Assert.Equal([1_950_000m, 2_925_000m, 14_625_000m], lines[$"{Principal} paid"].Where(amount => amount != 0m).Select(Cents));
    }

    // Two periods of 90 days at 8 %, so 2 % each: a level payment x with 1 = x / 1.02 + x / 1.02^2.
    [Fact]
    public void LevelPaymentWeights_TwoEqualPeriods_AreTheAnnuitysPrincipal()
    {
        var payment = 1m / (1m / 1.02m + 1m / 1.02m / 1.02m);
        var weights = OracleWeights.LevelPayment(
            new(2001, 1, 1), [new(2001, 4, 1), new(2001, 6, 30)], 0.08m, OracleDayCount.Actual360);

        Assert.Equal(payment - 0.02m, weights[0], 20);
        Assert.Equal(payment / 1.02m, weights[1], 20);
    }

    // Completion on 15 November 1996, inside the quarter of 92 days: 46 days at 2.25 %, 46 days (16 November - 31 December) at 1.875 %.
    [Fact]
    public void Interest_CompletionInsideAColumn_IsTheSumOfTwoStretches()
    {
        var lines = Oracle.Run(FullyDrawn with { Completion = new LocalDate(1996, 11, 15) });

        var byHand = 19_500_000m * (0.0555078m + 0.0225m) * 46m / 360m + 19_500_000m * (0.0555078m + 0.01875m) * 46m / 360m;
        Assert.Equal(byHand, lines[Interest][2]!.Value, 6);
        Assert.Equal((0.0225m + 0.01875m) / 2m, lines[$"{L} / Margin"][2]!.Value, 20);
    }

    // From the first period that starts on or after 15 November 1996: the one from 31 December 1996, column 3.
    [Fact]
    public void Margin_FromNextInterestPeriod_WaitsForThePeriod()
    {
        var lines = Oracle.Run(FullyDrawn with { Completion = new LocalDate(1996, 11, 15), MarginFromNextInterestPeriod = true });

        Assert.Equal([0.0225m, 0.0225m, 0.0225m, 0.01875m], lines[$"{L} / Margin"][..4].Select(margin => margin!.Value));
    }

    // 30E/360: 11 July - 30 September is 79 days of 30-day months, 30 September - 31 December is 90.
    [Fact]
    public void Interest_ThirtyE360_CountsMonthsOfThirtyDays()
    {
        var lines = Oracle.Run(FullyDrawn with { DayCount = OracleDayCount.ThirtyE360 });

        Assert.Equal(19_500_000m * 0.079375m * 79m / 360m, lines[Interest][1]!.Value, 6);
        Assert.Equal(19_500_000m * 0.0780078m * 90m / 360m, lines[Interest][2]!.Value, 6);
    }

    // About 9.5M at closing leaves 10M undrawn; Mechanical Completion on 31 August 1996 ends availability after 51 of the first 81 days:
    // 10,000,000 x 0.5 % x 51/360 is about 7,083, due on 30 September and never again.
    [Fact]
    public void CommitmentFee_AvailabilityEndsInsideAColumn_AccruesOnOpenDays()
    {
        var lines = Oracle.Run(FullyDrawn with
        {
            MechanicalCompletion = new LocalDate(1996, 8, 31),
            EstablishmentFee = 0m,
            MinimumFloor = 9_500_000m,
            InterestCap = 0m,
            MonthsAhead = 1,
        });

        // The need at closing is the floor and the fee ahead, so the draw is a little over 9.5M:
        // d = 9.5M + (19.5M - d) x 0.5 % x 31/360 x 51/81, the fee of the 31 days to 11 August by the open part of the column.
        var ahead = 0.005m * 31m / 360m * 51m / 81m;
        var draw = (9_500_000m + 19_500_000m * ahead) / (1m + ahead);
        Assert.Equal(draw, lines[$"{L} / Draw"][0]!.Value, 6);
        Assert.Equal((19_500_000m - draw) * 0.005m * 51m / 360m, lines[$"{CommitmentFee} due"][1]!.Value, 6);
        Assert.All(lines[$"{CommitmentFee} due"][2..], due => Assert.Equal(0m, due));
    }

    static decimal Cents(decimal? amount) => decimal.Round(amount!.Value, 2);
}
