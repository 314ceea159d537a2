using System.Collections.Immutable;
using NodaTime;
using ProjectFinance.Deals;
using ProjectFinance.Results;

namespace ProjectFinance.Reporting;

/// <summary>Prints runs for people: no line is wider than 120 characters, no colour is written.</summary>
public static class StatementText
{
    /// <summary>The headline, the schedule of each loan and the statement by year, as text that ends with a line feed.</summary>
    /// <param name="deal">The deal as laid out.</param>
    /// <param name="run">A run of its model.</param>
    /// <param name="options">What to show. The default is the statement a lender reads, by calendar year.</param>
    /// <exception cref="InvalidInputException">No line is like one of the patterns asked for.</exception>
    public static string Write(LaidOutDeal deal, Run run, StatementOptions? options = null) => Text(Lines(deal, run, options));

    /// <summary>Every line of a run of any model by year, as text that ends with a line feed.</summary>
    /// <param name="run">The run.</param>
    /// <param name="options">What to show. The default is every line, by calendar year.</param>
    /// <exception cref="InvalidInputException">No line is like one of the patterns asked for.</exception>
    public static string Write(Run run, StatementOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(run);
        var shown = options ?? new StatementOptions();
        return Text(Table(run, shown, Chosen(run.Model, shown)));
    }

    /// <summary>What <see cref="Write(LaidOutDeal, Run, StatementOptions?)"/> writes, line by line, for a terminal that can show headings and warnings.</summary>
    /// <inheritdoc cref="Write(LaidOutDeal, Run, StatementOptions?)"/>
    public static ImmutableArray<TextLine> Lines(LaidOutDeal deal, Run run, StatementOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(deal);
        ArgumentNullException.ThrowIfNull(run);
        var shown = options ?? new StatementOptions();
        if (!shown.Lines.IsEmpty) return [.. Table(run, shown, Chosen(run.Model, shown), deal.History?.To)];
        if (shown.Calendar) return [.. HeadlineText.Lines(deal, run), new(""), .. ComplianceText.Lines(deal, run)];
        var statement = Statement.Of(run, shown.By);
        var sections = shown.All ? StatementRows.Of(statement, run.Model.Lines) : StatementRows.Of(deal, statement);
        return
        [
            .. HeadlineText.Lines(deal, run), new(""),
            .. deal.Loans.SelectMany(loan => LoanSchedule.Lines(deal, run, loan)),
            .. MilestoneText.Lines(deal, run),
            .. Prose.Wrap(Legend(shown.By) + (deal.History is null ? "" : " A: actual; A+F: actual and forecast.")).Select(line => new TextLine(line, Emphasis.Note)), new(""),
            .. StatementTable.Lines(statement, sections, deal.History?.To),
        ];
    }

    static ImmutableArray<Line> Chosen(Model model, StatementOptions options) =>
        options.Lines.IsEmpty ? [.. model.Lines] : [.. Gather.Each(options.Lines, (pattern, _) => LinePattern.Find(model, pattern)).SelectMany(found => found).Distinct()];

    static IEnumerable<TextLine> Table(Run run, StatementOptions options, ImmutableArray<Line> lines, LocalDate? actualTo = null)
    {
        var statement = Statement.Of(run, options.By);
        return StatementTable.Lines(statement, StatementRows.Of(statement, lines), actualTo);
    }

    /// <summary>How the figures of a statement are read.</summary>
    internal static string Legend(ReportingStep by)
    {
        var each = by switch { ReportingStep.Year => "year", ReportingStep.HalfYear => "half-year", ReportingStep.Quarter => "quarter", _ => "column" };
        return $"Statement by {each}. Flows are summed; balances, rates and prices are as at the end, opening balances as at the start, ratios the last tested. Negative figures in parentheses; n/a: does not apply.";
    }

    static string Text(IEnumerable<TextLine> lines) => string.Concat(lines.Select(line => line.Text + "\n"));
}
