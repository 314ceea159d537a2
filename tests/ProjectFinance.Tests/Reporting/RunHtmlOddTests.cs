using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Xml.Linq;
using ProjectFinance.Deals;
using ProjectFinance.Reporting;
using ProjectFinance.Results;

namespace ProjectFinance.Tests.Reporting;

/// <summary>Deals that have little, deals that have much, and what must not be overlooked.</summary>
public class RunHtmlOddTests
{
    const string Bare = """
        {
          "name": "No loan", "closing": "2001-02-15", "end": "2001-03-31",
          "contributions": [{ "name": "Sponsor / Paid in", "currency": "USD", "payments": [{ "date": "2001-02-15", "amount": "USD 100" }] }],
          "accounts": [{ "name": "Account", "currency": "USD", "receipts": ["Sponsor / Paid in"], "waterfall": [] }]
        }
        """;

    static (LaidOutDeal Deal, Run Run) Laid(Deal terms)
    {
        var deal = DealLayout.Lay(terms);
        return (deal, new Runner(deal.Model).Run());
    }

    static XElement Page(Deal terms) => Laid(terms) is var (deal, run) ? RunPages.Read(RunHtml.Write(deal, run)) : throw new InvalidOperationException();

    static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);

    [Fact]
    public void Page_OfADealWithAlmostNothing_IsWhole()
    {
        var page = Page(Deal.Parse(Bare));

        Assert.Empty(page.All("figure"));
        Assert.DoesNotContain(page.All("section"), section => section.Has("id", "schedules"));
        // One year, and no total of one figure.
        Assert.Equal(["Account, USD", "", "2001"], page.Section("statement").All("table").Where(table => table.Element("caption")!.Text() == "Account, USD").SelectMany(table => table.Rows()[0].Prepend(table.Element("caption")!.Text())));
        Assert.Equal(["plus Paid in", "100"], page.Section("statement").All("tr").Select(row => row.Elements().Select(cell => cell.Text())).Single(row => row.First() == "plus Paid in"));
        Assert.Equal("Nothing is due on any day.", page.Section("covenants").Elements("p").Last().Text());
    }

    // Nothing is owed before the first draw and after the last instalment, so that ratios there are infinite.
    [Theory]
    [MemberData(nameof(RunPages.Deals), MemberType = typeof(RunPages))]
    public void Page_OfADeal_HasNeitherNaNNorInfinity(string name)
    {
        var (deal, run) = RunPages.Run(name);
        var page = RunHtml.Write(deal, run);

        Assert.DoesNotContain("NaN", page, StringComparison.Ordinal);
        Assert.DoesNotContain("\u221e", page, StringComparison.Ordinal);
        Assert.DoesNotContain(">Infinity", page, StringComparison.Ordinal);
    }

    // Hebrew, an override that nothing ends, markup, and a name as long as a page.
    [Theory]
    [InlineData("\u05de\u05db\u05e8\u05d4 \u202e(abc)")]
    [InlineData("\"quotes\" & 'more' </script><script>")]
    [InlineData("an account with a name that nobody would give it and that goes on and on and on and on and on and on and on and on and on and on and on and on and on and on and on and on and on")]
    public void Names_OfAllKinds_AreTextEverywhere(string name)
    {
        var json = SmallDeal.Terms.ToJson();
        var (deal, run) = Laid(Deal.Parse(json.Replace("Proceeds Account", JsonEncodedText.Encode(name).ToString(), StringComparison.Ordinal)));
        var text = RunHtml.Write(deal, run);
        var page = RunPages.Read(text);

        Assert.Contains(page.Section("statement").All("caption"), caption => caption.Text() == $"{name}, USD");
        Assert.Equal(2, text.Split("<script").Length - 1);
        using var data = JsonDocument.Parse(page.All("script").First().Value);
        Assert.Contains(data.RootElement.GetProperty("lines").EnumerateArray(), line => line.GetProperty("name").GetString() == $"{name} / Closing balance");
    }

    [Fact]
    public void Check_ThatFails_StandsOnTop()
    {
        var deal = DealLayout.Lay(SmallDeal.Terms);
        deal.Model.Check("Checks / Mine", Units.Usd, t => t.Index == 1 ? 12.5 * Units.Usd : 0 * Units.Usd);
        var page = RunPages.Read(RunHtml.Write(deal, new Runner(deal.Model).Run()));
        var alarm = page.Section("headline").Elements().First(element => element.Name != "h2");

        Assert.True(alarm.Has("role", "alert"));
        Assert.StartsWith("! Do not rely on this page: 1 of ", alarm.Element("p")!.Text(), StringComparison.Ordinal);
        Assert.Equal("Mine: off by USD 12.5000 on 2001-03-31", alarm.All("li").Single().Text());
        Assert.Contains(page.Section("checks").All("tr"), row => row.Has("class", "warning"));
        Assert.DoesNotContain(page.Section("checks").All("table").Single().Attributes("class"), kind => kind.Value.Contains("nil", StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(RunPages.Deals), MemberType = typeof(RunPages))]
    public void Figures_OutsideTheStatement_OpenCellsWithTheirValue(string name)
    {
        var (deal, run) = RunPages.Run(name);
        var page = RunPages.Read(RunHtml.Write(deal, run));
        double Cell(XElement figure) => ((string)figure.Attribute("data-l")!).Split('+').Sum(number => run[run.Model.Lines[int.Parse(number, CultureInfo.InvariantCulture)], run.Model.Periods[int.Parse(((string)figure.Attribute("data-c")!).Split('-')[^1], CultureInfo.InvariantCulture)]]);

        var checks = page.Section("checks").All("td").Where(cell => cell.Attribute("data-l") is not null).ToList();
        Assert.Equal(run.Checks.Length, checks.Count);
        Assert.All(checks, cell => Assert.Equal(Number(cell.Text()), Math.Abs(Cell(cell))));
        foreach (var fact in page.Section("headline").All("tr").Where(row => row.Elements("th").Any(head => head.Text() is "Minimum DSCR" or "Minimum LLCR")).SelectMany(row => row.Descendants("span")).Where(span => span.Attribute("data-l") is not null))
            Assert.Equal(Number(fact.Text().Split('x')[0]), Cell(fact), 0.00501);
        foreach (var row in page.Section("covenants").All("tr").Where(row => row.Elements("td").FirstOrDefault()?.Text() == "covenant"))
            Assert.All(row.Elements("td").Skip(3).Where(cell => cell.Attribute("data-l") is not null && cell.Text().Length > 0), cell => Assert.Equal(Signed(cell.Text()), Cell(cell), 0.501));
        Assert.All(page.Section("covenants").All("table").First().Descendants("td").Where(cell => cell.Attribute("data-l") is not null && cell.Text().Length == 10), cell => Assert.Equal(1, Cell(cell)));
    }

    [Theory]
    [MemberData(nameof(RunPages.Deals), MemberType = typeof(RunPages))]
    public void Charts_OfAPage_HaveATableWithWhatIsDrawn(string name)
    {
        var (deal, run) = RunPages.Run(name);
        var page = RunPages.Read(RunHtml.Write(deal, run));

        foreach (var shape in page.All("figure").SelectMany(figure => figure.Descendants()).Where(shape => shape.Name.LocalName is "circle" or "rect" && shape.Attribute("data-l") is not null))
        {
            var wanted = ((string)shape.Attribute("data-l")!).Split('+');
            var tables = shape.Ancestors("figure").Single().All("table").ToList();
            Assert.All(wanted, line => Assert.Contains(tables.SelectMany(table => table.Descendants()), cell => ((string?)cell.Attribute("data-l"))?.Split('+').Contains(line) == true));
        }
    }

    [Theory]
    [MemberData(nameof(RunPages.Deals), MemberType = typeof(RunPages))]
    public void Headings_OfAPage_SkipNoLevel(string name)
    {
        var (deal, run) = RunPages.Run(name);
        var levels = RunPages.Read(RunHtml.Write(deal, run)).Descendants().Where(element => element.Name.LocalName is "h1" or "h2" or "h3" or "h4").Select(heading => heading.Name.LocalName[1] - '0').ToList();

        Assert.Equal(1, levels[0]);
        Assert.All(levels.Zip(levels.Skip(1)), pair => Assert.InRange(pair.Second, 2, pair.First + 1));
    }

    // Content Security Policy Level 3, section 6.7.3: base64 of the SHA-256 of what stands between the tags.
    [Fact]
    public void Policy_OfAPage_AllowsItsOwnScriptAndStyleAlone()
    {
        var (deal, run) = RunPages.Run("small");
        var text = RunHtml.Write(deal, run);
        string Hash(string element)
        {
            int from = text.IndexOf($"<{element}>", StringComparison.Ordinal) + element.Length + 2;
            return $"'sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(text[from..text.IndexOf($"</{element}>", from, StringComparison.Ordinal)])))}'";
        }

        var policy = (string)RunPages.Read(text).All("meta").Single(meta => meta.Attribute("http-equiv") is not null).Attribute("content")!;
        Assert.Equal(["default-src 'none'", $"style-src {Hash("style")}", $"script-src {Hash("script")}", "base-uri 'none'", "form-action 'none'"], policy.Split("; "));
        Assert.DoesNotContain(RunPages.Read(text).Descendants().Attributes(), attribute => attribute.Name == "style" || attribute.Name.LocalName.StartsWith("on", StringComparison.Ordinal));
    }

    // The running sums of checks would be 300 x 300 / 2 terms each, written out in every column.
    [Fact]
    public void Page_OfTwentyFiveYearsByMonth_IsBelowTwoMegabytes()
    {
        var (deal, run) = Laid(Deal.Parse(SmallDeal.Terms.ToJson().Replace("2002-12-31", "2025-12-31", StringComparison.Ordinal)) with { Step = TimelineStep.Month });
        var text = RunHtml.Write(deal, run);
        using var data = JsonDocument.Parse(RunPages.Read(text).All("script").First().Value);
        var cells = new PageCells(data.RootElement);
        var check = run.Model.Find("Checks / Proceeds Account: cash in = cash out + balance");
        var explanation = run.Explain(check.Name, deal.Deal.End);

        Assert.InRange(run.Model.Periods.Count, 300, 302);
        Assert.InRange(Encoding.UTF8.GetByteCount(text), 100_000, 2_000_000);
        Assert.Equal(explanation.Text, cells.Words(check.Number, run.Model.Periods.Count - 1));
        Assert.Equal(explanation.Parts.Select(part => part.Name), cells.Parts(check.Number, run.Model.Periods.Count - 1).Select(part => cells.Name(part.Line)));
    }

    static double Signed(string text) => text.StartsWith('(') ? -Number(text.Trim('(', ')')) : Number(text);
}
