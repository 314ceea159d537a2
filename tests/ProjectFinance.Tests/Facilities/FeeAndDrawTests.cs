using NodaTime;
using ProjectFinance.Amounts;
using ProjectFinance.Deals;
using ProjectFinance.Facilities;
using static ProjectFinance.Tests.Facilities.SmallDeal;

namespace ProjectFinance.Tests.Facilities;

/// <summary>Fees, availability, capitalised interest and the amounts to come, by pocket calculator.</summary>
public class FeeAndDrawTests
{
    static readonly LocalDate FirstEnd = new(1996, 9, 30);
    static readonly LocalDate SecondEnd = new(1996, 12, 31);
    static readonly LocalDate ThirdEnd = new(1997, 3, 31);

    static readonly CommitmentFee HalfOfOnePercent = new(0.005);

    // 8-K 1996-07-11: 292,500, which is 1.5 % of 19,500,000 exactly.
    [Fact]
    public void EstablishmentFee_IsPaidOnceAtClosing()
    {
        Assert.Equal(292_500, 0.015 * 19_500_000);

        var run = new SmallDeal { Fees = [new EstablishmentFee(292_500 * Units.Usd)] }.Run();

        Assert.Equal([(Closing, 292_500.0)], run.Payments($"{L} / Establishment fee paid"));
        Assert.Equal(0, run.At($"{L} / Debt service", Closing));
    }

    [Fact]
    public void EstablishmentFee_WithoutMoneyAtClosing_IsOverdueAndBearsDefaultInterest()
    {
        var run = new SmallDeal { Fees = [new EstablishmentFee(292_500 * Units.Usd)], Wanted = [] }.Run();

        Assert.Equal(292_500, run.At($"{L} / Establishment fee overdue", Closing));
        Assert.Equal(292_500 * 0.099375 * 81 / 360, run.At($"{L} / Interest paid", FirstEnd), 1e-6);
        Assert.Equal(292_500, run.At($"{L} / Establishment fee paid", FirstEnd));
    }

    // 9.5M drawn at closing, 10M undrawn: 10M x 0.5 % x 81/360 = 11,250, then x 92/360 = 12,777.78 and so on to 30 September 1997.
    [Fact]
    public void CommitmentFee_IsHalfOfOnePercentOnTheUndrawn_UntilTheLastDrawDate()
    {
        var run = new SmallDeal { Fees = [HalfOfOnePercent], Wanted = [(Closing, 9_500_000)] }.Run();

        Assert.Equal(
            [(FirstEnd, 11_250), (SecondEnd, 12_777.78), (ThirdEnd, 12_500), (new LocalDate(1997, 6, 30), 12_638.89), (new LocalDate(1997, 9, 30), 12_777.78)],
            run.Payments($"{L} / Commitment fee paid"));
    }

    // The milestone on 31 August 1996 leaves 51 of the first 81 days: 10M x 0.5 % x 51/360 = 7,083.33.
    [Fact]
    public void CommitmentFee_EndsWithTheMilestone_InsideAPeriod()
    {
        var run = new SmallDeal { Fees = [HalfOfOnePercent], Wanted = [(Closing, 9_500_000)] }.Run(mechanical: new LocalDate(1996, 8, 31));

        Assert.Equal([(FirstEnd, 7_083.33)], run.Payments($"{L} / Commitment fee paid"));
    }

    [Theory]
    [InlineData(null, true, true)]
    [InlineData("1996-12-31", true, false)]
    [InlineData("1996-12-30", false, false)]
    [InlineData("1996-08-31", false, false)]
    [InlineData("1998-01-01", true, true)]
    public void Draw_UntilTheEarlierOfDateAndMilestone_IsAllowedOnThatDay(string? mechanical, bool second, bool third)
    {
        var run = new SmallDeal { Wanted = [(SecondEnd, 1_000_000), (ThirdEnd, 1_000_000), (new(1997, 12, 31), 1_000_000)] }
            .Run(mechanical: mechanical is null ? null : NodaTime.Text.LocalDatePattern.Iso.Parse(mechanical).Value);

        List<(LocalDate, double)> expected = [];
        if (second) expected.Add((SecondEnd, 1_000_000));
        if (third) expected.Add((ThirdEnd, 1_000_000));
        // 31 December 1997 lies after the last draw date, 30 September 1997.
        Assert.Equal(expected, run.Payments($"{L} / Draw"));
    }

    [Fact]
    public void Draw_OfMoreThanIsLeft_TakesWhatIsLeft()
    {
        var run = new SmallDeal { Wanted = [(Closing, 15_000_000), (FirstEnd, 3_000_000), (SecondEnd, 3_000_000)] }.Run();

        Assert.Equal([(Closing, 15_000_000), (FirstEnd, 3_000_000), (SecondEnd, 1_500_000)], run.Payments($"{L} / Draw"));
        Assert.Equal(0, run.At($"{L} / Available to draw", ThirdEnd));
    }

