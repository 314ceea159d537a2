using System.Collections.Immutable;
using System.Globalization;
using NodaTime;
using ProjectFinance.Accounts;
using ProjectFinance.Amounts;
using ProjectFinance.Covenants;
using ProjectFinance.Deals;
using ProjectFinance.Facilities;
using ProjectFinance.Operations;
using ProjectFinance.Rates;
using ProjectFinance.Results;
using ProjectFinance.Time;

namespace ProjectFinance.Tests.Oracle;

/// <summary>Writes an oracle's case as a deal and a market of the library, so that both compute the same thing.</summary>
static class OracleDeal
{
    const string IndexName = "USD LIBOR 3M";

    public static Deal Terms(OracleCase oracle) => new()
    {
        Name = "Oracle",
        Closing = oracle.Closing,
        End = oracle.ColumnEnds[^1],
        Milestones =
        [
            new() { Name = "Mechanical Completion", Expected = OracleScenarios.OnTime.MechanicalCompletion, Longstop = new LocalDate(1997, 7, 31) },
            new() { Name = "Completion", Expected = OracleScenarios.OnTime.Completion, Longstop = new LocalDate(1997, 11, 30) },
        ],
        Projects = [Project(oracle)],
        // Columns that the case has beyond the deal's own dates come in as contributions of nothing.
        Contributions =
        [
            new() { Name = "Sponsor / Equity contribution", Currency = Units.Usd, Payments = [.. oracle.Contributions.Select(c => new DatedAmount(c.On, (double)c.Amount * Units.Usd))] },
            new() { Name = "Sponsor / Nothing", Currency = Units.Usd, Payments = [.. oracle.ColumnEnds.Select(end => new DatedAmount(end, 0 * Units.Usd))] },
        ],
        Facilities = [Loan(oracle)],
        Accounts = [Account(oracle)],
        Ratios = new()
        {
            CashFlow = "Project / Net cash flow",
            Facilities = ["Project loan"],
            From = oracle.RatiosFrom,
            LookBackMonths = oracle.DscrMonths,
            Production = "Project / Production",
            Equity = ["Sponsor / Equity contribution"],
        },
    };

    /// <summary>Computes the case: the columns are those of the plan, the milestones move as the scenario says.</summary>
    public static Run Run(OracleCase oracle)
    {
        var model = DealLayout.Lay(Terms(oracle), Market(oracle)).Model;
        var (mechanical, completion) = (model.FindMilestone("Mechanical Completion"), model.FindMilestone("Completion"));
        return new Runner(model).Run(new Dictionary<InputCell, double>
        {
            [mechanical.Date!.Input] = mechanical.DayNumber(oracle.MechanicalCompletion),
            [completion.Date!.Input] = completion.DayNumber(oracle.Completion),
        });
    }

    public static Market Market(OracleCase oracle)
    {
        LocalDate[] starts = [oracle.Closing, .. oracle.InterestDates];
        var fixings = starts.Select(start => KeyValuePair.Create(BusinessCalendars.London.AddBusinessDays(start, -2), (Percentage)(double)oracle.IndexForPeriodStarting(start)));
        LocalDate[] ends = [oracle.Closing, .. oracle.ColumnEnds];
        var prices = ends.Zip(ends.Skip(1)).Select(column => KeyValuePair.Create($"{Iso(column.First)}/{Iso(column.Second)}", (double)oracle.GoldPrice(column.First, column.Second)));
        var atClosing = KeyValuePair.Create($"{Iso(oracle.Closing.PlusDays(-1))}/{Iso(oracle.Closing)}", (double)oracle.GoldPrice(oracle.Closing, oracle.Closing));
        return new()
        {
            Name = "Oracle",
            Indices = ImmutableSortedDictionary<string, IndexSeries>.Empty.Add(IndexName, new() { Fixings = fixings.ToImmutableSortedDictionary() }),
            Prices = ImmutableSortedDictionary<string, PriceSeries>.Empty.Add("gold",
                new() { Unit = Units.Usd / Units.GoldOunce, Values = prices.Append(atClosing).ToImmutableSortedDictionary() }),
        };
    }

