using NodaTime;
using static ProjectFinance.Tests.Oracle.OracleNames;
using static ProjectFinance.Tests.Oracle.OracleSmallCase;

namespace ProjectFinance.Tests.Oracle;

/// <summary>The oracle's ratios, against cases worked by hand.</summary>
public class OracleRatioTests
{
    // Two instalments of 50 on 100, so debt service is 2 + 50 and 1 + 50, and cash is the same: the need at closing is
    // floor 40 + fee 8 + interest ahead 0.02 d + principal ahead 0.5 d = d, hence d = 48 / 0.48 = 100.
    static readonly OracleCase TwoInstalments = Small with
    {
        ColumnEnds = [new(2001, 4, 1), new(2001, 6, 30)],
        InterestDates = [new(2001, 4, 1), new(2001, 6, 30)],
        InstalmentDates = [new(2001, 4, 1), new(2001, 6, 30)],
        Weights = [1m, 1m],
        Contributions = [],
        MinimumFloor = 40m,
        Production = [(new(2001, 1, 1), new(2001, 4, 1), 52m), (new(2001, 4, 1), new(2001, 6, 30), 51m)],
    };

    // An identity of the field: cash equal to debt service in every period gives DSCR = LLCR = 1.
    [Fact]
    public void Ratios_CashEqualToDebtService_AreOne()
    {
        var lines = Oracle.Run(TwoInstalments);

        Same([100m, 0m, 0m], lines[$"{L} / Draw"]);
        Same([0m, 52m, 51m], lines["Ratios / Debt service"]);
        Same([null, 1m, 1m], lines["Ratios / DSCR"]);
        Same([1m, 1m, null], lines["Ratios / LLCR"]);
        Same([1m, 1m, null], lines["Ratios / PLCR"]);
        Same([1m, 1m, 0m], lines["Ratios / Gearing"]);
        Same([0m, 0m, 0m], lines["Ratios / Reserve tail"]);
    }

    // Four months back from 30 June is 28 February: 32 of the first column's 90 days are inside. 104 and 51 of cash, 52 and 51 of debt service.
    [Fact]
    public void Dscr_LookBackStartsInsideAColumn_CountsThePartInside()
    {
        var lines = Oracle.Run(TwoInstalments with
        {
            DscrMonths = 4,
            Production = [(new(2001, 1, 1), new(2001, 4, 1), 104m), (new(2001, 4, 1), new(2001, 6, 30), 51m)],
        });

        Same([null, 2m, (104m * 32m / 90m + 51m) / (52m * 32m / 90m + 51m)], lines["Ratios / DSCR"]);
    }

    // After maturity on 30 June one column of 90 days with 30.6 of cash: at the last rate, 8 %, worth 30 on 30 June, beside the 102 of that day.
    [Fact]
    public void ProjectLifeCover_CashAfterMaturity_GoesOnAtTheLastRate()
    {
        var lines = Oracle.Run(Small with
        {
            InterestDates = [new(2001, 4, 1), new(2001, 6, 30)],
            Contributions = [],
            Production = [(new(2001, 4, 1), new(2001, 6, 30), 102m), (new(2001, 6, 30), new(2001, 9, 28), 30.6m)],
        });

        Same([1m / 1.02m, 1m, null, null], lines["Ratios / LLCR"]);
        Same([1.32m / 1.02m / 1.02m, 1.32m / 1.02m, null, null], lines["Ratios / PLCR"]);
        Same([30.6m / 132.6m, 30.6m / 132.6m, 30.6m / 132.6m, 30.6m / 132.6m], lines["Ratios / Reserve tail"]);
    }

    // 100 of debt at closing; 50 contributed on 28 September, when the loan is repaid.
    [Fact]
    public void Gearing_DebtThenEquity_IsDebtOverBoth()
    {
        var lines = Oracle.Run(Small with { Contributions = [(new(2001, 4, 1), 25m), (new(2001, 9, 28), 50m)] });

        Same([1m, 100m / 125m, 0m, 0m], lines["Ratios / Gearing"]);
    }
}
