using System.CommandLine;
using NodaTime;
using ProjectFinance.Deals;
using ProjectFinance.Reporting;
using ProjectFinance.Scenarios;

namespace ProjectFinance.Cli.Verbs;

/// <summary>solve: break-even, size of a loan, reverse stress, each with its certificate.</summary>
static class SolveVerb
{
    internal static Command Command(Paper paper)
    {
        var deal = Inputs.Deal();
        var vary = new Option<string?>("--vary") { Description = "Break-even: the input to vary: a series of the market, an input line, one of its cells as LINE@DATE, or a single number.", HelpName = "INPUT" };
        var size = new Option<string?>("--size") { Description = "Size: the loan whose largest commitment is sought.", HelpName = "LOAN" };
        var stress = Several("--stress", "Reverse stress: an input and its standard deviation: 'gold = 16%' moves it by a factor, 'Milestones / Completion date = 45' adds. May be repeated.", "INPUT=SD");
        var until = Several("--until", "What is to hold: 'lowest Ratios / DSCR >= 1.20'; OP is >=, <= or =. Repeated with --vary and --size, all are to hold.", "\"LINE OP VALUE\"");
        var by = Text("--by", "With --vary: level, factor or addition. [default: level]", "KIND");
        var from = Text("--from", "With --vary: the lowest value looked at: a number, a percentage or a date. [default: from the usual values]", "A");
        var to = Text("--to", "With --vary and --size: the highest value looked at. [default: four times the usual]", "B");
        var step = Text("--step", "With --vary: only whole multiples of this. [default: a day for dates, else any number]", "S");
        var prefer = Text("--prefer", "With --vary: which of several solutions: nearest, lowest or highest. [default: nearest]", "WHICH");
        var scenarios = Text("--scenarios", "With --vary: answer in each of many scenarios, drawn as this file says.", "FILE");
        var paths = Text("--paths", "With --scenarios: how many. [default: 1000]", "N");
        var seed = Text("--seed", "With --scenarios: other numbers draw other scenarios. [default: the file's]", "S");
        var gearing = Text("--gearing", "With --size: what no gearing may exceed: 60%.", "G");
        var dscr = Text("--dscr", "With --size: what no DSCR may fall below: 1.20.", "K");
        var llcr = Text("--llcr", "With --size: what no LLCR may fall below: 1.35.", "M");
        var tail = Text("--tail", "With --size: the share of production after final maturity: 25%.", "R");
        var correlation = Several("--correlation", "With --stress: 'gold, USD LIBOR 3M = -0.2'. May be repeated. [default: none]", "A,B=RHO");
        var within = Text("--within", "With --stress: how many standard deviations are looked at. [default: 6]", "N");
        var market = Inputs.Market();
        var asOf = Inputs.AsOf();
        var actuals = ActualOptions.New();
        var format = Inputs.Format("table or json");
        var file = Inputs.Out();
        var command = new Command("solve", "Finds what makes something hold: the break-even of an input, the largest loan, or the smallest joint move that breaches.")
        {
            deal, vary, size, stress, until, by, from, to, step, prefer, scenarios, paths, seed, gearing, dscr, llcr, tail, correlation, within, market, asOf, actuals.File, actuals.To, format, file,
        };
        command.SetAction(parsed =>
        {
            var (findings, files) = (new Findings(), new Findings());
            string? Given(Option<string?> option) => parsed.GetValue(option);
            var wanted = new SolveQuestion
            {
                Vary = Given(vary), Size = Given(size), Stress = [.. parsed.GetValue(stress)!], Until = [.. parsed.GetValue(until)!],
                By = Given(by), From = Given(from), To = Given(to), Step = Given(step), Prefer = Given(prefer),
                Scenarios = Given(scenarios), Paths = Given(paths), Seed = Given(seed),
                Gearing = Given(gearing), Dscr = Given(dscr), Llcr = Given(llcr), Tail = Given(tail), Correlations = [.. parsed.GetValue(correlation)!], Within = Given(within),
                AsOf = parsed.GetValue(asOf) is { } day ? files.Try<LocalDate?>(() => Inputs.Date(day, "--as-of")) : null,
            };
            string[] read = [parsed.GetValue(deal)!, .. parsed.GetValue(market)!, .. wanted.Scenarios is { } one ? (string[])[one] : [], parsed.GetValue(actuals.File) ?? ""];
            bool isJson = findings.Try(() => Inputs.OneOf(parsed.GetValue(format) ?? "table", "--format", ("table", false), ("json", true)));
            var path = parsed.GetValue(file) is { } written ? findings.Try(() => OutFile.Usable(written, read)) : null;
            var laid = Inputs.LaidOut(files, parsed.GetValue(deal)!, parsed.GetValue(market)!, wanted.AsOf, found => actuals.Read(found, parsed));
            wanted.Refuse(findings, laid?.Model);
            var drawn = wanted.Scenarios is { } described ? findings.Try(() => Inputs.ReadScenarios(described)) : null;
            findings.Join(files);
            findings.Throw();
            return Answer(paper, laid!, wanted, drawn, isJson, path);
        });
        return command;
    }

