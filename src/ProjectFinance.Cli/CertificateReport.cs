using NodaTime;
using ProjectFinance.Deals;
using ProjectFinance.Results;

namespace ProjectFinance.Cli;

/// <summary>Says whether a deal computed again is the run that a certificate is of.</summary>
static class CertificateReport
{
    /// <summary>Writes it.</summary>
    /// <returns>The exit code: done where it is the same run, else that a requested test failed.</returns>
    internal static int Write(Paper paper, Deal terms, Market? market, LocalDate? asOf, Actuals? actuals, RunCertificate claimed)
    {
        var deal = DealLayout.Lay(terms, market, asOf, actuals);
        var found = RunCertificate.Of(deal, new Runner(deal.Model).Run());
        var differences = claimed.Differences(found);
        if (differences.IsEmpty)
        {
            paper.Output.Write($"the same run: {Complaint.OneLine(found.Deal)}\n{found.Lines} lines in {found.Columns} columns, by {found.Engine}\n{found.Hash}\n");
            return ExitCodes.Done;
        }
        foreach (var field in differences) paper.Error.WriteLine(Complaint.OneLine($"Certificate: {Difference(field, claimed, found)}"));
        return ExitCodes.CheckFailed;
    }

    static string Difference(string field, RunCertificate claimed, RunCertificate found) => field switch
    {
        "deal" => $"it is of the deal '{claimed.Deal}'; this one is '{found.Deal}'",
        "asOf" => $"it is of what was known {Known(claimed.AsOf)}; this is what is known {Known(found.AsOf)}",
        "terms" => "the terms differ, or the amendments known",
        "market" => "the rates or prices differ",
        "engine" => $"it was made by {claimed.Engine}; this is {found.Engine}",
        "inputs" => "the values of inputs differ, what happened (--actuals) among them",
        "lines" => $"it has {claimed.Lines} lines; here there are {found.Lines}",
        "columns" => $"it has {claimed.Columns} columns; here there are {found.Columns}",
        _ => "the results differ",
    };

    static string Known(LocalDate? day) => day is { } on ? $"on {Inputs.Written(on)}" : "altogether";
}
