using System.CommandLine;

namespace ProjectFinance.Cli.Verbs;

/// <summary>merge: joins the shards of a simulation to what the undivided simulation prints, byte for byte.</summary>
static class MergeVerb
{
    internal static Command Command(Paper paper)
    {
        var files = new Argument<string[]>("FILE") { Description = "The shards of one simulation, in any order.", Arity = ArgumentArity.OneOrMore };
        var format = Inputs.Format("table, json or csv");
        var file = Inputs.Out();
        var command = new Command("merge", "Joins shards that simulate --shard wrote; prints what the undivided simulation prints.") { files, format, file };
        command.SetAction(parsed =>
        {
            var findings = new Findings();
            var shards = parsed.GetValue(files)!;
            var wanted = findings.Try(() => SimulationReport.FormatOf(parsed.GetValue(format)));
            var path = parsed.GetValue(file) is { } written ? findings.Try(() => OutFile.Usable(written, shards)) : null;
            var merging = Inputs.ReadShards(findings, shards);
            findings.Throw();
            return Retry.Run(paper, () =>
            {
                SimulationReport.Write(paper, merging.Result(), wanted, path);
                return ExitCodes.Done;
            });
        });
        return command;
    }
}
