using ProjectFinance.Reporting;

namespace ProjectFinance.Cli;

/// <summary>Prints what came out of a simulation.</summary>
static class SimulationReport
{
    /// <summary>Reads the format's name; a table where none is given.</summary>
    /// <exception cref="InvalidInputException">There is none of that name.</exception>
    internal static ReportFormat FormatOf(string? text) => Inputs.OneOf(text ?? "table", "--format", ("table", ReportFormat.Table), ("json", ReportFormat.Json), ("csv", ReportFormat.Csv));

    /// <summary>Writes to a file, or to standard output.</summary>
    /// <exception cref="IOException">The file cannot be written; it is as it was.</exception>
    internal static void Write(Paper paper, SimulationResult result, ReportFormat format, string? file)
    {
        if (format == ReportFormat.Table && file is null)
        {
            paper.Write(SimulationText.Lines(result));
            return;
        }
        var text = format switch { ReportFormat.Json => SimulationJson.Write(result), ReportFormat.Csv => SimulationCsv.Write(result), _ => SimulationText.Write(result) };
        if (file is null) paper.Output.Write(text);
        else OutFile.Put(file, text);
    }
}

/// <summary>How a report is written.</summary>
enum ReportFormat
{
    /// <summary>For people.</summary>
    Table,

    /// <summary>For programs.</summary>
    Json,

    /// <summary>For spreadsheets.</summary>
    Csv,
}
