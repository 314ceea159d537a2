using System.Text;
using System.Text.Json;
using ProjectFinance.Calculations;

namespace ProjectFinance;

/// <summary>
/// Calculations for programs in any language: a request is a JSON object that names a function and its arguments, the answer is one too. {"id": 1, "fn": "yearFraction", "start": "1996-07-11",
/// "end": "1996-09-30", "dayCount": "ACT/360"} is answered by {"id":1,"value":0.225}. Dates are ISO 8601, rates fractions; docs/calculations.md lists the functions.
/// </summary>
public static class CalculationJson
{
    /// <summary>The most bytes a request may have when requests come as lines: 16 MiB. A longer line is answered by an error and skipped.</summary>
    public const int LongestLine = 1 << 24;

    /// <summary>The names of all functions, in the order of their documentation.</summary>
    public static IReadOnlyList<string> Functions => Function.Names;

    /// <summary>The JSON Schema of a request, as indented JSON.</summary>
    public static string SchemaJson() => RequestSchema.Text();

    /// <summary>Answers a request. Never throws for what it says: what cannot be used is answered by {"id": ..., "error": "..."}, every problem in one text.</summary>
    /// <param name="request">One JSON object.</param>
    /// <returns>One JSON object on one line, without a line feed; "id" is that of the request, null where it has none.</returns>
    public static string Answer(string request)
    {
        ArgumentNullException.ThrowIfNull(request);
        using var answerer = new Answerer();
        return Encoding.UTF8.GetString(answerer.Answer(Encoding.UTF8.GetBytes(request)));
    }

    /// <summary>Answers requests one a line, in order, until the input ends; answers are handed on whenever the input has nothing more to give at the moment. Memory does not grow with the number of lines.</summary>
    /// <param name="requests">UTF-8 text, a request a line; lines end with a line feed, with or without a carriage return. A byte order mark at the start is skipped.</param>
    /// <param name="answers">UTF-8 text, an answer a line; each line ends with a line feed.</param>
    /// <exception cref="IOException">The input cannot be read, or the output not be written.</exception>
    public static void AnswerLines(Stream requests, Stream answers)
    {
        ArgumentNullException.ThrowIfNull(requests);
        ArgumentNullException.ThrowIfNull(answers);
        new RequestLines(requests, answers).Run();
    }

    /// <summary>The writer of answers: a single line, and characters of every language as they are.</summary>
    internal static JsonWriterOptions Writing => new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };
}
