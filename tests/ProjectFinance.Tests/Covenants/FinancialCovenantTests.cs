using ProjectFinance.Deals;
using ProjectFinance.Results;
using static ProjectFinance.Tests.Covenants.CovenantDeal;

namespace ProjectFinance.Tests.Covenants;

/// <summary>The financial covenants of 8-K 1996-07-11, Item 5(a), on figures divided by hand.</summary>
public class FinancialCovenantTests
{
    // 10,410 / 4,000 = 2.6025; from 15 November liabilities of 6,000: 10,410 / 6,000 = 1.735; from March 5,000: 2.082.
    static Run Late { get; } = Of($$"""
        "covenants": [{{RatioCovenant}}]
        """, ("1996-11-15", 6000), ("1997-03-01", 5000)).Run();

    [Fact]
    public void CurrentRatio_OnTestDates_HasItsHeadroom()
    {
        Assert.Equal(2.6025, Late.At("Covenants / Current ratio", "1996-09-30"), 1e-12);
        Assert.Equal(0.6025, Late.At("Covenants / Current ratio, headroom", "1996-09-30"), 1e-12);
        Assert.Equal(-0.265, Late.At("Covenants / Current ratio, headroom", "1996-12-31"), 1e-12);
        Assert.Equal(0.082, Late.At("Covenants / Current ratio, headroom", "1997-03-31"), 1e-12);
        Assert.Equal(2, Late.At("Covenants / Current ratio, at least", "1996-12-31"));
        // Not a test date.
        Assert.Equal(double.PositiveInfinity, Late.At("Covenants / Current ratio, headroom", "1998-03-31"));
    }

    [Fact]
    public void Breach_OfATestDate_LastsUntilALaterTestPasses() => Assert.Equal([Day("1996-12-31")], Late.Held(CurrentRatio));

    [Fact]
    public void Breach_BeforeTheFirstTest_IsNone() => Assert.Equal(Day("1997-09-30"), Of($$"""
        "covenants": [{{RatioCovenant.Replace("\"source\"", "\"from\": \"1997-09-01\", \"source\"", StringComparison.Ordinal)}}]
        """, ("1996-07-11", 6000)).Run().Spell(CurrentRatio).First);

    [Fact]
    public void Breach_AfterTheLastTest_Stays() =>
        // Tested for the last time on 31 December 1997, and nothing passes later.
        Assert.Equal((Day("1997-12-31"), Day("1998-06-30")), Of($$"""
            "covenants": [{{RatioCovenant}}]
            """, ("1997-12-01", 6000)).Run().Spell(CurrentRatio));

    // mechanics of practice: restricted cash counted or not. At 30 September 1996 it was 7,484 of 10,410 thousand: with liabilities of 4,000 the ratio is 2.6025 or (10,410 - 7,484) / 4,000 = 0.7315.
    [Theory]
    [InlineData("Company / Current assets", 2.6025, false)]
    [InlineData("Company / Current assets without restricted cash", 0.7315, true)]
    public void CurrentRatio_WithAndWithoutRestrictedCash_IsTheTermSheetsChoice(string assets, double expected, bool breached)
    {
        var deal = Of($$"""
            "covenants": [{ "name": "Current ratio", "value": { "quotientOf": { "of": "{{assets}}", "by": "Company / Current liabilities" } }, "atLeast": "2", "testDates": "1996-09-30" }]
            """.Replace("\"Company / Current assets without restricted cash\"", """{ "differenceOf": ["Company / Current assets", "USD 7484"] }""", StringComparison.Ordinal));
        var run = deal.Run();
        Assert.Equal(expected, run.At("Covenants / Current ratio", "1996-09-30"), 1e-12);
        Assert.Equal(breached, run.At(CurrentRatio, "1996-09-30") != 0);
    }

