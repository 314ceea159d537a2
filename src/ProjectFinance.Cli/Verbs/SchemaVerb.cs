using System.CommandLine;

namespace ProjectFinance.Cli.Verbs;

/// <summary>schema: the JSON Schema of term sheets and of market data.</summary>
static class SchemaVerb
{
    internal static Command Command(Paper paper)
    {
        var kind = new Argument<string>("KIND") { Description = "deal, or market for the schema of market data.", DefaultValueFactory = _ => "deal" };
        var file = Inputs.Out();
        var command = new Command("schema", "Prints the JSON Schema of a term sheet, for editors that check and complete as one types.") { kind, file };
        command.SetAction(parsed =>
        {
            var findings = new Findings();
            var path = parsed.GetValue(file) is { } written ? findings.Try(() => OutFile.Usable(written)) : null;
            var isMarket = findings.Try(() => Inputs.OneOf(parsed.GetValue(kind)!, "KIND", ("deal", false), ("market", true)));
            findings.Throw();
            var schema = isMarket ? DealSchema.MarketJson() : DealSchema.Json();
            if (path is null) paper.Output.Write(schema);
            else OutFile.Write(path, schema);
            return ExitCodes.Done;
        });
        return command;
    }
}
