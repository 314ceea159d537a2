using ProjectFinance.Deals.Validation;
using ProjectFinance.Deals;
using ProjectFinance.Equity;
using ProjectFinance.Rates;
using ProjectFinance.Tests.Deals;
using static ProjectFinance.Tests.Equity.ShareDeal;

namespace ProjectFinance.Tests.Equity;

/// <summary>Terms of shares and mergers that make no sense.</summary>
public class ShareValidationTests
{
    const string Company = "Company 'USMX'", Issue = "Issue 'X'", Deal = "Merger 'Merger'";

    static readonly OnDate Then = new(new(1997, 3, 31));

    public static TheoryData<ShareCapital, string, string, string, string> Companies => new()
    {
        { Usmx with { OutstandingAtClosing = 0 * Units.Share }, Company, "the number outstanding at closing is share 0", "above zero", "shares[0].outstandingAtClosing" },
        { Usmx with { OutstandingAtClosing = 5 * Units.Usd }, Company, "is in 'USD'", "it must be in 'share'", "shares[0].outstandingAtClosing" },
        { Usmx with { Splits = [new(new(1997, 2, 14), 0)] }, Company, "the ratio of a split is 0", "above zero", "shares[0].splits[0].ratio" },
        { Usmx with { Splits = [new(Closing, 2)] }, Company, "falls on the closing", "after it", "shares[0].splits[0].date" },
        { Usmx with { Splits = [new(new(1999, 2, 14), 2)] }, Company, "the date of a split 1999-02-14 is after the end", "on or before", "shares[0].splits[0].date" },
        { Usmx with { Splits = [new(new(1997, 2, 14), 2), new(new(1997, 1, 31), 2)] }, Company, "written after that of 1997-02-14", "in the order of time", "shares[0].splits[1].date" },
        { With(Stated with { Shares = -1 * Units.Share }), Issue, "the number of shares is share -1", "above zero", "shares[0].issues[0].statedIssue.shares" },
        { With(Stated with { On = new OnMilestone("Listng") }), Issue, "there is no milestone 'Listng'", "'Listing'", "shares[0].issues[0].statedIssue.on" },
        { With(Stated with { Price = 2 * Units.Usd }), Issue, "the price is in 'USD'", "'USD/share'", "shares[0].issues[0].statedIssue.price" },
        { With(Stated with { Holder = " " }), Issue, "the holder has no name", "give a name", "shares[0].issues[0].statedIssue.holder" },
        { With(Paid with { Price = null }), Issue, "no price is given", "either", "shares[0].issues[0].shareSettledPayment" },
        { With(Paid with { Average = new("USMX", 5) }), Issue, "both a price and an average", "either", "shares[0].issues[0].shareSettledPayment" },
        { With(Paid with { Price = null, Average = new("USMX", 0) }), Issue, "the number of trading days is 0", "1 or more", "shares[0].issues[0].shareSettledPayment.average.days" },
        { With(Paid with { Price = null, Average = new("USMX", 5), On = new OnMilestone("Listing") }), Issue, "on the milestone 'Listing'", "needs a date", "shares[0].issues[0].shareSettledPayment.on" },
        { With(Paid with { Price = 2 * UsdPerShare, Amount = 5 * Units.Cad }), Issue, "the price is in 'USD/share'", "'CAD/share'", "shares[0].issues[0].shareSettledPayment.price" },
        { With(Sold with { Shares = null }), Issue, "neither shares nor gross proceeds", "either", "shares[0].issues[0].offering" },
        { With(Sold with { Gross = 5 * Units.Usd }), Issue, "both shares and gross proceeds", "either", "shares[0].issues[0].offering" },
        { With(Sold with { Price = null }), Issue, "without a price", "the price of one share", "shares[0].issues[0].offering.price" },
        { With(Sold with { Commission = 1.5 }), Issue, "the commission is 150%", "from 0% to 100%", "shares[0].issues[0].offering.commission" },
        { With(Sold with { Costs = 201 * Units.Usd }), Issue, "the costs are USD 201, more than the USD 200", "must not exceed", "shares[0].issues[0].offering.costs" },
        { With(Sold with { Costs = 5 * Units.Cad }), Issue, "the amount of costs is in 'CAD'", "'USD'", "shares[0].issues[0].offering.costs" },
        { With(Sold with { On = new OnDate(new(1990, 1, 1)) }), Issue, "the day of the offering 1990-01-01 is before the closing", "on or after", "shares[0].issues[0].offering.on" },
        { With(new LineIssue { Name = "X", Line = "" }), Issue, "the line has no name", "name the line", "shares[0].issues[0].lineIssue.line" },
        { Usmx with { Issues = [Stated, Sold] }, Issue, "already that of shares[0].issues[0].statedIssue.name", "name of its own", "shares[0].issues[1].offering.name" },
    };

