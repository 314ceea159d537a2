using System.Collections.Immutable;
using NodaTime;
using ProjectFinance.Amounts;
using ProjectFinance.Facilities;
using ProjectFinance.Rates;
using ProjectFinance.Time;

namespace ProjectFinance.Tests.Actus;

/// <summary>An ACTUS contract as a loan of ours, with a market that holds what was observed.</summary>
sealed class ActusLoan
{
    const string Scaled = "scaling";

    readonly ActusCase terms;
    readonly ActusContract contract;

    public ActusLoan(ActusCase terms, ActusContract contract)
    {
        (this.terms, this.contract) = (terms, contract);
        bool isRestart = contract.Drawn <= contract.Status;
        Start = isRestart ? ActusContract.Day(contract.Status) : ActusContract.Day(contract.Drawn);
        Loan = new ScheduledLoan()
        {
            Name = "Loan",
            Principal = contract.Notional * Units.Usd,
            Drawn = ActusContract.Day(contract.Drawn),
            Premium = Money(terms.NumberOrNone("premiumDiscountAtIED")),
            AccruedAtStart = Money(isRestart ? AccruedAtStart() : null),
            Maturity = contract.Maturity is { } maturity ? ActusContract.Day(maturity) : null,
            Interest = Interest(),
            Amortisation = Amortisation(),
            Prepayments = [.. terms.Events.Where(e => e.Type is "PP" or "PR").Select(e => new DatedAmount(e.Time.Date, Math.Abs(e.Value) * Units.Usd))],
            Scaling = ScalingTerms(),
            Purchase = Transfer("purchaseDate", "priceAtPurchaseDate"),
            Sale = Transfer("terminationDate", "priceAtTerminationDate"),
            BusinessDays = contract.BusinessDays,
        };
        Market = MarketData();
    }

    public ScheduledLoan Loan { get; }

    public Market Market { get; }

    /// <summary>The day on which the model begins.</summary>
    public LocalDate Start { get; }

    // Interest runs from the last interest date before the status date; one on that date itself has no row.
    double AccruedAtStart() => terms.NumberOrNone("accruedInterest") ?? (contract.Interest.Where(date => date.AtMidnight() < contract.Status).Cast<LocalDate?>().LastOrDefault() is { } last
        ? contract.Notional * contract.Rate * contract.DayCount.YearFraction(contract.Counted(last), Start) : 0);

    ScheduledInterest Interest()
    {
        // Demand and open loans capitalise on every date of the cycle, and pay at the end.
        var until = contract.Type is "CLM" or "UMP" ? contract.Interest.Count > 0 ? contract.Interest[^1] : (LocalDate?)null : terms.Time("capitalizationEndDate")?.Date;
        var limits = new ResetLimits
        {
            LeastChange = Limit("periodFloor"), GreatestChange = Limit("periodCap"), Floor = Limit("lifeFloor"), Cap = Limit("lifeCap"),
        };
        return new()
        {
            Rate = contract.Rate,
            DayCount = contract.DayCount,
            Dates = On(contract.Interest),
            CapitalisedUntil = until,
            Base = terms.Word("interestCalculationBase") switch
            {
                "NTIED" => new OriginalBase { Amount = Money(terms.NumberOrNone("interestCalculationBaseAmount")) },
                "NTL" => new LaggedBase(On(contract.Bases) ?? new OnDates([ActusContract.Day(contract.Last)])) { Amount = Money(terms.NumberOrNone("interestCalculationBaseAmount")) },
                _ => new OutstandingBase(),
            },
            Resets = [.. Resets()],
            Limits = limits,
            FirstReset = terms.NumberOrNone("nextResetRate") is { } next ? next : null,
        };
    }

    IEnumerable<RateReset> Resets()
    {
        if (On(contract.Resets) is { } dates) yield return Floating(dates, terms.Number("rateSpread"));
        if (contract.Type != "LAX") yield break;
        foreach (var (segment, rate, isFixed) in contract.Arrays.Resets(contract.Last))
            if (On(segment) is { } own) yield return isFixed ? new RateReset(own) { Spread = rate } : Floating(own, rate);
    }

