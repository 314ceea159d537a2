using System.CommandLine;
using NodaTime;

namespace ProjectFinance.Cli;

/// <summary>The options that say what really happened.</summary>
/// <param name="File">The file.</param>
/// <param name="To">The end of history.</param>
sealed record ActualOptions(Option<string?> File, Option<string?> To)
{
    internal static ActualOptions New() => new(
        new("--actuals") { Description = "What really happened: a CSV file, date,line,value[,source]. It is locked, the rest is forecast.", HelpName = "FILE" },
        new("--actuals-to") { Description = "The end of the last column of history; later facts are left out. [default: the last date in the file]", HelpName = "DATE" });

    /// <summary>Reads them; null where nothing has happened yet.</summary>
    /// <param name="findings">Takes what is wrong with them.</param>
    /// <param name="parsed">The command line.</param>
    /// <param name="other">Another option that may name a file for the same day. The default is none.</param>
    internal Actuals? Read(Findings findings, ParseResult parsed, Option<string?>? other = null)
    {
        var to = parsed.GetValue(To) is { } day ? findings.Try<LocalDate?>(() => Inputs.Date(day, "--actuals-to")) : null;
        if (parsed.GetValue(File) is not { } path)
        {
            if (parsed.GetValue(To) is not null && (other is null || parsed.GetValue(other) is null)) findings.Add(new("Option --actuals-to", "there are no actuals", "give them with --actuals", "--actuals-to"));
            return null;
        }
        if (findings.Try(() => Actuals.Read(Inputs.FileAt("Actuals", path), keepsUnreadable: true)) is not { } read) return null;
        findings.Keep(read.Unreadable);
        return read with { To = to };
    }
}
