using ProjectFinance.Deals.Validation;
using ProjectFinance.Deals;
using ProjectFinance.Deals.Json;

namespace ProjectFinance;

/// <summary>Market data as JSON. What may stand there is in <see cref="DealSchema.MarketJson"/>.</summary>
public static class MarketJson
{
    const string Subject = "Market data";

    /// <summary>Reading and writing market data.</summary>
    /// <param name="market">What is written.</param>
    extension(Market market)
    {
        /// <summary>Reads market data from JSON text. Fixings must be written out: CSV files are found only from a market file.</summary>
        /// <param name="json">One JSON object; a field "$schema" at the top is ignored.</param>
        /// <param name="fileName">What to call the text in messages. The default is "market data".</param>
        /// <exception cref="InvalidInputException">Everything that is wrong with it, each problem with its JSON path.</exception>
        public static Market Parse(string json, string fileName = "market data") => new JsonFile(Subject, fileName, null).Read(json, MarketShape.Shape, MarketValidation.Problems);

        /// <summary>Reads market data from a file, and the CSV files of fixings it names, whose paths start from its folder.</summary>
        /// <param name="path">The path of a JSON file: "seeds/market-1996-2001.json".</param>
        /// <exception cref="InvalidInputException">There is no such file, or everything that is wrong with it, each problem with its JSON path or file and line.</exception>
        public static Market Read(string path) => JsonFile.At(Subject, path).Read(JsonFile.TextOf(Subject, path), MarketShape.Shape, MarketValidation.Problems);

        /// <summary>The market data as indented JSON that reads back as the same; all fixings are written out.</summary>
        public string ToJson() => MarketShape.Shape.Text(market, indented: true);
    }
}
