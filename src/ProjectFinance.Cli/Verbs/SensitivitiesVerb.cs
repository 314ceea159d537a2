using System.Collections.Immutable;
using System.CommandLine;
using NodaTime;
using ProjectFinance.Deals;
using ProjectFinance.Reporting;
using ProjectFinance.Results;

namespace ProjectFinance.Cli.Verbs;

/// <summary>sensitivities: what moves one number of a deal, and by how much.</summary>
static class SensitivitiesVerb
{
    const string Table = "table", Json = "json", Csv = "csv";
    const int Shown = 15;

    internal static Command Command(Paper paper)
    {
        var deal = Inputs.Deal();
        var of = new Option<string>("--of") { Description = "The output: LINE@DATE, 'lowest LINE', 'highest LINE', 'last LINE', 'total LINE', or LINE for what suits it.", HelpName = "OUTPUT", Required = true };
        var top = new Option<string?>("--top") { Description = $"How many inputs to show. [default: {Shown} in a table, else all]", HelpName = "N" };
        var tornado = new Option<bool>("--tornado") { Description = "The output with each input moved down and up, computed in full." };
        var range = new Option<string[]>("--range") { Description = "How far --tornado moves an input: 'gold=-20%..+10%'. May be repeated. [default: 10 %, 100 bp, 90 days]", HelpName = "INPUT=RANGE", DefaultValueFactory = _ => [] };
        var market = Inputs.Market();
        var asOf = Inputs.AsOf();
        var actuals = ActualOptions.New();
        var format = Inputs.Format("table, json or csv");
        var file = Inputs.Out();
        var command = new Command("sensitivities", "Tells how one number of a deal depends on every input, the most important first.") { deal, of, top, tornado, range, market, asOf, actuals.File, actuals.To, format, file };
        command.SetAction(parsed =>
        {
            var (findings, files) = (new Findings(), new Findings());
            var wanted = new Wanted
            {
                Output = findings.Try(() => ChosenOutput.Parse(parsed.GetValue(of)!)),
                Top = parsed.GetValue(top) is { } number ? findings.Try<int?>(() => Inputs.Whole(number, 1, int.MaxValue, "--top")) : null,
                Tornado = parsed.GetValue(tornado),
                Ranges = [.. parsed.GetValue(range)!],
                AsOf = parsed.GetValue(asOf) is { } day ? files.Try<LocalDate?>(() => Inputs.Date(day, "--as-of")) : null,
                Format = findings.Try(() => Inputs.OneOf(parsed.GetValue(format) ?? Table, "--format", (Table, Table), (Json, Json), (Csv, Csv))),
                File = parsed.GetValue(file) is { } path ? findings.Try(() => OutFile.Usable(path, [parsed.GetValue(deal)!, .. parsed.GetValue(market)!, parsed.GetValue(actuals.File) ?? ""])) : null,
            };
            if (wanted is { Tornado: false, Ranges.Length: > 0 }) findings.Add(new("Option --range", "it says how far a tornado moves inputs", "add --tornado, or leave it out", "--range"));
            var laid = Inputs.LaidOut(files, parsed.GetValue(deal)!, parsed.GetValue(market)!, wanted.AsOf, found => actuals.Read(found, parsed));
            if (laid is not null && wanted.Output is { } output) findings.Try(() => output.UnitIn(laid.Model));
            var ranges = Ranges(findings, laid?.Model, wanted.Ranges);
            findings.Join(files);
            findings.Throw();
            return Tell(paper, laid!, wanted, ranges);
        });
        return command;
    }

    static int Tell(Paper paper, LaidOutDeal deal, Wanted wanted, Dictionary<string, InputRange> ranges)
    {
        var tornado = wanted.Tornado ? Tornado.Of(deal.Model, wanted.Output!, ranges) : null;
        var report = new SensitivityReport(deal, new Runner(deal.Model).Run(), tornado?.AtPlan ?? Sensitivities.Of(deal.Model, wanted.Output!))
        {
            Tornado = tornado,
            Top = wanted.Top ?? (wanted.Format == Table ? Shown : int.MaxValue),
        };
        if (wanted is { Format: Table, File: null }) paper.Write(SensitivitiesText.Lines(report));
        else
        {
            var text = wanted.Format switch { Json => SensitivitiesJson.Write(report), Csv => SensitivitiesCsv.Write(report), _ => SensitivitiesText.Write(report) };
            if (wanted.File is null) paper.Output.Write(text);
            else OutFile.Write(wanted.File, text);
        }
        return CheckReport.Write(paper, report.Run);
    }

    static Dictionary<string, InputRange> Ranges(Findings findings, Model? model, ImmutableArray<string> written)
    {
        var ranges = new Dictionary<string, InputRange>(StringComparer.Ordinal);
        foreach (var text in written)
        {
            int at = text.LastIndexOf('=');
            if (at <= 0) findings.Add(new($"Range '{text}'", "it names no input", "write 'gold=-20%..+10%'", "--range"));
            // How a range may be written depends on what the input is counted in.
            else if (model is not null && findings.Try(() => InputRange.Parse(text[(at + 1)..], InputGroup.Find(model, text[..at].Trim()).Unit), "--range") is { } range && !ranges.TryAdd(text[..at].Trim(), range))
                findings.Add(new($"Range '{text}'", "the input has a range already", "give one range for each input", "--range"));
        }
        return ranges;
    }

    /// <summary>What the options ask for.</summary>
    sealed record Wanted
    {
        internal ChosenOutput? Output { get; init; }

        internal int? Top { get; init; }

        internal bool Tornado { get; init; }

        internal ImmutableArray<string> Ranges { get; init; } = [];

        internal LocalDate? AsOf { get; init; }

        internal string? Format { get; init; }

        internal string? File { get; init; }
    }
}
