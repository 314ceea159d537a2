using System.CommandLine;
using System.CommandLine.Invocation;

namespace ProjectFinance.Cli;

/// <summary>Help as it is written otherwise, with an example for the verb and the exit codes below it.</summary>
sealed class Examples(SynchronousCommandLineAction help) : SynchronousCommandLineAction
{
    const string Deal = "seeds/illinois-creek-1996-07.json";
    const string Scenarios = "seeds/scenarios-1996.json";
    const string Market = "--market seeds/market-1996-2001.json";

    /// <inheritdoc/>
    public override bool ClearsParseErrors => true;

    /// <inheritdoc/>
    public override int Invoke(ParseResult parsed)
    {
        int code = help.Invoke(parsed);
        var output = parsed.InvocationConfiguration.Output;
        output.WriteLine("Example:");
        foreach (var line in Of(parsed.CommandResult.Command.Name)) output.WriteLine($"  projectfinance {line}");
        output.WriteLine();
        output.WriteLine("Exit codes:");
        output.WriteLine("  0 done; 1 a check of the model is not zero; 2 a file or an argument cannot be used; 3 a mistake in the tool itself;");
        output.WriteLine("  4 a simulation was stopped or could not be written, and may be run again");
        return code;
    }

    static string[] Of(string verb) => verb switch
    {
        "check" => [$"check {Deal} {Market}", $"check {Deal} {Market} --certificate run.certificate.json"],
        "explain" => [$"explain {Deal} \"Project loan / Interest\" 1996-09-30 --depth 2 {Market}"],
        "compare" => [$"compare {Deal} other-deal.json {Market}", $"compare {Deal} {Deal} --as-of 1996-12-31 --as-of 1997-12-31 {Market}", $"compare {Deal} other-deal.json --lines \"Project loan / *balance\"", $"compare {Deal} {Deal} --second-market other-market.json --of \"lowest Ratios / DSCR\" {Market}"],
        "sensitivities" => [$"sensitivities {Deal} --of \"lowest Ratios / DSCR\" {Market}", $"sensitivities {Deal} --of \"total Project loan / Interest paid\" --tornado --range gold=-20%..+20% {Market}", $"sensitivities {Deal} --of \"lowest Ratios / DSCR\" --actuals samples/actuals-1996.csv {Market}"],
        "simulate" => [$"simulate {Deal} --paths 100000 --scenarios {Scenarios}", $"simulate {Deal} --paths 1000000 --seed 7 --scenarios {Scenarios} --shard 0/8 --out part-0.json", $"simulate {Deal} --paths 100000 --scenarios {Scenarios} --of \"highest Ratios / Gearing\" --bands \"Ratios / DSCR\"", $"simulate {Deal} --paths 100000 --scenarios {Scenarios} --actuals samples/actuals-1996.csv {Market}"],
        "merge" => ["merge part-0.json part-1.json part-2.json part-3.json --format json --out result.json"],
        "solve" =>
        [
            $"solve {Deal} --vary gold --until \"lowest Ratios / DSCR >= 1.20\" {Market}",
            $"solve {Deal} --vary gold --until \"lowest Ratios / DSCR >= 1.20\" --actuals samples/actuals-1996.csv {Market}",
            $"solve {Deal} --vary \"Milestones / Completion date\" --until \"highest Breaches / Completion not reached by 1997-11-30 <= 0\"",
            $"solve {Deal} --size \"Project loan\" --dscr 1.50 --llcr 1.20 --tail 25% --until \"Ratios / Gearing@1997-06-30 <= 80%\"",
            $"solve {Deal} --stress \"gold = 15%\" --stress \"USD LIBOR 3M = 0.01\" --correlation \"gold, USD LIBOR 3M = -0.2\" --until \"lowest Ratios / DSCR <= 1.10\"",
        ],
        "export" => [$"export {Deal} {Market} --to deal.xlsx", $"export {Deal} --lines \"Project loan / *\" --to loan.csv"],
        "eval" => ["eval --jsonl < requests.jsonl > answers.jsonl", """eval --jsonl <<< '{"id":1,"fn":"yearFraction","start":"1996-07-11","end":"1996-09-30","dayCount":"ACT/360"}'"""],
        "schema" => ["schema --out deal.schema.json"],
        _ => [$"run {Deal} {Market}", $"run {Deal} {Market} --format html --out report.html", $"run {Deal} --lines \"Project loan / *balance\" --by quarter", $"run {Deal} --format json --out run.json --certificate run.certificate.json"],
    };
}
