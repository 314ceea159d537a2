using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using ProjectFinance.Deals;
using ProjectFinance.Reporting;
using ProjectFinance.Results;

namespace ProjectFinance.Tests.Reporting;

/// <summary>The figures of a page are those of the other reports, and what they open is what explanations say.</summary>
public partial class RunHtmlFigureTests
{
    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces { get; }

    static string OneSpace(string text) => Spaces.Replace(text, " ").Trim();

    // The printed statement of the small deal is in units and on one page, so that each of its rows is one line of text.
    [Fact]
    public void Statement_OfASmallDeal_IsThePrintedOne()
    {
        var (deal, run) = RunPages.Run("small");
        var printed = StatementText.Write(deal, run).Split('\n').Select(OneSpace).ToHashSet();
        var tables = RunPages.Read(RunHtml.Write(deal, run)).Section("statement").All("table").ToList();

        Assert.True(tables.Count > 4);
        Assert.All(tables.SelectMany(table => table.Element("tbody")!.Elements("tr")), row => Assert.Contains(OneSpace(string.Join(' ', row.Elements().Select(cell => cell.Text()))), printed));
    }

    [Theory]
    [MemberData(nameof(RunPages.Deals), MemberType = typeof(RunPages))]
    public void Statement_OfADeal_HasEveryFigureOfTheTable(string name)
    {
        var (deal, run) = RunPages.Run(name);
        var statement = Statement.Of(run);
        var expected = StatementRows.Of(deal, statement).SelectMany(section => section.Rows).Where(row => row.Values is not null)
            .Select(row => (row.Values!.Line.Number.ToString(CultureInfo.InvariantCulture), statement.Periods.Select((_, i) => StatementTable.Cell(statement, row, i, 1).Trim()).ToList())).ToList();
        var rows = RunPages.Read(RunHtml.Write(deal, run)).Section("statement").All("tbody").SelectMany(body => body.Elements("tr")).ToList();

        Assert.Equal(expected.Count, rows.Count);
        foreach (var ((line, figures), row) in expected.Zip(rows))
        {
            Assert.Equal(line, (string?)row.Attribute("data-l"));
            // Negative ratios stand in parentheses like all other figures.
            Assert.Equal(figures.Select(figure => figure.StartsWith('-') && figure.Length > 1 ? $"({figure[1..]})" : figure), row.Elements("td").Take(figures.Count).Select(cell => cell.Text()));
        }
    }

    [Theory]
    [MemberData(nameof(RunPages.Deals), MemberType = typeof(RunPages))]
    public void Schedules_OfADeal_OpenTheLinesTheyAreOf(string name)
    {
        var (deal, run) = RunPages.Run(name);
        foreach (var table in RunPages.Read(RunHtml.Write(deal, run)).Section("schedules").All("table"))
        {
            var heads = table.Descendants("th").Where(head => head.Has("scope", "col")).ToList();
            foreach (var row in table.Element("tbody")!.Elements("tr").Where(row => !row.Has("class", "sum")))
            {
                int column = int.Parse(((string)row.Attribute("data-c")!).Split('-')[0], CultureInfo.InvariantCulture);
                foreach (var (head, cell) in heads.Zip(row.Elements()).Where(pair => pair.First.Attribute("data-l") is not null))
                {
                    var lines = ((string)head.Attribute("data-l")!).Split('+').Select(number => run.Model.Lines[int.Parse(number, CultureInfo.InvariantCulture)]);
                    double sum = lines.Sum(line => run[line, run.Model.Periods[column]]);
                    // A figure is rounded to a unit, a ratio to hundredths, a rate to seven places.
                    if (Number(cell.Text()) is { } shown) Assert.InRange(shown - sum, -0.501, 0.501);
                }
            }
        }
    }

