using NodaTime;
using ProjectFinance.Facilities;
using ProjectFinance.Rates;
using ProjectFinance.Time;
using static ProjectFinance.Tests.Facilities.PlainLoan;

namespace ProjectFinance.Tests.Facilities;

/// <summary>Terms that make no sense are refused, every problem at once.</summary>
public sealed class ScheduledLoanValidationTests
{
    static readonly LocalDate Before = new(2019, 12, 31);
    static readonly LocalDate After = new(2021, 1, 2);

    public static TheoryData<string, string> Wrong => new()
    {
        { "principal", "the principal is in 'USD/oz'" },
        { "premium", "the premium is in 'EUR'" },
        { "amortisation.levelPrincipal.amount", "the principal of each date USD -5 is negative" },
        { "prepayments[0].date", "the prepayment 2019-12-31 is before the loan is drawn on 2020-01-01" },
        { "interest.capitalisedUntil", "the last day on which interest is capitalised, 2021-01-02 is after maturity 2021-01-01" },
        { "maturity", "the loan matures on 2020-01-01, the day on which it is drawn" },
        { "interest.dates", "the last date 2020-01-01 is before the first 2020-04-01" },
        { "interest.limits.floor", "the floor 5% is above the cap 4%" },
        { "interest.limits.indexFloor", "the floor of the index 5% is above its cap 4%" },
        { "interest.limits.leastChange", "the least change 1% is above the greatest 0.5%" },
        { "interest.resets[0].fixingDays", "the number of fixing days is -1" },
        { "interest.resets[0].rounding.to", "the index is rounded to steps of 0%" },
        { "scaling.atDeal", "the index at the deal is 0" },
        { "amortisation.statedInstalments", "no instalment is given" },
        { "amortisation.annuity.repaidBy", "the loan has an annuity and no maturity" },
        { "prepaymentFee", "there is a prepayment fee and no prepayment" },
        { "prepaymentFee.proportional", "the prepayment fee -1% is negative" },
        { "sale.date", "the loan is sold on 2020-04-01, not after it is bought on 2020-07-01" },
    };

    [Theory]
    [MemberData(nameof(Wrong))]
    public void Terms_ThatMakeNoSense_AreNamedWithTheirPlace(string where, string fact)
    {
        var found = Assert.Throws<InvalidInputException>(() => ScheduledLoanLayout.Lay(Bad(where), end: Maturity.PlusDays(1)));

        Assert.Contains(found.Problems, problem => problem.Where == where && problem.Fact == fact && problem.Subject == "Loan 'L'");
    }

    [Fact]
    public void Terms_WithSeveralProblems_NameThemAll()
    {
        var loan = Bad("premium") with { Prepayments = [new(Before, Usd(-1))], Scaling = new Scaling("CPI", 0, BeforeMaturity) };
        var found = Assert.Throws<InvalidInputException>(() => ScheduledLoanLayout.Lay(loan));

        Assert.Equal(["premium", "prepayments[0].amount", "prepayments[0].date", "scaling.atDeal"], found.Problems.Select(problem => problem.Where).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Loan_WithoutMaturity_NeedsAnEnd()
    {
        var found = Assert.Throws<InvalidInputException>(() => ScheduledLoanLayout.Lay(Terms() with { Maturity = null }));

        Assert.Equal("it has neither maturity nor sale", Assert.Single(found.Problems).Fact);
    }

    [Fact]
    public void Reset_WithoutFixing_NamesTheDate()
    {
        var loan = Terms(interest: terms => terms with { Resets = [new(BeforeMaturity) { Index = "LIBOR" }] });
        var found = Assert.Throws<InvalidInputException>(() => loan.Run(Libor((Quarters[0], 0.05), (Quarters[1], 0.05))));

        Assert.Contains(found.Problems, problem => problem.Subject == "Index 'LIBOR'" && problem.Fact == "there is no fixing for 2020-10-01, on which the rate of 'L' from 2020-10-01 is fixed");
    }

    static ScheduledLoan Bad(string where)
    {
        var terms = Terms();
        ScheduledLoan Limited(ResetLimits limits) => terms with { Interest = terms.Interest with { Limits = limits } };
        ScheduledLoan Reset(RateReset reset) => terms with { Interest = terms.Interest with { Resets = [reset] } };
        return where switch
        {
            "principal" => terms with { Principal = 5 * (Units.Usd / Units.GoldOunce) },
            "premium" => terms with { Premium = Quantity.Parse("EUR 5") },
            "amortisation.levelPrincipal.amount" => terms with { Amortisation = new LevelPrincipal(BeforeMaturity) { Amount = Usd(-5) } },
            "prepayments[0].date" => terms with { Prepayments = [new(Before, Usd(1))] },
            "interest.capitalisedUntil" => terms with { Interest = terms.Interest with { CapitalisedUntil = After } },
            "maturity" => terms with { Maturity = Drawn },
            "interest.dates" => terms with { Interest = terms.Interest with { Dates = new Every(NodaTime.Period.FromMonths(3), Quarters[0], Drawn) } },
            "interest.limits.floor" => Limited(new() { Floor = 0.05, Cap = 0.04 }),
            "interest.limits.indexFloor" => Limited(new() { IndexFloor = 0.05, IndexCap = 0.04 }),
            "interest.limits.leastChange" => Limited(new() { LeastChange = 0.01, GreatestChange = 0.005 }),
            "interest.resets[0].fixingDays" => Reset(new(BeforeMaturity) { FixingDays = -1 }),
            "interest.resets[0].rounding.to" => Reset(new(BeforeMaturity) { Rounding = new(RoundingDirection.Up, 0) }),
            "scaling.atDeal" => terms with { Scaling = new Scaling("CPI", 0, BeforeMaturity) },
            "amortisation.statedInstalments" => terms with { Amortisation = new StatedInstalments([]) },
            "amortisation.annuity.repaidBy" => terms with { Maturity = null, Amortisation = new AnnuityInstalments(BeforeMaturity) },
            "prepaymentFee" => terms with { PrepaymentFee = new FixedFee(Usd(1)) },
            "prepaymentFee.proportional" => terms with { PrepaymentFee = new ProportionalFee(-0.01), Prepayments = [new(Quarters[0], Usd(1))] },
            _ => terms with { Purchase = new(Quarters[1], Usd(1)), Sale = new(Quarters[0], Usd(1)) },
        };
    }
}