    // Tangible equity not less than 17,500,000; liabilities not more than 175 % of it: at 17,500,000 exactly 30,625,000 may be owed.
    [Theory]
    [InlineData(17_500_000, 30_625_000, 0, 0, false, false)]
    [InlineData(17_499_999, 30_000_000, -1, 624_998.25, true, false)]
    [InlineData(18_000_000, 31_500_001, 500_000, -1, false, true)]
    public void EquityAndLiabilities_AtTheirLimits_AreInBreachOnlyBeyondThem(double equity, double liabilities, double room, double debtRoom, bool low, bool high)
    {
        var run = Of(FormattableString.Invariant($$"""
            "covenants": [
              { "name": "Tangible equity", "unit": "USD", "value": "USD {{equity}}", "atLeast": "USD 17,500,000", "testDates": "1996-09-30" },
              { "name": "Total liabilities", "unit": "USD", "value": "USD {{liabilities}}", "atMost": { "percentOf": { "percent": "175%", "of": "USD {{equity}}" } }, "testDates": "1996-09-30" }]
            """)).Run();
        Assert.Equal(room, run.At("Covenants / Tangible equity, headroom", "1996-09-30"), 1e-6);
        Assert.Equal(debtRoom, run.At("Covenants / Total liabilities, headroom", "1996-09-30"), 1e-6);
        Assert.Equal((low, high), (run.At("Breaches / Tangible equity", "1996-09-30") != 0, run.At("Breaches / Total liabilities", "1996-09-30") != 0));
    }

    [Fact]
    public void Value_ThatDoesNotApply_IsNoBreach()
    {
        // No current liabilities: nothing to divide by.
        var run = Of($$"""
            "covenants": [{{RatioCovenant.Replace("\"atLeast\": \"2\"", "\"atMost\": \"2\"", StringComparison.Ordinal)}}]
            """, ("1996-07-12", 0)).Run();
        Assert.Empty(run.Held(CurrentRatio));
        Assert.Equal(double.PositiveInfinity, run.At("Covenants / Current ratio, headroom", "1996-12-31"));
    }

    [Fact]
    public void BothLimits_Given_LeaveTheLesserRoom()
    {
        var run = Of("""
            "covenants": [{ "name": "Cash", "unit": "USD", "value": "USD 300", "atLeast": "USD 100", "atMost": "USD 350", "testDates": "1996-12-31" }]
            """).Run();
        Assert.Equal(50, run.At("Covenants / Cash, headroom", "1996-12-31"));
    }

    [Fact]
    public void TestDates_InsideQuarters_BecomeColumns() => Assert.True(Of("""
        "covenants": [{ "name": "Cash", "unit": "USD", "value": "USD 300", "atLeast": "USD 100", "testDates": { "onDates": ["1996-08-15", "1997-02-03"] } }]
        """).Run().Model.Timeline.HasBoundary(Day("1996-08-15")));

    [Theory]
    [InlineData("""{ "name": "Cash", "value": "5", "testDates": "1996-12-31" }""", "it has no limit", "covenants[0]")]
    [InlineData("""{ "name": "Cash", "value": "5", "atLeast": "1", "testDates": "1996-06-30" }""", "the test date 1996-06-30 is before the closing 1996-07-11", "covenants[0].testDates")]
    [InlineData("""{ "name": "Cash", "value": "5", "atLeast": "1", "testDates": { "every": { "step": "P3M", "first": "1996-09-30", "last": "2001-12-31" } } }""", "the test date 2001-12-31 is after the end 1998-06-30", "covenants[0].testDates")]
    [InlineData("""{ "name": "Cash", "value": "5", "atLeast": "1", "testDates": "1996-12-31", "from": "1997-01-01" }""", "no test date falls on or after 1997-01-01", "covenants[0].from")]
    [InlineData("""{ "name": "Cash", "value": "5", "atLeast": "1", "testDates": "1996-12-31", "cureDays": -1 }""", "the number of days to cure a breach is -1", "covenants[0].cureDays")]
    [InlineData("""{ "name": "Cash", "value": "USD 5", "atLeast": "1", "testDates": "1996-12-31" }""", "the amount is counted in USD", "covenants[0].value")]
    [InlineData("""{ "name": "Cash", "value": "Company / Current asets", "atLeast": "1", "testDates": "1996-12-31" }""", "did you mean 'Company / Current assets'", "covenants[0].value")]
    [InlineData("""{ "name": "Cash", "value": "5", "atLeast": "1", "testDates": { "onDates": [] } }""", "no date is given", "covenants[0].testDates")]
    [InlineData("""{ "name": "Cash", "value": "5", "atLeast": "1", "testDates": "1996-12-31" }, { "name": "Cash", "value": "5", "atLeast": "1", "testDates": "1996-12-31" }""", "the name is already that of covenants[0].name", "covenants[1].name")]
    public void Covenant_ThatMakesNoSense_IsRefused(string covenant, string fact, string where)
    {
        var problem = Problem($"\"covenants\": [{covenant}]");
        Assert.Contains(fact, problem, StringComparison.Ordinal);
        Assert.Contains($"({where})", problem, StringComparison.Ordinal);
    }
}
