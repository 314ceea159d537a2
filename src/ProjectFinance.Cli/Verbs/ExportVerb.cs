using System.Collections.Immutable;
using System.CommandLine;
using System.Text;
using NodaTime;
using ProjectFinance.Deals;
using ProjectFinance.Excel;
using ProjectFinance.Reporting;
using ProjectFinance.Results;

namespace ProjectFinance.Cli.Verbs;

/// <summary>export: writes a deal's run to a file: a workbook with live formulas, a page with charts, or the numbers for other tools.</summary>
static class ExportVerb
{
    const string To = "--to", Workbook = ".xlsx", Csv = ".csv", Json = ".json", Html = ".html";

    internal static Command Command(Paper paper)
    {
        var deal = Inputs.Deal();
        var market = Inputs.Market();
        var asOf = Inputs.AsOf();
        var actuals = ActualOptions.New();
        var lines = new Option<string[]>("--lines") { Description = "Only lines whose name is like PATTERN; * stands for any text. May be repeated. Not for a workbook, whose lines need each other.", HelpName = "PATTERN", DefaultValueFactory = _ => [] };
        var file = new Option<string>(To) { Description = "The file to write, whole or not at all; its ending says what: .xlsx a workbook with live formulas, .html a page with charts, .csv or .json every value.", HelpName = "FILE", Required = true };
        var command = new Command("export", "Writes a deal's run to a file: a workbook with live formulas, a page with charts, or the numbers for other tools.") { deal, market, asOf, actuals.File, actuals.To, lines, file };
        command.SetAction(parsed =>
        {
            var findings = new Findings();
            var path = parsed.GetValue(file)!;
            string[] read = [parsed.GetValue(deal)!, .. parsed.GetValue(market)!, parsed.GetValue(actuals.File) ?? ""];
            var kind = findings.Try(() => KindOf(path));
            findings.Try(() => OutFile.Usable(path, To, read));
            var patterns = parsed.GetValue(lines)!;
            if (kind == Html && patterns.Length > 0) findings.Add(new("Option --lines", "a page has the statement a lender reads, and the formula of every line", "leave --lines out, or export to .csv or .json", "--lines"));
            if (kind == Workbook && patterns.Length > 0) findings.Add(new("Option --lines", "a workbook has every line, as its formulas refer to each other", "leave --lines out, or export to .csv or .json", "--lines"));
            var day = parsed.GetValue(asOf) is { } text ? findings.Try<LocalDate?>(() => Inputs.Date(text, "--as-of")) : null;
            var files = new Findings();
            var terms = files.Try(() => Inputs.ReadDeal(parsed.GetValue(deal)!));
            var known = Inputs.ReadMarkets(files, parsed.GetValue(market)!);
            var happened = actuals.Read(files, parsed);
            var laid = files.IsEmpty ? files.Try(() => DealLayout.Lay(terms!, known, day, happened)) : null;
            findings.Join(files);
            var chosen = laid is null || patterns.Length == 0 ? null : patterns.SelectMany(pattern => findings.Try<ImmutableArray<Line>?>(() => LinePattern.Find(laid.Model, pattern)) ?? []).Distinct().ToList();
            findings.Throw();
            return Export(paper, laid!, () => happened is null ? null : ComparedRun.Of(terms!, known, day).Run, kind!, path, chosen);
        });
        return command;
    }

    static int Export(Paper paper, LaidOutDeal deal, Func<Run?> plan, string kind, string path, IReadOnlyCollection<Line>? lines)
    {
        var run = new Runner(deal.Model).Run();
        if (BlockedElections.Problems(deal, run) is { IsEmpty: false } blocked) throw new InvalidInputException(blocked);
        OutFile.Write(path, kind switch
        {
            Workbook => DealWorkbook.Write(run, deal.Deal.Name),
            Html => Encoding.UTF8.GetBytes(RunHtml.Write(deal, run, new() { Variance = plan() is { } planned ? Variance.Of(deal, run, planned) : null })),
            Csv => Encoding.UTF8.GetBytes(RunCsv.Write(run, lines)),
            _ => Encoding.UTF8.GetBytes(RunJson.Write(deal, run, lines)),
        }, To);
        return CheckReport.Write(paper, run);
    }

    static string KindOf(string path) => Path.GetExtension(path).ToUpperInvariant() switch
    {
        ".XLSX" => Workbook,
        ".CSV" => Csv,
        ".JSON" => Json,
        ".HTML" => Html,
        var other => throw Refused(path, other.Length == 0 ? "its name has no ending, which says what to write" : $"'{Path.GetExtension(path)}' is no kind of file that can be written"),
    };

    static InvalidInputException Refused(string path, string fact) => InvalidInputException.Of($"File '{path}'", fact, $"end its name with {Workbook}, {Html}, {Csv} or {Json}", To);
}