    RateReset Floating(Schedule dates, double spread) => new(dates)
    {
        Index = terms.Word("marketObjectCodeOfRateReset"), Multiplier = terms.Number("rateMultiplier", 1), Spread = spread,
    };

    Amortisation Amortisation()
    {
        Quantity? payment = terms.NumberOrNone("nextPrincipalRedemptionPayment") is { } amount ? Math.Abs(amount) * Units.Usd : null;
        return (contract.Type, On(contract.Principal)) switch
        {
            ("LAX", _) => new StatedInstalments([.. contract.Arrays.Principal(contract.Last).Where(s => s.Dates.Count > 0).Select(s => new InstalmentSeries(On(s.Dates)!, s.Amount * Units.Usd) { Draws = s.Draws })]),
            (_, null) => new AtMaturity(),
            ("LAM", { } dates) => new LevelPrincipal(dates) { Amount = payment },
            ("NAM", { } dates) => new PaymentLessInterest(dates, payment!.Value),
            ("ANN", { } dates) => new AnnuityInstalments(dates) { Payment = payment, CalculatedOn = On(contract.Annuity), RepaidBy = contract.RepaidBy is { } by ? ActusContract.Day(by) : null },
            _ => new AtMaturity(),
        };
    }

    Scaling? ScalingTerms() => On(contract.Scalings) is not { } dates ? null : new(Scaled, terms.Number("scalingIndexAtContractDealDate", terms.Number("scalingIndexAtStatusDate", 1)), dates)
    {
        Interest = terms.Word("scalingEffect").Contains('I'),
        Principal = terms.Word("scalingEffect").Contains('N'),
        InterestMultiplier = terms.Number("interestScalingMultiplier", 1),
        PrincipalMultiplier = terms.Number("notionalScalingMultiplier", 1),
    };

    LoanTransfer? Transfer(string date, string price) => terms.Time(date) is { } on ? new(ActusContract.Day(on), terms.Number(price) * Units.Usd) { BeforePayments = ActusContract.Day(on) > on.Date } : null;

    Percentage? Limit(string term) => terms.NumberOrNone(term) is { } limit ? limit : null;

    static Quantity? Money(double? amount) => amount is { } given ? given * Units.Usd : null;

    static OnDates? On(IReadOnlyCollection<LocalDate> dates) => dates.Count == 0 ? null : new([.. dates]);

    // What is observed is looked up at the date as written, and stands in our market on the date as counted.
    Market MarketData()
    {
        var market = Market.Empty;
        var indices = market.Indices;
        var resets = contract.Resets.Concat(contract.Type == "LAX" ? contract.Arrays.Resets(contract.Last).SelectMany(s => s.Dates) : []);
        if (terms.Has("marketObjectCodeOfRateReset"))
            indices = indices.SetItem(terms.Word("marketObjectCodeOfRateReset"), new() { Fixings = Known("marketObjectCodeOfRateReset", resets).ToImmutableSortedDictionary(k => k.Key, k => (Percentage)k.Value) });
        var prices = market.Prices;
        if (contract.Scalings.Count > 0) prices = prices.SetItem(Scaled, new() { Unit = Unit.None, Fixings = Known("marketObjectCodeOfScalingIndex", contract.Scalings) });
        return market with { Indices = indices, Prices = prices };
    }

    ImmutableSortedDictionary<LocalDate, double> Known(string code, IEnumerable<LocalDate> dates)
    {
        if (!terms.Observed.TryGetValue(terms.Word(code), out var series)) return ImmutableSortedDictionary<LocalDate, double>.Empty;
        return dates.Distinct().Select(date => (date, Known: series.Where(point => point.Key <= date.AtMidnight()).ToList())).Where(x => x.Known.Count > 0)
            .DistinctBy(x => contract.Counted(x.date)).ToImmutableSortedDictionary(x => contract.Counted(x.date), x => x.Known[^1].Value);
    }
}
