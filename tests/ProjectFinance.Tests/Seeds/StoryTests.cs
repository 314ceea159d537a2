using NodaTime;
using ProjectFinance.Results;

namespace ProjectFinance.Tests.Seeds;

/// <summary>
/// The life of the deal in four term sheets. Expected figures are those of the filings and of the press reports; tolerances are how near the assumed plan of the sheets
/// comes to figures that the filings call approximate.
/// </summary>
public sealed class StoryTests
{
    static readonly LocalDate Amended = new(1996, 11, 15), YearEnd = new(1996, 12, 31);
    static readonly Deal Afterwards = Deal.Read(Repository.PathOf("seeds", "illinois-creek-afterwards.json"));
    static readonly Deal January = Deal.Read(Repository.PathOf("seeds", "illinois-creek-1997-01.json"));

    public static TheoryData<string> Sheets => [.. Repository.Files("seeds", "illinois-creek-*.json").Select(file => Path.GetFileName(file))];

    [Theory]
    [MemberData(nameof(Sheets))]
    public void Checks_OfEverySheet_AreZero(string file)
    {
        var run = Deal.Read(Repository.PathOf("seeds", file)).Run();

        Assert.True(run.Checks.Length > 30);
        Assert.All(run.Checks, check => Assert.True(check.Passed, check.Name));
    }

    // 7.5 million stood in the account; 2.4 paid payables, 4.5 went back, 0.6 stayed (8-K 1996-11-12, Item 5).
    [Fact]
    public void ProceedsAccount_InNovember_IsPaidOutAsTheFilingSays()
    {
        var run = January.Run(asOf: new(1996, 11, 20));

        Near(7_500_000, On(run, "Proceeds Account / Opening balance", Amended), 0.04);
        Assert.Equal(2_400_000, On(run, "Accounts payable / Project paid", Amended), 2);
        Assert.Equal(4_500_000, On(run, "Project loan / Transfer back paid", Amended), 2);
        Near(600_000, On(run, "Proceeds Account / Closing balance", Amended), 0.02);
        Assert.Equal(15_000_000, On(run, "Project loan / Closing balance", Amended), 2);
    }

    // What went back may be drawn again: about 3.8 of the 4.5 million were disbursed by the day of the report.
    [Fact]
    public void ProjectLoan_AfterTheTransferBack_IsDrawnAgain()
    {
        var run = January.Run(asOf: new(1996, 11, 20));

        Assert.InRange(On(run, "Project loan / Draw", new LocalDate(1996, 12, 2)), 2_500_000, 4_500_000);
        Assert.True(On(run, "Project loan / Closing balance", YearEnd) < 19_500_000);
    }

    [Fact]
    public void Waiver_AsUnderstoodInNovember_IsInForceAndNothingIsADefault()
    {
        var run = January.Run(asOf: new(1996, 11, 20));

        Assert.Equal(1, On(run, "Waivers / Waiver to the end of 1996 in force", YearEnd));
        Assert.Equal(1, On(run, "Breaches / Current ratio", Amended));
        Assert.Equal(0, On(run, "Defaults / Continuing", Amended));
        Assert.Equal(0, On(run, "Defaults / Continuing", YearEnd));
    }

    // The offering was not made by 31 December 1996, so the waiver falls away and the defaults revive (8-K 1997-01-03, Item 5).
    [Fact]
    public void Waiver_AsUnderstoodInJanuary_HasFallenAway()
    {
        var run = January.Run();

        Assert.Equal(1, On(run, "Waivers / Waiver to the end of 1996 in force", Amended));
        Assert.Equal(0, On(run, "Waivers / Waiver to the end of 1996 in force", YearEnd));
        Assert.Equal(0, On(run, "Defaults / Current ratio", Amended));
        Assert.Equal(1, On(run, "Defaults / Current ratio", YearEnd));
        Assert.Equal(1, On(run, "Defaults / Sponsor / Equity contribution missed", YearEnd));
    }