    static Project Project(OracleCase oracle) => new()
    {
        Name = "Project",
        Currency = Units.Usd,
        Price = "gold",
        Production = Table(Units.GoldOunce, oracle.Production),
        Royalties = [new() { Name = "Lease", Rate = (double)oracle.RoyaltyRate, DeductionPerUnit = (double)oracle.RoyaltyDeductionPerOunce * (Units.Usd / Units.GoldOunce) }],
        OperatingCosts =
        [
            new UnitCost((double)oracle.UnitCost * (Units.Usd / Units.GoldOunce)) { Name = "each ounce" },
            new PlannedCost(Table(Units.Usd, oracle.OperatingCosts)) { Name = "planned" },
        ],
        CapitalCosts = [new PlannedCost(Table(Units.Usd, oracle.CapitalCosts)) { Name = "planned" }],
    };

    static TermLoan Loan(OracleCase oracle) => new()
    {
        Name = "Project loan",
        Commitment = (double)oracle.Commitment * Units.Usd,
        Interest = new()
        {
            Index = IndexName,
            Margin = new((double)oracle.InitialMargin) { Changes = [new(new OnMilestone("Completion"), (double)oracle.LaterMargin)] },
            MarginChange = oracle.MarginFromNextInterestPeriod ? MarginChange.NextInterestPeriod : MarginChange.OnTheDay,
            Dates = new OnDates([.. oracle.InterestDates]),
            DayCount = oracle.DayCount == OracleDayCount.Actual360 ? DayCounts.Actual360 : DayCounts.ThirtyE360,
            DuringConstruction = oracle.Capitalise ? ConstructionInterest.Capitalised : ConstructionInterest.Paid,
            DefaultMargin = (double)oracle.DefaultMargin,
        },
        Draws = new DrawsAsNeeded { Fund = "Proceeds Account / Funding need", LastDate = oracle.LastDraw, UntilMilestone = "Mechanical Completion" },
        Fees = [new EstablishmentFee((double)oracle.EstablishmentFee * Units.Usd), new CommitmentFee((double)oracle.CommitmentFeeRate)],
        Repayment = new PercentageTable([.. oracle.InstalmentDates.Zip(oracle.Weights, (date, weight) => new Instalment(date, (double)(weight / oracle.Weights.Sum())))]),
        BusinessDays = new() { AdjustInterest = false },
        LookAheadMonths = [oracle.MonthsAhead],
    };

    static Account Account(OracleCase oracle) => new()
    {
        Name = "Proceeds Account",
        Currency = Units.Usd,
        Receipts = ["Project / Revenue", "Sponsor / Equity contribution"],
        Draws = ["Project loan / Draw"],
        MinimumBalance = new SumOf(
        [
            new GreaterOf([Stated(oracle.MinimumFloor), new PercentOf((double)oracle.PresentValueShare, new PresentValueOf("Project / Net cash flow", (double)oracle.PresentValueRate))]),
            new LesserOf([Stated(oracle.InterestCap), new LineAmount($"Project loan / Interest for the next {oracle.MonthsAhead} months")]),
            new NextMonthsOf(oracle.MonthsAhead, "Project / Capital costs"),
            new LineAmount($"Project loan / Principal for the next {oracle.MonthsAhead} months"),
            new LineAmount($"Project loan / Fees for the next {oracle.MonthsAhead} months"),
        ]),
        Waterfall = [.. oracle.Waterfall.Select(name => new Payment(name) { DrawsMayFund = !oracle.NotFundedByDraws.Contains(name) })],
        Distribution = new() { AfterMilestone = "Completion" },
    };

    static StatedAmount Stated(decimal amount) => new((double)amount * Units.Usd);

    static Plan Table(Unit unit, (LocalDate From, LocalDate To, decimal Amount)[] spans) => new()
    {
        Unit = unit,
        Amounts = spans.ToImmutableSortedDictionary(s => $"{Iso(s.From)}/{Iso(s.To)}", s => (double)s.Amount),
    };

    static string Iso(LocalDate date) => date.ToString("uuuu-MM-dd", CultureInfo.InvariantCulture);
}
