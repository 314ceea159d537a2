using ProjectFinance.Amounts;
using ProjectFinance.Equity;

namespace ProjectFinance.Deals.Json;

/// <summary>How the shares of a company are written.</summary>
static class ShareCapitalShape
{
    static readonly ObjectShape<ShareSplit> Split = new ObjectShape<ShareSplit>("shareSplit", "A split of shares.", new(default, 0))
        .Required("date", Leaf.Date, x => x.Date, (x, v) => x with { Date = v }, "The first day on which shares are counted anew.")
        .Required("ratio", Leaf.Number, x => x.Ratio, (x, v) => x with { Ratio = v }, "New shares for one old share: 2 for a two-for-one split.");

    internal static TextShape<ShareRounding> Rounding { get; } = Leaf.Word<ShareRounding>("rounding of shares");

    static readonly ObjectShape<StatedIssue> Stated = Common(new ObjectShape<StatedIssue>("statedIssue", "A stated number of shares.", new() { Name = "", Shares = default }))
        .Required("shares", Leaf.Quantity, x => x.Shares, (x, v) => x with { Shares = v }, "How many: \"share 1,540,663\".")
        .Maybe("on", SteppedShape.Occasion, x => x.On, (x, v) => x with { On = v }, "The date or milestone on which they are issued; left out for never.")
        .Maybe("price", Leaf.Quantity, x => x.Price, (x, v) => x with { Price = v }, "What is paid for each: \"USD/share 3.40\".");

    static readonly ObjectShape<AveragePrice> Average = new ObjectShape<AveragePrice>("averagePrice", "The mean of the last daily prices before a day.", new("", 0))
        .Required("price", Leaf.Text, x => x.Price, (x, v) => x with { Price = v }, "The price as the market data name it.")
        .Required("days", Leaf.Count, x => x.Days, (x, v) => x with { Days = v }, "How many trading days.");

    static readonly ObjectShape<ShareSettledPayment> Settled = Common(new ObjectShape<ShareSettledPayment>("shareSettledPayment", "A debt that is settled in shares at an average market price.", new() { Name = "", Amount = default }))
        .Required("amount", Leaf.Quantity, x => x.Amount, (x, v) => x with { Amount = v }, "The amount settled: \"USD 1,000,000\".")
        .Maybe("on", SteppedShape.Occasion, x => x.On, (x, v) => x with { On = v }, "The date or milestone on which it is settled, a date where the price is an average; left out for never.")
        .Maybe("price", Leaf.Quantity, x => x.Price, (x, v) => x with { Price = v }, "The price at which it is settled, where it is stated: \"USD/share 2.75\".")
        .Maybe("average", Average, x => x.Average, (x, v) => x with { Average = v }, "The average of market prices at which it is settled.")
        .Optional("rounding", Rounding, x => x.Rounding, (x, v) => x with { Rounding = v }, "How the number becomes whole.");

    static readonly ObjectShape<Offering> Offered = Common(new ObjectShape<Offering>("offering", "Securities sold for cash.", new() { Name = "" }))
        .Maybe("on", SteppedShape.Occasion, x => x.On, (x, v) => x with { On = v }, "The date or milestone on which it closes; left out, it is not made.")
        .Maybe("shares", Leaf.Quantity, x => x.Shares, (x, v) => x with { Shares = v }, "How many shares are sold.")
        .Maybe("gross", Leaf.Quantity, x => x.Gross, (x, v) => x with { Gross = v }, "What is paid in all: \"CAD 40,000,000\".")
        .Maybe("price", Leaf.Quantity, x => x.Price, (x, v) => x with { Price = v }, "The price of one share; left out, what is sold are no shares.")
        .Optional("commission", Leaf.Percentage, x => x.Commission, (x, v) => x with { Commission = v }, "What underwriters keep of the gross proceeds.")
        .Maybe("costs", Leaf.Quantity, x => x.Costs, (x, v) => x with { Costs = v }, "Other costs, in the currency of the offering.")
        .Optional("rounding", Rounding, x => x.Rounding, (x, v) => x with { Rounding = v }, "How a number of shares found from the gross proceeds becomes whole.");

