using NodaTime;
using ProjectFinance.Facilities;
using ProjectFinance.Operations;
using ProjectFinance.Time;

namespace ProjectFinance.Tests.Oracle;

/// <summary>
/// The reference deal of the seeds as a case of the oracle: its figures are read from the term sheet, everything else is the oracle's own.
/// What the filing fixes and the oracle has built in (the four parts of the minimum balance, the waterfall) is not read.
/// </summary>
static class OracleOfSeeds
{
    const string IndexName = "USD LIBOR 3M";

    /// <param name="deal">The term sheet.</param>
    /// <param name="market">Its market; null for the planning assumptions.</param>
    /// <param name="columnEnds">The ends of columns 1..n.</param>
    public static OracleCase Case(Deal deal, Market? market, LocalDate[] columnEnds)
    {
        var loan = deal.Facilities[0];
        var project = deal.Projects[0];
        var interest = ((Every)loan.Interest.Dates).Dates(BusinessCalendars.None, BusinessDayConvention.None);
        var instalments = ((EqualPrincipal)loan.Repayment).Dates.Dates(BusinessCalendars.None, BusinessDayConvention.None);
        return new()
        {
            Closing = deal.Closing,
            ColumnEnds = columnEnds,
            Commitment = (decimal)loan.Commitment.Initial.Value,
            EstablishmentFee = (decimal)loan.Fees.OfType<EstablishmentFee>().Single().Amount.Value,
            CommitmentFeeRate = (decimal)loan.Fees.OfType<CommitmentFee>().Single().Rate.Fraction,
            DefaultMargin = (decimal)loan.Interest.DefaultMargin.Fraction,
            InterestDates = [.. interest.Select(d => d.Unadjusted)],
            InstalmentDates = [.. instalments.Select(d => d.Unadjusted)],
            Weights = [.. instalments.Select(_ => 1m)],
            IndexForPeriodStarting = start => Index(deal, market, start),
            InitialMargin = (decimal)loan.Interest.Margin.Initial.Fraction,
            LaterMargin = (decimal)loan.Interest.Margin.Changes.Single().To.Fraction,
            MechanicalCompletion = deal.Milestones[0].Expected,
            Completion = deal.Milestones[1].Expected,
            LastDraw = ((DrawsAsNeeded)loan.Draws).LastDate,
            RoyaltyRate = (decimal)project.Royalties.Single().Rate.Fraction,
            UnitCost = (decimal)project.OperatingCosts.OfType<UnitCost>().Single().PerUnit.Initial.Value,
            Production = Spans(project.Production),
            CapitalCosts = [.. project.CapitalCosts.OfType<PlannedCost>().SelectMany(cost => Spans(cost.Plan))],
            Contributions = [.. deal.Contributions.Single().Payments.Select(p => (p.Date, (decimal)p.Amount.Value))],
            GoldPrice = (start, end) => Gold(deal, market, start, end),
            RatiosFrom = deal.Ratios!.From,
            DscrMonths = deal.Ratios.LookBackMonths,
            MonthsKept = 6,
            NotFundedByDraws = [OracleNames.Principal],
        };
    }

    static (LocalDate From, LocalDate To, decimal Amount)[] Spans(Plan plan) =>
        [.. plan.Amounts.Select(a => (Span: ProjectFinance.Time.Spans.Parse(a.Key), a.Value)).Select(a => (a.Span.Start, a.Span.End, (decimal)a.Value))];

    static decimal Index(Deal deal, Market? market, LocalDate start)
    {
        if (market is null) return (decimal)deal.Planning!.Indices[IndexName].Fraction;
        var series = market.Indices[IndexName];
        return (decimal)series.Fixings[BusinessCalendars.London.AddBusinessDays(start, -2)].Fraction + (decimal)series.Plus.Fraction;
    }

    /// <summary>Day by day: each day at the price of its quarter.</summary>
    static decimal Gold(Deal deal, Market? market, LocalDate start, LocalDate end)
    {
        if (market is null) return (decimal)deal.Planning!.Prices["gold"].Value;
        var series = market.Prices["gold"];
        decimal Of(LocalDate day) => (decimal)(series.Values.TryGetValue(FormattableString.Invariant($"{day.Year}-Q{(day.Month + 2) / 3}"), out double price) ? price : series.Afterwards!.Value);
        if (start == end) return Of(end);
        decimal sum = 0;
        for (var day = start.PlusDays(1); day <= end; day = day.PlusDays(1)) sum += Of(day);
        return sum / NodaTime.Period.DaysBetween(start, end);
    }
}
