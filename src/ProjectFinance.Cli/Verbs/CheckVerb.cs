using System.CommandLine;
using NodaTime;
using ProjectFinance.Deals;
using ProjectFinance.Reporting;
using ProjectFinance.Results;

namespace ProjectFinance.Cli.Verbs;

/// <summary>check: validates a term sheet and lays it out without running it.</summary>
static class CheckVerb
{
    internal static Command Command(Paper paper)
    {
        var deal = Inputs.Deal();
        var market = Inputs.Market();
        var asOf = Inputs.AsOf();
        var actuals = ActualOptions.New();
        var certificate = new Option<string?>("--certificate") { Description = "The certificate of a run: computes the deal again and says whether it is the same run.", HelpName = "FILE" };
        var command = new Command("check", "Validates a term sheet, and market data if given, and lists every problem; verifies a certificate.") { deal, market, asOf, actuals.File, actuals.To, certificate };
        command.SetAction(parsed =>
        {
            var findings = new Findings();
            var terms = findings.Try(() => Inputs.ReadDeal(parsed.GetValue(deal)!));
            var known = Inputs.ReadMarkets(findings, parsed.GetValue(market)!);
            var day = parsed.GetValue(asOf) is { } written ? findings.Try<LocalDate?>(() => Inputs.Date(written, "--as-of")) : null;
            var claimed = parsed.GetValue(certificate) is { } path ? findings.Try(() => RunCertificate.Read(Inputs.FileAt("Certificate", path))) : null;
            var happened = actuals.Read(findings, parsed);
            findings.Throw();
            if (claimed is not null) return CertificateReport.Write(paper, terms!, known, day ?? claimed.AsOf, happened, claimed);
            Check(paper, terms!, known, day, happened);
            return ExitCodes.Done;
        });
        return command;
    }

    static void Check(Paper paper, Deal terms, Market? market, LocalDate? asOf, Actuals? actuals)
    {
        var deal = DealLayout.Lay(terms, market, asOf, actuals);
        var model = deal.Model;
        model.Complete();
        bool isPlanned = market is not null || IsPlanned(deal);
        if (isPlanned && BlockedElections.Problems(deal, new Runner(model).Run()) is { IsEmpty: false } blocked) throw new InvalidInputException(blocked);
        var facilities = deal.Loans.IsEmpty ? "no facility" : string.Join(", ", deal.Loans.Select(loan => loan.Loan));
        paper.Write(
        [
            new($"no problems: {Complaint.OneLine(terms.Name)}"),
            new($"facilities: {Complaint.OneLine(facilities)}"),
            new($"columns: {model.Periods.Count}, from {model.Timeline.Start:uuuu-MM-dd} to {model.Timeline.End:uuuu-MM-dd}"),
            new($"lines: {model.Lines.Count}, of which {model.Lines.Count(line => line.Kind == LineKind.Check)} are checks"),
            .. deal.History is { } history ? [new($"actuals: {history.Cells.Length + history.Dates.Length} figures up to {Inputs.Written(history.To)} add up")] : Array.Empty<TextLine>(),
            .. deal.History?.Postponed.Select(one => new TextLine($"not reached: {Complaint.OneLine(one.Milestone)}, expected {Inputs.Written(one.Expected)}, is taken as reached on {Inputs.Written(one.Earliest)}, at the earliest")) ?? [],
            .. !isPlanned ? [new("rates and prices: give --market to check that none is missing")] : Array.Empty<TextLine>(),
        ]);
    }

    /// <summary>Whether the deal's own planning assumptions give every rate and price.</summary>
    static bool IsPlanned(LaidOutDeal deal)
    {
        try
        {
            _ = new Runner(deal.Model);
            return true;
        }
        catch (InvalidInputException)
        {
            return false;
        }
    }
}
