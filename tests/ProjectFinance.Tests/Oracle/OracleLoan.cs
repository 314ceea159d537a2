using NodaTime;
using static ProjectFinance.Tests.Oracle.OracleNames;

namespace ProjectFinance.Tests.Oracle;

/// <summary>The loan's own steps of a column, up to what falls due and what is available; the account draws and pays.</summary>
sealed class OracleLoan(OracleCase deal, OracleTimeline timeline, OracleRates rates, OracleSheet sheet, OracleSheet charges)
{
    decimal accruedInterest;
    decimal accruedFee;

    public static bool IsOpen(OracleCase deal, LocalDate day) => day <= deal.LastDraw && (deal.MechanicalCompletion is not { } end || day <= end);

    /// <summary>Accrues the column's days, then lets fall due what falls due on its last day.</summary>
    public void AccrueAndFallDue(int t)
    {
        var end = timeline.End(t);
        var opening = sheet.Before($"{L} / Closing balance", t);
        sheet[$"{L} / Opening balance", t] = opening;

        Accrue(t, opening);
        var isInterestDate = deal.InterestDates.Contains(end) || end > deal.InterestDates[^1];
        var interestFallingDue = isInterestDate ? accruedInterest : 0m;
        var feeFallingDue = isInterestDate ? accruedFee : 0m;
        accruedInterest -= interestFallingDue;
        accruedFee -= feeFallingDue;
        sheet[$"{L} / Interest accrued", t] = accruedInterest;

        var open = IsOpen(deal, end);
        var capitalised = deal.Capitalise && open ? Math.Min(interestFallingDue, deal.Commitment - opening) : 0m;
        sheet[$"{L} / Interest capitalised", t] = capitalised;
        charges[Interest, t] = interestFallingDue - capitalised;
        charges[CommitmentFee, t] = feeFallingDue;

        var establishmentFee = t == 0 ? deal.EstablishmentFee : 0m;
        sheet[EstablishmentFee, t] = establishmentFee;
        charges[EstablishmentFee, t] = establishmentFee;

        var scheduled = Math.Max(0m, opening - sheet.Before($"{Principal} overdue", t)) * ShareFallingOn(end);
        sheet[$"{Principal} scheduled", t] = scheduled;
        charges[Principal, t] = scheduled;

        sheet[$"{L} / Available to draw", t] = open ? Math.Max(0m, deal.Commitment - opening - capitalised) : 0m;
    }

    public void Close(int t) =>
        sheet[$"{L} / Closing balance", t] = sheet[$"{L} / Opening balance", t] + sheet[$"{L} / Draw", t]
            + sheet[$"{L} / Interest capitalised", t] - sheet[$"{Principal} paid", t];

    void Accrue(int t, decimal opening)
    {
        var overdueInterest = sheet.Before($"{Interest} overdue", t);
        var overdueFees = sheet.Before($"{EstablishmentFee} overdue", t) + sheet.Before($"{CommitmentFee} overdue", t);
        var overduePrincipal = sheet.Before($"{Principal} overdue", t);

        var interest = 0m;
        var defaultInterest = 0m;
        var fee = 0m;
        foreach (var day in timeline.Days(t))
        {
            var rate = rates.RateOn(day);
            var dayFraction = rates.DayFraction(t);
            interest += opening * rate * dayFraction;
            defaultInterest += (overdueInterest + overdueFees) * (rate + deal.DefaultMargin) * dayFraction;
            defaultInterest += overduePrincipal * deal.DefaultMargin * dayFraction;
            if (IsOpen(deal, day))
            {
                fee += deal.CommitmentFeeRate * (deal.Commitment - opening) * dayFraction;
            }
        }

        sheet[Interest, t] = interest;
        sheet[$"{L} / Default interest", t] = defaultInterest;
        sheet[CommitmentFee, t] = fee;
        accruedInterest += interest + defaultInterest;
        accruedFee += fee;
    }

    /// <summary>w(j) / (w(j) + ... + w(n)) where instalment j falls on the day; zero on other days.</summary>
    decimal ShareFallingOn(LocalDate day)
    {
        var j = Array.IndexOf(deal.InstalmentDates, day);
        return j < 0 ? 0m : deal.Weights[j] / deal.Weights[j..].Sum();
    }

    /// <summary>The balance that would be left with this draw if everything due were paid.</summary>
    public decimal BalanceGoingForward(int t, decimal draw) => Math.Max(0m,
        sheet[$"{L} / Opening balance", t] + draw + sheet[$"{L} / Interest capitalised", t] - sheet[$"{Principal} due", t]);

    /// <summary>Interest of the next months on the balance going forward, which instalments on the way reduce.</summary>
    public decimal InterestAhead(int t, decimal draw)
    {
        var balance = BalanceGoingForward(t, draw);
        var sum = 0m;
        foreach (var day in timeline.DaysAhead(t, deal.MonthsAhead))
        {
            var u = timeline.ColumnOf(day);
            sum += balance * sheet[$"{L} / Rate", u] * rates.DayFraction(u);
            balance -= balance * ShareFallingOn(day);
        }

        return sum;
    }

    /// <summary>Principal that instalments of the next months take from the balance going forward.</summary>
    public decimal PrincipalAhead(int t, decimal draw) => PrincipalAhead(t, draw, deal.MonthsAhead);

    public decimal PrincipalAhead(int t, decimal draw, int months)
    {
        var balance = BalanceGoingForward(t, draw);
        var sum = 0m;
        foreach (var day in timeline.DaysAhead(t, months))
        {
            var instalment = balance * ShareFallingOn(day);
            sum += instalment;
            balance -= instalment;
        }

        return sum;
    }

    /// <summary>Commitment fee of the next months on what this draw leaves undrawn.</summary>
    public decimal FeesAhead(int t, decimal draw)
    {
        var undrawn = Math.Max(0m,
            deal.Commitment - sheet[$"{L} / Opening balance", t] - draw - sheet[$"{L} / Interest capitalised", t]);
        var sum = 0m;
        foreach (var day in timeline.DaysAhead(t, deal.MonthsAhead))
        {
            var u = timeline.ColumnOf(day);
            var openDays = timeline.Days(u).Count(d => IsOpen(deal, d));
            sum += deal.CommitmentFeeRate * undrawn * rates.DayFraction(u) * openDays / timeline.Days(u).Count;
        }

        return sum;
    }
}
