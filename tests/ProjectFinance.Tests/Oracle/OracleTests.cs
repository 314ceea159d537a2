using NodaTime;
using static ProjectFinance.Tests.Oracle.OracleNames;
using static ProjectFinance.Tests.Oracle.OracleSmallCase;

namespace ProjectFinance.Tests.Oracle;

/// <summary>The oracle itself, against cases worked by hand.</summary>
public class OracleTests
{
    [Fact]
    public void Draw_FundsTheInterestThatItCauses_SolvesTheEquationByHand()
    {
        var lines = Oracle.Run(Small);

        Same([100m, 0m, 0m, 0m], lines[$"{L} / Draw"]);
        // At closing: floor 90 + interest ahead 2. On 1 April: + principal 100 ahead. On 30 June nothing is ahead: the balance going forward is
        // net of what is due, paid or not.
        Same([92m, 192m, 90m, 90m], lines[$"{A} / Minimum balance"]);
        // On 1 April: 192 + interest 2 - cash 92 = 102. On 30 June: 90 + interest 2 + principal 100 - cash 90 = 102.
        // On 28 September: 90 + interest 0.30 + principal 12 - contribution 50 = 52.30.
        Same([100m, 102m, 102m, 52.30m], lines[$"{A} / Funding need"]);
    }

    [Fact]
    public void Waterfall_MoneyRunsShort_UnpaidIsCarriedAndBearsDefaultInterest()
    {
        var lines = Oracle.Run(Small);

        // Cash 100 - fee 8 = 92; - interest 2 = 90; - interest 2 - principal 88 of 100 = 0; + 50 - interest 0.30 - principal 12 = 37.70.
        Same([92m, 90m, 0m, 37.70m], lines[$"{A} / Closing balance"]);
        Same([0m, 0m, 100m, 12m], lines[$"{Principal} due"]);
        Same([0m, 0m, 88m, 12m], lines[$"{Principal} paid"]);
        Same([0m, 0m, 12m, 0m], lines[$"{Principal} overdue"]);
        Same([100m, 100m, 12m, 0m], lines[$"{L} / Closing balance"]);
        // 12 x 8 % x 90/360 = 0.24 ordinary interest, 12 x 2 % x 90/360 = 0.06 default interest.
        Same([0m, 2m, 2m, 0.24m], lines[Interest]);
        Same([0m, 0m, 0m, 0.06m], lines[$"{L} / Default interest"]);
        Same([0m, 2m, 2m, 0.30m], lines[$"{Interest} paid"]);
        Same([0m, 102m, 90m, 52.30m], lines[$"{A} / Shortfall of minimum balance"]);
    }

    // An operating cost of 91 on 1 April leaves 1 of the 92 for the interest of 2. The 1 overdue bears 8 % + 2 %, 0.025 in 90 days; on 30 June
    // 2 + 0.025 + 1 of interest and 100 of principal are overdue; they bear 3.025 x 2.5 % and, beside the 2 of ordinary interest, 100 x 0.5 %.
    [Fact]
    public void DefaultInterest_OverdueInterestAndPrincipal_ByHand()
    {
        var lines = Oracle.Run(Small with { OperatingCosts = [(new(2001, 1, 1), new(2001, 4, 1), 91m)] });

        Same([0m, 1m, 3.025m, 0m], lines[$"{Interest} overdue"]);
        Same([0m, 0m, 0.025m, 0.575625m], lines[$"{L} / Default interest"]);
        Same([0m, 2m, 3.025m, 5.600625m], lines[$"{Interest} due"]);
        Same([0m, 0m, 100m, 100m - (50m - 5.600625m)], lines[$"{Principal} overdue"]);
    }

    // 92 - interest 2 + 300 = 390 on 1 April, 198 above the minimum of 192. On 30 June 102 more are paid and the minimum is 90. On 28 September
    // 50 comes in above it. With Completion a day after 1 April the 198 wait until 30 June.
    [Fact]
    public void Distribution_FromTheDayOfCompletion_IsWhatIsAboveTheMinimum()
    {
        var steady = Small with { Contributions = [(new(2001, 4, 1), 300m), (new(2001, 9, 28), 50m)], LaterMargin = Small.InitialMargin };
        var onTheDay = Oracle.Run(steady with { Completion = new LocalDate(2001, 4, 1) });
        var oneDayLater = Oracle.Run(steady with { Completion = new LocalDate(2001, 4, 2) });

        Same([0m, 198m, 0m, 50m], onTheDay[$"{A} / Distribution"]);
        Same([0m, 0m, 198m, 50m], oneDayLater[$"{A} / Distribution"]);
    }

