using NodaTime;
using ProjectFinance.Amounts;
using ProjectFinance.Tests.Modelling;
using static ProjectFinance.Units;

namespace ProjectFinance.Tests.Amounts;

/// <summary>The algebra of amounts, on quarters of 90, 91, 92 and 92 days with flows of 10, 20, 30 and 40.</summary>
public class AmountTests
{
    readonly Model model = Small.Quarters();

    public AmountTests()
    {
        model.Line("Flow", Usd, t => 10 * t.Index * Usd);
        model.Line("Ounces", GoldOunce, _ => 5 * GoldOunce);
        model.Milestone("Completion", new LocalDate(2001, 5, 15));
    }

    static StatedAmount Usd25 { get; } = new(25 * Usd);

    static LineAmount Flow { get; } = new("Flow");

    double[] Values(Amount amount)
    {
        var write = AmountLines.Write(model, amount, "test");
        return model.Values([.. model.Periods.Select(write)]);
    }

    [Fact]
    public void Amounts_OfEachKind_AreWhatTheirWordsSay()
    {
        Assert.Equal([25, 25, 25, 25, 25], Values(Usd25));
        Assert.Equal([0, 10, 20, 30, 40], Values(Flow));
        Assert.Equal([25, 25, 25, 30, 40], Values(new GreaterOf([Usd25, Flow])));
        Assert.Equal([0, 10, 20, 25, 25], Values(new LesserOf([Usd25, Flow])));
        Assert.Equal([25, 45, 65, 85, 105], Values(new SumOf([Usd25, Flow, Flow])));
        Assert.Equal([25, 5, -15, -35, -55], Values(new DifferenceOf([Usd25, Flow, Flow])));
        Assert.Equal([0, 250, 500, 750, 1000], Values(new ProductOf([Usd25, Flow])));
        Assert.Equal([0, 1, 2, 3, 4], Values(new PercentOf(0.1, Flow)));
        Assert.Equal([25, 25, 20, 30, 40], Values(new MilestoneAmount("Completion", Usd25, Flow)));
        Assert.Equal([0, 10, 20, 30, 40], Values(new SumOf([Flow])));
    }

    // By hand from the last column back: 40 x 1.1^(-92/365), (that + 30) x 1.1^(-92/365), ...
    [Fact]
    public void PresentValue_IsOfLaterFlowsOnly()
    {
        double[] expected = new double[5];
        foreach (var (t, flow, days) in ((int, double, int)[])[(3, 40, 92), (2, 30, 92), (1, 20, 91), (0, 10, 90)])
            expected[t] = (expected[t + 1] + flow) * Math.Pow(1.1, -days / 365.0);

        Assert.Equal(expected, Values(new PresentValueOf("Flow", 0.10)), (e, v) => Math.Abs(e - v) < 1e-12);
        int lines = model.Lines.Count;
        Values(new SumOf([new PresentValueOf("Flow", 0.10), new PresentValueOf("Flow", 0.10)]));
        Assert.Equal(lines, model.Lines.Count);
        Assert.Equal([100, 90, 70, 40, 0], Values(new PresentValueOf("Flow", 0)));
    }

    // Four months from 2000-12-31 are the 90 days of the first quarter and 30 of the second's 91; on the day, only the first quarter's end lies inside.
    [Fact]
    public void NextMonths_CountPartsOfColumns_OrWholeOnesOnTheDay()
    {
        Assert.Equal([10, 20, 30, 40, 0], Values(new NextMonthsOf(3, "Flow")));
        Assert.Equal([10, 20, 30, 40, 0], Values(new NextMonthsOf(3, "Flow") { OnTheDay = true }));
        Assert.Equal([10 + 20 * 30 / 91.0, 20 + 30 * 31 / 92.0, 30 + 40 * 31 / 92.0, 40, 0], Values(new NextMonthsOf(4, "Flow")), (e, v) => Math.Abs(e - v) < 1e-12);
        Assert.Equal([10, 20, 30, 40, 0], Values(new NextMonthsOf(4, "Flow") { OnTheDay = true }));
        Assert.Equal([10 * 31 / 90.0, 20 * 30 / 91.0, 30 * 31 / 92.0, 40 * 31 / 92.0, 0], Values(new NextMonthsOf(1, "Flow")), (e, v) => Math.Abs(e - v) < 1e-12);
        Assert.Equal([0, 0, 0, 0, 0], Values(new NextMonthsOf(2, "Flow") { OnTheDay = true }));
        Assert.Equal([100, 90, 70, 40, 0], Values(new NextMonthsOf(24, "Flow")));
    }

    [Fact]
    public void Amounts_OfWhatIsNotThere_AreAllReportedWithTheirPlace()
    {
        var amount = new SumOf([new LineAmount("Flwo"), new GreaterOf([Usd25, new PresentValueOf("Nothing", 0.1)]), new NextMonthsOf(3, "Ounce")]);

        var problems = Assert.Throws<InvalidInputException>(() => AmountLines.Write(model, amount, "accounts[0].minimumBalance")).Problems;

        Assert.Equal(["accounts[0].minimumBalance.sumOf[0]", "accounts[0].minimumBalance.sumOf[1].greaterOf[1].presentValueOf.line", "accounts[0].minimumBalance.sumOf[2].nextMonthsOf.line"],
            problems.Select(p => p.Where));
        Assert.Contains("'Flow'", problems[0].Allowed, StringComparison.Ordinal);
        Assert.Contains("'Ounces'", problems[2].Allowed, StringComparison.Ordinal);
    }

    [Fact]
    public void Amount_OfAMilestoneThatIsNotThere_SaysWhere()
    {
        var problem = Small.Refused(() => AmountLines.Write(model, new MilestoneAmount("Completoin", Usd25, Flow), "lines[0].amount"));

        Assert.Contains("'Completion'", problem.Allowed, StringComparison.Ordinal);
        Assert.Equal("lines[0].amount.milestone.milestone", problem.Where);
    }

    [Fact]
    public void Amounts_OfTwoUnits_AreRefusedWhereTheyMeet()
    {
        var write = AmountLines.Write(model, new SumOf([Usd25, new LineAmount("Ounces")]), "test");

        Small.Refused(() => write(model.Periods[0]));
    }
}
