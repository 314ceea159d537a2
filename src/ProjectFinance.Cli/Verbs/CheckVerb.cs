using System.CommandLine;
using ProjectFinance.Deals;
using ProjectFinance.Results;

namespace ProjectFinance.Cli.Verbs;

/// <summary>check: validates a term sheet and lays it out without running it.</summary>
static class CheckVerb
{
    internal static Command Command(Paper paper)
    {
        var deal = Inputs.Deal();
        var market = Inputs.Market();
        var command = new Command("check", "Validates a term sheet, and market data if given, and lists every problem.") { deal, market };
        command.SetAction(parsed =>
        {
            var findings = new Findings();
            var terms = findings.Try(() => Inputs.ReadDeal(parsed.GetValue(deal)!));
            var known = Inputs.ReadMarkets(findings, parsed.GetValue(market)!);
            findings.Throw();
            Check(paper, terms!, known);
            return ExitCodes.Done;
        });
        return command;
    }

    static void Check(Paper paper, Deal terms, Market? market)
    {
        var deal = DealLayout.Lay(terms, market);
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
            .. !isPlanned ? [new("rates and prices: give --market to check that none is missing")] : Array.Empty<Reporting.TextLine>(),
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
