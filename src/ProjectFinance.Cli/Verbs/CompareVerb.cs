using System.Collections.Immutable;
using System.CommandLine;
using NodaTime;
using ProjectFinance.Reporting;
using ProjectFinance.Results;

namespace ProjectFinance.Cli.Verbs;

/// <summary>compare: two deals, or one as known on two days, and the story between them.</summary>
static class CompareVerb
{
    const string Table = "table", Json = "json", Csv = "csv";

    internal static Command Command(Paper paper)
    {
        var first = new Argument<string>("FIRST") { Description = "The term sheet compared with: a JSON file." };
        var second = new Argument<string>("SECOND") { Description = "The term sheet told as a change of the first; may be the same file." };
        var market = Inputs.Market();
        var asOf = new Option<string[]>("--as-of") { Description = "The day at whose end rates, prices and amendments are known. Given twice: of the first, of the second. [default: all are known]", HelpName = "DATE", DefaultValueFactory = _ => [] };
        var lines = new Option<string[]>("--lines") { Description = "Only lines whose name is like PATTERN, whether they differ or not. May be repeated.", HelpName = "PATTERN", DefaultValueFactory = _ => [] };
        var all = new Option<bool>("--all") { Description = "Everything: citations, events on the same day, every line that differs." };
        var format = Inputs.Format("table, json or csv");
        var file = Inputs.Out();
        var secondMarket = new Option<string[]>("--second-market") { Description = "Rates and prices of the second deal, as --market. [default: those of --market]", HelpName = "FILE", DefaultValueFactory = _ => [] };
        var actuals = ActualOptions.New();
        var secondActuals = new Option<string?>("--second-actuals") { Description = "What really happened to the second deal, as --actuals. [default: that of --actuals]", HelpName = "FILE" };
        var of = new Option<string?>("--of") { Description = "One number, of which is told how much each change makes: \"lowest Ratios / DSCR\", \"total LINE\", \"LINE@DATE\".", HelpName = "OUTPUT" };
        var command = new Command("compare", "Runs two deals and tells what is different: terms, headline figures, events, lines; and what makes the difference.") { first, second, market, secondMarket, asOf, actuals.File, secondActuals, actuals.To, lines, all, of, format, file };
        command.SetAction(parsed =>
        {
            var findings = new Findings();
            ImmutableArray<string> paths = [parsed.GetValue(first)!, parsed.GetValue(second)!];
            var wanted = new Wanted
            {
                Lines = [.. parsed.GetValue(lines)!],
                All = parsed.GetValue(all),
                Format = findings.Try(() => Inputs.OneOf(parsed.GetValue(format) ?? Table, "--format", (Table, Table), (Json, Json), (Csv, Csv))),
                File = parsed.GetValue(file) is { } path ? findings.Try(() => OutFile.Usable(path, [.. paths, .. parsed.GetValue(market)!, .. parsed.GetValue(secondMarket)!, parsed.GetValue(actuals.File) ?? "", parsed.GetValue(secondActuals) ?? ""])) : null,
                Of = parsed.GetValue(of) is { } output ? findings.Try(() => ChosenOutput.Parse(output)) : null,
            };
            if (wanted is { Of: not null, Format: Csv }) findings.Add(new("Option --of", "--format csv has lines only", "print a table, or --format json", "--of"));
            var days = Days(findings, parsed.GetValue(asOf)!);
            var terms = Read(findings, paths);
            var known = Inputs.ReadMarkets(findings, parsed.GetValue(market)!);
            var others = parsed.GetValue(secondMarket)!.Length == 0 ? known : Inputs.ReadMarkets(findings, parsed.GetValue(secondMarket)!);
            ImmutableArray<Actuals?> happened = [actuals.Read(findings, parsed, secondActuals), (actuals with { File = secondActuals }).Read(findings, parsed, actuals.File)];
            if (parsed.GetValue(secondActuals) is null) happened = [happened[0], happened[0]];
            findings.Throw();
            var sides = terms.Index().Select(deal => findings.Try(() => In(paths, deal.Index, () => ComparedRun.Of(deal.Item!, deal.Index == 0 ? known : others, days[deal.Index], happened[deal.Index])))).ToList();
            findings.Throw();
            return Tell(paper, DealComparison.Of(sides[0]!, sides[1]!), wanted);
        });
        return command;
    }

    static int Tell(Paper paper, DealComparison comparison, Wanted wanted)
    {
        var attribution = wanted.Of is null ? null : Attributed(paper, comparison, wanted.Of);
        if (wanted.Format == Table)
        {
            var lines = ComparisonText.Lines(comparison, new() { Lines = wanted.Lines, All = wanted.All });
            if (attribution is not null) lines = [.. lines, new(""), .. AttributionText.Lines(attribution)];
            if (wanted.File is null) paper.Write(lines);
            else OutFile.Write(wanted.File, string.Concat(lines.Select(line => line.Text + "\n")));
        }
        else
        {
            var chosen = wanted.Lines.IsEmpty ? comparison : comparison.Only(wanted.Lines);
            var text = wanted.Format == Json ? ComparisonJson.Write(chosen, attribution) : ComparisonCsv.Write(chosen);
            if (wanted.File is null) paper.Output.Write(text);
            else OutFile.Write(wanted.File, text);
        }
        return Math.Max(CheckReport.Write(paper, comparison.First.Run, "First deal, "), CheckReport.Write(paper, comparison.Second.Run, "Second deal, "));
    }

    static Attribution Attributed(Paper paper, DealComparison comparison, ChosenOutput of)
    {
        using var progress = paper.Terminal is { } terminal ? new ProgressLine(terminal) : null;
        return Attribution.Between(comparison.First, comparison.Second, of, progress);
    }

    /// <summary>The day for each deal: none, one for both, or one each.</summary>
    static ImmutableArray<LocalDate?> Days(Findings findings, string[] written)
    {
        var days = written.Select(day => findings.Try<LocalDate?>(() => Inputs.Date(day, "--as-of"))).ToList();
        if (days.Count > 2) findings.Add(new("Option --as-of", $"it is given {days.Count} times", "give it once for both deals, or twice: of the first, of the second", "--as-of"));
        return days.Count == 0 ? [null, null] : [days[0], days[^1]];
    }

    /// <summary>Both term sheets; one that is named twice is read once.</summary>
    static ImmutableArray<Deal?> Read(Findings findings, ImmutableArray<string> paths)
    {
        var first = findings.Try(() => In(paths, 0, () => Inputs.ReadDeal(paths[0])));
        return [first, paths[1] == paths[0] ? first : findings.Try(() => In(paths, 1, () => Inputs.ReadDeal(paths[1])))];
    }

    /// <summary>Does something with one of two files; what is wrong says in which of them.</summary>
    static T In<T>(ImmutableArray<string> paths, int which, Func<T> act)
    {
        try
        {
            return act();
        }
        catch (InvalidInputException found) when (paths[0] != paths[1])
        {
            throw new InvalidInputException(found.Problems.Select(problem => problem with { Where = Place(paths[which], problem.Where) }));
        }
    }

    static string Place(string path, string where) => path.Length == 0 || where.StartsWith(path, StringComparison.Ordinal) ? where : where.Length == 0 ? path : $"{path}: {where}";

    /// <summary>What the options ask for.</summary>
    sealed record Wanted
    {
        internal ImmutableArray<string> Lines { get; init; }

        internal bool All { get; init; }

        internal string? Format { get; init; }

        internal ChosenOutput? Of { get; init; }

        internal string? File { get; init; }
    }
}
