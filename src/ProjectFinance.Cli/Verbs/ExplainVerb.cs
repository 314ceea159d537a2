using System.CommandLine;
using NodaTime;
using ProjectFinance.Deals;
using ProjectFinance.Reporting;
using ProjectFinance.Results;

namespace ProjectFinance.Cli.Verbs;

/// <summary>explain: the formula of a cell with names and values, down to inputs and clauses.</summary>
static class ExplainVerb
{
    const int Deepest = 8;

    internal static Command Command(Paper paper)
    {
        var deal = Inputs.Deal();
        var line = new Argument<string>("LINE") { Description = "The line's name, quoted: \"Project loan / Interest\"." };
        var date = new Argument<string>("DATE") { Description = "The end of the period, or a day inside it: 1996-09-30." };
        var depth = new Option<string?>("--depth") { Description = $"How many steps down, from 0 to {Deepest}. [default: 1]", HelpName = "N" };
        var market = Inputs.Market();
        var asOf = Inputs.AsOf();
        var actuals = ActualOptions.New();
        var format = Inputs.Format("table or json");
        var file = Inputs.Out();
        var command = new Command("explain", "Prints where a number comes from: its formula with names and values, and the clause.") { deal, line, date, depth, market, asOf, actuals.File, actuals.To, format, file };
        command.SetAction(parsed =>
        {
            var findings = new Findings();
            var on = findings.Try(() => Inputs.Date(parsed.GetValue(date)!, "DATE"));
            int steps = findings.Try(() => Inputs.Whole(parsed.GetValue(depth) ?? "1", 0, Deepest, "--depth"));
            var known = parsed.GetValue(asOf) is { } day ? findings.Try<LocalDate?>(() => Inputs.Date(day, "--as-of")) : null;
            bool isJson = findings.Try(() => Inputs.OneOf(parsed.GetValue(format) ?? "table", "--format", ("table", false), ("json", true)));
            var path = parsed.GetValue(file) is { } written ? findings.Try(() => OutFile.Usable(written, [parsed.GetValue(deal)!, .. parsed.GetValue(market)!, parsed.GetValue(actuals.File) ?? ""])) : null;
            var terms = findings.Try(() => Inputs.ReadDeal(parsed.GetValue(deal)!));
            var rates = Inputs.ReadMarkets(findings, parsed.GetValue(market)!);
            var happened = actuals.Read(findings, parsed);
            findings.Throw();

            var run = new Runner(DealLayout.Lay(terms!, rates, known, happened).Model).Run();
            var explanation = run.Explain(One(run.Model, parsed.GetValue(line)!).Name, on, steps);
            var text = isJson ? ExplanationJson.Write(explanation) : ExplanationText.Write(explanation);
            if (path is null) paper.Output.Write(text);
            else OutFile.Write(path, text);
            return ExitCodes.Done;
        });
        return command;
    }

    static Line One(Model model, string name)
    {
        var found = LinePattern.Find(model, name);
        return found.Length == 1 ? found[0] : throw InvalidInputException.Of($"Line pattern '{name}'", $"{found.Length} lines are like it",
            $"name one: {string.Join(", ", found.Take(6).Select(line => $"'{line.Name}'"))}{(found.Length > 6 ? ", ..." : "")}", "LINE");
    }
}
