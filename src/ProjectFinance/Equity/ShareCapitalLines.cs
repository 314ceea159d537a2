using ProjectFinance.Modelling;
using static ProjectFinance.Formula;

namespace ProjectFinance.Equity;

/// <summary>Lays out the shares of a company: issues, splits, shares outstanding, dilution and the stakes of holders. docs/facilities.md says what every line means.</summary>
static class ShareCapitalLines
{
    /// <summary>Writes the lines.</summary>
    /// <param name="model">The model; its milestones are in it already.</param>
    /// <param name="terms">Terms that have been validated.</param>
    /// <param name="where">Where the shares stand in the input: "shares[0]".</param>
    /// <param name="later">What is to be done once the names of all lines are known.</param>
    /// <exception cref="InvalidInputException">A price that is needed is not known or in another currency.</exception>
    internal static void Write(Model model, ShareCapital terms, string where, List<Action> later)
    {
        string Name(string title) => $"{terms.Name} / {title}";
        string source = terms.Sources.GetValueOrDefault("outstandingAtClosing", "");

        var issues = Gather.Each(terms.Issues, (issue, i) => (issue.Holder, Shares: ShareIssueLines.Write(model, terms.Name, issue, $"{where}.issues[{i}]", later)));
        var atClosing = model.Parameter(Name("Shares outstanding at closing"), terms.OutstandingAtClosing, source, positive: true);
        if (!terms.Splits.IsEmpty) model.Line(Name("Split factor"), Unit.None, t => Factor(terms, t), LineKind.Level, terms.Sources.GetValueOrDefault("splits", ""));
        var issued = model.Line(Name("Shares issued"), Units.Share, t => Sum(issues.Select(issue => issue.Shares[t])), LineKind.Flow, "all issues of the period");
        var outstanding = Carried(model, terms, Name("Shares outstanding"), atClosing, t => issued[t], source);
        var sinceClosing = Carried(model, terms, Name("Shares issued since closing"), 0, t => issued[t], "");
        model.Line(Name("Dilution"), Unit.None, t => Ratio(sinceClosing[t], outstanding[t], 0), LineKind.Level, "shares issued since closing / shares outstanding");
        foreach (var held in issues.Where(issue => issue.Holder is not null).GroupBy(issue => issue.Holder!))
        {
            var shares = Carried(model, terms, Name($"Shares of {held.Key}"), 0, t => Sum(held.Select(issue => issue.Shares[t])), "");
            model.Line(Name($"Stake of {held.Key}"), Unit.None, t => Ratio(shares[t], outstanding[t], 0), LineKind.Level, $"shares of {held.Key} / shares outstanding");
        }
        var before = Carried(model, terms, Name("Shares from before closing"), atClosing, _ => 0, source);
        model.Check($"Checks / {terms.Name}: shares from before closing + issued since = outstanding", Units.Share, t => before[t] + sinceClosing[t] - outstanding[t]);
    }

    /// <summary>New shares for one old share in a column; 1 where there is no split.</summary>
    static double Factor(ShareCapital terms, Period t) =>
        terms.Splits.Where(split => split.Date > t.Start && split.Date <= t.End).Aggregate(1.0, (factor, split) => factor * split.Ratio);

    /// <summary>A number of shares carried from column to column: splits come first, then what is added on the day.</summary>
    static Line Carried(Model model, ShareCapital terms, string name, Formula atStart, Func<Period, Formula> added, string source)
    {
        var line = model.Declare(name, Units.Share, LineKind.Level, source);
        line.Is(t => line.Previous(t, atStart) * Factor(terms, t) + added(t));
        return line;
    }
}
