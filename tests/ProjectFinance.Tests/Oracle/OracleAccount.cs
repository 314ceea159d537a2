using static ProjectFinance.Tests.Oracle.OracleNames;

namespace ProjectFinance.Tests.Oracle;

/// <summary>The account's steps of a column: what is due, the draw that meets the need, the waterfall, the distribution.</summary>
sealed class OracleAccount(OracleCase deal, OracleTimeline timeline, OracleProject project, OracleLoan loan, OracleSheet sheet, OracleSheet charges)
{
    readonly decimal[] presentValue = project.PresentValueOfLaterNetCashFlow();

    /// <summary>`X due` = charge + `X overdue` of the column before.</summary>
    public void WriteDue(int t)
    {
        foreach (var name in Obligations)
        {
            sheet[$"{name} due", t] = charges[name, t] + sheet.Before($"{name} overdue", t);
        }
    }

    public void Draw(int t)
    {
        sheet[$"{A} / Opening balance", t] = sheet.Before($"{A} / Closing balance", t);
        var draw = SolveDraw(t);

        sheet[$"{L} / Draw", t] = draw;
        sheet[$"{L} / Interest for the next {deal.MonthsAhead} months", t] = loan.InterestAhead(t, draw);
        sheet[$"{L} / Principal for the next {deal.MonthsAhead} months", t] = loan.PrincipalAhead(t, draw);
        sheet[$"{L} / Fees for the next {deal.MonthsAhead} months", t] = loan.FeesAhead(t, draw);
        sheet[$"{A} / Minimum balance", t] = MinimumBalance(t, draw);
        sheet[$"{A} / Funding need", t] = FundingNeed(t, draw);
        sheet[$"{A} / Receipts", t] = ReceiptsOtherThanDraws(t) + draw;
    }

    /// <summary>Pays the obligations in their order, each as far as the money goes, then distributes.</summary>
    public void Pay(int t)
    {
        var left = sheet[$"{A} / Opening balance", t] + sheet[$"{A} / Receipts", t];
        var overdue = 0m;
        foreach (var name in deal.Waterfall)
        {
            var due = sheet[$"{name} due", t];
            var paid = Math.Min(due, left);
            left -= paid;
            overdue += due - paid;
            sheet[$"{name} paid", t] = paid;
            sheet[$"{name} overdue", t] = due - paid;
        }

        var minimum = sheet[$"{A} / Minimum balance", t];
        var permitted = deal.Completion <= timeline.End(t) && overdue == 0m;
        var kept = deal.MonthsKept is { } months ? loan.PrincipalAhead(t, sheet[$"{L} / Draw", t], months) - loan.PrincipalAhead(t, sheet[$"{L} / Draw", t]) : 0m;
        var distribution = permitted ? Math.Max(0m, left - minimum - kept) : 0m;

        sheet[$"{A} / Distribution", t] = distribution;
        sheet[$"{A} / Closing balance", t] = left - distribution;
        sheet[$"{A} / Shortfall of minimum balance", t] = Math.Max(0m, minimum - (left - distribution));
    }

    public decimal Contributed(int t) => deal.Contributions.Where(c => c.On == timeline.End(t)).Sum(c => c.Amount);

    /// <summary>
    /// The draw d with d = min(available, need(d)), by halving an interval that holds it until the interval is 1e-18 of the draw. The upper end
    /// is taken, where the draw is enough.
    /// </summary>
    decimal SolveDraw(int t)
    {
        var available = sheet[$"{L} / Available to draw", t];
        if (FundingNeed(t, available) >= available)
        {
            return available;
        }

        if (FundingNeed(t, 0m) <= 0m)
        {
            return 0m;
        }

        var tooLittle = 0m;
        var enough = available;
        while (enough - tooLittle > 1e-18m * enough)
        {
            var draw = (tooLittle + enough) / 2m;
            if (FundingNeed(t, draw) > draw)
            {
                tooLittle = draw;
            }
            else
            {
                enough = draw;
            }
        }

        return enough;
    }

    decimal FundingNeed(int t, decimal draw)
    {
        var due = deal.Waterfall.Except(deal.NotFundedByDraws).Sum(name => sheet[$"{name} due", t]);
        var cash = sheet[$"{A} / Opening balance", t] + ReceiptsOtherThanDraws(t);
        return Math.Max(0m, MinimumBalance(t, draw) + due - cash);
    }

    decimal MinimumBalance(int t, decimal draw)
    {
        var one = Math.Max(deal.MinimumFloor, deal.PresentValueShare * presentValue[t]);
        var two = Math.Min(deal.InterestCap, loan.InterestAhead(t, draw));
        var three = project.CapitalCostsAhead(t);
        var four = loan.PrincipalAhead(t, draw) + loan.FeesAhead(t, draw);
        return one + two + three + four;
    }

    decimal ReceiptsOtherThanDraws(int t) => sheet[$"{P} / Revenue", t] + Contributed(t);
}