    // Without the fee d = 90 + 0.02 d, hence d = 90 / 0.98, and paying the fee of 8 all the same leaves the account 8 short.
    [Fact]
    public void Draw_ObligationThatDrawsMayNotFund_IsLeftOut()
    {
        var lines = Oracle.Run(Small with { NotFundedByDraws = [EstablishmentFee] });

        Same([90m / 0.98m, 0m, 0m, 0m], lines[$"{L} / Draw"]);
        Assert.Equal(8m, lines[$"{A} / Shortfall of minimum balance"][0]!.Value, 6);
    }

    // 110 in the 365 days after 30 June is worth 110 / 1.10 = 100 on that day and 100 x 1.10^(-90/365) 90 days before.
    [Fact]
    public void MinimumBalance_PresentValue_CompoundsYearlyOn365Days()
    {
        var lines = Oracle.Run(Small with
        {
            ColumnEnds = [new(2001, 4, 1), new(2001, 6, 30), new(2002, 6, 30)],
            InterestDates = [new(2001, 4, 1), new(2001, 6, 30)],
            InstalmentDates = [new(2001, 6, 30)],
            Contributions = [],
            Production = [(new(2001, 6, 30), new(2002, 6, 30), 110m)],
            MinimumFloor = 0m,
            PresentValueShare = 1m,
            InterestCap = 0m,
        });
        var drawn = lines[$"{L} / Draw"][0]!.Value;

        Same([100m * (decimal)Math.Pow(1.1, -180 / 365.0), 100m * (decimal)Math.Pow(1.1, -90 / 365.0) + drawn, 100m, 0m],
            lines[$"{A} / Minimum balance"]);
    }

    // Royalty 10 % of (revenue 2 x 50 - deduction 0.2 x 50) = 9; costs 0.4 x 50 + 7 = 27; capital 5; net 100 - 9 - 27 - 5 = 59.
    [Fact]
    public void Project_RoyaltyAndCosts_ByHand()
    {
        var span = (From: new LocalDate(2001, 1, 1), To: new LocalDate(2001, 4, 1));
        var lines = Oracle.Run(Small with
        {
            GoldPrice = (_, _) => 2m,
            Production = [(span.From, span.To, 50m)],
            RoyaltyRate = 0.10m,
            RoyaltyDeductionPerOunce = 0.2m,
            UnitCost = 0.4m,
            OperatingCosts = [(span.From, span.To, 7m)],
            CapitalCosts = [(span.From, span.To, 5m)],
        });

        Same([0m, 9m, 0m, 0m], lines[Royalty]);
        Same([0m, 59m, 0m, 0m], lines[$"{P} / Net cash flow"]);
    }

    // Interest falling due while the loan is open is added to the balance, as far as the commitment goes.
    [Fact]
    public void Interest_CapitalisedWhileOpen_IsAddedToTheBalance()
    {
        var lines = Oracle.Run(Small with
        {
            Capitalise = true,
            LastDraw = new(2001, 6, 30),
            Commitment = 103m,
            InstalmentDates = [new(2001, 9, 28)],
            MinimumFloor = 200m,
        });

        // The floor takes everything available: 103 at closing, after which nothing is left to capitalise into.
        Same([103m, 0m, 0m, 0m], lines[$"{L} / Draw"]);
        Same([0m, 0m, 0m, 0m], lines[$"{L} / Interest capitalised"]);

        lines = Oracle.Run(Small with
        {
            Capitalise = true,
            LastDraw = new(2001, 6, 30),
            Commitment = 103m,
            InstalmentDates = [new(2001, 9, 28)],
            EstablishmentFee = 0m,
            MinimumFloor = 0m,
            Contributions = [(new(2001, 4, 1), 110m)],
            CapitalCosts = [(new(2001, 1, 1), new(2001, 1, 2), 98m)],
        });

        // At closing d = capital cost of the next day 98 + interest ahead 0.02 d = 100, which stays in the account until 1 April.
        // Opening 100: 2.00 capitalised on 1 April. Then 2.04 falls due on 102, of which only 103 - 102 = 1 may be capitalised.
        Same([100m, 0m, 0m, 0m], lines[$"{L} / Draw"]);
        Same([0m, 2m, 1m, 0m], lines[$"{L} / Interest capitalised"]);
        Same([0m, 0m, 1.04m, 2.06m], lines[$"{Interest} due"]);
        Same([100m, 102m, 103m, 0m], lines[$"{L} / Closing balance"]);
    }
}
