using NodaTime;
using ProjectFinance.Deals;
using ProjectFinance.Evaluation;
using ProjectFinance.Results;

namespace ProjectFinance.Tests.Results;

public class ChosenOutputTests
{
    static readonly LaidOutDeal Deal = DealLayout.Lay(ProjectFinance.Deal.Parse(ShortLoan.Json));

    // From the loan computed by hand, see ShortLoan.
    [Theory]
    [InlineData("Loan / Interest paid", 81_111.11)]
    [InlineData("total Loan / Interest paid", 81_111.11)]
    [InlineData("Loan / Interest paid@2001-06-30", 20_222.22)]
    [InlineData(" Loan / Interest paid @ 2001-05-15 ", 20_222.22)]
    [InlineData("lowest Loan / Closing balance", 0)]
    [InlineData("highest Loan / Closing balance", 1_000_000)]
    [InlineData("last Loan / Interest paid", 20_444.44)]
    [InlineData("Loan / Closing balance", 0)]
    [InlineData("total Milestones / Completion", 3)]
    public void Find_OfAnOutputAsPeopleWriteIt_IsTheNumberByHand(string text, double expected)
    {
        var output = ChosenOutput.Parse(text);

        var program = Deal.Model.Compile([output.Find(Deal.Model)]);

        Assert.Equal(expected, program.Evaluate([])[0], 0.005);
        Assert.Equal(expected, output.In(new Runner(Deal.Model).Run())!.Value, 0.005);
    }

    [Theory]
    [InlineData("lowest", 1.5)]
    [InlineData("highest", 2)]
    [InlineData("last", 1.5)]
    [InlineData("", 1.5)]
    public void Find_OfARatioThatAppliesAtTimes_LeavesTheOthersOut(string word, double expected)
    {
        var model = new Model(Timeline.Quarterly(new(2000, 12, 31), new(2001, 12, 31)));
        double[] cash = [9, 2, 1.5, 9], service = [0, 1, 1, 0];
        var due = model.Input("Service", Unit.None, t => service[t.Index]);
        model.Line("Ratios / DSCR", Unit.None, t => Formula.Ratio(cash[t.Index], due[t], double.PositiveInfinity), LineKind.Level);
        var output = ChosenOutput.Parse($"{word} Ratios / DSCR");

        Assert.Equal(expected, model.Compile([output.Find(model)], due.Inputs).Evaluate(service)[0]);
        Assert.Equal(expected, output.In(new Runner(model).Run())!.Value);
    }

    [Theory]
    [InlineData("lowest")]
    [InlineData("highest")]
    [InlineData("last")]
    public void Find_OfARatioThatNeverApplies_IsInfinite(string word)
    {
        var model = new Model(Timeline.Quarterly(new(2000, 12, 31), new(2001, 12, 31)));
        model.Line("Ratios / DSCR", Unit.None, _ => double.PositiveInfinity, LineKind.Level);
        var output = ChosenOutput.Parse($"{word} Ratios / DSCR");

        Assert.Equal(double.PositiveInfinity, model.Compile([output.Find(model)]).Evaluate([])[0]);
        Assert.Null(output.In(new Runner(model).Run()));
    }

    [Theory]
    [InlineData("lowest Ratios / DSCR")]
    [InlineData("Ratios / DSCR@1998-03-31")]
    [InlineData("Ratios / DSCR")]
    [InlineData("total Loan / Interest")]
    public void ToString_OfWhatWasRead_IsTheText(string text) => Assert.Equal(text, ChosenOutput.Parse(text).ToString());

    [Fact]
    public void Parse_OfALineOnADate_KeepsBoth() =>
        Assert.Equal(new ChosenOutput("Ratios / DSCR", OutputMeasure.OnDate, new LocalDate(1998, 3, 31)), ChosenOutput.Parse("Ratios / DSCR@1998-03-31"));

    [Theory]
    [InlineData("", "it names no line")]
    [InlineData("lowest", "it names no line")]
    [InlineData("@1998-03-31", "it names no line")]
    [InlineData("Ratios / DSCR@1998-02-30", "'1998-02-30' is not a day of the calendar")]
    [InlineData("Ratios / DSCR@", "'' is not a day of the calendar")]
    [InlineData("lowest Ratios / DSCR@1998-03-31", "it asks for one column and for all of them")]
    public void Parse_OfWhatIsNoOutput_SaysWhatIsWrong(string text, string fact) =>
        Assert.Equal(fact, Assert.Single(Assert.Throws<InvalidInputException>(() => ChosenOutput.Parse(text)).Problems).Fact);

    [Theory]
    [InlineData("Loan / Intrest paid", "did you mean 'Loan / Interest paid'")]
    [InlineData("total Loan / Closing balance", "ask for 'lowest', 'highest' or 'last Loan / Closing balance'")]
    [InlineData("Loan / Interest paid@2010-01-01", "columns cover the days after")]
    public void Find_OfWhatTheModelLacks_SaysWhatIsAllowed(string text, string allowed) =>
        Assert.Contains(allowed, Assert.Single(Assert.Throws<InvalidInputException>(() => ChosenOutput.Parse(text).Find(Deal.Model)).Problems).Allowed, StringComparison.Ordinal);
}
