using System.Text;
using System.Xml.Linq;
using ProjectFinance.Deals;
using ProjectFinance.Reporting;
using ProjectFinance.Results;
using ProjectFinance.Scenarios;
using ProjectFinance.Tests.Scenarios;

namespace ProjectFinance.Tests.Reporting;

public class RunHtmlTests
{
    static XElement PageOf(string deal)
    {
        var (laid, run) = RunPages.Run(deal);
        return RunPages.Read(RunHtml.Write(laid, run));
    }

    [Fact]
    public void Page_OfARun_HasItsPartsInOrder()
    {
        var page = PageOf("small");

        Assert.Equal(["headline", "charts", "statement", "schedules", "covenants", "checks", "assumptions", "formulas", "certificate"], page.All("section").Select(section => (string)section.Attribute("id")!));
        Assert.Equal(page.All("section").Select(section => $"#{(string)section.Attribute("id")!}"), page.All("nav").Single().Descendants("a").Select(link => (string)link.Attribute("href")!));
        Assert.Equal("A small mine", page.All("h1").Single().Text());
        Assert.Equal("A small mine", page.All("title").First().Text());
    }

    [Theory]
    [MemberData(nameof(RunPages.Deals), MemberType = typeof(RunPages))]
    public void Page_OfARun_ReferencesNothingOutsideIt(string deal)
    {
        var (laid, run) = RunPages.Run(deal);
        var page = RunHtml.Write(laid, run);
        var read = RunPages.Read(page);

        Assert.DoesNotContain("://", page, StringComparison.Ordinal);
        Assert.Empty(read.All("link").Concat(read.All("img")).Concat(read.All("iframe")));
        Assert.All(read.DescendantsAndSelf().Attributes().Where(attribute => attribute.Name.LocalName is "href" or "src" or "xlink:href"), attribute => Assert.StartsWith("#", attribute.Value, StringComparison.Ordinal));
        Assert.All(read.DescendantsAndSelf().Attributes().Where(attribute => attribute.Value.Contains("url(", StringComparison.Ordinal)), attribute => Assert.StartsWith("url(#p", attribute.Value, StringComparison.Ordinal));
        Assert.DoesNotContain("url(", read.All("style").Single().Value, StringComparison.Ordinal);
        Assert.DoesNotContain("@import", read.All("style").Single().Value, StringComparison.Ordinal);
    }

    [Fact]
    public void Page_OfTheSameDeal_IsTheSameText()
    {
        var (first, run) = RunPages.Run("illinois-creek-1996-07");
        var (second, again) = RunPages.Run("illinois-creek-1996-07");

        Assert.Equal(RunHtml.Write(first, run), RunHtml.Write(second, again));
    }

    // What a mail takes, and a browser opens at once.
    [Theory]
    [MemberData(nameof(RunPages.Deals), MemberType = typeof(RunPages))]
    public void Page_OfADeal_IsBelowTwoMegabytes(string deal)
    {
        var (laid, run) = RunPages.Run(deal);

        Assert.InRange(Encoding.UTF8.GetByteCount(RunHtml.Write(laid, run)), 10_000, 2_000_000);
    }

    [Theory]
    [MemberData(nameof(RunPages.Deals), MemberType = typeof(RunPages))]
    public void Tables_OfAPage_AreTables(string deal)
    {
        foreach (var table in PageOf(deal).All("table"))
        {
            Assert.All(table.Descendants("th"), heading => Assert.Contains((string?)heading.Attribute("scope"), new[] { "col", "row" }));
            Assert.All(table.Descendants("tr").Select(row => row.Elements().Count()), width => Assert.Equal(table.Descendants("tr").First().Elements().Count(), width));
            Assert.True(table.Element("caption") is not null || table.Has("class", "facts"));
        }
    }