    static readonly ObjectShape<LineIssue> ByLine = Common(new ObjectShape<LineIssue>("lineIssue", "Shares whose number another part of the deal finds.", new() { Name = "", Line = "" }))
        .Required("line", Leaf.Text, x => x.Line, (x, v) => x with { Line = v }, "The line of the shares issued in each period: \"Convertible note / Shares issued\".");

    public static UnionShape<ShareIssue> Issue { get; } = new UnionShape<ShareIssue>("shareIssue", "Shares that a company issues.")
        .Or("statedIssue", Stated)
        .Or("shareSettledPayment", Settled)
        .Or("offering", Offered)
        .Or("lineIssue", ByLine);

    public static ObjectShape<ShareCapital> Shape { get; } = new ObjectShape<ShareCapital>("shareCapital", "The shares of a company.", new() { Name = "", OutstandingAtClosing = default })
        .Called("Company")
        .Required("name", Leaf.Text, x => x.Name, (x, v) => x with { Name = v }, "The company's name, which begins the names of its lines: \"USMX\".")
        .Required("outstandingAtClosing", Leaf.Quantity, x => x.OutstandingAtClosing, (x, v) => x with { OutstandingAtClosing = v }, "The shares outstanding at closing, before those the deal itself issues on that day.")
        .Optional("splits", Leaf.Array(Split), x => x.Splits, (x, v) => x with { Splits = v }, "The splits after closing, earliest first.")
        .Optional("issues", Leaf.Array(Issue), x => x.Issues, (x, v) => x with { Issues = v }, "The shares issued from closing on.")
        .Sources(x => x.Sources, (x, v) => x with { Sources = v });

    public static ObjectShape<Merger> Merger { get; } = new ObjectShape<Merger>("merger", "A merger in which the shares of one company are exchanged for those of another.", new() { Name = "", Target = "", Acquirer = "", AcquirerOutstanding = default, OldSharesForOne = 0 })
        .Called("Merger")
        .Required("name", Leaf.Text, x => x.Name, (x, v) => x with { Name = v }, "What it is called, which begins the names of its lines.")
        .Required("target", Leaf.Text, x => x.Target, (x, v) => x with { Target = v }, "The company whose shares are given up, among the deal's shares.")
        .Required("acquirer", Leaf.Text, x => x.Acquirer, (x, v) => x with { Acquirer = v }, "The company whose shares are received.")
        .Required("acquirerOutstanding", Leaf.Quantity, x => x.AcquirerOutstanding, (x, v) => x with { AcquirerOutstanding = v }, "The shares of the acquirer outstanding before the merger.")
        .Required("oldSharesForOne", Leaf.Number, x => x.OldSharesForOne, (x, v) => x with { OldSharesForOne = v }, "Old shares given up for one new share: 1.10.")
        .Maybe("on", SteppedShape.Occasion, x => x.On, (x, v) => x with { On = v }, "The date or milestone on which it takes effect; left out for never.")
        .Optional("rounding", Rounding, x => x.Rounding, (x, v) => x with { Rounding = v }, "How the number of new shares becomes whole.")
        .Maybe("price", Leaf.Text, x => x.Price, (x, v) => x with { Price = v }, "The price of the acquirer's share, as the market data name it.")
        .Sources(x => x.Sources, (x, v) => x with { Sources = v });

    static ObjectShape<T> Common<T>(ObjectShape<T> shape) where T : ShareIssue => shape
        .Called("Issue")
        .Required("name", Leaf.Text, x => x.Name, (x, v) => x with { Name = v }, "What the shares are issued for, unique among the company's issues.")
        .Maybe("holder", Leaf.Text, x => x.Holder, (x, v) => x with { Holder = v }, "Who holds them from then on, so that the holder's stake is a line.")
        .Optional("source", Leaf.Text, x => x.Source, (x, v) => x with { Source = v }, "Where it is agreed.");
}