    static int Answer(Paper paper, LaidOutDeal deal, SolveQuestion question, ScenarioTerms? drawn, bool isJson, string? path)
    {
        if (drawn is not null) return ByScenario(paper, deal, question, drawn, isJson, path);
        if (question.Vary is not null)
        {
            var solution = question.BreakEven(deal.Model).Solve();
            Write(paper, path, isJson, () => SolutionJson.Write(deal, solution), () => SolutionText.Lines(deal, solution));
            bool isNone = solution.Outcome == SolveOutcome.NeverHolds || solution.Outcome == SolveOutcome.Jump && solution.Targets[0].Comparison == Comparison.Exactly;
            return isNone || !solution.ChecksPassed ? ExitCodes.CheckFailed : ExitCodes.Done;
        }
        if (question.Size is not null)
        {
            var sized = question.Sizing().Solve(deal.Model);
            Write(paper, path, isJson, () => SolutionJson.Write(deal, sized), () => SizingText.Lines(deal, sized));
            return sized.Commitment is null || !sized.Solution.ChecksPassed ? ExitCodes.CheckFailed : ExitCodes.Done;
        }
        var stress = question.Stressed().Solve(deal.Model);
        Write(paper, path, isJson, () => SolutionJson.Write(deal, stress), () => StressText.Lines(deal, stress));
        return stress.ChecksPassed ? ExitCodes.Done : ExitCodes.CheckFailed;
    }

    static int ByScenario(Paper paper, LaidOutDeal deal, SolveQuestion question, ScenarioTerms drawn, bool isJson, string? path)
    {
        var breakEven = question.BreakEven(deal.Model);
        var solutions = breakEven.Solve(new DrawnScenarios(deal.Model, deal.AfterHistory(drawn), question.SeedGiven()), question.PathCount());
        Write(paper, path, isJson, () => SolutionJson.Write(deal, breakEven.Targets, solutions), () => ScenarioSolutionsText.Lines(deal, breakEven.Targets, solutions));
        return ExitCodes.Done;
    }

    static void Write(Paper paper, string? path, bool isJson, Func<string> json, Func<IEnumerable<TextLine>> lines)
    {
        if (path is null && !isJson)
        {
            paper.Write(lines());
            return;
        }
        var text = isJson ? json() : string.Concat(lines().Select(line => line.Text + "\n"));
        if (path is null) paper.Output.Write(text);
        else OutFile.Write(path, text);
    }

    static Option<string?> Text(string name, string description, string help) => new(name) { Description = description, HelpName = help };

    static Option<string[]> Several(string name, string description, string help) => new(name) { Description = description, HelpName = help, DefaultValueFactory = _ => [] };
}
