using System.Xml;
using System.Xml.Linq;
using ProjectFinance.Deals;
using ProjectFinance.Results;

namespace ProjectFinance.Tests.Reporting;

/// <summary>Pages of runs, read back as XML, which they must be.</summary>
static class RunPages
{
    public static TheoryData<string> Deals { get; } = ["small", "illinois-creek-1996-07", "illinois-creek-1997-01"];

    public static (LaidOutDeal Deal, Run Run) Run(string name)
    {
        var deal = name == "small" ? DealLayout.Lay(SmallDeal.Terms)
            : DealLayout.Lay(Deal.Read(Repository.PathOf("seeds", $"{name}.json")), Market.Read(Repository.PathOf("seeds", "market-1996-2001.json")));
        return (deal, new Runner(deal.Model).Run());
    }

    public static XElement Read(string page)
    {
        using var text = new StringReader(page);
        using var reader = XmlReader.Create(text, new XmlReaderSettings { DtdProcessing = DtdProcessing.Ignore });
        return XElement.Load(reader);
    }

    public static IEnumerable<XElement> All(this XElement page, string element) => page.Descendants(element);

    public static XElement Section(this XElement page, string id) => page.Descendants("section").Single(section => (string?)section.Attribute("id") == id);

    public static string Text(this XElement element) => element.Value.Trim();

    /// <summary>The rows of a table as texts, its head first.</summary>
    public static List<List<string>> Rows(this XElement table) => [.. table.Descendants("tr").Select(row => row.Elements().Select(cell => cell.Text()).ToList())];

    public static bool Has(this XElement element, string name, string value) => ((string?)element.Attribute(name))?.Split(' ').Contains(value) == true;
}
