using System.Collections.Immutable;
using NodaTime;
using ProjectFinance.Facilities;
using ProjectFinance.Scenarios;
using ProjectFinance.Tests.Facilities;
using ProjectFinance.Tests.Modelling;

namespace ProjectFinance.Tests.Scenarios;

public class SculptingTests
{
    const double Rate = 0.04, Cover = 1.35, TaxRate = 0.35;

    // 16 periods of 4, 6, 5, 7 repeated.
    static readonly ImmutableArray<double> Flow = [.. Enumerable.Range(0, 16).Select(t => (double)(4 + 2 * (t % 2) + t % 4 / 2))];

    static Sculpting Terms(SculptingTax? tax = null) => new() { CashFlow = Flow, Rates = [Rate], Dscr = [Cover], Tax = tax };

    static SculptingTax Tax(double depreciation = 1, LossTreatment losses = LossTreatment.CarriedForward) =>
        new() { Rate = TaxRate, Depreciation = [.. Flow.Select(_ => depreciation)], Losses = losses };

    [Fact]
    public void Flow_OfTheVectors_IsTheirs() => Assert.Equal([4.0, 6, 5, 7], Flow.Take(4));

    // Published beside the method ("Sizing and circularity" of the mechanics), to ten decimals: with tax, with tax but without the shield of interest, without tax.
    [Fact]
    public void Debt_WithTax_IsThePublishedOne()
    {
        var debt = Terms(Tax()).Solve();

        Assert.Equal(36.4467963415, debt.Debt, 1e-10);
        Assert.Equal(1, debt.Passes);
    }

    [Fact]
    public void Debt_WithoutTheShieldOfInterest_IsThePublishedOne() =>
        Assert.Equal(33.6579985453, (Terms() with { CashFlow = [.. Flow.Select(e => e - TaxRate * (e - 1))] }).Solve().Debt, 1e-10);

    [Fact]
    public void Debt_WithoutTax_IsThePublishedOne() => Assert.Equal(47.1338969498, Terms().Solve().Debt, 1e-10);

    public static TheoryData<double, LossTreatment, double> Cases
    {
        get
        {
            var data = new TheoryData<double, LossTreatment, double>();
            foreach (double depreciation in (double[])[0, 1, 3.5, 4.8, 6])
                foreach (var losses in Enum.GetValues<LossTreatment>())
                    foreach (double cover in (double[])[1, 1.35, 2]) data.Add(depreciation, losses, cover);
            return data;
        }
    }

    // Forward: draw the loan, pay tax on what interest leaves, service debt with cash flow / cover, find by bisection the loan that ends at zero. Written again here.
    [Theory]
    [MemberData(nameof(Cases))]
    public void Debt_IsTheOneThatALiteralSearchRepaysInFull(double depreciation, LossTreatment losses, double cover)
    {
        var debt = (Terms(Tax(depreciation, losses)) with { Dscr = [cover] }).Solve();

        double low = 0, high = 200;
        for (int i = 0; i < 200; i++)
        {
            double middle = (low + high) / 2;
            (low, high) = Left(middle) > 0 ? (low, middle) : (middle, high);
        }
        // What is left after 16 periods of 4 % grows rounding by at most 2; bisection ends at neighbouring numbers.
        Assert.Equal(low, debt.Debt, 1e-11);
        Assert.True(debt.Residual < 1e-11);

        double Left(double balance)
        {
            double carried = 0;
            foreach (double e in Flow)
            {
                double interest = balance * Rate, profit = e - depreciation - interest, taxable = profit;
                if (losses == LossTreatment.CarriedForward)
                {
                    taxable = Math.Max(0, profit - carried);
                    carried = Math.Max(0, carried - profit);
                }
                else if (losses == LossTreatment.Lost)
                {
                    taxable = Math.Max(0, profit);
                }
                balance += interest - (e - TaxRate * taxable) / cover;
            }
            return balance;
        }
    }

    [Fact]
    public void Dscr_InEveryPeriod_IsTheTargetAndLlcrToo()
    {
        var debt = Terms(Tax(4.8)).Solve();

        Assert.All(debt.CashFlow.Zip(debt.DebtService), pair => Assert.Equal(Cover, pair.First / pair.Second, 1e-12));
        // With one cover ratio throughout, the loan life cover ratio at the start of every period is that ratio.
        for (int from = 0; from < Flow.Length; from++)
        {
            double value = 0;
            for (int t = Flow.Length - 1; t >= from; t--) value = (value + debt.CashFlow[t]) / (1 + Rate);
            Assert.Equal(Cover, value / (from == 0 ? debt.Debt : debt.Balance[from - 1]), 1e-12);
        }
        Assert.Equal(0, debt.Balance[^1]);
        Assert.Equal(debt.Debt, debt.Principal.Sum(), 1e-12);
    }

