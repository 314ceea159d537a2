using System.CommandLine;

namespace ProjectFinance.Cli.Verbs;

/// <summary>eval: answers requests of other programs, one a line.</summary>
static class EvalVerb
{
    internal static Command Command(Paper paper)
    {
        var lines = new Option<bool>("--jsonl") { Description = "Requests and answers as JSON, one a line. The only form there is." };
        var command = new Command("eval", "Answers calculations asked for on standard input: day counts, business days, schedules, cash flows, sculpted loans, deals.") { lines };
        command.SetAction(parsed =>
        {
            if (!parsed.GetValue(lines)) throw InvalidInputException.Of("Option --jsonl", "the form of requests is not named", "write 'eval --jsonl', and send one JSON object a line on standard input", "--jsonl");
            CalculationJson.AnswerLines(paper.Requests, paper.Answers);
            return ExitCodes.Done;
        });
        return command;
    }
}
