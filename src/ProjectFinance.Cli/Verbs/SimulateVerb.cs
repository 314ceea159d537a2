using System.Collections.Immutable;
using System.CommandLine;
using NodaTime;
using ProjectFinance.Deals;
using ProjectFinance.Scenarios;

namespace ProjectFinance.Cli.Verbs;

/// <summary>simulate: computes a deal in many scenarios and prints distributions and probabilities, or writes one shard of them.</summary>
static class SimulateVerb
{
    // More would take years, and a count of scenarios still is exact as a double.
    const long MostPaths = 1_000_000_000_000_000;

    internal static Command Command(Paper paper)
    {
        var deal = Inputs.Deal();
        var paths = new Option<string?>("--paths") { Description = "How many scenarios.", HelpName = "N", Required = true };
        var scenarios = new Option<string?>("--scenarios") { Description = "What varies, and how: a JSON file. [default: the one file scenarios*.json beside the term sheet]", HelpName = "FILE" };
        var seed = new Option<string?>("--seed") { Description = "Other numbers draw other scenarios. [default: the scenario file's]", HelpName = "S" };
        var market = Inputs.Market();
        var asOf = Inputs.AsOf();
        var actuals = ActualOptions.New();
        var outputs = new Option<string[]>("--of") { Description = "An output: LINE@DATE, 'lowest LINE', 'highest LINE', 'last LINE', 'total LINE', or LINE for what suits it. May be repeated. [default: lowest DSCR and LLCR, outstanding at maturity, distributed in all]", HelpName = "OUTPUT", DefaultValueFactory = _ => [] };
        var bands = new Option<string[]>("--bands") { Description = "Lines whose distribution is given for every period; * stands for any text. May be repeated.", HelpName = "PATTERN", DefaultValueFactory = _ => [] };
        var quantiles = new Option<string?>("--quantiles") { Description = "Which quantiles, as fractions. [default: 0.01,0.05,0.25,0.5,0.75,0.95,0.99]", HelpName = "LIST" };
        var tail = new Option<string?>("--tail") { Description = "The part of the scenarios in the means of the lowest and the highest values. [default: 0.05]", HelpName = "FRACTION" };
        var shard = new Option<string?>("--shard") { Description = "Only part I of N, from 0/N; written for merge. [default: all]", HelpName = "I/N" };
        var threads = new Option<string?>("--threads") { Description = "How many threads; the result does not depend on it. [default: one a processor]", HelpName = "T" };
        var raw = new Option<string?>("--raw") { Description = "A folder for NumPy files of every output of every scenario.", HelpName = "FOLDER" };
        var format = Inputs.Format("table, json or csv");
        var file = Inputs.Out();
        var command = new Command("simulate", "Computes a deal in many scenarios; prints how outputs are distributed and how likely breaches and defaults are.")
            { deal, paths, seed, scenarios, market, asOf, actuals.File, actuals.To, outputs, bands, quantiles, tail, shard, threads, raw, format, file };
        command.SetAction(parsed =>
        {
            var findings = new Findings();
            var part = parsed.GetValue(shard) is { } written ? findings.Try(() => Shard.Parse(written)) : null;
            if (parsed.GetValue(shard) is not null && parsed.GetValue(format) is not null) findings.Add(new("Option --format", "a shard is written in one way", "leave it out, and give it to merge", "--format"));
            var options = new SimulationOptions
            {
                Paths = findings.Try(() => Inputs.Whole(parsed.GetValue(paths)!, 1, MostPaths, "--paths")),
                Seed = parsed.GetValue(seed) is { } number ? findings.Try<ulong?>(() => Inputs.Seed(number, "--seed")) : null,
                Outputs = [.. parsed.GetValue(outputs)!],
                Bands = [.. parsed.GetValue(bands)!],
                Threads = parsed.GetValue(threads) is { } count ? (int)findings.Try(() => Inputs.Whole(count, 1, 1024, "--threads")) : Environment.ProcessorCount,
                Shard = part ?? Shard.Whole,
                RawFolder = parsed.GetValue(raw) is { } folder ? findings.Try(() => Inputs.Folder(folder, "--raw")) : null,
            };
            if (parsed.GetValue(quantiles) is { } levels) options = options with { Quantiles = [.. levels.Split(',').Select(level => findings.Try(() => Inputs.Fraction(level.Trim(), "--quantiles")))] };
            if (parsed.GetValue(tail) is { } size) options = options with { Tail = findings.Try(() => Inputs.Fraction(size, "--tail")) };
            var random = parsed.GetValue(scenarios) ?? findings.Try(() => Inputs.ScenariosBeside(parsed.GetValue(deal)!)) ?? "";
            string[] read = [parsed.GetValue(deal)!, random, .. parsed.GetValue(market)!, parsed.GetValue(actuals.File) ?? ""];
            var wanted = new Wanted
            {
                AsOf = parsed.GetValue(asOf) is { } day ? findings.Try<LocalDate?>(() => Inputs.Date(day, "--as-of")) : null,
                Format = findings.Try(() => SimulationReport.FormatOf(parsed.GetValue(format))),
                File = parsed.GetValue(file) is { } path ? findings.Try(() => OutFile.Usable(path, read)) : null,
                IsShard = part is not null,
                Options = options,
            };
            var terms = findings.Try(() => Inputs.ReadDeal(parsed.GetValue(deal)!));
            var known = Inputs.ReadMarkets(findings, parsed.GetValue(market)!);
            var drawn = random.Length == 0 && parsed.GetValue(scenarios) is null ? null : findings.Try(() => Inputs.ReadScenarios(random));
            var happened = actuals.Read(findings, parsed);
            findings.Throw();
            return Retry.Run(paper, () => Run(paper, terms!, known, happened, drawn!, wanted));
        });
        return command;
    }

    static int Run(Paper paper, Deal terms, Market? market, Actuals? actuals, ScenarioTerms drawn, Wanted wanted)
    {
        var deal = DealLayout.Lay(terms, market, wanted.AsOf, actuals);
        var identity = SimulationIdentity.Of(terms, market, wanted.AsOf);
        identity.Add("scenarios", Hash.Of(drawn.ToJson()));
        identity.Add("scenario set", drawn.Name);
        using var interruption = new Interruption();
        using var progress = paper.Terminal is { } terminal ? new ProgressLine(terminal) : null;
        var part = deal.SimulatePart(drawn, wanted.Options with { Identity = identity.ToImmutableSortedDictionary(StringComparer.Ordinal), Progress = progress }, interruption.Token);
        progress?.Dispose();
        if (!wanted.IsShard) SimulationReport.Write(paper, SimulationPart.Merge([part]), wanted.Format, wanted.File);
        else if (wanted.File is null) paper.Output.Write(part.ToJson());
        else OutFile.Put(wanted.File, part.ToJson());
        return ExitCodes.Done;
    }

    /// <summary>What the options ask for.</summary>
    sealed record Wanted
    {
        internal LocalDate? AsOf { get; init; }

        internal ReportFormat Format { get; init; }

        internal string? File { get; init; }

        internal bool IsShard { get; init; }

        internal required SimulationOptions Options { get; init; }
    }
}
