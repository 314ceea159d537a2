using ProjectFinance.Deals;
using ProjectFinance.Deals.Json;

namespace ProjectFinance;

/// <summary>Term sheets as JSON. What may stand in one is in <see cref="DealSchema"/>.</summary>
public static class DealJson
{
    const string Subject = "Term sheet";

    /// <summary>Reading and writing term sheets.</summary>
    /// <param name="deal">What is written.</param>
    extension(Deal deal)
    {
        /// <summary>Reads a term sheet from JSON text.</summary>
        /// <param name="json">One JSON object; a field "$schema" at the top is ignored.</param>
        /// <param name="fileName">What to call the text in messages. The default is "term sheet".</param>
        /// <exception cref="InvalidInputException">Everything that is wrong with it, each problem with its JSON path.</exception>
        public static Deal Parse(string json, string fileName = "term sheet") => TermSheetFile.Read(new JsonFile(Subject, fileName, null), json);

        /// <summary>Reads a term sheet from a file, and the one it amends, whose path starts from its folder.</summary>
        /// <param name="path">The path of a JSON file: "seeds/illinois-creek-1996-07.json".</param>
        /// <exception cref="InvalidInputException">There is no such file, or everything that is wrong with it, each problem with its JSON path.</exception>
        public static Deal Read(string path) => TermSheetFile.Read(JsonFile.At(Subject, path), JsonFile.TextOf(Subject, path));

        /// <summary>The term sheet as indented JSON that reads back as the same deal; fields that have their default are left out.</summary>
        public string ToJson() => DealShape.Shape.Text(deal, indented: true);
    }
}
