using NodaTime;
using ProjectFinance.Amounts;
using ProjectFinance.Deals.Validation;
using ProjectFinance.Deals;
using ProjectFinance.Operations;
using ProjectFinance.Results;
using ProjectFinance.Tests.Facilities;
using static ProjectFinance.Tests.Operations.SmallMine;

namespace ProjectFinance.Tests.Operations;

/// <summary>The lessor's right of 8-K 1996-07-11, Item 2(a): 25 % of additional reserves for 120 % of its 25 % share of the costs, if they are at least 1,000,000 oz.</summary>
public class ElectionTests
{
    const string N = "Additional reserves";

    static readonly LocalDate Decision = new(1997, 12, 31);
    static readonly LocalDate YearLater = new(1998, 12, 31);

    // 2,200,000 a year later is worth 2,000,000 at 10 %; a quarter of it 500,000. Costs of 1,000,000: 1.2 x 25 % = 300,000 to pay. 500,000 - 300,000 = 200,000 against nothing.
    [Fact]
    public void Election_WorthMoreThanItsPrice_IsTaken()
    {
        var run = With(Terms()).Passing();

        Assert.Equal([300_000, 200_000, 0, 1_800_000, 2_000_000], AtDecision(run));
        Assert.Equal(1, run.At($"{N} / Available", Decision));
        Assert.Equal(1, run.At($"{N} / Elected", Decision));
        Assert.Equal(0, run.At($"{N} / Elected", ThirdEnd));
        Assert.Equal([(Decision, 300_000)], run.Payments($"{N} / Reimbursement"));
        Assert.Equal([(Decision, -300_000), (YearLater, 550_000)], run.Payments($"{N} / Cash flow of the holder"));
        Assert.Equal([(Decision, 300_000), (YearLater, 1_650_000)], run.Payments($"{N} / Cash flow of the company"));
    }

    // Costs of 2,000,000 ask for 600,000: more than the 500,000 the share is worth.
    [Fact]
    public void Election_WorthLessThanItsPrice_IsNotTaken()
    {
        var run = With(Terms() with { CostsToDate = new StatedAmount(2_000_000 * Units.Usd) }).Passing();

        Assert.Equal([600_000, -100_000, 0, 2_100_000, 2_000_000], AtDecision(run));
        Assert.Equal(0, run.At($"{N} / Elected", YearLater));
        Assert.Empty(run.Payments($"{N} / Cash flow of the holder"));
        Assert.Equal([(YearLater, 2_200_000)], run.Payments($"{N} / Cash flow of the company"));
    }

    // A royalty of 110,000 a year later is worth 100,000 and is given up: 25 % of 2,100,000 less 300,000 is 225,000, against 100,000.
    [Fact]
    public void Election_InsteadOfARoyalty_ComparesWithIt()
    {
        var deal = With(Terms() with { InsteadOf = "Sponsor / Royalty on new ore" });
        var run = (deal with { Contributions = [.. deal.Contributions, Flow("Sponsor / Royalty on new ore", 110_000)] }).Passing();

        Assert.Equal([300_000, 225_000, 100_000, 1_875_000, 2_000_000], AtDecision(run));
        Assert.Equal([(Decision, -300_000), (YearLater, 577_500)], run.Payments($"{N} / Cash flow of the holder"));
        Assert.Equal([(Decision, 300_000), (YearLater, 1_732_500)], run.Payments($"{N} / Cash flow of the company"));
    }

    // The identity: whether it elects or not, what both sides have is what the project is worth.
    [Theory]
    [InlineData(0.25, 1.20, 1_000_000)]
    [InlineData(0.40, 3.00, 7_000_000)]
    [InlineData(0, 0, 0)]
    [InlineData(1, 1, 2_000_000)]
    public void Values_OfBothSides_AddUpToTheProject(double interest, double reimbursement, double costs)
    {
        var values = AtDecision(With(Terms() with { Interest = interest, Reimbursement = reimbursement, CostsToDate = new StatedAmount(costs * Units.Usd) }).Passing());

        Assert.Equal(2_000_000, values[1] + values[3], 0.01);
        Assert.Equal(2_000_000, values[2] + values[4], 0.01);
    }

