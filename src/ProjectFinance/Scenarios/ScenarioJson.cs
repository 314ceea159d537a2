using ProjectFinance.Deals.Json;
using ProjectFinance.Scenarios.Json;
using ProjectFinance.Scenarios.Validation;

namespace ProjectFinance;

/// <summary>Descriptions of random scenarios as JSON. What may stand there is in <see cref="SchemaJson"/>.</summary>
public static class ScenarioJson
{
    const string Subject = "Scenarios";

    /// <summary>The JSON Schema of a scenario file, as indented JSON.</summary>
    public static string SchemaJson() => DealSchema.Text(ScenarioShape.Shape, "scenarios", "Random scenarios");

    /// <summary>Reading and writing descriptions of random scenarios.</summary>
    /// <param name="terms">What is written.</param>
    extension(ScenarioTerms terms)
    {
        /// <summary>Reads a description from JSON text. Histories must be written out: CSV files are found only from a scenario file.</summary>
        /// <param name="json">One JSON object; a field "$schema" at the top is ignored.</param>
        /// <param name="fileName">What to call the text in messages. The default is "scenarios".</param>
        /// <exception cref="InvalidInputException">Everything that is wrong with it, each problem with its JSON path.</exception>
        public static ScenarioTerms Parse(string json, string fileName = "scenarios") => new JsonFile(Subject, fileName, null).Read(json, ScenarioShape.Shape, ScenarioValidation.Problems);

        /// <summary>Reads a description from a file, and the CSV files of histories it names, whose paths start from its folder.</summary>
        /// <param name="path">The path of a JSON file: "seeds/scenarios-1996.json".</param>
        /// <exception cref="InvalidInputException">There is no such file, or everything that is wrong with it, each problem with its JSON path or file and line.</exception>
        public static ScenarioTerms Read(string path) => JsonFile.At(Subject, path).Read(JsonFile.TextOf(Subject, path), ScenarioShape.Shape, ScenarioValidation.Problems);

        /// <summary>The description as indented JSON that reads back as the same; histories are written out.</summary>
        public string ToJson() => ScenarioShape.Shape.Text(terms, indented: true);
    }
}
