using NodaTime;
using ProjectFinance.Accounts;
using ProjectFinance.Amounts;
using ProjectFinance.Deals;
using ProjectFinance.Facilities;
using ProjectFinance.Operations;
using ProjectFinance.Rates;
using ProjectFinance.Time;

namespace ProjectFinance.Tests.Deals;

// The expected values are what sample-deal.json says, read by eye.
public class DealJsonTests
{
    static readonly Deal Sample = SampleFiles.Deal;

    [Fact]
    public void Read_SampleDeal_HasItsHeadings()
    {
        Assert.Equal("Illinois Creek, July 1996", Sample.Name);
        Assert.Equal((new LocalDate(1996, 7, 11), new LocalDate(2003, 12, 31), TimelineStep.Quarter), (Sample.Closing, Sample.End, Sample.Step));
        Assert.Equal(["Mechanical Completion", "Completion"], Sample.Milestones.Select(m => m.Name));
        Assert.Equal(new LocalDate(1997, 11, 30), Sample.Milestones[1].Longstop);
        Assert.Equal("8-K 1996-07-11", Sample.Sources["closing"]);
        Assert.Equal(0.056875, Sample.Planning!.Indices["USD LIBOR 3M"].Fraction);
        Assert.Equal(385 * (Units.Usd / Units.GoldOunce), Sample.Planning.Prices["gold"]);
    }

    [Fact]
    public void Read_SampleDeal_HasItsLoan()
    {
        var loan = Assert.Single(Sample.Facilities);
        Assert.Equal(19_500_000 * Units.Usd, loan.Commitment);
        Assert.Equal(0.0225, loan.Interest.Margin.Initial.Fraction);
        Assert.Equal(new Step<Percentage>(new OnMilestone("Completion"), 0.01875), Assert.Single(loan.Interest.Margin.Changes));
        Assert.Equal(new Every(NodaTime.Period.FromMonths(3), new(1996, 9, 30), new(2000, 12, 31)), loan.Interest.Dates);
        Assert.Equal(new IndexRounding(RoundingDirection.Up, 0.000625), loan.Interest.Rounding);
        Assert.Equal(new EstablishmentFee(292_500 * Units.Usd) { Source = "8-K 1996-07-11, Item 5(a)" }, loan.Fees[0]);
        Assert.Equal(new CommitmentFee(0.005) { Source = "8-K 1996-07-11, Item 5(a)" }, loan.Fees[1]);
        Assert.Equal(new EqualPrincipal(new OnDatesOfYear([new(9, 30), new(12, 31)], new(1997, 9, 30), new(2000, 12, 31))), loan.Repayment);
    }

    [Fact]
    public void Read_FieldsLeftOut_HaveTheDefaultsOfTheTerms()
    {
        var interest = Sample.Facilities[0].Interest;
        Assert.Equal((2, MarginChange.OnTheDay, ConstructionInterest.Paid), (interest.FixingDays, interest.MarginChange, interest.DuringConstruction));
        Assert.Same(BusinessCalendars.London, Assert.Single(interest.FixingCalendars));
        Assert.True(Sample.Facilities[0].BusinessDays.AdjustInterest);
        Assert.Equal(12, Sample.Ratios!.LookBackMonths);
        Assert.True(Sample.Accounts[0].Waterfall[0].DrawsMayFund);
        Assert.False(Sample.Accounts[0].Waterfall[^1].DrawsMayFund);
    }

    [Fact]
    public void Read_SampleDeal_HasItsMinimumBalance()
    {
        var parts = Assert.IsType<SumOf>(Sample.Accounts[0].MinimumBalance).Of;
        var greater = Assert.IsType<GreaterOf>(parts[0]).Of;
        Assert.Equal(new StatedAmount(1_500_000 * Units.Usd), greater[0]);
        Assert.Equal(new PercentOf(0.1, new PresentValueOf("Project / Net cash flow", 0.1)), greater[1]);
        Assert.Equal(new LineAmount("Project loan / Interest for the next 3 months"), Assert.IsType<LesserOf>(parts[1]).Of[1]);
        Assert.Equal(new NextMonthsOf(3, "Project / Capital costs"), parts[2]);
        Assert.Equal(new LineAmount("Project loan / Fees for the next 3 months"), parts[4]);
        Assert.Equal("Completion", Assert.IsType<MilestoneAmount>(parts[5]).Milestone);
    }

    [Fact]
    public void Read_SampleDeal_HasItsProjectAndAccount()
    {
        var project = Assert.Single(Sample.Projects);
        Assert.Equal(3000, project.Production.Amounts["1996-Q4"]);
        Assert.Equal(new UnitCost(218 * (Units.Usd / Units.GoldOunce)) { Name = "Mining and processing", Source = "plan of autumn 1996" }, Assert.Single(project.OperatingCosts));
        Assert.Equal(36_700_000, Assert.IsType<PlannedCost>(Assert.Single(project.CapitalCosts)).Plan.Amounts.Values.Sum());
        Assert.Equal(new DatedAmount(new(1996, 9, 30), 1_500_000 * Units.Usd), Assert.Single(Sample.Contributions[0].Payments));
        Assert.Equal(new DistributionTerms { AfterMilestone = "Completion" }, Sample.Accounts[0].Distribution);
        Assert.Equal(new Payment("Project / Royalty"), Sample.Accounts[0].Waterfall[0]);
    }

