using NodaTime;
using ProjectFinance.Facilities;
using ProjectFinance.Rates;
using ProjectFinance.Results;
using ProjectFinance.Time;
using static ProjectFinance.Tests.Facilities.SmallDeal;

namespace ProjectFinance.Tests.Facilities;

/// <summary>Interest, margins, rounding and default interest, by pocket calculator.</summary>
public class InterestTests
{
    static readonly LocalDate FirstEnd = new(1996, 9, 30);
    static readonly LocalDate SecondEnd = new(1996, 12, 31);
    static readonly LocalDate ThirdEnd = new(1997, 3, 31);

    // The rate of the second period is fixed two London business days before Monday, 30 September 1996.
    static readonly (LocalDate, double)[] RecordedFixings = [(new LocalDate(1996, 7, 9), 0.056875), (new LocalDate(1996, 9, 26), 0.0555078)];

    // "Figures for the reference deal": 19.5M x 7.9375 % x 81/360 = 348,257.81; second quarter at 5.55078 + 2.25 %, 388,738.87.
    [Fact]
    public void Interest_OfTheFirstTwoPeriods_IsTheFilingsArithmetic()
    {
        var run = new SmallDeal { Fixings = RecordedFixings }.Run();

        Assert.Equal(348_257.81, run.At($"{L} / Interest paid", FirstEnd), 0.005);
        Assert.Equal(388_738.87, run.At($"{L} / Interest paid", SecondEnd), 0.005);
        Assert.Equal(0, run.At($"{L} / Interest", Closing));
    }

    // 1996 practice: up to the next sixteenth, so 5.55078 becomes 5.5625 and 5.6875 = 91/16 stays. The rest by the definition of each rounding.
    [Theory]
    [InlineData(RoundingDirection.Up, 0.000625, 0.0555078, 0.055625)]
    [InlineData(RoundingDirection.Up, 0.000625, 0.056875, 0.056875)]
    [InlineData(RoundingDirection.Up, 0.000625, 0.0568751, 0.0575)]
    [InlineData(RoundingDirection.Up, 0.00125, 0.0555078, 0.05625)]
    [InlineData(RoundingDirection.Down, 0.000625, 0.0555078, 0.055)]
    [InlineData(RoundingDirection.Down, 0.000625, 0.056875, 0.056875)]
    [InlineData(RoundingDirection.Nearest, 0.00001, 0.0555078, 0.05551)]
    [InlineData(RoundingDirection.Nearest, 0.00001, 0.0555049, 0.0555)]
    [InlineData(RoundingDirection.Nearest, 0.00001, 0.055505, 0.05551)]
    [InlineData(RoundingDirection.Nearest, 0.000625, 0.0555078, 0.055625)]
    [InlineData(RoundingDirection.Up, 0.000625, 0, 0)]
    [InlineData(RoundingDirection.Up, 0.000625, -0.0001, 0)]
    [InlineData(RoundingDirection.Down, 0.000625, -0.0001, -0.000625)]
    public void Index_Rounded_IsTheAgreedStep(RoundingDirection direction, double to, double fixing, double expected)
    {
        var deal = new SmallDeal { Index = fixing, Interest = terms => terms with { Rounding = new(direction, to) } };

        Assert.Equal(expected, deal.Run().At($"{L} / Index", FirstEnd), 1e-15);
        // As a fixing that scenarios may change.
        var model = deal.Lay().Model;
        var input = model.Find($"{L} / LIBOR fixing").Inputs[1];
        Assert.Equal(expected, new Runner(model).Run(new Dictionary<InputCell, double> { [input] = fixing }).At($"{L} / Index", FirstEnd), 1e-15);
    }

    // 15 November lies in the quarter to 31 December: 46 days at 2.25 %, 46 days (16 November to 31 December) at 1.875 %.
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Margin_StepInsideAPeriod_IsProRata(bool onADate)
    {
        var on = new LocalDate(1996, 11, 15);
        Occasion occasion = onADate ? new OnDate(on) : new OnMilestone("Completion");
        var run = new SmallDeal { Interest = terms => terms with { Margin = new(0.0225) { Changes = [new(occasion, 0.01875)] } } }.Run(completion: onADate ? null : on);

        Assert.Equal(19_500_000 * ((0.056875 + 0.0225) * 46 + (0.056875 + 0.01875) * 46) / 360, run.At($"{L} / Interest paid", SecondEnd), 1e-6);
        Assert.Equal(19_500_000 * (0.056875 + 0.0225) * 81 / 360, run.At($"{L} / Interest paid", FirstEnd), 1e-6);
        Assert.Equal(19_500_000 * (0.056875 + 0.01875) * 90 / 360, run.At($"{L} / Interest paid", ThirdEnd), 1e-6);
    }

