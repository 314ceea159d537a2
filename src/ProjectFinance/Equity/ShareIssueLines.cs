using ProjectFinance.Amounts;
using ProjectFinance.Modelling;
using ProjectFinance.Rates;
using static ProjectFinance.Formula;

namespace ProjectFinance.Equity;

/// <summary>Lays out an issue of shares: their number, their price and the money they bring.</summary>
static class ShareIssueLines
{
    /// <summary>Writes the lines of an issue and returns that of the shares issued.</summary>
    /// <param name="model">The model; its milestones are in it already.</param>
    /// <param name="company">The company's name.</param>
    /// <param name="issue">Terms that have been validated.</param>
    /// <param name="where">Where the issue stands in the input: "shares[0].issues[1]".</param>
    /// <param name="later">What is to be done once the names of all lines are known.</param>
    internal static Line Write(Model model, string company, ShareIssue issue, string where, List<Action> later)
    {
        var shares = model.Declare($"{company} / Shares issued: {issue.Name}", Units.Share, LineKind.Flow, issue.Source);
        string Name(string title) => $"{company} / {issue.Name}: {title}";
        switch (issue)
        {
            case StatedIssue stated:
                var number = model.Parameter(Name("number"), stated.Shares, issue.Source);
                if (stated.Price is { } price)
                {
                    var each = model.Parameter(Name("price"), price, issue.Source, positive: true);
                    Price(model, company, issue, price.Unit, _ => each);
                }
                shares.Is(t => When(stated.On.HappensIn(model, t), number, 0));
                break;
            case ShareSettledPayment payment:
                var paid = SettlementPrice(model, company, payment, Name, where);
                var amount = model.Parameter(Name("amount"), payment.Amount, issue.Source);
                shares.Is(t => Where(payment.On.HappensIn(model, t), () => WholeShares.Of(amount / paid(t), payment.Rounding)));
                break;
            case Offering offering:
                Offered(model, company, offering, Name, shares);
                break;
            case LineIssue named:
                later.Add(() =>
                {
                    var found = AmountLines.Find(model, named.Line, $"{where}.lineIssue.line");
                    if (found.Unit != Units.Share) throw InvalidInputException.Of($"Line '{found.Name}'", $"it is counted in {found.Unit}", "shares issued must be counted in shares", $"{where}.lineIssue.line");
                    shares.Is(t => found[t]);
                });
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(issue), issue, "Not an issue that can be laid out.");
        }
        return shares;
    }

    /// <summary>The line of what is paid for each share.</summary>
    static void Price(Model model, string company, ShareIssue issue, Unit unit, Func<Period, Formula> price) =>
        model.Line($"{company} / Issue price: {issue.Name}", unit, price, LineKind.Level, issue.Source);

    static Func<Period, Formula> SettlementPrice(Model model, string company, ShareSettledPayment payment, Func<string, string> name, string where)
    {
        if (payment.Average is not { } average)
        {
            var stated = model.Parameter(name("price"), payment.Price ?? throw Unpriced(payment), payment.Source, positive: true);
            Price(model, company, payment, stated.Unit, _ => stated);
            return _ => stated;
        }
        var unit = payment.Amount.Unit / Units.Share;
        var found = AveragePriceLine.Write(model, $"{company} / Average price: {payment.Name}", average, unit, (payment.On as OnDate)?.Date, $"{where}.shareSettledPayment.average");
        // Zero but in the column in which it is found.
        Price(model, company, payment, unit, t => Sum(model.Periods.Take(t.Index + 1).Where(found.IsSupplied!).Select(u => found[u])));
        return t => found[t];
    }

    static void Offered(Model model, string company, Offering offering, Func<string, string> name, Line shares)
    {
        Condition Made(Period t) => offering.On.HappensIn(model, t);
        var currency = offering.Gross?.Unit ?? (offering.Price ?? throw Unpriced(offering)).Unit * Units.Share;
        var price = offering.Price is { } stated ? model.Parameter(name("price"), stated, offering.Source, positive: true) : null;
        if (price is not null) Price(model, company, offering, price.Unit, _ => price);
        Func<Period, Formula> paid;
        if (offering.Shares is { } sold)
        {
            var number = model.Parameter(name("number"), sold, offering.Source);
            shares.Is(t => When(Made(t), number, 0));
            paid = t => shares[t] * (price ?? throw Unpriced(offering));
        }
        else
        {
            var whole = model.Parameter(name("amount"), offering.Gross ?? throw Unpriced(offering), offering.Source);
            shares.Is(t => price is null ? 0 : When(Made(t), WholeShares.Of(whole.Formula / price, offering.Rounding), 0));
            paid = t => When(Made(t), whole, 0);
        }
        var gross = model.Line(name("gross proceeds"), currency, paid, LineKind.Flow, offering.Source);
        var costs = model.Parameter(name("costs"), offering.Costs ?? 0 * currency, offering.Source);
        var kept = model.Parameter(name("commission"), offering.Commission.Fraction * Unit.None, offering.Source);
        model.Line(name("net proceeds"), currency, t => NotNegative(gross[t] * (1 - kept.Formula) - When(Made(t), costs, 0)), LineKind.Flow, offering.Source);
    }

    static InvalidInputException Unpriced(ShareIssue issue) => InvalidInputException.Of($"Issue '{issue.Name}'", "the terms do not say what is paid", "give a price, or an amount");

    // Prices of columns in which nothing can happen are not asked for.
    static Formula Where(Condition happens, Func<Formula> amount) => happens is { Graph: null, IsAlways: false } ? 0 : When(happens, amount(), 0);
}
