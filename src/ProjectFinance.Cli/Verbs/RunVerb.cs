using System.Collections.Immutable;
using System.CommandLine;
using NodaTime;
using ProjectFinance.Deals;
using ProjectFinance.Reporting;
using ProjectFinance.Results;

namespace ProjectFinance.Cli.Verbs;

/// <summary>run: lays out and evaluates a deal and prints the statement, or everything for other tools.</summary>
static class RunVerb
{
    const string Table = "table", Json = "json", Csv = "csv", Html = "html";

    internal static Command Command(Paper paper)
    {
        var deal = Inputs.Deal();
        var market = Inputs.Market();
        var asOf = Inputs.AsOf();
        var lines = new Option<string[]>("--lines") { Description = "Only lines whose name is like PATTERN; * stands for any text. May be repeated.", HelpName = "PATTERN", DefaultValueFactory = _ => [] };
        var all = new Option<bool>("--all") { Description = "Every line, also those that only help to compute others." };
        var calendar = new Option<bool>("--calendar") { Description = "The compliance calendar in place of the statement: covenant tests, duties, payments, longstops, conditions of waivers." };
        var by = new Option<string?>("--by") { Description = "year, half, quarter or column. [default: year]", HelpName = "STEP" };
        var format = Inputs.Format("table, json, csv or html");
        var file = Inputs.Out();
        var certificate = new Option<string?>("--certificate") { Description = "Where to write the certificate of the run, which check --certificate verifies.", HelpName = "FILE" };
        var simulation = new Option<string[]>("--simulation") { Description = "With --format html: a shard of a simulation of the deal, to be shown on the page. Every shard of it is given.", HelpName = "FILE", DefaultValueFactory = _ => [] };
        var command = new Command("run", "Lays out and computes a deal; prints headline, loan schedules, statement, ratios, breaches and checks.") { deal, market, asOf, lines, all, calendar, by, format, file, certificate, simulation };
        command.SetAction(parsed =>
        {
            var findings = new Findings();
            var wanted = new Wanted
            {
                AsOf = parsed.GetValue(asOf) is { } day ? findings.Try<LocalDate?>(() => Inputs.Date(day, "--as-of")) : null,
                Lines = [.. parsed.GetValue(lines)!],
                All = parsed.GetValue(all),
                Calendar = parsed.GetValue(calendar),
                By = parsed.GetValue(by) is { } step ? findings.Try<ReportingStep?>(() => Step(step)) : null,
                Format = findings.Try(() => Inputs.OneOf(parsed.GetValue(format) ?? Table, "--format", (Table, Table), (Json, Json), (Csv, Csv), (Html, Html))),
                File = parsed.GetValue(file) is { } path ? findings.Try(() => OutFile.Usable(path, [parsed.GetValue(deal)!, .. parsed.GetValue(market)!, .. parsed.GetValue(simulation)!])) : null,
                Certificate = parsed.GetValue(certificate) is { } sealedAt ? findings.Try(() => OutFile.Usable(sealedAt, [parsed.GetValue(deal)!, .. parsed.GetValue(market)!, .. parsed.GetValue(simulation)!])) : null,
            };
            if (wanted is { Format: Json or Csv, By: not null }) findings.Add(new("Option --by", $"--format {wanted.Format} always has every column of the model", "leave --by out, or print a table", "--by"));
            if (wanted is { Format: Html } && (!wanted.Lines.IsEmpty || wanted.All))
                findings.Add(new("Option --lines", "--format html always has the statement a lender reads, and the formula of every line", "leave --lines and --all out", "--lines"));
            if (wanted.Calendar && (wanted.Format is Json or Csv or Html || wanted.All || !wanted.Lines.IsEmpty || wanted.By is not null))
                findings.Add(new("Option --calendar", "it is a table of its own", "leave out --lines, --all, --by and --format; the calendar is also in --format json, under 'covenants'", "--calendar"));
            var terms = findings.Try(() => Inputs.ReadDeal(parsed.GetValue(deal)!));
            var known = Inputs.ReadMarkets(findings, parsed.GetValue(market)!);
            if (wanted is { File: { } one, Certificate: { } other } && Path.GetFullPath(one) == Path.GetFullPath(other))
                findings.Add(new("Option --certificate", "it names the file that --out writes", "give each a file of its own", "--certificate"));
            var shards = parsed.GetValue(simulation)!;
            if (shards.Length > 0 && wanted.Format is not Html) findings.Add(new("Option --simulation", "it is shown on a page", "add --format html, or leave it out", "--simulation"));
            var merging = Inputs.ReadShards(findings, shards);
            findings.Throw();
            return Run(paper, terms!, known, wanted with { Simulation = shards.Length == 0 ? null : Simulated(merging.Result(), terms!, known, wanted.AsOf) });
        });
        return command;
    }