    [Theory]
    [InlineData("1996-11-15", 0.0225, 0.01875)]
    [InlineData("1996-12-31", 0.0225, 0.01875)]
    [InlineData("1997-01-01", 0.0225, 0.0225)]
    [InlineData("1996-09-30", 0.01875, 0.01875)]
    public void Margin_FromTheNextInterestPeriod_WaitsForIt(string date, double second, double third)
    {
        var on = NodaTime.Text.LocalDatePattern.Iso.Parse(date).Value;
        foreach (bool onADate in (bool[])[true, false])
        {
            Occasion occasion = onADate ? new OnDate(on) : new OnMilestone("Completion");
            var run = new SmallDeal
            {
                Interest = terms => terms with { Margin = new(0.0225) { Changes = [new(occasion, 0.01875)] }, MarginChange = MarginChange.NextInterestPeriod },
            }.Run(completion: onADate ? null : on);

            Assert.Equal(second, run.At($"{L} / Margin", SecondEnd), 1e-15);
            Assert.Equal(third, run.At($"{L} / Margin", ThirdEnd), 1e-15);
        }
    }

    [Fact]
    public void Margin_WithTwoSteps_TakesEachInItsTurn()
    {
        var run = new SmallDeal
        {
            Interest = terms => terms with { Margin = new(0.0225) { Changes = [new(new OnDate(new(1996, 9, 30)), 0.02), new(new OnDate(new(1996, 12, 31)), 0.0175)] } },
        }.Run();

        Assert.Equal(0.0225, run.At($"{L} / Margin", FirstEnd), 1e-15);
        Assert.Equal(0.02, run.At($"{L} / Margin", SecondEnd), 1e-15);
        Assert.Equal(0.0175, run.At($"{L} / Margin", ThirdEnd), 1e-15);
    }

    // docs/facilities.md, Milestones: in column 0 the share is 1 if reached.
    [Fact]
    public void Margin_ChangedOnOrBeforeClosing_IsTheLaterOneThroughout()
    {
        var run = new SmallDeal { Interest = terms => terms with { Margin = new(0.0225) { Changes = [new(new OnDate(Closing), 0.02)] } } }.Run();

        Assert.Equal(0.02, run.At($"{L} / Margin", Closing), 1e-15);
        Assert.Equal(0.02, run.At($"{L} / Margin", FirstEnd), 1e-15);
    }

    // 30E/360: 11 July to 30 September is 79 days of 30-day months, 30 September to 31 December 90.
    [Fact]
    public void Interest_ByThirtyE360_CountsMonthsOfThirtyDays()
    {
        var run = new SmallDeal { Interest = terms => terms with { DayCount = DayCounts.ThirtyE360 } }.Run();

        Assert.Equal(19_500_000 * 0.079375 * 79 / 360, run.At($"{L} / Interest paid", FirstEnd), 1e-6);
        Assert.Equal(19_500_000 * 0.079375 * 90 / 360, run.At($"{L} / Interest paid", SecondEnd), 1e-6);
    }

    // A quarter is a quarter, whatever its days; the 81 days from closing are part of the quarter of 92 days from 30 June. The plain instalment dates split no quarter.
    [Fact]
    public void Interest_ByActualActualIcma_CountsQuartersAndTheStubBeforeThem()
    {
        var run = new SmallDeal { Interest = terms => terms with { DayCount = DayCounts.ActualActualIcma } }.Run();

        Assert.Equal(19_500_000 * 0.079375 * 81 / (4 * 92), run.At($"{L} / Interest paid", FirstEnd), 1e-6);
        Assert.Equal(19_500_000 * 0.079375 / 4, run.At($"{L} / Interest paid", SecondEnd), 1e-6);
        Assert.Equal(19_500_000 * 0.079375 / 4, run.At($"{L} / Interest paid", ThirdEnd), 1e-6);
    }

    // 31 March 1997 was Easter Monday: interest is counted to 27 March, for a whole quarter all the same.
    [Fact]
    public void Interest_ByActualActualIcmaToMovedDates_CountsWholeQuarters()
    {
        var run = new SmallDeal { Adjust = true, Interest = terms => terms with { DayCount = DayCounts.ActualActualIcma } }.Run();

        Assert.Equal(19_500_000 * 0.079375 / 4, run.At($"{L} / Interest paid", new(1997, 3, 27)), 1e-6);
    }

    // Business days in London and New York from 30 September (a Monday, counted) to 31 December 1996: 66 weekdays less Columbus Day, Veterans Day, Thanksgiving, Christmas and Boxing Day.
    [Fact]
    public void Interest_ByBusiness252_CountsTheLoansBusinessDays()
    {
        var run = new SmallDeal { Interest = terms => terms with { DayCount = DayCounts.Business252 } }.Run();

        Assert.Equal(19_500_000 * 0.079375 * 61 / 252, run.At($"{L} / Interest paid", SecondEnd), 1e-6);
    }