    [Fact]
    public void ToJson_SampleDeal_ReadsBackAsTheSame()
    {
        var json = Sample.ToJson();
        var again = Deal.Parse(json);
        Assert.Equal(json, again.ToJson());
        Assert.Equal(Sample.Facilities[0].Interest.Margin.Changes.AsEnumerable(), again.Facilities[0].Interest.Margin.Changes);
    }

    [Fact]
    public void ToJson_FieldWithItsDefault_IsLeftOut()
    {
        var json = Sample.ToJson();
        Assert.DoesNotContain("dayCount", json, StringComparison.Ordinal);
        Assert.DoesNotContain("lookAheadMonths", json, StringComparison.Ordinal);
        Assert.Contains("\"commitment\": \"USD 19,500,000\"", json, StringComparison.Ordinal);
        Assert.Contains("\"USD/oz 218\"", json, StringComparison.Ordinal);
    }

    // Every case of every closed alternative, and numbers that do not fit in the usual text.
    [Fact]
    public void ToJson_EveryAlternative_ReadsBackAsTheSame()
    {
        var loan = Sample.Facilities[0];
        OnDates dates = new([new(1998, 9, 30), new(1999, 12, 31)]);
        CalculationPeriods periods = new(new(1996, 7, 11), new(1999, 9, 30), NodaTime.Period.FromMonths(3))
        {
            Stub = StubConvention.LongBack, Roll = RollConvention.OnDay(15), FirstRegular = new(1996, 9, 15), LastRegular = new(1999, 6, 15),
        };
        TermLoan[] loans =
        [
            loan with { Name = "A", Commitment = 1_234_567.890123456 * Units.Usd, Interest = loan.Interest with { Margin = new(1.0 / 3), DuringConstruction = ConstructionInterest.Capitalised } },
            loan with { Name = "B", Repayment = new LevelPayment(dates, 0.08), Interest = loan.Interest with { Dates = dates, Margin = new(0.02) { Changes = [new(new OnDate(new(1999, 1, 1)), 0.01)] } } },
            loan with { Name = "C", Repayment = new PercentageTable([new(new(1998, 9, 30), 0.125), new(new(1999, 9, 30), 0.875)]) },
            loan with { Name = "E", Repayment = new EqualPrincipal(periods), Interest = loan.Interest with { Dates = periods, DayCount = DayCounts.Parse("BUS/252 London+New York") } },
            loan with { Name = "D", Repayment = new Bullet(new(1999, 9, 30)), Commitment = 1e21 * Units.Usd },
        ];
        var deal = Sample with { Facilities = [.. loans], Ratios = null, Lines = [new() { Name = "Own / Count", Unit = Unit.None, Kind = LineKind.Level, Amount = new LineAmount("Count") }] };

        var again = SampleFiles.ReadShape(deal.ToJson());

        Assert.Equal(deal.ToJson(), again.ToJson());
        Assert.Equal(loans.Select(x => (x.Name, x.Commitment, x.Interest.Margin.Initial)), again.Facilities.Select(x => (x.Name, x.Commitment, x.Interest.Margin.Initial)));
        Assert.Equal(loans[1].Repayment, again.Facilities[1].Repayment);
        Assert.Equal((periods, "BUS/252 London+New York"), (again.Facilities[3].Interest.Dates, again.Facilities[3].Interest.DayCount.Name));
        Assert.Equal(new LineAmount("Count"), again.Lines[0].Amount);
    }

    [Theory]
    [InlineData("Count")]
    [InlineData("USD / oz 5")]
    [InlineData("Project / Phase 2")]
    public void ToJson_LineWithAnyName_ReadsBackAsThatLine(string name)
    {
        var deal = Sample with { Lines = [Sample.Lines[0] with { Amount = new LineAmount(name) }] };
        Assert.Equal(new LineAmount(name), SampleFiles.ReadShape(deal.ToJson()).Lines[0].Amount);
    }

    [Fact]
    public void Parse_MarginThatNeverChanges_IsAPlainPercentage()
    {
        var json = File.ReadAllText(SampleFiles.DealPath).Replace("""{ "initial": "2.25%", "changes": [{ "on": "Completion", "to": "1.875%" }] }""", "\"2.25%\"", StringComparison.Ordinal);
        var margin = Deal.Parse(json).Facilities[0].Interest.Margin;
        Assert.Equal(0.0225, margin.Initial.Fraction);
        Assert.Empty(margin.Changes);
    }
}