    [Theory]
    [MemberData(nameof(RunPages.Deals), MemberType = typeof(RunPages))]
    public void Cells_OfADeal_SayWhatExplanationsSay(string name)
    {
        var (deal, run) = RunPages.Run(name);
        using var data = JsonDocument.Parse(RunPages.Read(RunHtml.Write(deal, run)).All("script").First().Value);
        var cells = new PageCells(data.RootElement);
        // Every line in every fifth column; a prime number of columns apart, so that quarters of all kinds are met.
        foreach (var line in run.Model.Lines)
            for (int t = line.Number % 5; t < run.Model.Periods.Count; t += 5)
            {
                var explanation = run.Explain(line.Name, run.Model.Periods[t].End);
                Assert.Equal(explanation.Source, cells.Source(line.Number));
                Assert.Equal(explanation.Reasons.Select(reason => reason.Summary), cells.Texts(line.Number, "reasons", t));
                if (explanation.Shown == "none in this column") Assert.Equal("none", cells.State(line.Number, t));
                else Assert.Equal(explanation.Shown, cells.Shown(line.Number, t));
                if (explanation.IsInput) continue;
                Assert.Equal(explanation.Text, cells.Words(line.Number, t));
                Assert.Equal(explanation.Parts.Select(part => part.Name), cells.Parts(line.Number, t).Select(part => cells.Name(part.Line)));
            }
    }

    [Theory]
    [InlineData("small")]
    [InlineData("illinois-creek-1996-07")]
    [InlineData("illinois-creek-1996-11")]
    [InlineData("illinois-creek-1997-01")]
    [InlineData("illinois-creek-afterwards")]
    public void SourcesAndUses_OfADeal_AreEqual(string name)
    {
        var (deal, run) = RunPages.Run(name);
        var all = SourcesAndUses.Of(new RunPage(deal, run, new())).ToList();

        Assert.NotEmpty(all);
        // A cent, as for accounts: what is paid between them is told from what is paid out by name.
        Assert.All(all, one => Assert.Equal(one.Sources.Sum(source => source.Amount), one.Uses.Sum(use => use.Amount), 0.01));
        Assert.All(all.SelectMany(one => one.Uses), use => Assert.InRange(use.Amount, -0.01, double.MaxValue));
    }

    [Fact]
    public void Checks_OfAPage_AreThoseOfTheRun()
    {
        var (deal, run) = RunPages.Run("small");
        var rows = RunPages.Read(RunHtml.Write(deal, run)).Section("checks").All("tbody").Single().Elements("tr").Select(row => row.Elements().Select(cell => cell.Text()).ToList()).ToList();

        Assert.Equal(run.Checks.Select(check => check.Name), rows.Select(row => $"Checks / {row[0]}"));
        Assert.Equal(run.Checks.Select(check => check.Largest), rows.Select(row => double.Parse(row[2], CultureInfo.InvariantCulture)));
    }

    [Fact]
    public void Assumptions_OfAPage_AreEveryInputWithItsSource()
    {
        var (deal, run) = RunPages.Run("illinois-creek-1996-07");
        var section = RunPages.Read(RunHtml.Write(deal, run)).Section("assumptions");
        var rows = section.All("tr").ToList();

        Assert.All(run.Model.Parameters, parameter => Assert.Contains(rows, row => row.Elements().First().Text().TrimEnd('*').TrimEnd() == parameter.Name && (parameter.Source.Length == 0 || row.Elements().Last().Text() == parameter.Source)));
        Assert.All(rows.Where(row => row.Elements().Last().Text().Contains("assumption", StringComparison.Ordinal)), row => Assert.EndsWith("*", row.Elements().First().Text(), StringComparison.Ordinal));
        Assert.Contains(rows, row => row.Elements().First().Text().TrimEnd('*').TrimEnd() == "gold");
    }

    static double? Number(string text)
    {
        var digits = text.Trim('(', ')', '%', 'x', ' ');
        if (!double.TryParse(digits, NumberStyles.Number, CultureInfo.InvariantCulture, out double number)) return null;
        return (text.StartsWith('(') ? -number : number) / (text.EndsWith('%') ? 100 : 1);
    }
}
