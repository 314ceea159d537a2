using System.Collections.Immutable;
using NodaTime;
using ProjectFinance.Equity;
using ProjectFinance.Rates;

namespace ProjectFinance.Deals.Validation;

/// <summary>Whether the terms of shares and mergers make sense.</summary>
static class ShareValidation
{
    public static IEnumerable<Problem> Problems(Deal deal) =>
    [
        .. deal.Shares.SelectMany((company, i) => Company(company, deal, $"shares[{i}]")),
        .. deal.Mergers.SelectMany((merger, i) => Merger(merger, deal, $"mergers[{i}]")),
    ];

    static IEnumerable<Problem> Company(ShareCapital company, Deal deal, string where)
    {
        var subject = $"Company '{company.Name}'";
        return
        [
            .. Shares(company.OutstandingAtClosing, "number outstanding at closing", subject, $"{where}.outstandingAtClosing"),
            .. Splits(company.Splits, deal, subject, $"{where}.splits"),
            .. company.Issues.SelectMany((issue, i) => ShareIssueValidation.Problems(issue, deal, $"{where}.issues[{i}]")),
        ];
    }

    static IEnumerable<Problem> Splits(ImmutableArray<ShareSplit> splits, Deal deal, string subject, string where)
    {
        foreach (var (i, split) in splits.Index())
        {
            if (!(split.Ratio > 0 && double.IsFinite(split.Ratio))) yield return new(subject, $"the ratio of a split is {split.Ratio}", "it must be above zero", $"{where}[{i}].ratio");
            foreach (var problem in TermCheck.InTimeline(deal, split.Date, "date of a split", subject, $"{where}[{i}].date")) yield return problem;
            if (split.Date == deal.Closing) yield return new(subject, $"the split of {split.Date.Iso()} falls on the closing", "state the shares outstanding at closing after it", $"{where}[{i}].date");
            if (i > 0 && split.Date <= splits[i - 1].Date)
                yield return new(subject, $"the split of {split.Date.Iso()} is written after that of {splits[i - 1].Date.Iso()}", "splits must be in the order of time", $"{where}[{i}].date");
        }
    }

    static IEnumerable<Problem> Merger(Merger merger, Deal deal, string where)
    {
        var subject = $"Merger '{merger.Name}'";
        return
        [
            .. TermCheck.Known(merger.Target, deal.Shares.Select(company => company.Name), "company", subject, $"{where}.target"),
            .. merger.Acquirer == merger.Target ? [new Problem(subject, $"the company '{merger.Target}' acquires itself", "target and acquirer must differ", $"{where}.acquirer")] : Array.Empty<Problem>(),
            .. string.IsNullOrWhiteSpace(merger.Acquirer) ? [new Problem(subject, "the acquirer has no name", "a name must be given", $"{where}.acquirer")] : Array.Empty<Problem>(),
            .. Shares(merger.AcquirerOutstanding, "number of the acquirer's shares", subject, $"{where}.acquirerOutstanding"),
            .. merger.OldSharesForOne > 0 && double.IsFinite(merger.OldSharesForOne)
                ? Array.Empty<Problem>()
                : [new(subject, $"{merger.OldSharesForOne} old shares are given for one new share", "the number must be above zero", $"{where}.oldSharesForOne")],
            .. ShareIssueValidation.When(merger.On, deal, "day of the merger", subject, $"{where}.on"),
        ];
    }

    /// <summary>A number of shares above zero.</summary>
    internal static IEnumerable<Problem> Shares(Quantity shares, string what, string subject, string where) =>
    [
        .. TermCheck.SameUnit(shares.Unit, Units.Share, what, "in which shares are counted", subject, where),
        .. shares.Value > 0 ? Array.Empty<Problem>() : [new(subject, $"the {what} is {shares}", "it must be above zero", where)],
    ];
}
