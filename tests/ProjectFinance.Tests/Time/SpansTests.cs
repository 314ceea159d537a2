using ProjectFinance.Time;

namespace ProjectFinance.Tests.Time;

public class SpansTests
{
    // Counted on a calendar: 1996 is a leap year.
    [Theory]
    [InlineData("1997", "1996-12-31/1997-12-31", 365)]
    [InlineData("1996", "1995-12-31/1996-12-31", 366)]
    [InlineData("1997-H1", "1996-12-31/1997-06-30", 181)]
    [InlineData("1997-H2", "1997-06-30/1997-12-31", 184)]
    [InlineData("1997-Q1", "1996-12-31/1997-03-31", 90)]
    [InlineData("1997-Q3", "1997-06-30/1997-09-30", 92)]
    [InlineData("1997-Q4", "1997-09-30/1997-12-31", 92)]
    [InlineData("1997-07", "1997-06-30/1997-07-31", 31)]
    [InlineData("1996-02", "1996-01-31/1996-02-29", 29)]
    [InlineData("1996-07-11/1996-09-30", "1996-07-11/1996-09-30", 81)]
    public void Parse_Label_GivesTheDaysItStandsFor(string label, string expected, int days)
    {
        var span = Spans.Parse(label);

        Assert.Equal(expected, span.ToString());
        Assert.Equal(days, span.Days);
        Assert.Equal(span, Spans.Parse(span.ToString()));
    }

    [Theory]
    [InlineData("")]
    [InlineData("97")]
    [InlineData("0000")]
    [InlineData("19970")]
    [InlineData("1997-")]
    [InlineData("1997-H3")]
    [InlineData("1997-Q0")]
    [InlineData("1997-Q5")]
    [InlineData("1997-q3")]
    [InlineData("1997-13")]
    [InlineData("1997-00")]
    [InlineData("1997/Q3")]
    [InlineData("1997-07-11")]
    [InlineData("1997 Q3")]
    [InlineData("1996-07-11/1996-09-31")]
    [InlineData("1996-07-11/1996-09-30/1996-12-31")]
    public void TryParse_NotALabel_SaysWhatIsAllowed(string label)
    {
        Assert.False(Spans.TryParse(label, "Line 'Gold price'", "project.price", out _, out var problem));

        Assert.Equal($"Line 'Gold price': the label '{label}' is not a span of time; write a year, half-year, quarter or month as 1997, 1997-H1, 1997-Q3 or 1997-07, "
            + "or two dates as 1996-07-11/1996-09-30 (project.price)", problem.ToString());
        Assert.Throws<InvalidInputException>(() => Spans.Parse(label));
    }

    [Theory]
    [InlineData("1996-09-30/1996-07-11")]
    [InlineData("1996-09-30/1996-09-30")]
    public void TryParse_EndNotAfterStart_IsAProblem(string label)
    {
        Assert.False(Spans.TryParse(label, "Line 'Gold price'", "", out _, out var problem));
        Assert.Contains("ends on or before its start", problem.Fact, StringComparison.Ordinal);
    }
}