    [Fact]
    public void Offering_AsUnderstoodInNovember_BringsTheFeeOutOfItsProceeds()
    {
        var run = January.Run(asOf: new(1996, 11, 20));

        Assert.Equal(100_000, Sum(run, "Waiver fee / Lender paid"), 2);
        Assert.True(Sum(run, "USMX / Public offering: net proceeds") >= 9_000_000);
        Assert.Equal(1.50, On(run, "Convertible note / Conversion price", YearEnd), 9);
        Assert.Equal(0, Sum(January.Run(), "Waiver fee / Lender paid"));
        Assert.Equal(3.40, On(January.Run(), "Convertible note / Conversion price", YearEnd), 9);
    }

    // Additional funding of about 12.1 million to achieve production, start-up in May 1997 (8-K 1997-01-03, Item 5).
    [Fact]
    public void Plan_OfJanuary_NeedsTwelveMillionUntilStartUp()
    {
        var run = January.Run();
        var draws = run.Model.Find("Dakota loan / Draw");

        Near(12_100_000, run.Model.Periods.Where(t => t.End <= new LocalDate(1997, 5, 31)).Sum(t => run[draws, t]), 0.01);
        Assert.All(run.Model.Periods.Where(t => t.End > new LocalDate(1997, 1, 3)), t => Assert.Equal(0, On(run, "Funding / Gap left open", t.End), 4));
    }

    // 1.10 shares of USMX for one of Dakota; CAD 40 million of special warrants (8-K 1997-01-03, Item 5).
    [Fact]
    public void Merger_OfJanuary_ExchangesAtOnePointOne()
    {
        var run = January.Run();

        Assert.Equal(Math.Floor(16_217_505 / 1.10), Sum(run, "Merger with Dakota / New shares"));
        Assert.Equal(40_000_000, Sum(run, "Dakota / Special warrants: gross proceeds"), 2);
    }

    // Press reports: a loan of 20.5 million, 83,600 oz closed out in December 1997 for 9.6 million, 10.9 million left, 9.7 million owed in May 1998.
    [Fact]
    public void Loan_Afterwards_IsCutByTheCloseOutAndDemanded()
    {
        var run = Afterwards.Run();
        var (before, closed, demanded) = (new LocalDate(1997, 12, 16), new LocalDate(1997, 12, 31), new LocalDate(1998, 5, 31));

        Assert.Equal(20_500_000, On(run, "Project loan / Closing balance", before), 2);
        Near(9_600_000, On(run, "Hedging / Close-out proceeds", closed), 0.001);
        Near(10_900_000, On(run, "Project loan / Closing balance", closed), 0.001);
        Near(9_700_000, On(run, "Project loan / Closing balance", demanded), 0.01);
        Assert.Equal(On(run, "Project loan / Closing balance", demanded), On(run, "Project loan / Principal overdue", demanded), 2);
    }

    // Advance royalty 300,000 x 161.3 / 149.7 (consumer prices of December 1997 and 1994).
    [Fact]
    public void Lease_Afterwards_IsExtendedForTheIndexedPayment()
    {
        var run = Afterwards.Run(Market.Read(Repository.PathOf("seeds", "market-1996-2001.json")));

        Assert.Equal(323_246.49, On(run, "Illinois Creek leases / Advance royalty due", new LocalDate(1997, 12, 16)), 2);
    }

    [Fact]
    public void Amendments_NotKnownYet_ChangeNothing()
    {
        var before = Afterwards.Run(asOf: new(1996, 10, 31));
        var signed = Deal.Read(Repository.PathOf("seeds", "illinois-creek-1996-07.json")).Run(asOf: new(1996, 10, 31));

        Assert.Equal(signed.Model.Lines.Select(line => line.Name), before.Model.Lines.Select(line => line.Name));
        Assert.All(signed.Model.Lines, line => Assert.Equal(signed.Values(line).ToArray(), before.Values(line.Name).ToArray()));
    }

    static void Near(double expected, double actual, double share) => Assert.InRange(actual, expected * (1 - share), expected * (1 + share));

    static double On(Run run, string line, LocalDate date) => run[line, run.Model.Timeline.EndingOn(date)];

    static double Sum(Run run, string line) => run.Values(line).ToArray().Sum();
}