    // The same quarters written as periods from closing with a short first one.
    [Fact]
    public void Interest_OnCalculationPeriods_IsThatOfTheSameDates()
    {
        var periods = new CalculationPeriods(Closing, Maturity, NodaTime.Period.FromMonths(3));
        var (every, written) = (new SmallDeal().Run(), new SmallDeal { Interest = terms => terms with { Dates = periods } }.Run());

        Assert.Equal(every.Payments($"{L} / Interest paid"), written.Payments($"{L} / Interest paid"));
    }

    [Fact]
    public void Interest_ByEveryDayCount_CanBeLaidOut()
    {
        foreach (var dayCount in DayCounts.All)
        {
            var run = new SmallDeal { Adjust = true, Interest = terms => terms with { DayCount = dayCount }, Repayment = new LevelPayment(SmallDeal.SeptemberAndDecember, 0.08) }.Run();
            // The largest is 1/1: a whole year's interest for each period.
            Assert.InRange(run.At($"{L} / Interest paid", SecondEnd), 19_500_000 * 0.079375 * 0.23, 19_500_000 * 0.079375 * 1.0001);
        }
    }

    // 10M drawn and spent by 30 September; nothing comes in before 31 March 1997. 10M x 7.9375 % x 81/360 = 178,593.75 goes overdue and bears 9.9375 %.
    [Fact]
    public void Interest_Unpaid_IsCarriedWithDefaultInterestAndPaidLater()
    {
        var run = new SmallDeal
        {
            Wanted = [(Closing, 10_000_000)], Costs = [("1996-07-11/1996-09-30", 10_000_000)], PaidIn = [(ThirdEnd, 30_000_000)],
        }.Run();

        double first = 178_593.75, second = 10_000_000 * 0.079375 * 92 / 360, onDefault = first * 0.099375 * 92 / 360;
        double third = 10_000_000 * 0.079375 * 90 / 360, overdue = first + second + onDefault, onDefaultAgain = overdue * 0.099375 * 90 / 360;
        Assert.Equal(first, run.At($"{L} / Interest overdue", FirstEnd), 1e-6);
        Assert.Equal(onDefault, run.At($"{L} / Default interest", SecondEnd), 1e-6);
        Assert.Equal(overdue, run.At($"{L} / Interest overdue", SecondEnd), 1e-6);
        Assert.Equal(0, run.At($"{L} / Interest paid", SecondEnd));
        Assert.Equal(overdue + third + onDefaultAgain, run.At($"{L} / Interest paid", ThirdEnd), 1e-6);
        Assert.Equal(0, run.At($"{L} / Interest overdue", ThirdEnd));
        Assert.Equal(10_000_000, run.At($"{L} / Closing balance", ThirdEnd), 1e-6);
    }

    // Overdue principal stays in the balance, which bears the rate; only the default margin comes on top.
    [Fact]
    public void Principal_Unpaid_BearsTheDefaultMarginOnTop()
    {
        var (due, next) = (new LocalDate(1996, 12, 31), ThirdEnd);
        var run = new SmallDeal
        {
            Wanted = [(Closing, 1_000_000)], Repayment = new Bullet(due), Costs = [("1996-Q4", 1_000_000)],
            PaidIn = [(FirstEnd, 1_000_000 * 0.079375 * 81 / 360), (due, 1_000_000 * 0.079375 * 92 / 360), (next, 2_000_000)],
        }.Run();

        Assert.Equal(1_000_000, run.At($"{L} / Principal overdue", due), 1e-6);
        Assert.Equal(1_000_000 * 0.02 * 90 / 360, run.At($"{L} / Default interest", next), 1e-6);
        Assert.Equal(1_000_000 * (0.079375 + 0.02) * 90 / 360, run.At($"{L} / Interest paid", next), 1e-6);
        Assert.Equal(0, run.At($"{L} / Closing balance", next), 1e-6);
        Assert.Equal(0, run.At($"{L} / Principal scheduled", next));
    }

    [Fact]
    public void Loan_WithoutInterestOrFees_OnlyRepays()
    {
        var run = new SmallDeal
        {
            Index = 0, Interest = terms => terms with { Margin = new(0) }, Repayment = new LevelPayment(SeptemberAndDecember, 0),
        }.Run();

        Assert.Empty(run.Payments($"{L} / Interest paid"));
        Assert.Equal(Enumerable.Repeat(2_437_500.0, 8), run.Payments($"{L} / Principal paid").Select(p => p.Amount));
    }
}
