using System.CommandLine;

namespace ProjectFinance.Cli.Verbs;

/// <summary>schema: the JSON Schema of term sheets, of their amendments, of market data, of random scenarios and of calculation requests.</summary>
static class SchemaVerb
{
    internal static Command Command(Paper paper)
    {
        var kind = new Argument<string>("KIND") { Description = "deal; amendments for a term sheet that amends another; market for market data; scenarios for random scenarios; requests for calculations asked of eval.", DefaultValueFactory = _ => "deal" };
        var file = Inputs.Out();
        var command = new Command("schema", "Prints the JSON Schema of a term sheet, for editors that check and complete as one types.") { kind, file };
        command.SetAction(parsed =>
        {
            var findings = new Findings();
            var path = parsed.GetValue(file) is { } written ? findings.Try(() => OutFile.Usable(written)) : null;
            var schema = findings.Try(() => Inputs.OneOf<Func<string>>(parsed.GetValue(kind)!, "KIND", ("deal", DealSchema.Json), ("amendments", DealSchema.AmendmentsJson), ("market", DealSchema.MarketJson), ("scenarios", ScenarioJson.SchemaJson), ("requests", CalculationJson.SchemaJson)));
            findings.Throw();
            if (path is null) paper.Output.Write(schema!());
            else OutFile.Write(path, schema!());
            return ExitCodes.Done;
        });
        return command;
    }
}
