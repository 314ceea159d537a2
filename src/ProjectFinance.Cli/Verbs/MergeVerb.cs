using System.CommandLine;
using ProjectFinance.Scenarios;

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
            var merging = new SimulationMerge();
            // One shard at a time is in memory.
            foreach (var shard in shards) findings.Try(() => Add(merging, shard));
            findings.Throw();
            return Retry.Run(paper, () =>
            {
                SimulationReport.Write(paper, merging.Result(), wanted, path);
                return ExitCodes.Done;
            });
        });
        return command;
    }

    static bool Add(SimulationMerge merging, string path)
    {
        merging.Add(SimulationPart.Read(Inputs.FileAt("Shard file", path)));
        return true;
    }
}
