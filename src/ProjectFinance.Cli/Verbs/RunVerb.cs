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
        var actuals = ActualOptions.New();
        var of = new Option<string?>("--of") { Description = "With --actuals: one number, of which is told how much what happened of each line changes it: \"lowest Ratios / DSCR\".", HelpName = "OUTPUT" };
        var lines = new Option<string[]>("--lines") { Description = "Only lines whose name is like PATTERN; * stands for any text. May be repeated.", HelpName = "PATTERN", DefaultValueFactory = _ => [] };
        var all = new Option<bool>("--all") { Description = "Every line, also those that only help to compute others." };
        var calendar = new Option<bool>("--calendar") { Description = "The compliance calendar in place of the statement: covenant tests, duties, payments, longstops, conditions of waivers." };
        var variance = new Option<bool>("--variance") { Description = "With --actuals: what happened against the plan, in place of the statement; with --all every line and column." };
        var by = new Option<string?>("--by") { Description = "year, half, quarter or column. [default: year]", HelpName = "STEP" };
        var format = Inputs.Format("table, json, csv or html");
        var file = Inputs.Out();
        var certificate = new Option<string?>("--certificate") { Description = "Where to write the certificate of the run, which check --certificate verifies.", HelpName = "FILE" };
        var simulation = new Option<string[]>("--simulation") { Description = "With --format html: a shard of a simulation of the deal, to be shown on the page. Every shard of it is given.", HelpName = "FILE", DefaultValueFactory = _ => [] };
        var command = new Command("run", "Lays out and computes a deal; prints headline, loan schedules, statement, ratios, breaches and checks.") { deal, market, asOf, actuals.File, actuals.To, of, lines, all, calendar, variance, by, format, file, certificate, simulation };
        command.SetAction(parsed =>
        {
            var findings = new Findings();
            var wanted = new Wanted
            {
                AsOf = parsed.GetValue(asOf) is { } day ? findings.Try<LocalDate?>(() => Inputs.Date(day, "--as-of")) : null,
                Of = parsed.GetValue(of) is { } output ? findings.Try(() => ChosenOutput.Parse(output)) : null,
                Lines = [.. parsed.GetValue(lines)!],
                All = parsed.GetValue(all),
                Calendar = parsed.GetValue(calendar),
                Variance = parsed.GetValue(variance),
                By = parsed.GetValue(by) is { } step ? findings.Try<ReportingStep?>(() => Step(step)) : null,
                Format = findings.Try(() => Inputs.OneOf(parsed.GetValue(format) ?? Table, "--format", (Table, Table), (Json, Json), (Csv, Csv), (Html, Html))),
                File = parsed.GetValue(file) is { } path ? findings.Try(() => OutFile.Usable(path, [parsed.GetValue(deal)!, .. parsed.GetValue(market)!, .. parsed.GetValue(simulation)!, parsed.GetValue(actuals.File) ?? ""])) : null,
                Certificate = parsed.GetValue(certificate) is { } sealedAt ? findings.Try(() => OutFile.Usable(sealedAt, [parsed.GetValue(deal)!, .. parsed.GetValue(market)!, .. parsed.GetValue(simulation)!, parsed.GetValue(actuals.File) ?? ""])) : null,
            };
            if (wanted.Of is not null && parsed.GetValue(actuals.File) is null) findings.Add(new("Option --of", "there are no actuals that could change it", "give them with --actuals", "--of"));
            if (wanted.Variance && parsed.GetValue(actuals.File) is null) findings.Add(new("Option --variance", "there are no actuals to set against the plan", "give them with --actuals", "--variance"));
            if (wanted.Variance && (wanted.Calendar || !wanted.Lines.IsEmpty || wanted.By is not null)) findings.Add(new("Option --variance", "it is a table of its own", "leave out --calendar, --lines and --by", "--variance"));
            if (wanted is { Format: Html, Variance: true }) findings.Add(new("Option --variance", "a page always has it beside everything else", "leave --variance out", "--variance"));
            if (wanted is { Of: not null, Format: Csv }) findings.Add(new("Option --of", "--format csv has lines only", "print a table, or --format json", "--of"));
            if (wanted is { Format: Json or Csv, By: not null }) findings.Add(new("Option --by", $"--format {wanted.Format} always has every column of the model", "leave --by out, or print a table", "--by"));
            if (wanted is { Format: Html } && (!wanted.Lines.IsEmpty || wanted.All))
                findings.Add(new("Option --lines", "--format html always has the statement a lender reads, and the formula of every line", "leave --lines and --all out", "--lines"));
            if (wanted.Calendar && (wanted.Format is Json or Csv or Html || wanted.All || !wanted.Lines.IsEmpty || wanted.By is not null))
                findings.Add(new("Option --calendar", "it is a table of its own", "leave out --lines, --all, --by and --format; the calendar is also in --format json, under 'covenants'", "--calendar"));
            var terms = findings.Try(() => Inputs.ReadDeal(parsed.GetValue(deal)!));
            var known = Inputs.ReadMarkets(findings, parsed.GetValue(market)!);
            var happened = actuals.Read(findings, parsed);
            if (wanted is { File: { } one, Certificate: { } other } && Path.GetFullPath(one) == Path.GetFullPath(other))
                findings.Add(new("Option --certificate", "it names the file that --out writes", "give each a file of its own", "--certificate"));
            var shards = parsed.GetValue(simulation)!;
            if (shards.Length > 0 && wanted.Format is not Html) findings.Add(new("Option --simulation", "it is shown on a page", "add --format html, or leave it out", "--simulation"));
            var merging = Inputs.ReadShards(findings, shards);
            findings.Throw();
            return Run(paper, terms!, known, happened, wanted with { Simulation = shards.Length == 0 ? null : merging.Result() });
        });
        return command;
    }

    static int Run(Paper paper, Deal terms, Market? market, Actuals? actuals, Wanted wanted)
    {
        var deal = DealLayout.Lay(terms, market, wanted.AsOf, actuals);
        if (wanted.Simulation is { } simulated && SimulationIdentity.Problems(simulated, deal, market).ToList() is { Count: > 0 } problems) throw new InvalidInputException(problems);
        var run = new Runner(deal.Model).Run();
        if (BlockedElections.Problems(deal, run) is { IsEmpty: false } blocked) throw new InvalidInputException(blocked);
        var planned = actuals is null ? null : ComparedRun.Of(terms, market, wanted.AsOf);
        var variance = planned is null ? null : Variance.Of(deal, run, planned.Run);
        var attribution = wanted.Of is { } of ? Attributed(paper, planned!, new(deal, run), of) : null;
        if (wanted.Format == Html)
        {
            Put(paper, wanted, RunHtml.Write(deal, run, new() { By = wanted.By ?? ReportingStep.Year, Simulation = wanted.Simulation, Variance = variance, Attribution = attribution }));
        }
        else if (wanted.Format == Table)
        {
            var lines = wanted.Variance ? [] : StatementText.Lines(deal, run, new() { By = wanted.By ?? ReportingStep.Year, Lines = wanted.Lines, All = wanted.All, Calendar = wanted.Calendar });
            if (variance is not null && wanted.Lines.IsEmpty && !wanted.Calendar)
                lines = [.. lines, .. VarianceText.Lines(deal, variance, wanted.All), .. attribution is null ? [] : AttributionText.Lines(attribution, "Plan", "With what happened").Prepend(new(""))];
            if (wanted.Lines.IsEmpty && !wanted.Calendar && !wanted.Variance) lines = [.. lines, new(""), new($"Certificate  {RunCertificate.Of(deal, run).Hash}", Emphasis.Note)];
            if (wanted.File is null) paper.Write(lines);
            else OutFile.Write(wanted.File, string.Concat(lines.Select(line => line.Text + "\n")));
        }
        else
        {
            var findings = new Findings();
            var chosen = wanted.Lines.IsEmpty ? null : wanted.Lines.SelectMany(pattern => findings.Try<ImmutableArray<Line>?>(() => LinePattern.Find(deal.Model, pattern)) ?? []).Distinct().ToList();
            findings.Throw();
            Put(paper, wanted, wanted.Format == Json ? RunJson.Write(deal, run, chosen, variance, attribution) : wanted.Variance ? VarianceCsv.Write(variance!) : RunCsv.Write(run, chosen));
        }
        if (wanted.Certificate is { } path) OutFile.Write(path, RunCertificate.Of(deal, run).ToJson() + "\n");
        return CheckReport.Write(paper, run);
    }

    static Attribution Attributed(Paper paper, ComparedRun plan, ComparedRun actual, ChosenOutput of)
    {
        using var progress = paper.Terminal is { } terminal ? new ProgressLine(terminal) : null;
        return Attribution.Between(plan, actual, of, progress);
    }

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

        internal ChosenOutput? Of { get; init; }

        internal ImmutableArray<string> Lines { get; init; }

        internal bool All { get; init; }

        internal bool Calendar { get; init; }

        internal bool Variance { get; init; }

        internal ReportingStep? By { get; init; }

        internal string? Format { get; init; }

        internal string? File { get; init; }

        internal string? Certificate { get; init; }

        internal SimulationResult? Simulation { get; init; }
    }
}
