using FsCheck;
using FsCheck.Fluent;
using NodaTime;
using ProjectFinance.Tests.Oracle;

namespace ProjectFinance.Tests.Deals;

/// <summary>Valid deals with random terms: a plan like the reference deal's in which every figure that terms or scenarios may set is drawn anew.</summary>
static class RandomDeals
{
    static readonly LocalDate Closing = OracleScenarios.OnTime.Closing;
    static readonly LocalDate PlanEnd = OracleScenarios.OnTime.ColumnEnds[^1];
    static readonly LocalDate[] Quarters = OracleScenarios.QuarterEnds(new(1996, 9, 30), PlanEnd);
    static readonly string[] Lender = [OracleNames.EstablishmentFee, OracleNames.CommitmentFee, OracleNames.Interest, OracleNames.Principal];

    /// <summary>FsCheck's way in: a case from any number, so that a failure names the number and nothing else.</summary>
    public static Arbitrary<int> Numbers { get; } = Gen.Choose(0, int.MaxValue - 1).ToArbitrary();

    /// <summary>The case of a number; the same number always gives the same case.</summary>
    public static OracleCase Case(int number)
    {
        var random = new Random(number);
        decimal Between(int low, int high, decimal step) => random.Next(low, high + 1) * step;
        LocalDate? Date(LocalDate from, int days) => random.Next(6) == 0 ? null : from.PlusDays(random.Next(days));

        var interest = Quarters.Where((_, i) => i < 18).Where((_, i) => random.Next(8) != 0 || i == 17).ToArray();
        var instalments = interest.Where(d => d >= new LocalDate(1997, 6, 30) && (random.Next(2) == 0 || d == interest[^1])).ToArray();
        decimal commitment = Between(20, 300, 100_000m);
        decimal[] prices = [.. Quarters.Select(_ => Between(150, 500, 1m))];
        decimal[] indices = [.. Quarters.Select(_ => Between(0, 120, 0.001m) / 1.6m)];
        int steps = random.Next(1, 5);
        return OracleScenarios.OnTime with
        {
            Commitment = commitment,
            EstablishmentFee = Between(0, 30, 0.001m) * commitment,
            CommitmentFeeRate = Between(0, 8, 0.00125m),
            DefaultMargin = Between(0, 4, 0.01m),
            DayCount = random.Next(2) == 0 ? OracleDayCount.Actual360 : OracleDayCount.ThirtyE360,
            InterestDates = interest,
            InstalmentDates = instalments,
            Weights = [.. instalments.Select((_, i) => i == instalments.Length - 1 ? Between(1, 20, 1m) : Between(0, 20, 1m))],
            IndexForPeriodStarting = start => indices[Array.FindIndex(Quarters, q => q > start)],
            InitialMargin = Between(0, 32, 0.00125m),
            LaterMargin = Between(0, 32, 0.00125m),
            Completion = Date(new(1997, 3, 1), 900),
            MechanicalCompletion = Date(new(1996, 12, 1), 500),
            MarginFromNextInterestPeriod = random.Next(2) == 0,
            LastDraw = Quarters[random.Next(0, 8)],
            Capitalise = random.Next(3) == 0,
            RoyaltyRate = Between(0, 10, 0.01m),
            RoyaltyDeductionPerOunce = Between(0, 30, 1m),
            UnitCost = Between(120, 330, 1m),
            Production = [.. Spans(new(1997, 3, 31), 4, random, () => Between(0, 120, 1_000m))],
            OperatingCosts = [.. Spans(new(1996, 9, 30), 3, random, () => Between(0, 20, 100_000m))],
            CapitalCosts = [(Closing, new LocalDate(1996, 12, 31), Between(0, 150, 100_000m)), .. Spans(new(1996, 12, 31), steps, random, () => Between(0, 100, 100_000m))],
            Contributions = [.. Quarters.Take(6).Where((_, i) => i == 0 || random.Next(3) == 0).Select(q => (q, Between(0, 40, 100_000m)))],
            GoldPrice = (_, end) => prices[Array.FindIndex(Quarters, q => q >= end)],
            MinimumFloor = Between(0, 30, 100_000m),
            PresentValueShare = Between(0, 20, 0.01m),
            PresentValueRate = Between(0, 20, 0.01m),
            InterestCap = Between(0, 10, 50_000m),
            MonthsAhead = random.Next(1, 7),
            DscrMonths = random.Next(1, 16),
            RatiosFrom = Quarters[random.Next(0, 6)],
            Waterfall = [OracleNames.Royalty, OracleNames.OperatingCosts, OracleNames.CapitalCosts, .. Shuffled(Lender, random)],
            NotFundedByDraws = random.Next(2) == 0 ? [OracleNames.Principal] : [],
        };
    }

    static IEnumerable<(LocalDate From, LocalDate To, decimal Amount)> Spans(LocalDate start, int count, Random random, Func<decimal> amount)
    {
        for (int i = 0; i < count && start < PlanEnd; i++)
        {
            var to = LocalDate.Min(PlanEnd, start.PlusDays(random.Next(20, 700)));
            yield return (start, to, amount());
            start = to;
        }
    }

    static string[] Shuffled(string[] names, Random random)
    {
        string[] shuffled = [.. names];
        random.Shuffle(shuffled);
        return shuffled;
    }
}