    [Theory]
    [MemberData(nameof(RunPages.Deals), MemberType = typeof(RunPages))]
    public void Charts_OfAPage_SayWhatTheyShow(string deal)
    {
        var page = PageOf(deal);
        var ids = page.DescendantsAndSelf().Attributes("id").Select(id => id.Value).ToList();

        Assert.Equal(ids.Count, ids.Distinct().Count());
        foreach (var figure in page.All("figure"))
        {
            var drawing = figure.Descendants("svg").Single(svg => (string?)svg.Attribute("role") == "img");
            Assert.All(((string)drawing.Attribute("aria-labelledby")!).Split(' '), id => Assert.NotEqual("", page.DescendantsAndSelf().Single(element => (string?)element.Attribute("id") == id).Text()));
            Assert.NotEqual("", figure.Descendants("span").First(span => span.Has("class", "unit")).Text());
            Assert.DoesNotContain("NaN", figure.ToString(), StringComparison.Ordinal);
        }
        Assert.Subset(ids.ToHashSet(), new HashSet<string>(["chart-debt-0", "chart-cover", "chart-sources-0", "chart-waterfall-0"]));
    }

    [Fact]
    public void Names_OfMarkup_AreText()
    {
        const string Name = "</title><script>alert(\"a & b's\")</script><!-- ]]> {0} &amp;";
        var terms = Deal.Parse(SmallDeal.Terms.ToJson().Replace("Proceeds Account", "Pro<b>&'ceeds", StringComparison.Ordinal)) with { Name = Name, About = "<img src=x onerror=alert(1)>" };
        var laid = DealLayout.Lay(terms);
        var text = RunHtml.Write(laid, new Runner(laid.Model).Run());
        var page = RunPages.Read(text);

        Assert.Equal(Name, page.All("h1").Single().Text());
        Assert.Equal("<img src=x onerror=alert(1)>", page.All("header").Single().Elements("p").First().Text());
        // The data and the script of the page itself.
        Assert.Equal(2, page.All("script").Count());
        Assert.Equal(2, text.Split("<script").Length - 1);
        Assert.DoesNotContain("<b>", text, StringComparison.Ordinal);
        Assert.Contains(page.Section("statement").All("caption"), caption => caption.Text() == "Pro<b>&'ceeds, USD");
    }

    [Fact]
    public void ControlCharacters_InANote_AreSpaces()
    {
        var laid = DealLayout.Lay(SmallDeal.Terms with { About = "a\u0000b\u001bc\ud800d" });

        Assert.Equal("a b c\ufffdd", RunPages.Read(RunHtml.Write(laid, new Runner(laid.Model).Run())).All("header").Single().Elements("p").First().Text());
    }

    [Fact]
    public void Simulation_OfTheDeal_IsShown()
    {
        var laid = SimulatedDeal.Lay();
        var result = SimulationPart.Merge([SimulatedDeal.Part(0, 1)]);
        var section = RunPages.Read(RunHtml.Write(laid, new Runner(laid.Model).Run(), new() { Simulation = result })).Section("simulation");

        Assert.Equal(["chart-band-0", "chart-band-1"], section.All("figure").Select(figure => (string)figure.Attribute("id")!));
        Assert.Equal("22,222 scenarios, seed 7.", section.Elements("p").First().Text());
        var probability = section.All("table").Single(table => table.Element("caption")!.Text() == "Breaches").Rows().Single(row => row[0] == "Any breach")[1];
        Assert.Equal(FormattableString.Invariant($"{result.Events.Single(one => one.Name == "Any breach").Probability * 100:0.00}%"), probability);
    }

    [Fact]
    public void Simulation_OfAnotherDeal_IsRefused()
    {
        var result = SimulationPart.Merge([SimulatedDeal.Part(0, 1)]);
        var renamed = DealLayout.Lay(SmallDeal.Terms with { Name = "Another mine" });
        var longer = DealLayout.Lay(SmallDeal.Terms with { ColumnEnds = [new(2001, 2, 28)] });

        foreach (var laid in new[] { renamed, longer })
        {
            var found = Assert.Throws<InvalidInputException>(() => { RunHtml.Write(laid, new Runner(laid.Model).Run(), new() { Simulation = result }); });
            Assert.Equal("Simulation", Assert.Single(found.Problems).Subject);
        }
    }

    [Fact]
    public void Run_OfAnotherModel_IsRefused()
    {
        var (deal, _) = RunPages.Run("small");
        var (_, other) = RunPages.Run("small");

        Assert.Throws<ArgumentException>(() => { RunHtml.Write(deal, other); });
        Assert.Throws<ArgumentNullException>(() => { RunHtml.Write(deal, null!); });
    }
}