    [Theory]
    [InlineData(999_999, ElectionRule.Always, false)]
    [InlineData(1_000_000, ElectionRule.Always, true)]
    [InlineData(1_000_000, ElectionRule.Never, false)]
    [InlineData(1_000_000, ElectionRule.WhenBetterForTheHolder, true)]
    public void Election_NeedsTheReservesAndItsRule(double ounces, ElectionRule rule, bool elected)
    {
        var run = With(Terms() with { Rule = rule }, ounces).Passing();

        Assert.Equal(ounces >= 1_000_000 ? 1 : 0, run.At($"{N} / Available", Decision));
        Assert.Equal(elected ? 1 : 0, run.At($"{N} / Elected", YearLater));
    }

    [Fact]
    public void Election_WrittenAsJson_ReadsBack()
    {
        var json = With(Terms() with { Rule = ElectionRule.Never, InsteadOf = "New ore / Cash flow" }).ToJson();
        Assert.Equal(json, Deal.Parse(json).ToJson());
    }

    [Fact]
    public void Election_ThatMakesNoSense_IsReportedWithEveryPlace()
    {
        var found = DealValidation.Problems(With(Terms() with
        {
            Date = new(2005, 1, 1), Interest = 1.25, Reimbursement = -1, DiscountRate = -1, When = new IsReached("Commercial Production"), CostsToDate = new SumOf([]),
        }));
        Assert.Equal(
            ["costsToDate.sumOf", "date", "discountRate", "interest", "reimbursement", "when.reached"],
            found.Select(p => p.Where).Where(w => w.StartsWith("elections[0].", StringComparison.Ordinal)).Select(w => w["elections[0].".Length..]).Distinct().Order(StringComparer.Ordinal));

        Assert.Contains(DealValidation.Problems(With(Terms() with { Currency = Units.GoldOunce })), p => p.Where == "elections[0].currency");

        var names = DealValidation.Problems(With(Terms() with { CashFlow = "New ore / Cash flo", InsteadOf = "Account / Distributions", CostsToDate = new LineAmount("New ore / Costs") }));
        Assert.Equal(["elections[0].cashFlow", "elections[0].costsToDate", "elections[0].insteadOf"], names.Select(p => p.Where).Order(StringComparer.Ordinal));
    }

    static Election Terms() => new()
    {
        Name = N, Date = Decision, Currency = Units.Usd, CashFlow = "New ore / Cash flow", Interest = 0.25, Reimbursement = 1.20, DiscountRate = 0.10,
        CostsToDate = new StatedAmount(1_000_000 * Units.Usd),
        When = new Compared(new LineAmount("New ore / Proven reserves"), Relation.AtLeast, new StatedAmount(1_000_000 * Units.GoldOunce)),
    };

    static Deal With(Election terms, double ounces = 1_200_000) => SmallMine.Terms with
    {
        Elections = [terms],
        Contributions = [Flow("New ore / Cash flow", 2_200_000)],
        Lines = [new() { Name = "New ore / Proven reserves", Unit = Units.GoldOunce, Kind = LineKind.Level, Amount = new StatedAmount(ounces * Units.GoldOunce) }],
    };

    static Contribution Flow(string name, double amount) => new() { Name = name, Currency = Units.Usd, Payments = [new(YearLater, amount * Units.Usd)] };

    /// <summary>On the day: the price, then the value to the holder electing and not, and to the company electing and not.</summary>
    static double[] AtDecision(Run run) =>
        [.. new[] { "Price of electing", "Value to the holder, electing", "Value to the holder, not electing", "Value to the company, electing", "Value to the company, not electing" }
            .Select(title => Math.Round(run.At($"{N} / {title}", Decision), 2))];
}