    // Hand: 110 / 1.25 = 88 due at the end of year 2 and 63 / 1.05 = 60 at the end of year 1; (88 / 1.1 + 60) / 1.05 with 10 % in the second year and 5 % in the first.
    [Fact]
    public void RatesAndRatios_PerPeriod_AreUsedInTheirPeriod()
    {
        var debt = new Sculpting { CashFlow = [63, 110], Rates = [0.05, 0.10], Dscr = [1.05, 1.25] }.Solve();

        Assert.Equal((88 / 1.1 + 60) / 1.05, debt.Debt, 1e-12);
        Assert.Equal([88 / 1.1, 0], debt.Balance, (a, b) => Math.Abs(a - b) < 1e-12);
        Assert.Equal([60, 88], debt.DebtService, (a, b) => Math.Abs(a - b) < 1e-12);
    }

    // Debt service 10, 20, 30, 40 a quarter: four months are one and a third quarters.
    [Fact]
    public void Reserve_OfFourMonths_IsOneAndAThirdQuarters()
    {
        var debt = new Sculpting { CashFlow = [10, 20, 30, 40], Rates = [0.08], Dscr = [1], ReserveMonths = 4, PeriodsPerYear = 4 }.Solve();

        Assert.Equal(10 + 20 / 3.0, debt.ReserveAtStart, 1e-12);
        Assert.Equal([20 + 30 / 3.0, 30 + 40 / 3.0, 40, 0], debt.Reserve, (a, b) => Math.Abs(a - b) < 1e-12);
        // 8 % a year is 2 % a quarter.
        Assert.Equal(debt.Debt * 0.02, debt.Interest[0], 1e-12);
    }

    [Fact]
    public void Loan_ThatGrows_IsSaidToGrowAndHasNoInstalments()
    {
        var debt = new Sculpting { CashFlow = [1, 100], Rates = [0.10], Dscr = [1] }.Solve();

        Assert.Equal(0, Assert.Single(debt.Growing));
        Assert.Contains("grows in period 1", Small.Refused(() => debt.Repayment([new(2001, 1, 1), new(2002, 1, 1)])).Fact, StringComparison.Ordinal);
    }

    // The deal pays interest on actual days over 360; 30/360 quarters of one rate make each quarter's rate a quarter of the year's.
    [Fact]
    public void Repayment_InADeal_RepaysWhatWasSculpted()
    {
        LocalDate[] dates = [new(1997, 9, 30), new(1997, 12, 31), new(1998, 9, 30), new(1998, 12, 31), new(1999, 9, 30), new(1999, 12, 31), new(2000, 9, 30), new(2000, 12, 31)];
        var debt = new Sculpting { CashFlow = [4, 6, 5, 7, 4, 6, 5, 7], Rates = [0.08], Dscr = [1.3], PeriodsPerYear = 2 }.Solve();

        var run = (new SmallDeal { Repayment = debt.Repayment(dates) }).Run();

        var paid = run.Payments($"{SmallDeal.L} / Principal paid");
        Assert.Equal(dates, paid.Select(p => p.On));
        Assert.Equal(debt.Principal.Select(p => p / debt.Debt * 19_500_000), paid.Select(p => p.Amount), (a, b) => Math.Abs(a - b) < 0.006);
    }

    [Fact]
    public void Figures_ThatCannotBeUsed_AreAllReported()
    {
        var terms = new Sculpting
        {
            CashFlow = [1, -2, 3], Rates = [0.05, 0.05], Dscr = [0], ReserveMonths = -1, PeriodsPerYear = 0, Tax = new() { Rate = 1, Depreciation = [1] },
        };

        var facts = Assert.Throws<InvalidInputException>(terms.Solve).Problems.Select(problem => $"{problem.Subject}: {problem.Fact}").ToArray();

        Assert.Equal(
            ["Cash flow: it is -2", "Rate: there are 2 figures for 3 periods", "DSCR: it is 0", "Depreciation: there are 1 figures for 3 periods", "Tax rate: it is 1", "DSCR: it is not above the tax rate",
            "Reserve months: there are -1", "Periods per year: there are 0"], facts);
    }

    [Fact]
    public void NoPeriods_AreRefused() => Assert.Contains("there are 0 periods", Small.Refused(() => (Terms() with { CashFlow = [] }).Solve()).Fact, StringComparison.Ordinal);
}
