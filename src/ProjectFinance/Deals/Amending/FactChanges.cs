using ProjectFinance.Deals.Json;
using ProjectFinance.Equity;
using ProjectFinance.Hedges;
using ProjectFinance.Rates;
using ProjectFinance.Time;

namespace ProjectFinance.Deals.Amending;

/// <summary>What has happened since: undertakings kept or not, trades made and closed out, shares issued.</summary>
static class FactChanges
{
    internal static void Apply(Overlay overlay, UndertakingChange change, Clause clause) => overlay.Change(Part.Undertakings, change.Undertaking, clause, "undertaking", (undertaking, path) =>
    {
        var done = undertaking.Done.SetItems(change.Done);
        if (done.SequenceEqual(undertaking.Done)) return undertaking;
        overlay.Place($"{path}.done", $"{clause.Where}.done");
        return undertaking with { Done = done, Source = clause.Cite(undertaking.Source) };
    });

    /// <summary>A book that an amendment adds: a trade without a trade date is made on the effective date.</summary>
    internal static HedgeBook Begin(HedgeBook book, Amendment amendment) => book with { Trades = [.. book.Trades.Select(trade => trade.Traded is null ? trade with { Traded = amendment.Effective } : trade)] };

    internal static void Apply(Overlay overlay, HedgeChange change, Clause clause) => overlay.Change(Part.Hedges, change.Book, clause, "book", (book, path) =>
    {
        foreach (var (i, closeOut) in change.CloseOuts.Index()) NotBefore(overlay, closeOut.On, clause, $"the close-out '{closeOut.Name}'", $"closeOuts[{i}].on");
        var trades = change.Trades.Select(trade => trade.Traded is null ? trade with { Traded = clause.Effective } : trade).Where(trade => !book.Trades.Any(known => Text(known) == Text(trade))).ToList();
        var closeOuts = change.CloseOuts.Where(closeOut => !book.CloseOuts.Any(known => Text(known) == Text(closeOut))).ToList();
        for (int i = 0; i < trades.Count; i++) overlay.Place($"{path}.trades[{book.Trades.Length + i}]", $"{clause.Where}.trades[{change.Trades.Select(trade => trade.Name).ToList().IndexOf(trades[i].Name)}]");
        for (int i = 0; i < closeOuts.Count; i++) overlay.Place($"{path}.closeOuts[{book.CloseOuts.Length + i}]", $"{clause.Where}.closeOuts[{change.CloseOuts.IndexOf(closeOuts[i])}]");
        return book with
        {
            Trades = [.. book.Trades, .. trades.Select(trade => trade with { Source = clause.Cite(trade.Source) })],
            CloseOuts = [.. book.CloseOuts, .. closeOuts.Select(closeOut => closeOut with { Source = clause.Cite(closeOut.Source) })],
        };
    });

    internal static void Apply(Overlay overlay, ShareChange change, Clause clause) => overlay.Change(Part.Shares, change.Company, clause, "company", (company, path) =>
    {
        var issues = change.Issues.Where(issue => !company.Issues.Any(known => Text(known) == Text(issue))).ToList();
        foreach (var (i, issue) in issues.Index())
        {
            var field = $"issues[{change.Issues.IndexOf(issue)}]";
            NotBefore(overlay, DateOf(issue), clause, $"the issue '{issue.Name}'", field);
            overlay.Place($"{path}.issues[{company.Issues.Length + i}]", $"{clause.Where}.{field}");
        }
        return company with { Issues = [.. company.Issues, .. issues.Select(issue => issue with { Source = clause.Cite(issue.Source) })] };
    });

    static Occasion? DateOf(ShareIssue issue) => issue switch
    {
        StatedIssue stated => stated.On,
        ShareSettledPayment payment => payment.On,
        Offering offering => offering.On,
        _ => null,
    };

    /// <summary>Reports what an amendment would have happen before it takes hold.</summary>
    internal static void NotBefore(Overlay overlay, Occasion? on, Clause clause, string what, string field)
    {
        if (on is OnDate { Date: var date } && date < clause.Effective)
            overlay.Report(clause, $"{what} on {date.Iso()} is before {clause.Effective.Iso()}, when the amendment takes hold",
                "an amendment does not change the past; give it an earlier effective date, and a later one on which it became known", field);
    }

    static string Text(HedgeTrade trade) => HedgeTradeShape.Shape.Text(trade with { Source = "" });

    static string Text(HedgeCloseOut closeOut) => HedgeShape.CloseOut.Text(closeOut with { Source = "" });

    static string Text(ShareIssue issue) => ShareCapitalShape.Issue.Text(issue with { Source = "" });
}
