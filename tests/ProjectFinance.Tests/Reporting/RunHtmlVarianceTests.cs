using System.Xml.Linq;
using ProjectFinance.Reporting;
using ProjectFinance.Results;
using ProjectFinance.Tests.Monitoring;
using ProjectFinance.Tests.Results;
using static ProjectFinance.Tests.Monitoring.Happened;

namespace ProjectFinance.Tests.Reporting;

/// <summary>What happened against the plan on the page, by hand on the short loan: interest of the first quarter 1,000,000 x 8 % x 90/360 = 20,000.</summary>
public class RunHtmlVarianceTests
{
    static ComparedRun Plan { get; } = ComparedRun.Of(Deal.Parse(ShortLoan.Json));

    static XElement Page(ComparedRun actual, Attribution? attribution = null) =>
        RunPages.Read(RunHtml.Write(actual.Deal, actual.Run, new() { Variance = Variance.Of(actual.Deal, actual.Run, Plan.Run), Attribution = attribution }));

    [Fact]
    public void Variance_OfARun_IsOnThePageByLine()
    {
        var actual = Run((March, InterestPaid, "USD 19,500"), (March, "Loan / LIBOR fixing", "6%"));
        var page = Page(actual);
        var section = page.Section("variance");

        Assert.Equal("Actual against plan, to 2001-03-31", section.All("h2").Single().Text());
        var row = Assert.Single(section.All("table").First().Rows(), row => row[0] == InterestPaid);
        // The formula on what happened still gives 20,000: the 500 are not explained by it.
        Assert.Equal([InterestPaid, "20,000", "19,500", "(500)", "-", "(500)", "2001-03-31", "bank statement"], row);
        Assert.Contains("#variance", page.All("nav").Single().Descendants("a").Select(link => (string)link.Attribute("href")!));
        // The fixing went as planned.
        Assert.DoesNotContain(section.All("th"), head => head.Text() == "Loan / LIBOR fixing");
    }

    [Fact]
    public void Actuals_OfThePage_OpenTheirCellsAndAreMarked()
    {
        var actual = Run((March, InterestPaid, "USD 19,500"), (June, InterestPaid, "USD 21,000"));
        var page = Page(actual);
        var paid = actual.Run.Model.Find(InterestPaid);
        var cells = page.Section("variance").All("td").Where(cell => cell.Attribute("data-l") is not null).Select(cell => (cell.Text(), (string)cell.Attribute("data-l")!, (string)cell.Attribute("data-c")!)).ToList();
        int march = actual.Run.Model.Timeline.EndingOn(March).Index;

        Assert.Equal([("40,500", $"{paid.Number}", $"{march}-{march + 1}"), ("19,500", $"{paid.Number}", $"{march}"), ("21,000", $"{paid.Number}", $"{march + 1}")], cells);
        var locked = page.Section("statement").All("tr").First(row => (string?)row.Attribute("data-l") == $"{paid.Number}").Elements("td").ToList();
        Assert.True(locked[1].Has("class", "actual"));
        Assert.Contains(page.Section("statement").All("th"), head => head.Text() == "2001 A+F");
        Assert.Contains("2001-06-30", page.Section("statement").Elements("p").Single(note => note.Text().StartsWith("A: ", StringComparison.Ordinal)).Text(), StringComparison.Ordinal);
    }

    [Fact]
    public void Attribution_OfAVariance_IsBelowIt()
    {
        var actual = Run((March, PrincipalPaid, "100000"), (new(2001, 3, 29), "Indices / LIBOR", "6.5%"));
        var rows = Page(actual, Attribution.Between(Plan, actual, ChosenOutput.Parse("total Loan / Interest paid"))).Section("variance").All("table").Last().Rows();

        // By hand in the tests of variances.
        Assert.Equal(["", "share", "of it", "alone", "last"], rows[0]);
        Assert.Equal("(6,174.31)", rows.Single(row => row[0] == "Actual, Loan / Principal paid")[1]);
        Assert.Equal("81,111.11", rows.Single(row => row[0] == "Plan")[1]);
    }

    [Fact]
    public void History_ThatWentAsPlanned_SaysSo() =>
        Assert.Equal("All 1 lines of which something happened went as planned.", Page(Run((March, InterestPaid, "USD 20,000"))).Section("variance").Elements("p").Single().Text());

    [Fact]
    public void Variance_OfAnotherRun_IsRefused()
    {
        var (one, other) = (Run((March, InterestPaid, "USD 19,500")), Run((June, InterestPaid, "USD 19,500")));
        var variance = Variance.Of(one.Deal, one.Run, Plan.Run);
        var attribution = Attribution.Between(Plan, one, ChosenOutput.Parse("total Loan / Interest paid"));

        Assert.Throws<ArgumentException>(() => { RunHtml.Write(other.Deal, other.Run, new() { Variance = variance }); });
        Assert.Throws<ArgumentException>(() => { RunHtml.Write(Plan.Deal, Plan.Run, new() { Variance = variance }); });
        Assert.Throws<ArgumentException>(() => { RunHtml.Write(one.Deal, one.Run, new() { Attribution = attribution }); });
    }
}
