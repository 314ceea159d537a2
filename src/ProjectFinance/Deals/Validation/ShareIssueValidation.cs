using ProjectFinance.Equity;
using ProjectFinance.Rates;

namespace ProjectFinance.Deals.Validation;

/// <summary>Whether the terms of issues of shares make sense.</summary>
static class ShareIssueValidation
{
    public static IEnumerable<Problem> Problems(ShareIssue issue, Deal deal, string where)
    {
        var subject = $"Issue '{issue.Name}'";
        var own = issue switch
        {
            StatedIssue stated => Stated(stated, deal, subject, $"{where}.statedIssue"),
            ShareSettledPayment payment => Payment(payment, deal, subject, $"{where}.shareSettledPayment"),
            Offering offering => Offering(offering, deal, subject, $"{where}.offering"),
            LineIssue { Line: var line } => string.IsNullOrWhiteSpace(line) ? [new Problem(subject, "the line has no name", "name the line of the shares issued", $"{where}.lineIssue.line")] : [],
            _ => throw new System.Diagnostics.UnreachableException(),
        };
        return issue.Holder is { } holder && string.IsNullOrWhiteSpace(holder)
            ? own.Append(new(subject, "the holder has no name", "give a name, or leave the holder out", $"{where}.{Key(issue)}.holder"))
            : own;
    }

    /// <summary>The field of an issue's kind in a term sheet.</summary>
    public static string Key(ShareIssue issue) => issue switch
    {
        StatedIssue => "statedIssue",
        ShareSettledPayment => "shareSettledPayment",
        Equity.Offering => "offering",
        LineIssue => "lineIssue",
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    /// <summary>An occasion is a date inside the deal or a milestone of it.</summary>
    public static IEnumerable<Problem> When(Occasion? on, Deal deal, string what, string subject, string where) => on switch
    {
        null => [],
        OnDate { Date: var date } => TermCheck.InTimeline(deal, date, what, subject, where),
        OnMilestone { Milestone: var milestone } => TermCheck.Milestone(milestone, deal, subject, where),
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    static IEnumerable<Problem> Stated(StatedIssue issue, Deal deal, string subject, string where) =>
    [
        .. ShareValidation.Shares(issue.Shares, "number of shares", subject, $"{where}.shares"),
        .. When(issue.On, deal, "day of the issue", subject, $"{where}.on"),
        .. issue.Price is { } price ? Price(price, subject, $"{where}.price") : [],
    ];

    static IEnumerable<Problem> Payment(ShareSettledPayment payment, Deal deal, string subject, string where)
    {
        foreach (var problem in Money(payment.Amount, "amount", subject, $"{where}.amount")) yield return problem;
        foreach (var problem in When(payment.On, deal, "day of the payment", subject, $"{where}.on")) yield return problem;
        if (payment.Price is null == payment.Average is null)
            yield return new(subject, payment.Price is null ? "no price is given" : "both a price and an average are given", "give either the price at which it is settled or the average it is found from", where);
        if (payment.Price is { } price)
            foreach (var problem in Price(price, subject, $"{where}.price").Concat(InCurrency(price, payment.Amount.Unit, "the currency of the amount", subject, $"{where}.price"))) yield return problem;
        if (payment.Average is not { } average) yield break;
        foreach (var problem in TermCheck.AtLeast(1, average.Days, "number of trading days", subject, $"{where}.average.days")) yield return problem;
        if (payment.On is OnMilestone)
            yield return new(subject, $"it is settled at an average price on the milestone '{payment.On}'", "an average needs a date, as the days before it must be known", $"{where}.on");
    }

    static IEnumerable<Problem> Offering(Offering offering, Deal deal, string subject, string where)
    {
        foreach (var problem in When(offering.On, deal, "day of the offering", subject, $"{where}.on")) yield return problem;
        if (offering.Shares is null == offering.Gross is null)
            yield return new(subject, offering.Gross is null ? "neither shares nor gross proceeds are given" : "both shares and gross proceeds are given", "give either the shares that are sold or what is paid in all", where);
        if (offering is { Shares: not null, Price: null }) yield return new(subject, "shares are sold without a price", "give the price of one share", $"{where}.price");
        if (offering.Shares is { } shares)
            foreach (var problem in ShareValidation.Shares(shares, "number of shares", subject, $"{where}.shares")) yield return problem;
        if (offering.Gross is { } gross)
            foreach (var problem in Money(gross, "gross proceeds", subject, $"{where}.gross")) yield return problem;
        if (offering.Price is { } price)
            foreach (var problem in Price(price, subject, $"{where}.price").Concat(offering.Gross is { } paid ? InCurrency(price, paid.Unit, "the currency of the gross proceeds", subject, $"{where}.price") : [])) yield return problem;
        if (!(offering.Commission.Fraction is >= 0 and <= 1))
            yield return new(subject, $"the commission is {offering.Commission}", "it must be from 0% to 100%", $"{where}.commission");
        if (Total(offering) is not { } total) yield break;
        foreach (var problem in Costs(offering, total, subject, $"{where}.costs")) yield return problem;
    }

    static IEnumerable<Problem> Costs(Offering offering, Quantity total, string subject, string where)
    {
        if (offering.Costs is not { } costs) yield break;
        foreach (var problem in TermCheck.SameUnit(costs.Unit, total.Unit, "amount of costs", "the currency of the offering", subject, where)) yield return problem;
        foreach (var problem in TermCheck.NotNegative(costs, "amount of costs", subject, where)) yield return problem;
        double left = total.Value * (1 - offering.Commission.Fraction);
        if (costs.Value > left) yield return new(subject, $"the costs are {costs}, more than the {left * total.Unit} that come in after the commission", "they must not exceed the proceeds", where);
    }

    /// <summary>What an offering brings before commission and costs; null where the terms do not tell.</summary>
    static Quantity? Total(Offering offering) => offering switch
    {
        { Gross: { } gross } => gross,
        { Shares: { } shares, Price: { } price } => new(shares.Value * price.Value, price.Unit * Units.Share),
        _ => null,
    };

    static IEnumerable<Problem> Money(Quantity amount, string what, string subject, string where) =>
    [
        .. TermCheck.Currency(amount.Unit, what, subject, where),
        .. amount.Value > 0 ? Array.Empty<Problem>() : [new(subject, $"the {what} is {amount}", "it must be above zero", where)],
    ];

    /// <summary>A price of one share, above zero.</summary>
    public static IEnumerable<Problem> Price(Quantity price, string subject, string where) =>
    [
        .. (price.Unit * Units.Share).IsCurrency ? Array.Empty<Problem>() : [new(subject, $"the price is in '{price.Unit}'", "it must be in a currency for each share, such as 'USD/share'", where)],
        .. price.Value > 0 ? Array.Empty<Problem>() : [new(subject, $"the price is {price}", "it must be above zero", where)],
    ];

    static IEnumerable<Problem> InCurrency(Quantity price, Unit currency, string why, string subject, string where) =>
        (price.Unit * Units.Share).IsCurrency ? TermCheck.SameUnit(price.Unit, currency / Units.Share, "price", why, subject, where) : [];
}