    // 9.5M x 7.9375 % x 81/360 = 169,664.06 is added on 30 September 1996; then 92 days on 9,669,664.06, and so on; from the milestone it is paid.
    [Fact]
    public void Interest_Capitalised_IsAddedWhileTheLoanIsOpen()
    {
        var run = new SmallDeal
        {
            Wanted = [(Closing, 9_500_000)], Interest = terms => terms with { DuringConstruction = ConstructionInterest.Capitalised },
        }.Run(mechanical: new LocalDate(1997, 2, 10));

        double first = 9_500_000 * (1 + 0.079375 * 81 / 360), second = first * (1 + 0.079375 * 92 / 360);
        Assert.Equal(169_664.06, run.At($"{L} / Interest capitalised", FirstEnd), 0.005);
        Assert.Equal(first, run.At($"{L} / Closing balance", FirstEnd), 1e-6);
        Assert.Equal(second, run.At($"{L} / Closing balance", SecondEnd), 1e-6);
        Assert.Equal(0, run.At($"{L} / Interest due", SecondEnd));
        Assert.Equal(second * 0.079375 * 90 / 360, run.At($"{L} / Interest paid", ThirdEnd), 1e-6);
        Assert.Equal(second, run.At($"{L} / Closing balance", ThirdEnd), 1e-6);
        Assert.Equal(second * 0.079375 * 90 / 360, run.At($"{L} / Debt service", ThirdEnd), 1e-6);
    }

    // 19.4M of 19.5M drawn: of 346,471.88 due, 100,000 is added and the rest paid.
    [Fact]
    public void Interest_CapitalisedBeyondTheCommitment_IsPaid()
    {
        var run = new SmallDeal { Wanted = [(Closing, 19_400_000)], Interest = terms => terms with { DuringConstruction = ConstructionInterest.Capitalised } }.Run();

        double due = 19_400_000 * 0.079375 * 81 / 360;
        Assert.Equal(100_000, run.At($"{L} / Interest capitalised", FirstEnd), 1e-6);
        Assert.Equal(due - 100_000, run.At($"{L} / Interest paid", FirstEnd), 1e-6);
        Assert.Equal(19_500_000, run.At($"{L} / Closing balance", FirstEnd), 1e-6);
    }

    // "(II): at 7.94 % the 250,000 cap binds whenever the loan exceeds about USD 12.46M": 12.46M x 7.94 % x 91/360 is 250,078.
    [Theory]
    [InlineData(12_400_000, false)]
    [InlineData(12_450_000, false)]
    [InlineData(12_460_000, true)]
    [InlineData(12_500_000, true)]
    [InlineData(19_500_000, true)]
    public void InterestOfTheNextThreeMonths_CapOf250000_BindsAboveTwelveAndAHalfMillion(double drawn, bool binds)
    {
        var run = new SmallDeal
        {
            Index = 0.0569, Wanted = [(Closing, drawn)],
            Lines = [new() { Name = "Own / Part II", Unit = Units.Usd, Kind = LineKind.Level, Amount = new LesserOf([new StatedAmount(250_000 * Units.Usd), new LineAmount($"{L} / Interest for the next 3 months")]) }],
        }.Run();

        double interest = drawn * 0.0794 * 91 / 360;
        Assert.Equal(binds, interest > 250_000);
        Assert.Equal(binds ? 250_000 : interest, run.At("Own / Part II", ThirdEnd), 1e-6);
    }

    // On 30 September 1997, after 1/8 of 16M is paid: 14M to 31 December, of which 1/7 falls due then; 92 days of interest.
    [Fact]
    public void AmountsToCome_AfterAnInstalment_LookAtWhatIsLeft()
    {
        var run = new SmallDeal { Wanted = [(Closing, 16_000_000)], Fees = [HalfOfOnePercent], LastDraw = new(1997, 12, 31) }.Run();
        var on = new LocalDate(1997, 9, 30);

        Assert.Equal(14_000_000 * 0.079375 * 92 / 360, run.At($"{L} / Interest for the next 3 months", on), 1e-6);
        Assert.Equal(2_000_000, run.At($"{L} / Principal for the next 3 months", on), 1e-6);
        // The undrawn is 3.5M: what is repaid is not available again... and what the fee is charged on is commitment less balance.
        Assert.Equal((19_500_000 - 16_000_000) * 0.005 * 92 / 360, run.At($"{L} / Fees for the next 3 months", on), 1e-6);
    }
}