    static int Run(Paper paper, Deal terms, Market? market, Wanted wanted)
    {
        var deal = DealLayout.Lay(terms, market, wanted.AsOf);
        var run = new Runner(deal.Model).Run();
        if (BlockedElections.Problems(deal, run) is { IsEmpty: false } blocked) throw new InvalidInputException(blocked);
        if (wanted.Format == Html)
        {
            Put(paper, wanted, RunHtml.Write(deal, run, new() { By = wanted.By ?? ReportingStep.Year, Simulation = wanted.Simulation }));
        }
        else if (wanted.Format == Table)
        {
            var lines = StatementText.Lines(deal, run, new() { By = wanted.By ?? ReportingStep.Year, Lines = wanted.Lines, All = wanted.All, Calendar = wanted.Calendar, AsOf = wanted.AsOf });
            if (wanted.Lines.IsEmpty && !wanted.Calendar) lines = [.. lines, new(""), new($"Certificate  {RunCertificate.Of(deal, run).Hash}", Emphasis.Note)];
            if (wanted.File is null) paper.Write(lines);
            else OutFile.Write(wanted.File, string.Concat(lines.Select(line => line.Text + "\n")));
        }
        else
        {
            var findings = new Findings();
            var chosen = wanted.Lines.IsEmpty ? null : wanted.Lines.SelectMany(pattern => findings.Try<ImmutableArray<Line>?>(() => LinePattern.Find(deal.Model, pattern)) ?? []).Distinct().ToList();
            findings.Throw();
            Put(paper, wanted, wanted.Format == Json ? RunJson.Write(deal, run, chosen) : RunCsv.Write(run, chosen));
        }
        if (wanted.Certificate is { } path) OutFile.Write(path, RunCertificate.Of(deal, run).ToJson() + "\n");
        return CheckReport.Write(paper, run);
    }

    static SimulationResult Simulated(SimulationResult simulated, Deal terms, Market? market, LocalDate? asOf) =>
        SimulationIdentity.Problems(simulated, terms, market, asOf).ToList() is { Count: > 0 } problems ? throw new InvalidInputException(problems) : simulated;

    static void Put(Paper paper, Wanted wanted, string text)
    {
        if (wanted.File is null) paper.Output.Write(text);
        else OutFile.Write(wanted.File, text);
    }

    static ReportingStep Step(string text) => Inputs.OneOf(text, "--by",
        ("year", ReportingStep.Year), ("half", ReportingStep.HalfYear), ("quarter", ReportingStep.Quarter), ("column", ReportingStep.Column));

    /// <summary>What the options ask for.</summary>
    sealed record Wanted
    {
        internal LocalDate? AsOf { get; init; }

        internal ImmutableArray<string> Lines { get; init; }

        internal bool All { get; init; }

        internal bool Calendar { get; init; }

        internal ReportingStep? By { get; init; }

        internal string? Format { get; init; }

        internal string? File { get; init; }

        internal string? Certificate { get; init; }

        internal SimulationResult? Simulation { get; init; }
    }
}
