using NodaTime;
using ProjectFinance.Results;

namespace ProjectFinance.Tests.Results;

/// <summary>Seven quarters of numbers that can be added up in the head: 1, 2, 3, ... from the third quarter of 2001 on.</summary>
public class StatementTests
{
    static readonly Run Seven = new Runner(Model()).Run();

    [Theory]
    [InlineData(ReportingStep.Year, "2001|2002|2003")]
    [InlineData(ReportingStep.HalfYear, "2001-H2|2002-H1|2002-H2|2003-H1")]
    [InlineData(ReportingStep.Quarter, "2001-Q3|2001-Q4|2002-Q1|2002-Q2|2002-Q3|2002-Q4|2003-Q1")]
    [InlineData(ReportingStep.Column, "2001-09-30|2001-12-31|2002-03-31|2002-06-30|2002-09-30|2002-12-31|2003-03-31")]
    public void Periods_ByStep_AreLabelledByCalendar(ReportingStep by, string labels) =>
        Assert.Equal(labels.Split('|'), Statement.Of(Seven, by).Periods.Select(p => p.Label));

    [Fact]
    public void ClosingColumn_ByYear_BelongsToItsYear()
    {
        var model = new Model(Timeline.From(new LocalDate(2001, 7, 11), [new LocalDate(2001, 9, 30), new LocalDate(2002, 3, 31)]));

        Assert.Equal([("2001", 0, 1), ("2002", 2, 2)], ReportingPeriod.Of(model.Timeline, ReportingStep.Year).Select(p => (p.Label, p.First, p.Last)));
    }

    [Theory]
    [InlineData("A / Flow", new double[] { 3, 18, 7 }, 28.0)]
    [InlineData("A / Level", new double[] { 2, 6, 7 }, null)]
    [InlineData("A / Opening", new double[] { 1, 3, 7 }, null)]
    [InlineData("A / Flag", new double[] { 0, 1, 1 }, null)]
    [InlineData("Checks / Off", new double[] { 2, 6, 7 }, 7.0)]
    public void Row_ByYear_ComesTogetherByKind(string line, double[] expected, double? total)
    {
        var row = Statement.Of(Seven)[Seven.Model.Find(line)];

        Assert.Equal(expected, row.Values.Select(value => value!.Value));
        Assert.Equal(total, row.Total);
    }

    [Fact]
    public void RatioThatApplies_OnlyBeforeTheEnd_IsTheLastOfThePeriod()
    {
        // It applies in the first quarter of 2002 only, where it is 3.
        var row = Statement.Of(Seven)[Seven.Model.Find("Ratios / Now and then")];

        Assert.Equal(new double?[] { null, 3, null }, row.Values.ToArray());
    }

    [Fact]
    public void Sections_OfAModel_HaveRatiosAndChecksLast() =>
        Assert.Equal(["A", "Ratios", "Checks"], Statement.Of(Seven).Sections.Select(section => section.Name));

    [Theory]
    [InlineData("a / fl*", "A / Flow|A / Flag")]
    [InlineData("*", "A / Flow|Checks / Off|A / Level|A / Opening|A / Flag|Ratios / Now and then")]
    [InlineData("A / Le?el", "A / Level")]
    public void Pattern_OverNames_FindsLinesInOrder(string pattern, string names) =>
        Assert.Equal(names.Split('|'), LinePattern.Find(Seven.Model, pattern).Select(line => line.Name));

    [Theory]
    [InlineData("A / Flwo", "'A / Flow'")]
    [InlineData("*levle", "no line's name is like it")]
    public void Pattern_LikeNothing_NamesTheNearest(string pattern, string said) =>
        Assert.Contains(said, Assert.Throws<InvalidInputException>(() => LinePattern.Find(Seven.Model, pattern)).Message, StringComparison.Ordinal);

    static Model Model()
    {
        var model = new Model(Timeline.Quarterly(new LocalDate(2001, 6, 30), new LocalDate(2003, 3, 31)));
        static double Count(Period t) => t.Index + 1;
        model.Line("A / Flow", Units.Usd, t => Count(t) * Units.Usd);
        model.Check("Checks / Off", Units.Usd, t => -Count(t) * Units.Usd);
        model.Line("A / Level", Units.Usd, t => Count(t) * Units.Usd, LineKind.Level);
        model.Line("A / Opening", Units.Usd, t => Count(t) * Units.Usd, LineKind.Opening);
        model.Flag("A / Flag", t => t.Index > 2);
        model.Line("Ratios / Now and then", Unit.None, t => t.Index == 2 ? 3 : double.PositiveInfinity, LineKind.Level);
        return model;
    }
}
