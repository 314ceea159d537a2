using NodaTime;
using ProjectFinance.Evaluation;
using ProjectFinance.Time;
using static ProjectFinance.Units;

namespace ProjectFinance.Tests.Scenarios;

public sealed class MeasureTests
{
    readonly Model model = new(Timeline.Quarterly(new LocalDate(2026, 12, 31), new LocalDate(2027, 12, 31)));

    public MeasureTests()
    {
        model.Line("Cash / Flow", Usd, t => (t.Index switch { 0 => 5, 1 => -3, 2 => 11, _ => 2 }) * Usd);
        model.Line("Ratios / Cover", Unit.None, t => t.Index switch { 0 => 1.5, 2 => 1.2, _ => double.PositiveInfinity }, LineKind.Level);
        model.Flag("Breaches / Low", t => t.Index >= 2);
    }

    [Theory]
    [InlineData("min(Cash / Flow)", -3)]
    [InlineData("MAX( Cash / Flow )", 11)]
    [InlineData("sum(Cash / Flow)", 15)]
    [InlineData("last(Cash / Flow)", 2)]
    [InlineData("Cash / Flow@2027-06-30", -3)]
    [InlineData("Cash / Flow @ 2027-05-01", -3)]
    [InlineData("min(Ratios / Cover)", 1.2)]
    [InlineData("max(Ratios / Cover)", 1.5)]
    [InlineData("max(Breaches / Low)", 1)]
    [InlineData("sum(Breaches / Low)", 2)]
    public void Measure_OfALine_IsTheNumberMeant(string text, double expected) =>
        Assert.Equal(expected, model.Compile([Measure.Find(model, text).Formula]).Evaluate([])[0]);

    [Theory]
    [InlineData("MAX( Cash / Flow )", "max(Cash / Flow)")]
    [InlineData("Cash / Flow @ 2027-05-01", "Cash / Flow@2027-06-30")]
    public void Measure_WrittenInAnyWay_HasOneName(string text, string name) => Assert.Equal(name, Measure.Find(model, text).Name);

    [Theory]
    [InlineData("min(Cash / Flw)", "Output 'min(Cash / Flw)': the model has no line 'Cash / Flw'; did you mean 'Cash / Flow'?")]
    [InlineData("Cash / Flow", "Output 'Cash / Flow': a line has a value in every period; write min(Cash / Flow), max(Cash / Flow), sum(Cash / Flow), last(Cash / Flow) or Cash / Flow@2027-12-31")]
    [InlineData("Cash / Flow@yesterday", "Output 'Cash / Flow@yesterday': 'yesterday' is not a day of the calendar; write year, month and day as 1997-03-31")]
    [InlineData("Cash / Flow@2030-01-01", "Timeline: 2030-01-01 falls in no column; columns cover the days after 2026-12-31 up to 2027-12-31")]
    [InlineData("mean(Cash / Flow)", "Output 'mean(Cash / Flow)': the model has no line 'mean(Cash / Flow)'")]
    public void Measure_ThatMeansNothing_IsRefused(string text, string message) =>
        Assert.StartsWith(message, Assert.Throws<InvalidInputException>(() => Measure.Find(model, text)).Message, StringComparison.Ordinal);
}
