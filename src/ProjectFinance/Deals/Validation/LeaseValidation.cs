using ProjectFinance.Operations;
using ProjectFinance.Time;

namespace ProjectFinance.Deals.Validation;

/// <summary>Whether the terms of a lease make sense.</summary>
static class LeaseValidation
{
    public static IEnumerable<Problem> Problems(Lease lease, Deal deal, string where)
    {
        var subject = $"Lease '{lease.Name}'";
        return
        [
            .. TermCheck.Milestone(lease.Milestone, deal, subject, $"{where}.milestone"),
            .. TermCheck.InTimeline(deal, lease.Deadline, "deadline", subject, $"{where}.deadline"),
            .. lease.Extensions.SelectMany((extension, i) => Extension(extension, lease, subject, $"{where}.extensions[{i}]")),
            .. Termination(lease, subject, where),
            .. lease.Indexation is { } indexation ? Indexation(indexation, subject, $"{where}.indexation") : [],
        ];
    }

    static IEnumerable<Problem> Extension(LeaseExtension extension, Lease lease, string subject, string where) =>
    [
        .. Rolling.IsPositive(extension.Length) ? [] : new[] { new Problem(subject, $"the length {extension.Length} does not go forward", "it must be at least a day", $"{where}.length") },
        .. TermCheck.Currency(extension.Payment.Unit, "payment", subject, $"{where}.payment"),
        .. TermCheck.SameUnit(extension.Payment.Unit, lease.Extensions[0].Payment.Unit, "payment", "the currency of the first", subject, $"{where}.payment"),
        .. TermCheck.NotNegative(extension.Payment, "payment", subject, $"{where}.payment"),
    ];

    static IEnumerable<Problem> Termination(Lease lease, string subject, string where)
    {
        if (lease.Termination is not { } last || lease.Extensions.Any(extension => !Rolling.IsPositive(extension.Length))) yield break;
        if (last < lease.Deadline) yield return new(subject, $"the termination {last.Iso()} is before the deadline {lease.Deadline.Iso()}", "it must fall on or after it", $"{where}.termination");
        else foreach (var (i, date) in LeaseLines.Deadlines(lease).Index().Where(d => d.Item > last))
            yield return new(subject, $"extension {i} reaches {date.Iso()}, after the termination {last.Iso()}", "extensions must end on or before it", $"{where}.extensions[{i - 1}].length");
    }

    static IEnumerable<Problem> Indexation(PriceIndexation indexation, string subject, string where) =>
    [
        .. string.IsNullOrWhiteSpace(indexation.Series) ? [new Problem(subject, "the price index has no name", "name a price of the market data, such as 'US CPI-U'", $"{where}.series")] : Array.Empty<Problem>(),
        .. Spans.TryParse(indexation.Base, subject, $"{where}.base", out _, out var unreadable) ? [] : new[] { unreadable },
        .. TermCheck.AtLeast(0, indexation.LagMonths, "number of months the index lags", subject, $"{where}.lagMonths"),
    ];
}