    [Theory]
    [MemberData(nameof(Companies))]
    public void Problems_OfShares_SayWhatIsWrong(ShareCapital company, string subject, string fact, string allowed, string where) =>
        SampleFiles.IsOnly([.. DealValidation.Problems(Of(company))], subject, fact, allowed, where);

    public static TheoryData<Merger, string, string, string> Mergers => new()
    {
        { Agreed with { Target = "USMY" }, "there is no company 'USMY'", "'USMX'", "mergers[0].target" },
        { Agreed with { Acquirer = "USMX" }, "acquires itself", "must differ", "mergers[0].acquirer" },
        { Agreed with { Acquirer = "" }, "the acquirer has no name", "must be given", "mergers[0].acquirer" },
        { Agreed with { OldSharesForOne = 0 }, "0 old shares are given", "above zero", "mergers[0].oldSharesForOne" },
        { Agreed with { AcquirerOutstanding = 0 * Units.Share }, "is share 0", "above zero", "mergers[0].acquirerOutstanding" },
        { Agreed with { On = new OnDate(new(2001, 1, 1)) }, "the day of the merger 2001-01-01 is after the end", "on or before", "mergers[0].on" },
    };

    [Theory]
    [MemberData(nameof(Mergers))]
    public void Problems_OfAMerger_SayWhatIsWrong(Merger merger, string fact, string allowed, string where) =>
        SampleFiles.IsOnly([.. DealValidation.Problems(Of(Usmx) with { Mergers = [merger] })], Deal, fact, allowed, where);

    [Fact]
    public void Shares_InATermSheet_ReadBackAsTheyWere()
    {
        var deal = Of(Usmx with
        {
            Splits = [new(new(1997, 2, 14), 2)],
            Issues = [Stated with { Name = "A", Price = 3 * UsdPerShare }, Paid with { Name = "B", Price = null, Average = new("USMX", 20) }, Sold with { Name = "C", Costs = 5 * Units.Usd, Commission = 0.06 }, new LineIssue { Name = "D", Line = "Merger / New shares" }],
        }) with { Mergers = [Agreed] };

        var json = deal.ToJson();

        Assert.Equal(json, ProjectFinance.Deal.Parse(json).ToJson());
        Assert.Contains("\"shareSettledPayment\"", json, StringComparison.Ordinal);
    }

    static StatedIssue Stated { get; } = new() { Name = "X", On = Then, Shares = 100 * Units.Share };

    static ShareSettledPayment Paid { get; } = new() { Name = "X", On = Then, Amount = 100 * Units.Usd, Price = 2 * UsdPerShare };

    static Offering Sold { get; } = new() { Name = "X", On = Then, Shares = 100 * Units.Share, Price = 2 * UsdPerShare };

    static Merger Agreed { get; } = new() { Name = "Merger", Target = "USMX", Acquirer = "Dakota", AcquirerOutstanding = 30 * Units.Share, OldSharesForOne = 1.1, On = Then };

    static ShareCapital With(ShareIssue issue) => Usmx with { Issues = [issue] };
}
